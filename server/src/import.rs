//! Reading a newsroom's files into the store: a stream of batches, each one transaction.

pub mod feed;
mod former_site;
pub mod ghost;
mod left_behind;
mod lines;
mod mapping;
mod pipeline;
mod reader;
mod reader_list;
mod records;
mod rejected;
mod small_import;
mod table;
pub mod wordpress;

use std::collections::BTreeSet;

pub use former_site::{Former, Subjects};
pub use left_behind::LeftBehind;
pub use lines::OpenFault;
pub use mapping::{Mapping, Names};
pub use pipeline::{Import, ImportError, Progress, Target, import, import_records};
pub use reader_list::ReaderList;
pub use records::{Found, Records};
pub use small_import::SmallImport;

/// Counts of records that an import created, updated, left or rejected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// Were not there before.
    pub created: u64,
    /// Were there and differ.
    pub updated: u64,
    /// Were there just so.
    pub unchanged: u64,
    /// Are no articles; each is in the file of rejected records.
    pub rejected: u64,
    /// Keys that no record has.
    pub unknown_keys: BTreeSet<String>,
    /// Whether someone stopped it before the end of the file.
    pub interrupted: bool,
}

impl ImportCounts {
    /// Adds what another file did.
    pub fn add(&mut self, other: Self) {
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.rejected += other.rejected;
        self.unknown_keys.extend(other.unknown_keys);
        self.interrupted |= other.interrupted;
    }
}
