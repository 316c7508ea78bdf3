//! Storage of pictures and videos: a folder, or a bucket of any S3-compatible store.

use std::io::Read;
use std::ops::Range;
use std::sync::Arc;

use bytes::Bytes;
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{GetOptions, GetResult, ObjectStore, ObjectStoreExt, WriteMultipart};
use tokio::runtime::Handle;

use super::PictureError;
use crate::settings;

/// Bytes that are read at a time of a file that may be larger than the memory.
const PIECE: usize = 256 * 1024;
/// Limit of parts, of 5 MiB each, that are uploaded at the same time.
const PIECES_UNDER_WAY: usize = 2;

fn folder(path: &std::path::Path) -> Result<LocalFileSystem, PictureError> {
    let cannot = |why: String| PictureError::Folder { path: path.to_owned(), why };
    std::fs::create_dir_all(path).map_err(|error| cannot(error.to_string()))?;
    let store = LocalFileSystem::new_with_prefix(path).map_err(|error| cannot(error.to_string()))?;
    Ok(store.with_fsync(true))
}

/// Files by name. A file is written completely or not at all, even if the program is killed.
#[derive(Clone, Debug)]
pub struct Storage {
    store: Arc<dyn ObjectStore>,
    runtime: Handle,
}

impl Storage {
    /// Opens the folder or bucket of the settings; has to be called within an async runtime.
    pub fn open(settings: &settings::Pictures) -> Result<Self, PictureError> {
        let bucket = &settings.s3;
        let store: Arc<dyn ObjectStore> = if bucket.bucket.is_empty() {
            Arc::new(folder(&settings.folder)?)
        } else {
            let mut builder = AmazonS3Builder::new()
                .with_bucket_name(&bucket.bucket)
                .with_region(&bucket.region)
                .with_access_key_id(&bucket.access_key_id)
                .with_secret_access_key(bucket.secret_access_key.reveal());
            if !bucket.endpoint.is_empty() {
                builder = builder
                    .with_endpoint(&bucket.endpoint)
                    .with_allow_http(bucket.endpoint.starts_with("http:"));
            }
            Arc::new(PrefixStore::new(builder.build().map_err(PictureError::Bucket)?, bucket.prefix.as_str()))
        };
        Ok(Self { store, runtime: Handle::current() })
    }

    /// Reads a file; `None` if it does not exist.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, PictureError> {
        match self.store.get(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether a file of this name exists.
    pub async fn has(&self, name: &str) -> Result<bool, PictureError> {
        match self.store.head(&Path::from(name)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Blocking form of [`Self::get`], for threads outside the runtime.
    pub(super) fn get_now(&self, name: &str) -> Result<Option<Bytes>, PictureError> {
        self.runtime.block_on(self.get(name))
    }

    /// Blocking form of [`Self::has`], for threads outside the runtime.
    pub(super) fn has_now(&self, name: &str) -> Result<bool, PictureError> {
        self.runtime.block_on(self.has(name))
    }

    /// Writes a file, blocking; for threads outside the runtime.
    pub(super) fn put_now(&self, name: &str, bytes: Vec<u8>) -> Result<(), PictureError> {
        self.runtime.block_on(self.store.put(&Path::from(name), bytes.into()))?;
        Ok(())
    }

    /// Size of a file in bytes; `None` if it does not exist.
    pub async fn size(&self, name: &str) -> Result<Option<u64>, object_store::Error> {
        match self.store.head(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Reads a range of a file as a stream.
    pub async fn part(&self, name: &str, bytes: Range<u64>) -> Result<GetResult, object_store::Error> {
        self.store.get_opts(&Path::from(name), GetOptions::new().with_range(Some(bytes))).await
    }

    /// Blocking form of [`Self::size`], for threads outside the runtime.
    pub(crate) fn size_now(&self, name: &str) -> Result<Option<u64>, object_store::Error> {
        self.runtime.block_on(self.size(name))
    }

    /// Copies a reader to a file in parts, and keeps the file only if `is_meant` accepts the reader afterwards. Blocking; for
    /// threads outside the runtime. The inner error is one of the reader.
    pub(crate) fn put_read_now<R: Read>(
        &self,
        name: &str,
        mut from: R,
        is_meant: impl FnOnce(&R) -> bool,
    ) -> Result<std::io::Result<bool>, object_store::Error> {
        self.runtime.block_on(async {
            let mut to = WriteMultipart::new(self.store.put_multipart(&Path::from(name)).await?);
            let mut piece = vec![0; PIECE];
            loop {
                match from.read(&mut piece) {
                    Ok(0) => break,
                    Ok(length) => {
                        to.wait_for_capacity(PIECES_UNDER_WAY).await?;
                        to.write(&piece[..length]);
                    }
                    Err(error) => return to.abort().await.map(|()| Err(error)),
                }
            }
            if is_meant(&from) {
                to.finish().await.map(|_| Ok(true))
            } else {
                to.abort().await.map(|()| Ok(false))
            }
        })
    }
}
