//! Where pictures and videos lie: a folder, or a bucket of any store that speaks S3.

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

/// Bytes that are read at a time of what may be too large for the memory.
const PIECE: usize = 256 * 1024;
/// Pieces of 5 MiB that may be on their way at a time.
const PIECES_UNDER_WAY: usize = 2;

fn folder(path: &std::path::Path) -> Result<LocalFileSystem, PictureError> {
    let cannot = |why: String| PictureError::Folder { path: path.to_owned(), why };
    std::fs::create_dir_all(path).map_err(|error| cannot(error.to_string()))?;
    let store = LocalFileSystem::new_with_prefix(path).map_err(|error| cannot(error.to_string()))?;
    Ok(store.with_fsync(true))
}

/// Things by name. What is there is there whole, whenever the program is killed.
#[derive(Clone, Debug)]
pub struct Storage {
    store: Arc<dyn ObjectStore>,
    runtime: Handle,
}

impl Storage {
    /// As the settings say. Wants to be called where a runtime is.
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

    /// What is there under a name; `None` where nothing is.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, PictureError> {
        match self.store.get(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether something is there under a name.
    pub async fn has(&self, name: &str) -> Result<bool, PictureError> {
        match self.store.head(&Path::from(name)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// [`Self::get`] for threads that are none of the runtime's.
    pub(super) fn get_now(&self, name: &str) -> Result<Option<Bytes>, PictureError> {
        self.runtime.block_on(self.get(name))
    }

    /// [`Self::has`] for threads that are none of the runtime's.
    pub(super) fn has_now(&self, name: &str) -> Result<bool, PictureError> {
        self.runtime.block_on(self.has(name))
    }

    /// Puts something there, for threads that are none of the runtime's.
    pub(super) fn put_now(&self, name: &str, bytes: Vec<u8>) -> Result<(), PictureError> {
        self.runtime.block_on(self.store.put(&Path::from(name), bytes.into()))?;
        Ok(())
    }

    /// How many bytes are there under a name; `None` where nothing is.
    pub async fn size(&self, name: &str) -> Result<Option<u64>, object_store::Error> {
        match self.store.head(&Path::from(name)).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A part of what is there, as it comes.
    pub async fn part(&self, name: &str, bytes: Range<u64>) -> Result<GetResult, object_store::Error> {
        self.store.get_opts(&Path::from(name), GetOptions::new().with_range(Some(bytes))).await
    }

    /// [`Self::size`] for threads that are none of the runtime's.
    pub(crate) fn size_now(&self, name: &str) -> Result<Option<u64>, object_store::Error> {
        self.runtime.block_on(self.size(name))
    }

    /// Puts there what is read, piece by piece, if it turns out to be what was meant. For threads that are none of the
    /// runtime's; reading failed where there is an error within.
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
