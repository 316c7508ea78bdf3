//! The text of an article on the light page.

use domain::markup::{FURTHER_READING, Piece, pieces};

use super::body_pictures::{PICTURES, name};
use crate::text::reading::ReadingText;

/// Turns a stored text into that of the light page. Each picture is a link to it, and further reading without a label gets ours. Headings
/// of side notes above the first chapter are one level higher than they are stored, as on the whole page.
pub(super) fn lite_text(html: &str, words: &ReadingText) -> String {
    let mut shown = String::with_capacity(html.len());
    let (mut has_chapters, mut is_beside) = (false, false);
    // Where the line of further reading begins whose link has not come yet.
    let mut label = None;
    for piece in pieces(html) {
        let raises = is_beside && !has_chapters;
        match piece {
            Piece::Words(words) => shown.push_str(words),
            Piece::Start(tag) if tag.name() == "h3" && raises => shown.push_str("<h2>"),
            Piece::End("h3") if raises => shown.push_str("</h2>"),
            Piece::Start(tag) => {
                has_chapters |= tag.name() == "h2";
                is_beside |= tag.name() == "aside";
                if tag.name() == "a" && label.take().is_some_and(|start| is_blank(&shown, start)) {
                    shown.extend([words.further_reading, " "]);
                }
                match name(tag) {
                    Some(name) => {
                        let alt = tag.attribute("alt").filter(|alt| !alt.is_empty());
                        shown.extend(["<a href=\"", PICTURES, name, "\">", alt.unwrap_or(name), "</a>"]);
                    }
                    None => shown.push_str(tag.source),
                }
                if tag.has_class(FURTHER_READING) {
                    label = Some(shown.len());
                }
            }
            Piece::End(name) => {
                is_beside &= name != "aside";
                shown.extend(["</", name, ">"]);
            }
        }
    }
    shown
}

/// Whether nothing but spaces follows this place.
fn is_blank(shown: &str, start: usize) -> bool {
    shown.get(start..).is_some_and(|since| since.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use domain::article::Language;

    use super::*;
    use crate::text;

    fn lite(html: &str) -> String {
        lite_text(html, text::reading(Language::Indonesian))
    }

    #[test]
    fn pictures_are_links() {
        let text = "<p>Satu</p><figure><img src=\"/gambar/ab.png\" alt=\"a > b\" width=\"700\"></figure><img src=\"/gambar/c.gif\">";
        assert_eq!(
            lite(text),
            "<p>Satu</p><figure><a href=\"/gambar/ab.png\">a > b</a></figure><a href=\"/gambar/c.gif\">c.gif</a>"
        );
    }

    #[test]
    fn side_notes_above_the_first_chapter_have_its_level() {
        let notes = "<aside><h3>a</h3></aside><h3>b</h3><h2>c</h2><aside><h3>d</h3></aside>";
        assert_eq!(lite(notes), notes.replacen("<h3>a</h3>", "<h2>a</h2>", 1));
    }

    #[test]
    fn further_reading_has_one_label() {
        let line = |label: &str| {
            format!(
                "<p class=\"further-reading\">{label}<a href=\"/read/1/x\">Judul</a> <a href=\"/read/2/y\">Lain</a></p>"
            )
        };
        let ours = format!("{} ", text::reading(Language::Indonesian).further_reading);
        assert_eq!(lite(&line("")), line(&ours));
        assert_eq!(lite(&line("<strong>Simak</strong> ")), line("<strong>Simak</strong> "));
        assert_eq!(lite("<p><a href=\"/read/1/x\">Judul</a></p>"), "<p><a href=\"/read/1/x\">Judul</a></p>");
    }
}
