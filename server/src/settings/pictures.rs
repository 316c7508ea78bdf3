//! Where imported pictures are kept.

use std::path::PathBuf;

use serde::Deserialize;

use super::Secret;

/// Imported pictures.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pictures {
    /// Where they are kept.
    pub folder: PathBuf,
    /// The largest file accepted.
    pub largest_bytes: u64,
    /// Millions of pixels.
    pub largest_megapixels: u32,
    /// Networks that pictures may be fetched from although they are not public.
    pub fetch_networks: Vec<ipnet::IpNet>,
    /// Where they are kept instead of in the folder.
    pub s3: Bucket,
}

/// A bucket of a store that speaks S3.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bucket {
    /// Its name; empty for the folder.
    pub bucket: String,
    /// Before every name.
    pub prefix: String,
    /// Where it is.
    pub region: String,
    /// The store's address; empty for Amazon's own.
    pub endpoint: String,
    /// Who asks.
    pub access_key_id: String,
    /// That it is so.
    pub secret_access_key: Secret,
}
