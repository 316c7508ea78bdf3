//! Pictures within a text. The stored text names the originals; pages show the smaller versions that were made of them.

use domain::article::{ImageFormat, PictureFile};
use domain::markup::Tag;

use super::picture::{Source, sources, src};

/// Width of a picture within a text, as the attribute `sizes`. Follows the line length in `style/tokens/type.css`.
const SIZES: &str = "(min-width: 42rem) 39rem, calc(100vw - 2rem)";
/// Width of a picture in a gallery; follows `--width-gallery-item` in `style/tokens/space.css`.
const GALLERY_SIZES: &str = "(min-width: 42rem) 33rem, 86vw";
/// Beginning of the addresses of stored pictures.
pub(super) const PICTURES: &str = "/gambar/";

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

/// Name of the stored picture that an element shows.
pub(super) fn name(tag: Tag<'_>) -> Option<&str> {
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
