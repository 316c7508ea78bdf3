//! The lead picture of an article.

use serde::{Deserialize, Serialize};

/// A picture with its words. Caption and description differ: one informs, the other replaces the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Location of its bytes.
    pub src: PictureSource,
    /// Description of the picture for readers who cannot see it.
    pub alt: Option<String>,
    /// Meaning of the picture for the story.
    pub caption: Option<String>,
    /// Author or source of the picture.
    pub credit: Option<String>,
}

/// Location of the bytes of a picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PictureSource {
    /// Kept by us.
    File(PictureFile),
    /// Known by its address only, and therefore not shown: readers fetch nothing from strangers.
    Origin(String),
}

/// A picture that we keep: its original, and what browsers are given of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureFile {
    /// The original's name: the SHA-256 of its bytes in hex, a dot, and the format's ending.
    pub name: String,
    /// Pixels, as it is looked at: a photograph that says that it lies on its side has been put upright.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// A few pixels of it as a `data:` address, to be shown while it loads. `None` where browsers are given the
    /// original: it moves, or is in a form that we do not read.
    pub placeholder: Option<String>,
}

/// The forms in which a picture is offered, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageFormat {
    /// A third of the bytes, understood by nearly every browser.
    Avif,
    /// Understood by every browser of the last years.
    Webp,
    /// Understood by everything.
    Jpeg,
}

impl ImageFormat {
    /// Every form, in the order in which browsers shall choose.
    pub const ALL: [Self; 3] = [Self::Avif, Self::Webp, Self::Jpeg];

    /// The ending of a file's name.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
        }
    }
}

impl PictureFile {
    /// Widths that a picture is offered in: a thumbnail on a fine screen, the window of a telephone with two and with three pixels to
    /// the point, and a large window.
    pub const WIDTHS: [u32; 4] = [288, 720, 1080, 1600];

    /// The widths in pixels of what is made of a picture, ascending. Nothing is made larger than it is.
    pub fn widths(&self) -> Vec<u32> {
        widths(self.width)
    }

    /// The name of what is made of the picture in a width and a form.
    pub fn rendition(&self, width: u32, format: ImageFormat) -> String {
        rendition(&self.name, width, format)
    }

    /// The name under which browsers are given the original, where they are.
    pub fn shown_as_it_is(&self) -> String {
        let (hash, ending) = self.name.split_once('.').unwrap_or((&self.name, ""));
        format!("{hash}{AS_IT_IS}{ending}")
    }

    /// The name that stands in a text: the original's, or the one under which browsers are given it.
    pub fn name_in_text(&self) -> String {
        if self.placeholder.is_some() { self.name.clone() } else { self.shown_as_it_is() }
    }
}

const AS_IT_IS: &str = "-asli.";

/// The original's name from the one that stands in a text.
pub fn original(name_in_text: &str) -> String {
    name_in_text.replacen(AS_IT_IS, ".", 1)
}

/// The widths of what is made of a picture of this width.
pub fn widths(width: u32) -> Vec<u32> {
    let most = PictureFile::WIDTHS[PictureFile::WIDTHS.len() - 1].min(width);
    PictureFile::WIDTHS.into_iter().filter(|narrower| *narrower < most).chain([most]).collect()
}

/// Digits of the hash in the name of what is made of a picture.
pub const RENDITION_HASH: usize = 32;

/// The name of what is made of an original in a width and a form: of the hash, the half that tells any two pictures apart. An article
/// names some seventy of them.
pub fn rendition(original: &str, width: u32, format: ImageFormat) -> String {
    let hash = original.split('.').next().unwrap_or(original);
    let hash = hash.get(..RENDITION_HASH).unwrap_or(hash);
    format!("{hash}-{width}.{}", format.ending())
}

impl Picture {
    /// The picture's file, where we have one.
    pub fn file(&self) -> Option<&PictureFile> {
        match &self.src {
            PictureSource::File(file) => Some(file),
            PictureSource::Origin(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_made_larger_than_it_is() {
        for (width, made) in [
            (4000, vec![288, 720, 1080, 1600]),
            (1600, vec![288, 720, 1080, 1600]),
            (1280, vec![288, 720, 1080, 1280]),
            (640, vec![288, 640]),
            (720, vec![288, 720]),
            (12, vec![12]),
        ] {
            assert_eq!(widths(width), made);
        }
    }

    #[test]
    fn names_say_whose_and_what() {
        let file = PictureFile { name: "ab12.png".into(), width: 9, height: 9, placeholder: None };
        assert_eq!(file.rendition(288, ImageFormat::Avif), "ab12-288.avif");
        assert_eq!(file.name_in_text(), "ab12-asli.png");
        assert_eq!(original(&file.name_in_text()), "ab12.png");
    }
}
