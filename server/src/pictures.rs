//! The folder of imported pictures: each file is named by the SHA-256 of its bytes, so it never changes.

mod fetch;

use std::io::Write;
use std::path::{Path, PathBuf};

use domain::article::PictureFile;
use sha2::{Digest, Sha256};

use crate::settings;

pub use fetch::Fetcher;

/// More pixels on a side than any print shop sends; beyond, a small file may fill a reader's memory.
const MOST_PIXELS: usize = 20_000;

/// The folder and its limits.
#[derive(Clone, Debug)]
pub struct Pictures {
    folder: PathBuf,
    largest_bytes: u64,
}

/// Why a picture is not taken.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// It cannot be read, or the folder cannot be written.
    #[error("{0}")]
    File(#[from] std::io::Error),
    /// More bytes than the setting allows.
    #[error("{0} bytes are more than pictures.largest_bytes allows")]
    TooLarge(u64),
    /// More pixels than any picture has.
    #[error("{0} x {1} pixels are too many")]
    TooManyPixels(usize, usize),
    /// Its bytes are no picture of a kind that browsers show, whatever its name says.
    #[error("it is no JPEG, PNG, WebP, AVIF or GIF")]
    UnknownFormat,
    /// Its address does not give it.
    #[error("{0}")]
    Fetch(String),
    /// Its name leads out of the folder of the file that names it.
    #[error("its path leads out of the folder")]
    Outside,
}

impl Pictures {
    /// The folder of the settings.
    pub fn new(settings: &settings::Pictures) -> Self {
        Self { folder: settings.folder.clone(), largest_bytes: settings.largest_bytes }
    }

    /// Where a kept picture lies.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Takes over the picture at `src`, a path beside the file that names it.
    pub fn keep(&self, beside: &Path, src: &str) -> Result<PictureFile, PictureError> {
        let relative = Path::new(src);
        let inside = relative.components().all(|part| matches!(part, std::path::Component::Normal(_)));
        if !inside {
            return Err(PictureError::Outside);
        }
        let path = beside.join(relative);
        let length = std::fs::metadata(&path)?.len();
        if length > self.largest_bytes {
            return Err(PictureError::TooLarge(length));
        }
        self.keep_bytes(&std::fs::read(&path)?)
    }

    fn keep_bytes(&self, bytes: &[u8]) -> Result<PictureFile, PictureError> {
        let ending = ending(bytes).ok_or(PictureError::UnknownFormat)?;
        let size = imagesize::blob_size(bytes).map_err(|_| PictureError::UnknownFormat)?;
        if size.width.max(size.height) > MOST_PIXELS || size.width.min(size.height) == 0 {
            return Err(PictureError::TooManyPixels(size.width, size.height));
        }
        let name = format!("{}.{ending}", hex(&Sha256::digest(bytes)));
        let path = self.path(&name);
        // Named by its content: what is there is the same.
        if !path.exists() {
            self.write(&path, bytes)?;
        }
        let pixels = |side| u32::try_from(side).map_err(|_| PictureError::UnknownFormat);
        Ok(PictureFile { name, width: pixels(size.width)?, height: pixels(size.height)? })
    }

    /// A picture is there whole or not at all, whenever the program is killed.
    fn write(&self, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
        let folder = path.parent().unwrap_or(&self.folder);
        std::fs::create_dir_all(folder)?;
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path).map_err(|error| error.error).map(drop)
    }
}

/// The name's ending by the bytes; SVG is none of them, it can hold scripts.
fn ending(bytes: &[u8]) -> Option<&'static str> {
    use imagesize::ImageType;
    match imagesize::image_type(bytes).ok()? {
        ImageType::Jpeg => Some("jpg"),
        ImageType::Png => Some("png"),
        ImageType::Webp => Some("webp"),
        ImageType::Gif => Some("gif"),
        ImageType::Heif(imagesize::Compression::Av1) => Some("avif"),
        _ => None,
    }
}

/// Bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
