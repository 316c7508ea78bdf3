//! Pictures within a text. The stored text names the originals; pages show the smaller versions that were made of them.

use domain::article::{ImageFormat, PictureFile};
use domain::markup::{Piece, Tag, pieces};

use super::picture::{Source, sources, src};

/// Width of a picture within a text, as the attribute `sizes`. Follows the line length in `style/tokens/type.css`.
const SIZES: &str = "(min-width: 42rem) 39rem, calc(100vw - 2rem)";
/// Width of a picture in a gallery; follows `--width-gallery-item` in `style/tokens/space.css`.
const GALLERY_SIZES: &str = "(min-width: 42rem) 33rem, 86vw";
/// Beginning of the addresses of stored pictures.
const PICTURES: &str = "/gambar/";

/// Picture of a text in the widths and formats that browsers choose from.
pub(super) struct TextPicture {
    /// Element `picture`.
    pub(super) html: String,
    /// Address of the largest version that every browser knows.
    pub(super) address: String,
}

/// Picture between paragraphs; `None` if no versions of it were made.
pub(super) fn within_text(tag: Tag<'_>) -> Option<TextPicture> {
    picture(tag, SIZES)
}

/// Picture in a gallery; `None` if no versions of it were made.
pub(super) fn within_gallery(tag: Tag<'_>) -> Option<TextPicture> {
    picture(tag, GALLERY_SIZES)
}

/// A stored text for the light page: each picture is a link to it. Headings of side notes above the first chapter are one level higher
/// than they are stored, as on the whole page.
pub(super) fn with_links(html: &str) -> String {
    let mut shown = String::with_capacity(html.len());
    let (mut has_chapters, mut is_beside) = (false, false);
    for piece in pieces(html) {
        let raises = is_beside && !has_chapters;
        match piece {
            Piece::Words(words) => shown.push_str(words),
            Piece::Start(tag) if tag.name() == "h3" && raises => shown.push_str("<h2>"),
            Piece::End("h3") if raises => shown.push_str("</h2>"),
            Piece::Start(tag) => {
                has_chapters |= tag.name() == "h2";
                is_beside |= tag.name() == "aside";
                match name(tag) {
                    Some(name) => {
                        let alt = tag.attribute("alt").filter(|alt| !alt.is_empty());
                        shown.extend(["<a href=\"", PICTURES, name, "\">", alt.unwrap_or(name), "</a>"]);
                    }
                    None => shown.push_str(tag.source),
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

/// Name of the stored picture that an element shows.
fn name(tag: Tag<'_>) -> Option<&str> {
    tag.attribute("src")?.strip_prefix(PICTURES).filter(|_| tag.name() == "img")
}

fn picture(tag: Tag<'_>, sizes: &str) -> Option<TextPicture> {
    let name = name(tag).filter(|name| !name.contains('-'))?;
    let number = |name| tag.attribute(name)?.parse().ok();
    let placeholder = Some(String::new());
    let file = PictureFile {
        name: name.to_owned(),
        width: number("width")?,
        height: number("height")?,
        placeholder,
    };
    let source =
        |Source { kind, widths }| format!("<source type=\"{kind}\" srcset=\"{widths}\" sizes=\"{sizes}\">");
    let sources: String = sources(&file, &ImageFormat::ALL, u32::MAX).into_iter().map(source).collect();
    let address = src(&file, u32::MAX);
    let image = tag.source.replacen(&format!("src=\"{PICTURES}{name}\""), &format!("src=\"{address}\""), 1);
    Some(TextPicture { html: format!("<picture>{sources}{image}</picture>"), address })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_a_text_comes_in_every_width_and_form() {
        let tag = Tag { source: "<img src=\"/gambar/ab.png\" alt=\"a > b\" width=\"700\" height=\"400\">" };
        let shown = within_text(tag).unwrap();
        assert!(
            shown
                .html
                .starts_with("<picture><source type=\"image/avif\" srcset=\"/gambar/ab-288.avif 288w, ")
        );
        assert!(shown.html.ends_with(
            "<img src=\"/gambar/ab-700.jpg\" alt=\"a > b\" width=\"700\" height=\"400\"></picture>"
        ));
        assert_eq!(shown.address, "/gambar/ab-700.jpg");
    }

    #[test]
    fn the_light_page_links_to_pictures() {
        let text = "<p>Satu</p><figure><img src=\"/gambar/ab.png\" alt=\"a > b\" width=\"700\"></figure><img src=\"/gambar/c.gif\">";
        assert_eq!(
            with_links(text),
            "<p>Satu</p><figure><a href=\"/gambar/ab.png\">a > b</a></figure><a href=\"/gambar/c.gif\">c.gif</a>"
        );
        let notes = "<aside><h3>a</h3></aside><h3>b</h3><h2>c</h2><aside><h3>d</h3></aside>";
        assert_eq!(with_links(notes), notes.replacen("<h3>a</h3>", "<h2>a</h2>", 1));
    }

    #[test]
    fn what_moves_stays_as_it_is() {
        for source in [
            "<p>",
            "<img src=\"/gambar/ab-asli.gif\" width=\"7\" height=\"4\">",
            "<img src=\"/gambar/ab.png\">",
        ] {
            assert!(within_text(Tag { source }).is_none(), "{source}");
        }
    }
}
