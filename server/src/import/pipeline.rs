//! The import of one file: read, compare, sanitise and save, each step on the batch behind the next one's.

use std::collections::HashMap;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use domain::newsroom::{Draft, Newsroom, StoreError};
use rayon::prelude::*;
use store::Sightings;
use tokio::sync::mpsc;
use tokio::task::JoinError;

use super::Outcome;
use super::lines::OpenFault;
use super::reader::{ReadLine, read};
use super::rejected::{Rejected, path_of};
use crate::article_record::{Candidate, Place, Reject};

pub use super::reader::Progress;

/// One file to import.
pub struct Import {
    /// As the operator calls it.
    pub name: String,
    /// Beside it stands the file of rejected records.
    pub path: PathBuf,
    /// Where its pictures are, and what its times mean.
    pub place: Place,
}

/// Why an import did not come to its end. Every batch that was saved stays saved; a rerun goes on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file.
    #[error("{0}: {1}")]
    Open(String, #[source] OpenFault),
    /// The file of rejected records.
    #[error("cannot write the rejected records: {0}")]
    Rejected(#[from] io::Error),
    /// The store.
    #[error("cannot save: {0}")]
    Store(#[from] StoreError),
    /// A fault of the program.
    #[error("a worker failed: {0}")]
    Worker(#[from] JoinError),
}

struct Fresh {
    line: u64,
    bytes: Option<Vec<u8>>,
    candidate: Candidate,
    /// Whether the store has another version of it.
    known: bool,
}

/// Imports one source to its end, or to `progress.stop`.
pub async fn import(
    import: Import,
    source: impl Read + Send + 'static,
    newsroom: Arc<dyn Newsroom>,
    progress: Arc<Progress>,
) -> Result<Outcome, ImportError> {
    let Import { name, path, place } = import;
    let place = Arc::new(place);
    let mut rejected = Rejected::new(&name, path_of(&path))?;
    let sightings = Sightings::new().await?;
    let (to_compare, mut batches) = mpsc::channel(1);
    let (to_save, mut drafts) = mpsc::channel::<Vec<Draft>>(1);
    let reading = {
        let (place, progress) = (place.clone(), progress.clone());
        tokio::task::spawn_blocking(move || read(source, &place, &progress, &to_compare))
    };
    let saving = {
        let newsroom = newsroom.clone();
        tokio::spawn(async move {
            while let Some(drafts) = drafts.recv().await {
                newsroom.save(&drafts).await?;
            }
            Ok::<_, StoreError>(())
        })
    };
    let mut outcome = Outcome::default();
    while let Some(batch) = batches.recv().await {
        let fresh = compare(batch, &*newsroom, &sightings, &mut rejected, &mut outcome, &name).await?;
        let drafts = sanitise(fresh, place.clone(), &mut rejected, &mut outcome).await?;
        // The saving has failed: its error follows below.
        if !drafts.is_empty() && to_save.send(drafts).await.is_err() {
            break;
        }
    }
    drop((to_save, batches));
    saving.await??;
    outcome.interrupted = progress.stop.load(Ordering::Relaxed);
    let opened = reading.await?;
    rejected.finish()?;
    opened.map_err(|fault| ImportError::Open(name, fault))?;
    Ok(outcome)
}

/// Leaves out what is no article, what stood in the file before, and what the store has just so.
async fn compare(
    batch: Vec<ReadLine>,
    newsroom: &dyn Newsroom,
    sightings: &Sightings,
    rejected: &mut Rejected,
    outcome: &mut Outcome,
    name: &str,
) -> Result<Vec<Fresh>, ImportError> {
    let mut found = Vec::with_capacity(batch.len());
    for ReadLine { line, bytes, candidate } in batch {
        match candidate {
            Ok(candidate) => found.push(Fresh { line, bytes, candidate, known: false }),
            Err(Reject(reason)) => reject(rejected, outcome, line, &reason, bytes.as_deref())?,
        }
    }
    let ids: Vec<_> = found.iter().map(|fresh| (fresh.candidate.id().to_string(), fresh.line)).collect();
    let earlier = sightings.note(&ids).await?;
    let ids: Vec<_> = found.iter().map(|fresh| fresh.candidate.id().clone()).collect();
    let kept: HashMap<_, _> = newsroom.fingerprints(&ids).await?.into_iter().collect();
    let mut fresh = Vec::new();
    for (mut record, earlier) in found.into_iter().zip(earlier) {
        if let Some(first) = earlier {
            let reason = format!("id {} stands on line {first} already", record.candidate.id());
            reject(rejected, outcome, record.line, &reason, record.bytes.as_deref())?;
            continue;
        }
        for key in &record.candidate.unknown_keys {
            outcome.unknown_keys.insert(key.clone());
        }
        for warning in &record.candidate.warnings {
            eprintln!("{name}:{}: {warning}", record.line);
        }
        match kept.get(record.candidate.id()) {
            Some(fingerprint) if *fingerprint == record.candidate.fingerprint => outcome.unchanged += 1,
            other => {
                record.known = other.is_some();
                fresh.push(record);
            }
        }
    }
    Ok(fresh)
}

/// Sanitises on every core.
async fn sanitise(
    fresh: Vec<Fresh>,
    place: Arc<Place>,
    rejected: &mut Rejected,
    outcome: &mut Outcome,
) -> Result<Vec<Draft>, ImportError> {
    let made: Vec<_> = tokio::task::spawn_blocking(move || {
        let make = |fresh: Fresh| (fresh.line, fresh.bytes, fresh.known, fresh.candidate.into_draft(&place));
        fresh.into_par_iter().map(make).collect()
    })
    .await?;
    let mut drafts = Vec::with_capacity(made.len());
    for (line, bytes, known, draft) in made {
        match draft {
            Ok(draft) => {
                *(if known { &mut outcome.updated } else { &mut outcome.created }) += 1;
                drafts.push(draft);
            }
            Err(Reject(reason)) => reject(rejected, outcome, line, &reason, bytes.as_deref())?,
        }
    }
    Ok(drafts)
}

fn reject(
    rejected: &mut Rejected,
    outcome: &mut Outcome,
    line: u64,
    reason: &str,
    bytes: Option<&[u8]>,
) -> Result<(), ImportError> {
    outcome.rejected += 1;
    Ok(rejected.note(line, reason, bytes)?)
}
