//! Pictures of a record: the lead picture, and those within the text.

use std::cell::RefCell;

use domain::article::{Picture, PictureFile, PictureSource};

use super::read::ImportContext;
use super::{Image, videos};
use crate::content::Media;
use crate::pictures::PictureError;
use crate::record::{Reject, excerpt, optional};
use crate::videos::VideoError;

/// Picture in a file whose path is relative to the file of records.
#[derive(Debug)]
pub(super) struct LocalPicture {
    pub(super) src: String,
    /// Name derived from the SHA-256 of the bytes.
    pub(super) name: String,
    /// Width in pixels; `None` if the file is published unchanged.
    pub(super) width: Option<u32>,
}

/// Finds the lead picture. If it is unavailable, the article is imported without it and a warning is recorded.
pub(super) fn lead_picture(
    image: Option<&Image>,
    context: &ImportContext,
    warnings: &mut Vec<String>,
) -> Result<(Option<Picture>, Option<LocalPicture>), Reject> {
    let Some(image) = image else {
        return Ok((None, None));
    };
    let Some(src) = optional("image.src", image.src.clone())? else {
        return Ok((None, None));
    };
    let Some((source, local)) = source(src, context, warnings) else {
        return Ok((None, None));
    };
    let picture = Picture {
        src: source,
        alt: optional("image.alt", image.alt.clone())?,
        caption: optional("image.caption", image.caption.clone())?,
        credit: optional("image.credit", image.credit.clone())?,
    };
    Ok((Some(picture), local))
}

/// Locates a picture before it is stored. Returns `None` and records a warning if the picture is unavailable.
pub(super) fn source(
    src: String,
    context: &ImportContext,
    warnings: &mut Vec<String>,
) -> Option<(PictureSource, Option<LocalPicture>)> {
    if is_address(&src) {
        return match from_address(&src, context) {
            Ok(Some(file)) => Some((PictureSource::File(file), None)),
            Ok(None) => Some((PictureSource::Origin(src), None)),
            Err(error) => {
                warnings.push(format!("picture {}: {error}; its address is kept", excerpt(&src)));
                Some((PictureSource::Origin(src), None))
            }
        };
    }
    match context.pictures.look(&context.folder, &src) {
        // Until the picture is stored, only its path identifies it.
        Ok((name, width)) => {
            Some((PictureSource::Origin(src.clone()), Some(LocalPicture { src, name, width })))
        }
        Err(error) => {
            warnings.push(left_out(&src, &error));
            None
        }
    }
}

fn is_address(src: &str) -> bool {
    src.starts_with("http://") || src.starts_with("https://")
}

/// Returns the picture already fetched from this address, or fetches it; `None` if fetching is disabled.
fn from_address(src: &str, context: &ImportContext) -> Result<Option<PictureFile>, PictureError> {
    match (context.pictures.fetched(src), &context.fetcher) {
        (Some(file), _) => Ok(Some(file)),
        (None, Some(fetcher)) => context.pictures.fetch(fetcher, src).map(Some),
        (None, None) => Ok(None),
    }
}

/// Collector of the pictures, videos and warnings of one record while it becomes a draft.
pub(super) struct Pictured<'a> {
    context: &'a ImportContext,
    warnings: RefCell<Vec<String>>,
    failure: RefCell<Option<object_store::Error>>,
}

impl<'a> Pictured<'a> {
    pub(super) fn new(context: &'a ImportContext) -> Self {
        Self { context, warnings: RefCell::default(), failure: RefCell::default() }
    }

    /// Returns the warnings, or the error if the store cannot keep anything now.
    pub(super) fn end(self) -> Result<Vec<String>, object_store::Error> {
        self.failure.into_inner().map_or(Ok(self.warnings.into_inner()), Err)
    }
}

impl Pictured<'_> {
    pub(super) fn keep(&self, src: &str) -> Option<PictureFile> {
        match self.context.pictures.keep(&self.context.folder, src) {
            Ok(file) => return Some(file),
            Err(PictureError::Storage(failure)) => *self.failure.borrow_mut() = Some(failure),
            Err(error) => self.warnings.borrow_mut().push(left_out(src, &error)),
        }
        None
    }

    /// Returns the picture of an address in a text, as far as it may be fetched or was before.
    fn keep_from(&self, src: &str) -> Option<PictureFile> {
        // Attributes are unparsed source.
        let address = src.replace("&amp;", "&").replace("&#038;", "&");
        match from_address(&address, self.context) {
            Ok(file) => file,
            Err(PictureError::Storage(failure)) => {
                *self.failure.borrow_mut() = Some(failure);
                None
            }
            Err(error) => {
                let warning = format!("picture {}: {error}; it became a link", excerpt(&address));
                self.warnings.borrow_mut().push(warning);
                None
            }
        }
    }

    /// Stores a picture again that the store has lost.
    pub(super) fn restore_media(&self, picture: &LocalPicture) {
        if !matches!(self.context.pictures.has(&picture.name, picture.width), Ok(true)) {
            self.keep(&picture.src);
        }
    }

    /// Stores a video or captions that were found before.
    pub(super) fn keep_video(&self, src: &str, name: &str) -> Option<()> {
        match self.context.videos.keep(&self.context.folder, src, name) {
            Ok(()) => return Some(()),
            Err(VideoError::Storage(failure)) => *self.failure.borrow_mut() = Some(failure),
            Err(error) => self.warnings.borrow_mut().push(videos::left_out(src, &error)),
        }
        None
    }
}

impl Media for Pictured<'_> {
    fn picture(&self, src: &str) -> Option<(String, u32, u32)> {
        let file = if is_address(src) { self.keep_from(src)? } else { self.keep(src)? };
        Some((format!("/gambar/{}", file.name_in_text()), file.width, file.height))
    }
}

fn left_out(src: &str, error: &PictureError) -> String {
    format!("picture {}: {error}; imported without it", excerpt(src))
}
