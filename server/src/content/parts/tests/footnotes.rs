//! Tests of footnotes.

use super::{html, markdown};

#[test]
fn footnotes_of_every_kind_stand_where_the_text_refers_to_them() {
    let expected = "<p>Satu<small class=\"footnote\"> [Buku <em>itu</em>.]</small>, dua.</p>";
    for text in [
        // In our own form, with and without its brackets.
        "<p>Satu<small class=\"footnote\">Buku <em>itu</em>.</small>, dua.</p>",
        "<p>Satu<small class='x footnote' id=y> [Buku <em>itu</em>.]</small>, dua.</p>",
        // A list at the foot.
        "<p>Satu<sup><a href=\"#fn1\" id=\"ref1\">1</a></sup>, dua.</p><ol><li id=\"fn1\">Buku <em>itu</em>. <a href=\"#ref1\">↩</a></li></ol>",
        "<p>Satu<sup>[<a href=\"#fn1\">1</a>]</sup>, dua.</p><h2>Catatan kaki</h2><ol><li id=\"fn1\"><p>Buku <em>itu</em>.</p></li></ol>",
        "<p>Satu<a href='#fn1'><sup>1</sup></a>, dua.</p><hr><ul><li id=fn1>Buku <i></i><em>itu</em>.</ul>",
        "<p>Satu<a href=\"#n\">[1]</a>, dua.</p><div><h3>Notes:</h3><p id=\"n\"><a href=\"#r\">[1]</a> Buku <em>itu</em>.</p></div>",
        // WordPress.
        "<p>Satu<sup data-fn=\"ab\" class=\"fn\"><a href=\"#ab\" id=\"ab-link\">1</a></sup>, dua.</p>\
         <ol class=\"wp-block-footnotes\"><li id=\"ab\">Buku <em>itu</em>. <a href=\"#ab-link\" aria-label=\"Jump\">↩︎</a></li></ol>",
        // Pandoc and others.
        "<p>Satu<a href=\"#fn1\" class=\"footnote-ref\" role=\"doc-noteref\"><sup>1</sup></a>, dua.</p><section class=\"footnotes\" role=\"doc-endnotes\">\
         <hr><ol><li id=\"fn1\"><p>Buku <em>itu</em>.<a href=\"#r\" class=\"footnote-back\" role=\"doc-backlink\">kembali</a></p></li></ol></section>",
    ] {
        // An italic element without words is not worth a rule.
        assert_eq!(html(text).replace("<i></i>", ""), expected, "{text}");
    }
    for text in ["Satu[^a], dua.\n\n[^a]: Buku *itu*.", "[^a]: Buku *itu*.\n\nSatu[^a], dua."] {
        assert_eq!(markdown(text).trim(), expected, "{text}");
    }
}

#[test]
fn a_note_is_stored_once_and_other_references_have_its_number() {
    assert_eq!(
        html(
            "<p>a<sup><a href=#x>1</a>, <a href=#y>2</a></sup> b<sup><a href=#x>1</a></sup></p><ol><li id=x>X<li id=y>Y<li id=z>Z</ol>"
        ),
        "<p>a<small class=\"footnote\"> [X]</small><small class=\"footnote\"> [Y]</small> b<sup class=\"footnote\">1</sup></p>\
         <ol><li>Z</li></ol>"
    );
    for (text, expected) in [
        ("<p>a<sup class=\"footnote\">1</sup></p>", "<p>a<sup>1</sup></p>"),
        ("<p>a<small class=footnote> </small>b</p>", "<p>ab</p>"),
        (
            "<p>a<small class=footnote>[b] dan [c]</small></p>",
            "<p>a<small class=\"footnote\"> [[b] dan [c]]</small></p>",
        ),
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
}

#[test]
fn references_that_lead_nowhere_are_words() {
    for (text, expected) in [
        ("<p>a<sup><a href=\"#tidak-ada\">9</a></sup></p>", "<p>a<sup>9</sup></p>"),
        // It refers to itself.
        ("<ol><li id=x>a<sup><a href=#x>1</a></sup></li></ol>", "<ol><li>a<sup>1</sup></li></ol>"),
        // Two notes that refer to each other, and nothing else does.
        (
            "<ol><li id=x>a<sup><a href=#y>1</a></sup></li><li id=y>b<sup><a href=#x>2</a></sup></li></ol>",
            "<ol><li>a<small class=\"footnote\"> [b<sup>2</sup>]</small></li></ol>",
        ),
        // One identifier twice: the first has it.
        (
            "<p>a<sup><a href=#x>1</a></sup></p><ol><li id=x>b</li><li id=x>c</li></ol>",
            "<p>a<small class=\"footnote\"> [b]</small></p><ol><li>c</li></ol>",
        ),
        // Within a link nothing else can be pressed.
        (
            "<p><a href=\"/x\">a<small class=footnote>b</small></a></p>",
            "<p><a href=\"/x\" rel=\"noopener noreferrer\">ab</a></p>",
        ),
        // A place of our own page is one.
        (
            "<p><a href=\"#gambar-2\">a</a> <a href=\"#gate\">b</a> <a href=\"#bab-x\">c</a></p>",
            "<p><a href=\"#gambar-2\" rel=\"noopener noreferrer\">a</a> b c</p>",
        ),
        (
            "<p>a<sup><a href=#x>1</a></sup></p><h2>Bab</h2><ul><li id=x>b</li></ul>",
            "<p>a<small class=\"footnote\"> [b]</small></p><h2>Bab</h2>",
        ),
    ] {
        assert_eq!(html(text), expected, "{text}");
    }
}
