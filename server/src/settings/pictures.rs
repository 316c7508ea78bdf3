//! Settings of imported pictures.

use std::path::PathBuf;

use serde::Deserialize;

use super::Secret;

/// Storage and limits of imported pictures.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pictures {
    /// Folder of the stored files.
    pub folder: PathBuf,
    /// Largest accepted file in bytes.
    pub largest_bytes: u64,
    /// Largest accepted picture in millions of pixels.
    pub largest_megapixels: u32,
    /// Networks from which pictures may be downloaded although they are not public.
    pub fetch_networks: Vec<ipnet::IpNet>,
    /// Bucket that is used instead of the folder.
    pub s3: Bucket,
}

/// Bucket of an S3-compatible store.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// Name of the bucket; empty to use the folder.
    pub bucket: String,
    /// Prefix of all names in the bucket.
    pub prefix: String,
    /// Region of the bucket.
    pub region: String,
    /// Address of the store; empty for Amazon S3.
    pub endpoint: String,
    /// Id of the access key.
    pub access_key_id: String,
    /// Secret that belongs to the access key; never logged.
    pub secret_access_key: Secret,
}
