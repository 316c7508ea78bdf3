//! Tests of how stored texts are shown.

use domain::article::Language;

use super::*;
use crate::text;

fn shown(html: &str) -> String {
    with_parts(html, text::reading(Language::Indonesian)).0
}

fn chapters(html: &str) -> Vec<Chapter> {
    with_parts(html, text::reading(Language::Indonesian)).1
}

#[test]
fn headings_and_figures_have_addresses_that_can_be_followed() {
    let text = "<p>a</p><h2>Tiga <em>ruang</em></h2><figure><img></figure><h2>?</h2><figure><figcaption>b</figcaption></figure>";
    assert_eq!(
        shown(text),
        "<p>a</p><h2 id=\"bab-1\"><a class=\"chapter-address\" href=\"#bab-1\">Tiga <em>ruang</em></a></h2>\
         <figure id=\"gambar-1\"><img></figure><h2 id=\"bab-2\"><a class=\"chapter-address\" href=\"#bab-2\">?</a></h2>\
         <figure id=\"gambar-2\"><figcaption>b <a class=\"figure-address\" href=\"#gambar-2\" aria-label=\"Tautan ke gambar ini\"></a></figcaption></figure>"
    );
    assert_eq!(chapters(text)[0].title, "Tiga ruang");
}

#[test]
fn links_pictures_and_notes_of_a_heading_stay_there_and_do_not_come_into_the_contents() {
    let heading = "Kata <a href=\"/x\" rel=\"noopener\">tautan</a> <img src=\"/gambar/a.png\">&lt;lagi";
    let text = format!("<h2>{heading}</h2>");
    assert_eq!(shown(&text), format!("<h2 id=\"bab-1\">{heading}</h2>"));
    assert_eq!(chapters(&text)[0].title, "Kata tautan &lt;lagi");
    let text = "<h2>Judul<small class=\"footnote\"> [Sebuah catatan.]</small> lanjut</h2>";
    assert_eq!(chapters(text)[0].title, "Judul lanjut");
    assert!(!shown(text).contains("chapter-address"), "a button cannot stand in a link");
}

#[test]
fn a_footnote_opens_at_its_number_and_its_words_stand_there_once() {
    let html = shown(
        "<p>Satu<small class=\"footnote\"> [Buku [1] <em>itu</em>.]</small>, dua<small class=\"footnote\"> [B]</small> \
         dan<sup class=\"footnote\">1</sup><sup class=\"footnote\">3</sup><sup class=\"footnote\">x</sup>.</p>",
    );
    let bracket = |sign: &str| format!("<span class=\"footnote__bracket\">{sign}</span>");
    let button = |number: usize| {
        format!(
            "<button type=\"button\" class=\"footnote-mark\" popovertarget=\"catatan-{number}\" aria-label=\"Catatan {number}\">{number}</button>"
        )
    };
    let note = |number: usize, words: &str| {
        format!(
            "\u{2060}{}<small class=\"footnote\" id=\"catatan-{number}\" role=\"note\" popover>{}{words}{}</small>",
            button(number),
            bracket(" ["),
            bracket("]")
        )
    };
    assert_eq!(
        html,
        format!(
            "<p>Satu{}, dua{} dan\u{2060}{}<sup>3</sup><sup>x</sup>.</p>",
            note(1, "Buku [1] <em>itu</em>."),
            note(2, "B"),
            button(1)
        )
    );
}

#[test]
fn a_gallery_is_a_row_with_a_name_and_its_figures_have_numbers() {
    let html = shown(
        "<figure class=\"gallery\"><figure><img src=\"/gambar/a.png\" alt=\"A\" width=\"700\" height=\"400\"><figcaption>Satu</figcaption></figure>\
         <figure><a class=\"click-to-view\" href=\"https://x.example\">B</a></figure><figcaption>Semua</figcaption></figure><figure><img></figure>",
    );
    let row = html
        .split_once("<figure class=\"gallery\" id=\"gambar-1\">")
        .unwrap()
        .1
        .split_once("</div><figcaption>Semua")
        .unwrap()
        .0;
    assert!(
        row.starts_with(
            "<div class=\"gallery__row\" role=\"group\" tabindex=\"0\" aria-label=\"Galeri 2 gambar\">"
        ),
        "{row}"
    );
    for part in [
        "<figure class=\"gallery__item\" id=\"gambar-2\"><div class=\"gallery__number\">1 dari 2</div>",
        "<a class=\"gallery__link\" href=\"/gambar/a-700.jpg\" data-zoom><picture>",
        "<figcaption>Satu <a class=\"figure-address\" href=\"#gambar-2\"",
        "<figure class=\"gallery__item\" id=\"gambar-3\"><div class=\"gallery__number\">2 dari 2</div>",
    ] {
        assert!(row.contains(part), "{part}: {row}");
    }
    assert!(html.ends_with("href=\"#gambar-1\" aria-label=\"Tautan ke gambar ini\"></a></figcaption></figure><figure id=\"gambar-4\"><img></figure>"), "{html}");
    assert_eq!(html.matches("<div").count(), html.matches("</div>").count());
}

#[test]
fn tables_and_side_notes_are_named_by_what_they_begin_with() {
    for (text, expected) in [
        (
            "<table><caption>Titik</caption><tbody><tr><td><table></table></td></tr></tbody></table>",
            "<div class=\"table-frame\" id=\"tabel-1\" role=\"group\" tabindex=\"0\" aria-labelledby=\"judul-tabel-1\"><table>\
             <caption id=\"judul-tabel-1\">Titik</caption><tbody><tr><td><table></table></td></tr></tbody></table></div>",
        ),
        (
            "<table></table>",
            "<div class=\"table-frame\" id=\"tabel-1\" role=\"group\" tabindex=\"0\" aria-label=\"Tabel\"><table></table></div>",
        ),
        (
            "<aside> <h3>Istilah</h3><h3>x</h3></aside>",
            "<aside class=\"side-note\" aria-labelledby=\"sisipan-1\"> <h2 id=\"sisipan-1\">Istilah</h2><h2>x</h2></aside>",
        ),
        (
            "<h2><a href=\"/x\">a</a></h2><aside><h3>Istilah</h3></aside><h3>x</h3>",
            "<h2 id=\"bab-1\"><a href=\"/x\">a</a></h2><aside class=\"side-note\" aria-labelledby=\"sisipan-1\"><h3 id=\"sisipan-1\">Istilah</h3></aside><h3>x</h3>",
        ),
        (
            "<aside><p>x</p></aside>",
            "<aside class=\"side-note\" aria-label=\"Informasi tambahan\"><p>x</p></aside>",
        ),
    ] {
        assert_eq!(shown(text), expected);
    }
}

#[test]
fn further_reading_has_a_label_whether_the_text_has_one_or_not() {
    let ours = text::reading(Language::Indonesian).further_reading;
    for (label, expected) in [("Simak: ", "Simak:"), ("", ours)] {
        assert_eq!(
            shown(&format!(
                "<p class=\"further-reading\">{label}<a href=\"/read/1/x\">Judul <em>a</em></a></p>"
            )),
            format!(
                "<p class=\"further-reading\"><span class=\"further-reading__label\">{expected}</span> <a href=\"/read/1/x\">Judul <em>a</em></a></p>"
            )
        );
    }
}

#[test]
fn a_text_without_parts_stays_as_it_is() {
    for html in ["", "<p>x</p>", "<h3>x</h3>", "<p>a <small>b</small><sup>2</sup> <a href=\"/x\">c</a></p>"] {
        assert_eq!(shown(html), html);
        assert_eq!(chapters(html), vec![]);
    }
}
