//! Import of small files (advertisements, sponsored items, profiles), written in one transaction.

use std::collections::HashSet;
use std::io::Read;
use std::path::Path;

use domain::ad::{Ad, AdStore, Placed};
use domain::profile::{Profile, ProfileStore};
use domain::sponsored::{Sponsored, SponsoredStore};

use super::lines::{Line, Lines, OpenFault};
use super::rejected::{Rejected, path_of};
use super::{ImportCounts, ImportError};
use crate::ad_record::{Terms, ad};
use crate::profile_record::{ProfileImport, profile};
use crate::record::Reject;
use crate::sponsored_record::{SponsoredImport, sponsored};

/// Small file of records to import. Rejected lines are written to a file beside `path`.
pub struct SmallImport<'a> {
    /// Name of the file in messages.
    pub name: &'a str,
    /// Path of the file.
    pub path: &'a Path,
}

impl SmallImport<'_> {
    /// Saves advertisements in the store; one with the same id is replaced.
    pub async fn import_ads(
        &self,
        source: impl Read + Send,
        terms: &Terms,
        store: &dyn AdStore,
    ) -> Result<ImportCounts, ImportError> {
        let (ads, rejected) = self.read(source, |line| ad(line, terms), |ad: &Ad| format!("id {}", ad.id))?;
        Ok(counts(store.save_ads(&ads).await?, rejected))
    }

    /// Saves sponsored items and their pictures; an item with the same id is replaced.
    pub async fn import_sponsored(
        &self,
        source: impl Read + Send,
        import: &SponsoredImport,
        store: &dyn SponsoredStore,
    ) -> Result<ImportCounts, ImportError> {
        let key = |item: &Sponsored| format!("id {}", item.id);
        let (items, rejected) = on_own_thread(|| self.read(source, |line| sponsored(line, import), key))?;
        Ok(counts(store.save_sponsored(&items).await?, rejected))
    }

    /// Saves profiles and their portraits; a profile of the same person or topic is replaced.
    pub async fn import_profiles(
        &self,
        source: impl Read + Send,
        import: &ProfileImport,
        store: &dyn ProfileStore,
    ) -> Result<ImportCounts, ImportError> {
        let key = |profile: &Profile| format!("{} {}", profile.kind.as_str(), profile.slug);
        let (profiles, rejected) = on_own_thread(|| self.read(source, |line| profile(line, import), key))?;
        Ok(counts(store.save_profiles(&profiles).await?, rejected))
    }

    /// Reads the valid records, no two with the same key, and counts the invalid lines.
    fn read<T>(
        &self,
        source: impl Read + Send,
        parse: impl Fn(&[u8]) -> Result<T, Reject>,
        key: impl Fn(&T) -> String,
    ) -> Result<(Vec<T>, u64), ImportError> {
        let broken = |fault: OpenFault| ImportError::Open(self.name.to_owned(), fault);
        let mut lines = Lines::new(source).map_err(broken)?;
        let mut rejected = Rejected::new(self.name, path_of(self.path))?;
        let (mut records, mut wrong, mut number): (Vec<T>, u64, u64) = (Vec::new(), 0, 0);
        let mut keys = HashSet::new();
        while let Some(line) = lines.next_line().map_err(|error| broken(error.into()))? {
            number += 1;
            let (reason, bytes) = match line {
                Line::TooLong { length } => (format!("the line has {length} bytes"), None),
                Line::Whole(bytes) if bytes.trim_ascii().is_empty() => continue,
                Line::Whole(bytes) => match parse(&bytes) {
                    Ok(new) if keys.insert(key(&new)) => {
                        records.push(new);
                        continue;
                    }
                    Ok(new) => (format!("{} stands on an earlier line already", key(&new)), Some(bytes)),
                    Err(reject) => (reject.0, Some(bytes)),
                },
            };
            wrong += 1;
            rejected.note(number, &reason, bytes.as_deref())?;
        }
        rejected.finish()?;
        Ok((records, wrong))
    }
}

/// Runs what stores pictures: it blocks, which is not allowed on a thread of the runtime.
fn on_own_thread<T: Send>(run: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        scope.spawn(run).join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn counts(placed: Placed, rejected: u64) -> ImportCounts {
    let Placed { created, updated, unchanged } = placed;
    ImportCounts { created, updated, unchanged, rejected, ..ImportCounts::default() }
}
