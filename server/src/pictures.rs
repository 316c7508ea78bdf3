//! The newsroom's pictures. An original is named by the SHA-256 of its bytes and what is made of it after the original,
//! so nothing ever changes under its name.

mod fetch;
mod public_address;
mod render;
mod storage;

use std::path::{Path, PathBuf};

use bytes::Bytes;
use domain::article::{ImageFormat, PictureFile, rendition, widths};
use image::ImageFormat as SourceFormat;
use sha2::{Digest, Sha256};

use crate::local_file::{LocalFileError, find};
use crate::settings;
use render::Readable;

pub use fetch::Fetcher;
pub use storage::Storage;

/// Originals lie apart: they may say where they were taken, and nobody but the newsroom is given them.
const ORIGINALS: &str = "originals";
/// The most pixels of anything that is made of a picture: a column of 1,000 pixels and some ten screens.
const LARGEST_RENDITION: u64 = 8_000_000;

/// The pictures and their limits.
#[derive(Clone, Debug)]
pub struct Pictures {
    storage: Storage,
    largest_bytes: u64,
    largest_pixels: u64,
}

/// Why a picture is not taken.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// It cannot be read, or the folder cannot be written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// It is no file beside the one that names it.
    #[error(transparent)]
    Local(#[from] LocalFileError),
    /// The folder of the settings.
    #[error("setting pictures.folder: cannot use {path}: {why}; name a folder that can be made and written", path = .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        why: String,
    },
    /// The bucket of the settings.
    #[error("setting pictures.s3: {0}")]
    Bucket(#[source] object_store::Error),
    /// The folder or the bucket does not answer as it should.
    #[error("the store of pictures: {0}")]
    Storage(#[from] object_store::Error),
    /// More bytes than the setting allows.
    #[error("{0} bytes are more than pictures.largest_bytes allows")]
    TooLarge(u64),
    /// More pixels than the setting allows: a small file may fill the memory.
    #[error("{0} x {1} pixels are more than pictures.largest_megapixels allows")]
    TooManyPixels(usize, usize),
    /// A strip, no picture.
    #[error("{0} x {1} pixels are too high for the width")]
    TooHigh(usize, usize),
    /// Its bytes are no picture of a kind that browsers show, whatever its name says.
    #[error("it is no JPEG, PNG, WebP, AVIF or GIF")]
    UnknownFormat,
    /// It begins like a picture, and does not go on like one.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// Its address does not give it.
    #[error("{0}")]
    Fetch(String),
    /// Its address, or one that it redirects to, is not asked. One text for all reasons: it tells nothing of what is there.
    #[error("it has no public web address (setting pictures.fetch_networks names networks of yours)")]
    NotPublic,
}

impl From<image::ImageError> for PictureError {
    fn from(error: image::ImageError) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl Pictures {
    /// The pictures of the settings. Wants to be called where a runtime is; what works with pictures wants to be called
    /// where none is, for it takes its time.
    pub fn open(settings: &settings::Pictures) -> Result<Self, PictureError> {
        Ok(Self {
            storage: Storage::open(settings)?,
            largest_bytes: settings.largest_bytes,
            largest_pixels: u64::from(settings.largest_megapixels) * 1_000_000,
        })
    }

    /// The bytes of an original; `None` where it is not there.
    pub async fn original(&self, name: &str) -> Result<Option<Bytes>, PictureError> {
        self.storage.get(&at(name)).await
    }

    /// The names of what should be there for browsers and is not.
    pub async fn missing(&self, file: &PictureFile) -> Result<Vec<String>, PictureError> {
        let mut missing = Vec::new();
        for name in shown(file) {
            if !self.storage.has(&name).await? {
                missing.push(name);
            }
        }
        Ok(missing)
    }

    /// The name and the width in pixels of the picture at `src`, a path beside the file that names it; no width where it is shown as it is.
    /// Nothing is kept yet.
    pub fn look(&self, beside: &Path, src: &str) -> Result<(String, Option<u32>), PictureError> {
        let bytes = self.read(beside, src)?;
        let format = self.check(&bytes)?;
        let width = render::upright_size(&bytes, format).ok().map(|(width, _)| width);
        Ok((name(&bytes, format), width))
    }

    /// Whether a picture of this name is there, and with it all that is made of it in this width. Another version of the program may have made
    /// it in other widths: the smallest tells.
    pub fn has(&self, name: &str, width: Option<u32>) -> Result<bool, PictureError> {
        let is_made = width.map_or(Ok(true), |width| self.storage.has_now(&smallest(name, width)))?;
        Ok(is_made && self.storage.has_now(&at(name))?)
    }

    /// Takes over the picture at `src`, a path beside the file that names it, and makes of it what browsers are given.
    pub fn keep(&self, beside: &Path, src: &str) -> Result<PictureFile, PictureError> {
        self.keep_bytes(self.read(beside, src)?)
    }

    fn keep_bytes(&self, bytes: Vec<u8>) -> Result<PictureFile, PictureError> {
        let format = self.check(&bytes)?;
        let name = name(&bytes, format);
        if render::is_shown_as_it_is(&bytes, format)? {
            let (width, height) = size(&bytes)?;
            let pixels = |side| u32::try_from(side).map_err(|_| PictureError::UnknownFormat);
            let file =
                PictureFile { name, width: pixels(width)?, height: pixels(height)?, placeholder: None };
            if !self.has(&file.name, None)? {
                self.storage.put_now(&file.shown_as_it_is(), bytes.clone())?;
                self.storage.put_now(&at(&file.name), bytes)?;
            }
            return Ok(file);
        }
        let (width, height) = render::upright_size(&bytes, format)?;
        if !self.has(&name, Some(width))? {
            let picture = Readable::read(&bytes, format, self.largest_pixels)?;
            picture.render(&name, |made| self.storage.put_now(&made.name, made.bytes))?;
            // Last: where the original is, everything is.
            self.storage.put_now(&at(&name), bytes)?;
        }
        let smallest = self.storage.get_now(&smallest(&name, width))?;
        let smallest = smallest.ok_or_else(|| PictureError::Damaged("what was made of it is gone".into()))?;
        let placeholder = Some(render::placeholder(&smallest)?);
        Ok(PictureFile { name, width, height, placeholder })
    }

    fn read(&self, beside: &Path, src: &str) -> Result<Vec<u8>, PictureError> {
        let (path, length) = find(beside, src)?;
        if length > self.largest_bytes {
            return Err(PictureError::TooLarge(length));
        }
        Ok(std::fs::read(path)?)
    }

    /// What can be told before all of it is read.
    fn check(&self, bytes: &[u8]) -> Result<SourceFormat, PictureError> {
        let format = render::format(bytes)?;
        let (width, height) = size(bytes)?;
        let pixels = width as u64 * height as u64;
        if pixels == 0 || pixels > self.largest_pixels {
            return Err(PictureError::TooManyPixels(width, height));
        }
        let widest = u64::from(widths(u32::try_from(width).unwrap_or(u32::MAX)).pop().unwrap_or(1));
        if widest * (widest * height as u64 / width as u64) > LARGEST_RENDITION {
            return Err(PictureError::TooHigh(width, height));
        }
        Ok(format)
    }
}

/// The names of everything that browsers are given of a picture.
fn shown(file: &PictureFile) -> Vec<String> {
    if file.placeholder.is_none() {
        return vec![file.shown_as_it_is()];
    }
    let of_width = |width| ImageFormat::ALL.map(|form| file.rendition(width, form));
    file.widths().into_iter().flat_map(of_width).collect()
}

fn smallest(name: &str, width: u32) -> String {
    rendition(name, widths(width)[0], ImageFormat::Webp)
}

fn at(name: &str) -> String {
    format!("{ORIGINALS}/{name}")
}

fn name(bytes: &[u8], format: SourceFormat) -> String {
    let ending = match format {
        SourceFormat::Jpeg => "jpg",
        SourceFormat::Png => "png",
        SourceFormat::WebP => "webp",
        SourceFormat::Gif => "gif",
        _ => "avif",
    };
    format!("{}.{ending}", hex(&Sha256::digest(bytes)))
}

/// As its head says.
fn size(bytes: &[u8]) -> Result<(usize, usize), PictureError> {
    let size = imagesize::blob_size(bytes).map_err(|error| PictureError::Damaged(error.to_string()))?;
    Ok((size.width, size.height))
}

/// Bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
