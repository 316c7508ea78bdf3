//! Videos of the newsroom and their captions. They are served unchanged and named by the SHA-256 of their bytes, so the bytes
//! under a name never change. A video is never completely in memory.

mod format;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use domain::article::VideoFile;
use sha2::{Digest, Sha256};

use crate::local_file::{LocalFileError, find};
use crate::pictures::{PictureError, Storage, hex};
use crate::settings;

/// Folder of videos in the storage, apart from pictures.
const VIDEOS: &str = "videos";
/// Number of bytes that identify a file's format.
const HEAD: usize = 256;
/// Number of bytes that are in memory at a time.
const PIECE: u64 = 4 * 1024 * 1024;
/// Limit of captions in bytes: a whole day of speech is smaller.
const LARGEST_CAPTIONS: u64 = 1024 * 1024;
/// File name extension of captions.
const CAPTIONS: &str = "vtt";

/// Store of videos, with the limit of the settings.
#[derive(Clone, Debug)]
pub struct Videos {
    storage: Storage,
    largest_bytes: u64,
}

/// Error that keeps a video or its captions from being imported.
#[derive(Debug, thiserror::Error)]
pub enum VideoError {
    /// The file cannot be read, or the folder cannot be written.
    #[error(transparent)]
    File(#[from] io::Error),
    /// The path does not name a file in the folder of the record's file.
    #[error(transparent)]
    Local(#[from] LocalFileError),
    /// Reading or writing the folder or bucket fails.
    #[error("the store of videos: {0}")]
    Storage(#[from] object_store::Error),
    /// The file is too large; also names the limit.
    #[error("{0} bytes are more than {1}")]
    TooLarge(u64, &'static str),
    /// The bytes are not a video in a format that browsers play, whatever the file is called.
    #[error("it is no MP4 or WebM")]
    UnknownFormat,
    /// The bytes are not WebVTT.
    #[error("it is no WebVTT in UTF-8")]
    NoCaptions,
    /// The file was changed while it was read.
    #[error("it changed while it was read")]
    Changed,
}

impl Videos {
    /// Opens the storage of pictures, which also holds videos; has to be called within an async runtime. Methods that work on
    /// videos block and have to be called outside of it.
    pub fn open(pictures: &settings::Pictures, settings: &settings::Videos) -> Result<Self, PictureError> {
        Ok(Self { storage: Storage::open(pictures)?, largest_bytes: settings.largest_bytes })
    }

    /// Reads the video at `src`, a path relative to `beside`, and returns its name and size. Nothing is stored yet.
    pub fn look(&self, beside: &Path, src: &str) -> Result<VideoFile, VideoError> {
        let file = open(beside, src, self.largest_bytes, "videos.largest_bytes allows")?;
        let mut head = Vec::with_capacity(HEAD);
        (&file).take(HEAD as u64).read_to_end(&mut head)?;
        let ending = format::ending(&head).ok_or(VideoError::UnknownFormat)?;
        let mut hashed = Hashed { file: head.chain(file), hash: Sha256::new() };
        let bytes = io::copy(&mut hashed, &mut io::sink())?;
        Ok(VideoFile { name: format!("{}.{ending}", hashed.hex()), bytes })
    }

    /// Reads the captions at `src`, a path relative to `beside`, and returns their name. Nothing is stored yet.
    pub fn look_at_captions(&self, beside: &Path, src: &str) -> Result<String, VideoError> {
        let mut bytes = Vec::new();
        open(beside, src, LARGEST_CAPTIONS, "the megabyte that captions may have")?
            .read_to_end(&mut bytes)?;
        if !format::are_captions(&bytes) {
            return Err(VideoError::NoCaptions);
        }
        Ok(format!("{}.{CAPTIONS}", hex(&Sha256::digest(&bytes))))
    }

    /// Whether the storage has a video or captions of this name.
    pub fn has(&self, name: &str) -> Result<bool, VideoError> {
        Ok(self.storage.size_now(&at(name))?.is_some())
    }

    /// Stores the file at `src`, which [`Self::look`] or [`Self::look_at_captions`] has read before.
    pub fn keep(&self, beside: &Path, src: &str, name: &str) -> Result<(), VideoError> {
        if self.has(name)? {
            return Ok(());
        }
        let file =
            open(beside, src, self.largest_bytes.max(LARGEST_CAPTIONS), "videos.largest_bytes allows")?;
        let hashed = Hashed { file, hash: Sha256::new() };
        if self.storage.put_read_now(&at(name), hashed, |hashed| hashed.is(name))?? {
            Ok(())
        } else {
            Err(VideoError::Changed)
        }
    }

    /// Copies a video or captions into a folder; false if the storage does not have them.
    pub async fn copy(&self, name: &str, folder: &Path) -> Result<bool, VideoError> {
        let mut copy = tempfile::NamedTempFile::new_in(folder)?;
        let found = self.read(name, |piece| copy.write_all(piece)).await?;
        if found {
            copy.persist(folder.join(name)).map_err(|error| error.error)?;
        }
        Ok(found)
    }

    /// Whether the stored bytes have the hash in the name; `None` if there is no such file.
    pub async fn is_sound(&self, name: &str) -> Result<Option<bool>, VideoError> {
        let mut hashed = Hashed { file: io::empty(), hash: Sha256::new() };
        let found = self
            .read(name, |piece| {
                hashed.hash.update(piece);
                Ok(())
            })
            .await?;
        Ok(found.then(|| hashed.is(name)))
    }

    async fn read(
        &self,
        name: &str,
        mut take: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> Result<bool, VideoError> {
        let name = at(name);
        let Some(size) = self.storage.size(&name).await? else {
            return Ok(false);
        };
        let mut start = 0;
        while start < size {
            let end = size.min(start + PIECE);
            take(&self.storage.part(&name, start..end).await?.bytes().await?)?;
            start = end;
        }
        Ok(true)
    }
}

/// Whether a name is one of captions, by its extension.
pub(crate) fn is_captions(name: &str) -> bool {
    name.split_once('.').is_some_and(|(_, ending)| ending == CAPTIONS)
}

/// Path of a video or captions in the storage.
pub(crate) fn at(name: &str) -> String {
    format!("{VIDEOS}/{name}")
}

fn open(beside: &Path, src: &str, largest: u64, limit: &'static str) -> Result<File, VideoError> {
    let (path, bytes) = find(beside, src)?;
    if bytes > largest {
        return Err(VideoError::TooLarge(bytes, limit));
    }
    Ok(File::open(path)?)
}

/// Reader that computes the hash of all bytes read.
struct Hashed<R> {
    file: R,
    hash: Sha256,
}

impl<R> Hashed<R> {
    fn hex(&self) -> String {
        hex(&self.hash.clone().finalize())
    }

    fn is(&self, name: &str) -> bool {
        name.split('.').next() == Some(self.hex().as_str())
    }
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.file.read(buffer)?;
        self.hash.update(&buffer[..length]);
        Ok(length)
    }
}
