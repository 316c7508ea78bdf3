//! Pictures within a text. The stored text names the originals; pages show the smaller versions that were made of them.

use domain::article::{ImageFormat, PictureFile};

use super::picture::{Source, sources, src};

/// Width of a picture within a text, as the attribute `sizes`. Follows the line length in `style/tokens/type.css`.
const SIZES: &str = "(min-width: 42rem) 39rem, calc(100vw - 2rem)";
/// Start of an image tag, exactly as the sanitiser writes it.
const IMAGE: &str = "<img src=\"/gambar/";

/// Lets browsers choose the width and format of each picture of a sanitised text.
pub(super) fn with_pictures(html: &str) -> String {
    let mut parts = html.split(IMAGE);
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match end_of_tag(part).and_then(|end| Some((picture(&part[..end])?, &part[end + 1..]))) {
            Some((picture, rest)) => shown.extend([&picture, rest]),
            // There are no other versions of this picture: its tag stays as it is.
            None => shown.extend([IMAGE, part]),
        }
    }
    shown
}

/// Replaces each picture of a sanitised text by a link to it.
pub(super) fn with_links(html: &str) -> String {
    let mut parts = html.split(IMAGE);
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((tag, rest)) = end_of_tag(part).map(|end| (&part[..end], &part[end + 1..])) else {
            continue;
        };
        let (name, attributes) = tag.split_once('"').unwrap_or((tag, ""));
        let alt =
            attributes.split_once("alt=\"").and_then(|(_, alt)| alt.split('"').next()).unwrap_or_default();
        let words = if alt.is_empty() { name } else { alt };
        shown.extend(["<a href=\"/gambar/", name, "\">", words, "</a>", rest]);
    }
    shown
}

/// Byte offset of the `>` that ends a tag; a `>` within an attribute is skipped. `html` begins within an attribute's value.
fn end_of_tag(html: &str) -> Option<usize> {
    let mut is_quoted = true;
    html.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    })
}

/// Element `<picture>` for an image tag; `tag` is its text after [`IMAGE`]. `None` if no versions of the picture were made.
fn picture(tag: &str) -> Option<String> {
    let (name, attributes) = tag.split_once('"')?;
    let number =
        |name: &str| attributes.split_once(&format!(" {name}=\""))?.1.split('"').next()?.parse().ok();
    if name.contains('-') {
        return None;
    }
    let placeholder = Some(String::new());
    let file = PictureFile {
        name: name.to_owned(),
        width: number("width")?,
        height: number("height")?,
        placeholder,
    };
    let source =
        |Source { kind, widths }| format!("<source type=\"{kind}\" srcset=\"{widths}\" sizes=\"{SIZES}\">");
    let sources: String = sources(&file, &ImageFormat::ALL, u32::MAX).into_iter().map(source).collect();
    Some(format!("<picture>{sources}<img src=\"{}\"{attributes}></picture>", src(&file, u32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_of_a_text_comes_in_every_width_and_form() {
        let text = "<p>Satu</p><figure><img src=\"/gambar/ab.png\" alt=\"a > b\" width=\"700\" height=\"400\"></figure>";
        let shown = with_pictures(text);
        assert!(shown.starts_with(
            "<p>Satu</p><figure><picture><source type=\"image/avif\" srcset=\"/gambar/ab-288.avif 288w, "
        ));
        assert!(shown.contains(
            "<img src=\"/gambar/ab-700.jpg\" alt=\"a > b\" width=\"700\" height=\"400\"></picture></figure>"
        ));
    }

    #[test]
    fn the_light_page_links_to_pictures() {
        let text = "<p>Satu</p><figure><img src=\"/gambar/ab.png\" alt=\"a > b\" width=\"700\"></figure><img src=\"/gambar/c.gif\">";
        assert_eq!(
            with_links(text),
            "<p>Satu</p><figure><a href=\"/gambar/ab.png\">a > b</a></figure><a href=\"/gambar/c.gif\">c.gif</a>"
        );
    }

    #[test]
    fn what_moves_stays_as_it_is() {
        for text in [
            "<p>x</p>",
            "<img src=\"/gambar/ab-asli.gif\" width=\"7\" height=\"4\">",
            "<img src=\"/gambar/ab.png\"",
        ] {
            assert_eq!(with_pictures(text), text);
        }
    }
}
