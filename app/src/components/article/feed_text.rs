//! Text of an article for feeds, and the addresses of feeds.

use domain::article::{PictureFile, Teaser};
use domain::body::Body;
use domain::markup::{Piece, Tag, pieces};

use super::body_pictures::within_text;
use super::picture::src;
use crate::components::escape;
use crate::context::Services;

/// A format of feeds.
#[derive(Clone, Copy, Debug)]
pub struct FeedFormat {
    /// Path behind that of the list.
    pub path: &'static str,
    /// Media type.
    pub kind: &'static str,
}

/// Formats of feeds, which every list has.
pub const FEED_PATHS: [FeedFormat; 3] = [
    FeedFormat { path: "/rss.xml", kind: "application/rss+xml" },
    FeedFormat { path: "/atom.xml", kind: "application/atom+xml" },
    FeedFormat { path: "/feed.json", kind: "application/feed+json" },
];

/// A whole text for programs that know only HTML: its pictures have one address each, and all addresses name the site. A [`Body`] is
/// proof of a grant.
pub fn feed_html(body: &Body, origin: &str) -> String {
    let mut shown = String::with_capacity(body.html().len() + 256);
    for piece in pieces(body.html()) {
        match piece {
            Piece::Words(words) => shown.push_str(words),
            Piece::Start(tag) => shown.push_str(&start(tag, origin)),
            Piece::End(name) => shown.extend(["</", name, ">"]),
        }
    }
    shown
}

/// The beginning of a text, which everyone may read, with a link to the article.
pub fn feed_teaser(teaser: &Teaser, address: &str, services: &Services) -> String {
    let paragraph = |words: &String| format!("<p>{}</p>", escape(words));
    let words: String = teaser.paragraphs().iter().map(paragraph).collect();
    let link = escape(services.access_text().go_on);
    format!("{words}<p><a href=\"{}\">{link}</a></p>", escape(address))
}

/// Address of the largest version of a picture in a format that every program knows.
pub fn picture_src(file: &PictureFile) -> String {
    src(file, u32::MAX)
}

/// Width and height in pixels of the picture at that address.
pub fn picture_size(file: &PictureFile) -> (u32, u32) {
    let largest = file.widths().pop().filter(|_| file.placeholder.is_some());
    let width = largest.unwrap_or(file.width);
    let height = u64::from(file.height) * u64::from(width) / u64::from(file.width.max(1));
    (width, u32::try_from(height).unwrap_or(file.height).max(1))
}

fn start(tag: Tag<'_>, origin: &str) -> String {
    let mut source = tag.source.to_owned();
    if let (Some(picture), Some(stored)) = (within_text(tag), tag.attribute("src")) {
        source = source.replacen(&format!("src=\"{stored}\""), &format!("src=\"{}\"", picture.address), 1);
    }
    for name in ["href", "src"] {
        let own = tag.attribute(name).is_some_and(|value| value.starts_with('/') && !value.starts_with("//"));
        if own {
            source = source.replacen(&format!(" {name}=\"/"), &format!(" {name}=\"{origin}/"), 1);
        }
    }
    source
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_in_a_text_name_the_site_and_pictures_have_one() {
        for (stored, expected) in [
            ("<a href=\"/read/7\">", "<a href=\"https://w.example/read/7\">"),
            ("<a href=\"https://x.example/\">", "<a href=\"https://x.example/\">"),
            ("<a href=\"#n\">", "<a href=\"#n\">"),
            (
                "<img src=\"/gambar/ab.png\" alt=\"a\" width=\"700\" height=\"400\">",
                "<img src=\"https://w.example/gambar/ab-700.jpg\" alt=\"a\" width=\"700\" height=\"400\">",
            ),
            ("<img src=\"/gambar/ab-asli.gif\">", "<img src=\"https://w.example/gambar/ab-asli.gif\">"),
        ] {
            assert_eq!(start(Tag { source: stored }, "https://w.example"), expected);
        }
    }

    #[test]
    fn the_size_is_that_of_the_largest_version() {
        let file = |width, height, placeholder: Option<&str>| PictureFile {
            name: "a.jpg".into(),
            width,
            height,
            placeholder: placeholder.map(str::to_owned),
        };
        assert_eq!(picture_size(&file(3200, 2000, Some(""))), (1600, 1000));
        assert_eq!(picture_size(&file(640, 480, Some(""))), (640, 480));
        assert_eq!(picture_size(&file(3200, 2000, None)), (3200, 2000));
    }
}
