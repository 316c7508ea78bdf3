//! Videos of one's own and of others.

use serde::Deserialize;

use super::ads::origins;

/// Videos of one's own and of others.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Videos {
    /// The largest file accepted.
    pub largest_bytes: u64,
    /// Origins whose players may be framed.
    #[serde(deserialize_with = "origins")]
    pub frames: Vec<String>,
}
