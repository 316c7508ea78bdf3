//! The newsroom's videos and their captions: given as they are, and named by the SHA-256 of their bytes, so nothing ever
//! changes under its name. A video is never whole in memory.

mod format;

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use domain::article::VideoFile;
use sha2::{Digest, Sha256};

use crate::local_file::{LocalFileError, find};
use crate::pictures::{PictureError, Storage, hex};
use crate::settings;

/// Videos lie apart from pictures.
const VIDEOS: &str = "videos";
/// Bytes that tell what a file is.
const HEAD: usize = 256;
/// Bytes that are in memory at a time.
const PIECE: u64 = 4 * 1024 * 1024;
/// The most bytes of captions: a day of talking has fewer.
const LARGEST_CAPTIONS: u64 = 1024 * 1024;
/// The ending of captions.
const CAPTIONS: &str = "vtt";

/// The videos and their limit.
#[derive(Clone, Debug)]
pub struct Videos {
    storage: Storage,
    largest_bytes: u64,
}

/// Why a video or its captions are not taken.
#[derive(Debug, thiserror::Error)]
pub enum VideoError {
    /// It cannot be read, or the folder cannot be written.
    #[error(transparent)]
    File(#[from] io::Error),
    /// It is no file beside the one that names it.
    #[error(transparent)]
    Local(#[from] LocalFileError),
    /// The folder or the bucket does not answer as it should.
    #[error("the store of videos: {0}")]
    Storage(#[from] object_store::Error),
    /// More bytes than are allowed, and by what.
    #[error("{0} bytes are more than {1}")]
    TooLarge(u64, &'static str),
    /// Its bytes are no video of a kind that browsers play, whatever its name says.
    #[error("it is no MP4 or WebM")]
    UnknownFormat,
    /// Its bytes are no captions.
    #[error("it is no WebVTT in UTF-8")]
    NoCaptions,
    /// It was being written while it was read.
    #[error("it changed while it was read")]
    Changed,
}

impl Videos {
    /// The videos of the settings, which lie where pictures do. Wants to be called where a runtime is; what works with
    /// videos wants to be called where none is.
    pub fn open(pictures: &settings::Pictures, settings: &settings::Videos) -> Result<Self, PictureError> {
        Ok(Self { storage: Storage::open(pictures)?, largest_bytes: settings.largest_bytes })
    }

    /// The video at `src`, a path beside the file that names it. Nothing is kept yet.
    pub fn look(&self, beside: &Path, src: &str) -> Result<VideoFile, VideoError> {
        let file = open(beside, src, self.largest_bytes, "videos.largest_bytes allows")?;
        let mut head = Vec::with_capacity(HEAD);
        (&file).take(HEAD as u64).read_to_end(&mut head)?;
        let ending = format::ending(&head).ok_or(VideoError::UnknownFormat)?;
        let mut hashed = Hashed { file: head.chain(file), hash: Sha256::new() };
        let bytes = io::copy(&mut hashed, &mut io::sink())?;
        Ok(VideoFile { name: format!("{}.{ending}", hashed.hex()), bytes })
    }

    /// The name of the captions at `src`, likewise.
    pub fn look_at_captions(&self, beside: &Path, src: &str) -> Result<String, VideoError> {
        let mut bytes = Vec::new();
        open(beside, src, LARGEST_CAPTIONS, "the megabyte that captions may have")?
            .read_to_end(&mut bytes)?;
        if !format::are_captions(&bytes) {
            return Err(VideoError::NoCaptions);
        }
        Ok(format!("{}.{CAPTIONS}", hex(&Sha256::digest(&bytes))))
    }

    /// Whether a video or captions of a name are there.
    pub fn has(&self, name: &str) -> Result<bool, VideoError> {
        Ok(self.storage.size_now(&at(name))?.is_some())
    }

    /// Takes over what [`Self::look`] or [`Self::look_at_captions`] has found at `src`.
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

    /// Copies a video or captions into a folder; false where they are not there.
    pub async fn copy(&self, name: &str, folder: &Path) -> Result<bool, VideoError> {
        let mut copy = tempfile::NamedTempFile::new_in(folder)?;
        let found = self.read(name, |piece| copy.write_all(piece)).await?;
        if found {
            copy.persist(folder.join(name)).map_err(|error| error.error)?;
        }
        Ok(found)
    }

    /// Whether what is kept under a name is what the name says; `None` where nothing is.
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

/// Whether a name is that of captions.
pub(crate) fn is_captions(name: &str) -> bool {
    name.split_once('.').is_some_and(|(_, ending)| ending == CAPTIONS)
}

/// Where a video or captions of a name lie.
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

/// A file that is hashed while it is read.
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
