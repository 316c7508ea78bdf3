//! Tests of galleries.

use super::{html, image};

#[test]
fn galleries_of_every_kind_have_one_form() {
    let expected = format!(
        "<figure class=\"gallery\"><figure>{}<figcaption>Satu</figcaption></figure><figure>{}</figure><figcaption>Semua</figcaption></figure>",
        image("a.jpg"),
        image("b.jpg")
    );
    for text in [
        "<figure class=\"gallery\"><figure><img src=a.jpg><figcaption>Satu</figcaption></figure><figure><img src=b.jpg></figure><figcaption>Semua</figcaption></figure>",
        "<figure class='wp-block-gallery columns-2'><figure class='wp-block-image'><a href='/x'><img src=a.jpg></a><figcaption>Satu</figcaption></figure>\
         <figure><img src=b.jpg></figure><figcaption class='blocks-gallery-caption'>Semua</figcaption></figure>",
        "<figure class='wp-block-gallery'><ul class='blocks-gallery-grid'><li><figure><img src=a.jpg><figcaption>Satu</figcaption></figure></li>\
         <li><figure><img src=b.jpg></figure></li></ul><figcaption>Semua</figcaption></figure>",
        "<div class='gallery galleryid-1'><dl class='gallery-item'><dt><a href=x><img src=a.jpg></a></dt><dd class='wp-caption-text gallery-caption'>Satu</dd></dl>\
         <dl><dt><img src=b.jpg></dt></dl><figcaption>Semua</figcaption></div>",
        "<figure class='kg-card kg-gallery-card'><div class='kg-gallery-container'><div class='kg-gallery-row'><div class='kg-gallery-image'><img src=a.jpg>\
         <figcaption>Satu</figcaption></div><div class='kg-gallery-image'><img src=b.jpg></div></div></div><figcaption>Semua</figcaption></figure>",
        // A gallery in a gallery is a part of it.
        "<figure class=gallery><figure><img src=a.jpg><figcaption>Satu</figcaption></figure><figure class=gallery><figure class=gallery><img src=b.jpg></figure></figure>\
         <figcaption>Semua</figcaption></figure>",
        // The caption before its picture.
        "<div class=gallery><figure><figcaption>Satu</figcaption><img src=a.jpg></figure><img src=b.jpg><figcaption>Semua</figcaption></div>",
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
    let listed = html("<ul class='gallery'><li><img src=a.jpg></li><li><img src=b.jpg></li></ul>");
    assert!(listed.starts_with("<figure class=\"gallery\"><figure><img"), "{listed}");
}

#[test]
fn what_is_no_gallery_is_figures_and_words() {
    for (text, expected) in [
        (
            "<figure class=gallery><img src=a.jpg><figcaption>Satu</figcaption></figure>",
            format!("<figure>{}<figcaption>Satu</figcaption></figure>", image("a.jpg")),
        ),
        ("<figure class=gallery><p>x</p></figure>", "<figure><p>x</p></figure>".into()),
        (
            "<blockquote><div class=gallery><img src=a.jpg><img src=b.jpg></div></blockquote>",
            format!(
                "<blockquote><figure>{}</figure><figure>{}</figure></blockquote>",
                image("a.jpg"),
                image("b.jpg")
            ),
        ),
        (
            "<div class=gallery>teks <img src=a.jpg><p>lagi</p></div>",
            format!("<figure>{}</figure><p>teks lagi</p>", image("a.jpg")),
        ),
        ("<p class=gallery>x</p>", "<p>x</p>".into()),
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
    // Pictures of other sites are links, and no row of pictures.
    let elsewhere = html(
        "<div class=gallery><img src='https://x.example/a.jpg' alt=A><img src='https://x.example/b.jpg'></div>",
    );
    assert!(elsewhere.starts_with("<figure><a class=\"click-to-view\""), "{elsewhere}");
    assert_eq!(elsewhere.matches("<figure>").count(), 2);
}
