//! Settings of the search.

use std::path::PathBuf;

use serde::Deserialize;

/// Storage of the search index.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Folder of the index of this machine.
    pub folder: PathBuf,
}
