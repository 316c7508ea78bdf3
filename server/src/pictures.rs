//! Pictures of the newsroom. An original is named by the SHA-256 of its bytes, and its renditions are named after it,
//! so the bytes under a name never change.

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

/// Folder of originals. They may contain the place where a picture was taken, so they are never served.
const ORIGINALS: &str = "originals";
/// Limit of a rendition in pixels: a column 1,000 pixels wide and about ten screens high.
const LARGEST_RENDITION: u64 = 8_000_000;

/// Store of pictures, with the limits of the settings.
#[derive(Clone, Debug)]
pub struct Pictures {
    storage: Storage,
    largest_bytes: u64,
    largest_pixels: u64,
}

/// Error that keeps a picture from being imported.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The file cannot be read, or the folder cannot be written.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// The path does not name a file in the folder of the record's file.
    #[error(transparent)]
    Local(#[from] LocalFileError),
    /// The folder of the settings cannot be used.
    #[error("setting pictures.folder: cannot use {path}: {why}; name a folder that can be made and written", path = .path.display())]
    Folder {
        path: PathBuf,
        /// Message of the system.
        why: String,
    },
    /// The bucket of the settings cannot be used.
    #[error("setting pictures.s3: {0}")]
    Bucket(#[source] object_store::Error),
    /// Reading or writing the folder or bucket fails.
    #[error("the store of pictures: {0}")]
    Storage(#[from] object_store::Error),
    /// The file is larger than the setting allows.
    #[error("{0} bytes are more than pictures.largest_bytes allows")]
    TooLarge(u64),
    /// The picture has more pixels than the setting allows: a small file may need a lot of memory.
    #[error("{0} x {1} pixels are more than pictures.largest_megapixels allows")]
    TooManyPixels(usize, usize),
    /// The picture is an extremely tall strip.
    #[error("{0} x {1} pixels are too high for the width")]
    TooHigh(usize, usize),
    /// The bytes are not a picture in a format that browsers show, whatever the file is called.
    #[error("it is no JPEG, PNG, WebP, AVIF or GIF")]
    UnknownFormat,
    /// The file begins like a picture but cannot be decoded.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// The picture cannot be downloaded from its address.
    #[error("{0}")]
    Fetch(String),
    /// The address, or one that it redirects to, is not public. All reasons have one text, which reveals nothing about the network.
    #[error("it has no public web address (setting pictures.fetch_networks names networks of yours)")]
    NotPublic,
}

impl From<image::ImageError> for PictureError {
    fn from(error: image::ImageError) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl Pictures {
    /// Opens the store of the settings; has to be called within an async runtime. Methods that work on pictures block and have to be
    /// called outside of it.
    pub fn open(settings: &settings::Pictures) -> Result<Self, PictureError> {
        Ok(Self {
            storage: Storage::open(settings)?,
            largest_bytes: settings.largest_bytes,
            largest_pixels: u64::from(settings.largest_megapixels) * 1_000_000,
        })
    }

    /// Reads an original; `None` if it does not exist.
    pub async fn original(&self, name: &str) -> Result<Option<Bytes>, PictureError> {
        self.storage.get(&at(name)).await
    }

    /// Names of the renditions that the store should have and does not.
    pub async fn missing(&self, file: &PictureFile) -> Result<Vec<String>, PictureError> {
        let mut missing = Vec::new();
        for name in shown(file) {
            if !self.storage.has(&name).await? {
                missing.push(name);
            }
        }
        Ok(missing)
    }

    /// Reads the picture at `src`, a path relative to `beside`, and returns its name and width in pixels. The width is `None` if the file
    /// is published unchanged. Nothing is stored yet.
    pub fn look(&self, beside: &Path, src: &str) -> Result<(String, Option<u32>), PictureError> {
        let bytes = self.read(beside, src)?;
        let format = self.check(&bytes)?;
        let width = render::upright_size(&bytes, format).ok().map(|(width, _)| width);
        Ok((name(&bytes, format), width))
    }

    /// Whether the store has this original, and its renditions for this width. Another version of the program may have rendered other
    /// widths, so the smallest rendition is checked.
    pub fn has(&self, name: &str, width: Option<u32>) -> Result<bool, PictureError> {
        let is_made = width.map_or(Ok(true), |width| self.storage.has_now(&smallest(name, width)))?;
        Ok(is_made && self.storage.has_now(&at(name))?)
    }

    /// Stores the picture at `src`, a path relative to `beside`, together with its renditions.
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
            // The original is stored last: if it exists, all renditions do.
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

    /// Checks format and size before the whole picture is decoded.
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

/// Names of all files that browsers may request of a picture.
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

/// Width and height from the file's header, before rotation.
fn size(bytes: &[u8]) -> Result<(usize, usize), PictureError> {
    let size = imagesize::blob_size(bytes).map_err(|error| PictureError::Damaged(error.to_string()))?;
    Ok((size.width, size.height))
}

/// Encodes bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
