//! Tests of the one form that footnotes, galleries, side notes and further reading have.

mod footnotes;
mod galleries;

use proptest::prelude::*;

use crate::content::media::{Media, NoMedia};
use crate::content::{Source, paragraphs, resanitise, to_html};

/// Serves pictures that have no host.
struct Ours;

impl Media for Ours {
    fn picture(&self, src: &str) -> Option<(String, u32, u32)> {
        (!src.contains(':')).then(|| (format!("/gambar/{src}"), 30, 20))
    }
}

fn html(text: &str) -> String {
    stable(to_html(&Source::Html(text.into()), &Ours), text)
}

fn markdown(text: &str) -> String {
    stable(to_html(&Source::Markdown(text.into()), &Ours), text)
}

fn stable(html: String, source: &str) -> String {
    assert_eq!(resanitise(&html), html, "{source}");
    html
}

/// The form in which a picture is stored.
fn image(name: &str) -> String {
    format!("<img src=\"/gambar/{name}\" width=\"30\" height=\"20\" loading=\"lazy\">")
}

#[test]
fn side_notes_stand_between_paragraphs() {
    for (text, expected) in [
        (
            "<aside class=x id=gate><h2>Istilah</h2><p>a</p></aside>",
            "<aside><h3>Istilah</h3><p>a</p></aside>",
        ),
        ("<aside><h4>a</h4><aside><p>b</p></aside></aside>", "<aside><h3>a</h3><p>b</p></aside>"),
        ("<div><aside><p>a</p></aside></div>", "<aside><p>a</p></aside>"),
        ("<blockquote><aside><p>a</p></aside></blockquote>", "<blockquote><p>a</p></blockquote>"),
        ("<aside> <p> </p></aside><p>a</p>", "<p>a</p>"),
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
}

#[test]
fn paragraphs_that_only_lead_on_are_marked() {
    let link = "<a href=\"https://warta.example/x\" rel=\"noopener noreferrer\">Judul <em>itu</em></a></p>";
    let expected = format!("<p class=\"further-reading\">Baca juga: {link}");
    for text in [
        "<p>Baca juga: <a href=\"https://warta.example/x\">Judul <em>itu</em></a></p>",
        "<p><strong>Baca juga :<a href=\"https://warta.example/x\">Judul <em>itu</em></a></strong></p>",
        "<p><b>Baca juga:</b><br><a href=\"https://warta.example/x\"><strong>Judul <em>itu</em></strong></a>.</p>",
        "<p><a href=\"https://warta.example/x\">Baca juga: Judul <em>itu</em></a></p>",
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
    for (text, is_marked) in [
        ("<p><a href=\"/read/1/x\">Judul</a></p>", true),
        ("<p>READ ALSO: <a href=\"/x\">Judul</a></p>", true),
        ("<p class=\"further-reading\" lang=en><a href=\"https://x.example\">Judul</a></p>", true),
        ("<p><a href=\"https://x.example\">Judul</a></p>", false),
        ("<p>Baca <a href=\"/read/1/x\">laporan itu</a></p>", false),
        ("<p>Menurut dia: <a href=\"/read/1/x\">Judul</a></p>", false),
        ("<p class=\"further-reading\">Baca juga: <a href=\"/x\">a</a> dan <a href=\"/y\">b</a></p>", false),
        ("<p class=\"further-reading\">x</p>", false),
        ("<p>Baca juga: <a href=\"mailto:a@example.com\">b</a></p>", false),
        ("<p>Baca juga: <a href=\"/x\"><img src=a.jpg></a></p>", false),
        ("<p>Baca juga: <a href=\"/x\"> </a></p>", false),
        ("<ul><li><p><a href=\"/read/1/x\">Judul</a></p></li></ul>", false),
        ("<p>Baca juga: <iframe src=\"https://x.example\"></iframe></p>", false),
    ] {
        assert_eq!(html(text).contains("further-reading"), is_marked, "{text}");
    }
}

#[test]
fn ten_thousand_notes_and_depths_take_no_time_to_speak_of() {
    let references: String =
        (0..10_000).map(|note| format!("<sup><a href=\"#n{note}\">{note}</a></sup>")).collect();
    let notes: String = (0..10_000).map(|note| format!("<li id=\"n{note}\">Catatan {note}</li>")).collect();
    let clean = html(&format!("<p>a{references}</p><ol>{notes}</ol>"));
    assert_eq!(clean.matches("<small class=\"footnote\">").count(), 10_000);
    assert!(!clean.contains("<ol") && !clean.contains("<li"));
    let again: String = (0..10_000).map(|_| "<sup><a href=\"#n\">1</a></sup>").collect();
    let clean = html(&format!("<p>a{again}</p><ol><li id=\"n\">{}</li></ol>", "kata ".repeat(1000)));
    assert!(clean.len() < 500_000, "the words of a note are stored once");
    for element in ["figure class=gallery", "aside", "div class='gallery'", "small class=footnote", "section"]
    {
        let deep = format!("<{element}>").repeat(300) + "<p>kata</p><img src=a.jpg><img src=b.jpg>";
        let clean = to_html(&Source::Html(deep), &Ours);
        assert!(clean.contains("kata"), "{element}");
    }
}

#[test]
fn nothing_of_a_record_names_a_part_of_the_page() {
    for text in [
        "<p id=gate class='gate further-reading'>x</p>",
        "<aside id=akses class=gate role=dialog><p id=y>x</p></aside>",
        "<figure class='gallery zoom-dialog' id=z><img src=a.jpg id=b class=c><img src=b.jpg></figure>",
        "<small class='footnote gate' popover id=catatan-1 onclick=x>y</small>",
        "<p><sup class='footnote x' role=button>1</sup><a class=footnote href=#x id=\"&quot;><script>\">1</a></p><ol><li id=x><script>x</script>a</ol>",
    ] {
        let clean = html(text);
        for word in [" id=", "role=", "popover", "onclick", "gate", "zoom", "script"] {
            assert!(!clean.contains(word), "{text} became {clean}");
        }
    }
}

#[test]
fn what_stands_beside_the_text_is_in_no_teaser() {
    let text = html(
        "<aside><p>kenari</p></aside><p>Isi<small class=footnote>kenari</small> satu.</p><p>Baca juga: <a href=/x>kenari</a></p>\
         <figure class=gallery><figure><img src=a.jpg><figcaption>kenari</figcaption></figure><img src=b.jpg></figure><p>Isi dua.</p>",
    );
    assert_eq!(text.matches("kenari").count(), 4, "{text}");
    assert_eq!(paragraphs(&text), ["Isi satu.", "Isi dua."]);
}

#[test]
fn a_text_of_older_rules_becomes_one_of_these() {
    // Identifiers were dropped then, so that its references are numbers and its list stays.
    let older = "<p>a<sup><a href=\"#fn1\" rel=\"noopener noreferrer\">1</a></sup></p><ol><li>b</li></ol>";
    assert_eq!(to_html(&Source::Html(older.into()), &NoMedia), "<p>a<sup>1</sup></p><ol><li>b</li></ol>");
}

/// Pieces of which random texts are made: what newsrooms write, in any order, closed or not.
const PIECES: [&str; 34] = [
    "kata ",
    "kata.",
    "1",
    " [b] ",
    "<p>",
    "</p>",
    "<aside>",
    "</aside>",
    "<figure class=gallery>",
    "</figure>",
    "<figure>",
    "<figcaption>",
    "</figcaption>",
    "<img src=a.jpg>",
    "<img src='https://x.example/a.jpg'>",
    "<div class='wp-block-gallery'>",
    "</div>",
    "<ol>",
    "</ol>",
    "<li id=a>",
    "<li id=b>",
    "</li>",
    "<sup><a href=#a>1</a></sup>",
    "<a href=#b>[2]</a>",
    "<sup class=footnote>1</sup>",
    "<small class=footnote>",
    "</small>",
    "<h2>",
    "</h2>",
    "<p>Baca juga: <a href=/read/1/x>",
    "</a>",
    "<table><tr><td>",
    "</table>",
    "<blockquote class=pull-quote>",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_text_in_our_form_stays_as_it_is(pieces in prop::collection::vec(prop::sample::select(&PIECES[..]), 0..40)) {
        let text = pieces.concat();
        let clean = to_html(&Source::Html(text.clone()), &Ours);
        prop_assert_eq!(resanitise(&clean), &clean[..], "{}", &text);
        prop_assert!(!clean.contains(" id=") && !clean.contains("<div"), "{} became {}", &text, &clean);
        // What the page shows has as many ends as beginnings.
        prop_assert_eq!(clean.matches("<small").count(), clean.matches("</small>").count());
    }
}
