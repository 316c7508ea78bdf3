//! One generation of the indexes: both of them, and how far they have followed the store.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tantivy::directory::MmapDirectory;
use tantivy::{Index, IndexReader, ReloadPolicy, Searcher};

use crate::Error;
use crate::fields::{Fields, SCHEMA};
use crate::tokenizers::tokenizers;

/// Blocks of stored ids that are kept unpacked.
const CACHED_BLOCKS: usize = 20;

/// Source of an index. An index of another origin is of no use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Tells one store from another.
    pub store: String,
    /// Tells which articles are free for everyone.
    pub policy: String,
}

/// Position up to which a generation has followed the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    schema: u32,
    pub origin: Origin,
    /// Number and id of the last article in the order of writing.
    pub written: Option<(i64, String)>,
    /// Articles that are not published yet, with their times in milliseconds. Nothing of them is in the index.
    pub waiting: BTreeMap<String, i64>,
}

impl Progress {
    pub fn none(origin: Origin) -> Self {
        Self { schema: SCHEMA, origin, written: None, waiting: BTreeMap::new() }
    }
}

pub struct Generation {
    /// Its folder's name; empty in memory.
    pub name: String,
    pub public: Index,
    pub own: Index,
    pub fields: Fields,
    readers: (IndexReader, IndexReader),
}

impl Generation {
    /// An empty one in a new folder.
    pub fn create(folder: &Path, name: &str) -> Result<Self, Error> {
        let index = |kind: &str| {
            let place = folder.join(name).join(kind);
            fs::create_dir_all(&place)?;
            Index::builder()
                .schema(Fields::schema().0)
                .tokenizers(tokenizers())
                .open_or_create(MmapDirectory::open(place)?)
        };
        Self::of(name, index("public")?, index("own")?)
    }

    /// One that is there.
    pub fn open(folder: &Path, name: &str) -> Result<Self, Error> {
        let index = |kind: &str| {
            let mut index = Index::open_in_dir(folder.join(name).join(kind))?;
            index.set_tokenizers(tokenizers());
            Ok::<_, Error>(index)
        };
        Self::of(name, index("public")?, index("own")?)
    }

    /// An empty one in memory.
    pub fn in_memory() -> Result<Self, Error> {
        let index = || Index::builder().schema(Fields::schema().0).tokenizers(tokenizers()).create_in_ram();
        Self::of("", index()?, index()?)
    }

    fn of(name: &str, public: Index, own: Index) -> Result<Self, Error> {
        let (schema, fields) = Fields::schema();
        if public.schema() != schema || own.schema() != schema {
            return Err(Error::SchemaError("another version of the program made it".to_owned()));
        }
        let reader = |index: &Index| {
            index
                .reader_builder()
                .reload_policy(ReloadPolicy::Manual)
                .doc_store_cache_num_blocks(CACHED_BLOCKS)
                .try_into()
        };
        let readers = (reader(&public)?, reader(&own)?);
        Ok(Self { name: name.to_owned(), public, own, fields, readers })
    }

    /// Shows what was committed last.
    pub fn reload(&self) -> Result<(), Error> {
        self.readers.0.reload()?;
        self.readers.1.reload()
    }

    pub fn public_searcher(&self) -> Searcher {
        self.readers.0.searcher()
    }

    pub fn own_searcher(&self) -> Searcher {
        self.readers.1.searcher()
    }

    /// The position that was committed last; `None` if this version of the program did not commit one.
    pub fn progress(&self) -> Result<Option<Progress>, Error> {
        let payload = self.public.load_metas()?.payload;
        let progress = payload.and_then(|payload| serde_json::from_str::<Progress>(&payload).ok());
        Ok(progress.filter(|progress| progress.schema == SCHEMA))
    }
}
