//! Advertisements from a file: few, and written together or not at all.

use std::io::Read;
use std::path::Path;

use domain::ad::{Ad, AdStore};

use super::lines::{Line, Lines, OpenFault};
use super::rejected::{Rejected, path_of};
use super::{ImportError, Outcome};
use crate::ad_record::{Terms, ad};

/// Reads a file of advertisements into the store. `path` is where the rejected lines are put beside.
pub async fn import_ads(
    name: &str,
    path: &Path,
    source: impl Read + Send,
    terms: &Terms,
    store: &dyn AdStore,
) -> Result<Outcome, ImportError> {
    let (ads, rejected) = read(name, path, source, terms)?;
    let placed = store.save_ads(&ads).await?;
    let (created, updated, unchanged) = (placed.created, placed.updated, placed.unchanged);
    Ok(Outcome { created, updated, unchanged, rejected, ..Outcome::default() })
}

fn read(
    name: &str,
    path: &Path,
    source: impl Read + Send,
    terms: &Terms,
) -> Result<(Vec<Ad>, u64), ImportError> {
    let broken = |fault: OpenFault| ImportError::Open(name.to_owned(), fault);
    let mut lines = Lines::new(source).map_err(broken)?;
    let mut rejected = Rejected::new(name, path_of(path))?;
    let (mut ads, mut wrong, mut number): (Vec<Ad>, u64, u64) = (Vec::new(), 0, 0);
    while let Some(line) = lines.next_line().map_err(|error| broken(error.into()))? {
        number += 1;
        let (reason, bytes) = match line {
            Line::TooLong { length } => (format!("the line has {length} bytes"), None),
            Line::Whole(bytes) if bytes.trim_ascii().is_empty() => continue,
            Line::Whole(bytes) => match ad(&bytes, terms) {
                Ok(new) if ads.iter().any(|other| other.id == new.id) => {
                    (format!("id {} stands on an earlier line already", new.id), Some(bytes))
                }
                Ok(new) => {
                    ads.push(new);
                    continue;
                }
                Err(reject) => (reject.0, Some(bytes)),
            },
        };
        wrong += 1;
        rejected.note(number, &reason, bytes.as_deref())?;
    }
    rejected.finish()?;
    Ok((ads, wrong))
}
