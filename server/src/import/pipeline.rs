//! Import of one file in a pipeline: read, compare, sanitise and save, each step working on the batch after the next step's.

use std::collections::HashMap;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use domain::newsroom::{ArticleRepository, Draft, StoreError};
use domain::redirect::{Redirect, RedirectStore};
use rayon::prelude::*;
use store::SeenIds;
use tokio::sync::mpsc;
use tokio::task::JoinError;

use super::ImportCounts;
use super::lines::{Lines, OpenFault};
use super::reader::{Counted, ReadLine, read};
use super::records::{JsonLines, Records};
use super::rejected::{Rejected, path_of};
use crate::article_record::{Candidate, DraftError, ImportContext};
use crate::output::note;
use crate::record::Reject;

pub use super::reader::Progress;

/// One file to import.
pub struct Import {
    /// Name of the file in messages.
    pub name: String,
    /// Path of the file. The rejected records are written beside it.
    pub path: PathBuf,
    /// Folder of local pictures, stores, and the time zone.
    pub context: ImportContext,
}

/// Error that ends an import. Batches that were saved before stay saved; running the import again continues.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file cannot be opened or unpacked.
    #[error("{0}: {1}")]
    Open(String, #[source] OpenFault),
    /// The file of rejected records cannot be written.
    #[error("cannot write the rejected records to {path}: {error}", path = .path.display())]
    Rejected {
        path: PathBuf,
        #[source]
        error: io::Error,
    },
    /// The store of pictures fails.
    #[error("cannot keep pictures: {0}")]
    Pictures(#[source] object_store::Error),
    /// The database fails.
    #[error("cannot save: {0}")]
    Store(#[from] StoreError),
    /// A worker has panicked: a bug of the program.
    #[error("a worker failed: {0}")]
    Worker(#[from] JoinError),
}

struct Fresh {
    line: u64,
    bytes: Option<Vec<u8>>,
    candidate: Candidate,
    known: Known,
    redirects: Vec<Redirect>,
}

/// State of a record in the store.
#[derive(Clone, Copy)]
enum Known {
    Nothing,
    Another,
    TheSame,
}

/// Report on a file for the operator.
struct ImportReport<'a> {
    name: &'a str,
    rejected: Rejected,
    outcome: ImportCounts,
}

impl ImportReport<'_> {
    fn reject(&mut self, line: u64, reason: &str, bytes: Option<&[u8]>) -> Result<(), ImportError> {
        self.outcome.rejected += 1;
        self.rejected.note(line, reason, bytes)
    }

    fn warn(&self, line: u64, warnings: &[String]) {
        for warning in warnings {
            note!("{}:{line}: {warning}", self.name);
        }
    }
}

/// Stores into which the records go.
#[derive(Clone)]
pub struct Target {
    pub newsroom: Arc<dyn ArticleRepository>,
    /// Store of the addresses that articles had before.
    pub redirects: Option<Arc<dyn RedirectStore>>,
    /// Whether nothing is saved: the import only reports what it would do.
    pub is_dry_run: bool,
}

/// Records of a batch that are ready to be saved.
type Made = (Vec<Draft>, Vec<Redirect>);

/// Imports one source of JSON Lines to its end, or until `progress.stop` is set.
pub async fn import(
    import: Import,
    source: impl Read + Send + 'static,
    newsroom: Arc<dyn ArticleRepository>,
    progress: Arc<Progress>,
) -> Result<ImportCounts, ImportError> {
    let target = Target { newsroom, redirects: None, is_dry_run: false };
    let open =
        |source: Box<dyn Read + Send>| Ok(Box::new(JsonLines::new(Lines::new(source)?)) as Box<dyn Records>);
    import_records(import, source, open, target, progress).await
}

/// Imports one source of another format, which `open` reads.
pub async fn import_records(
    import: Import,
    source: impl Read + Send + 'static,
    open: impl FnOnce(Box<dyn Read + Send>) -> Result<Box<dyn Records>, OpenFault> + Send + 'static,
    target: Target,
    progress: Arc<Progress>,
) -> Result<ImportCounts, ImportError> {
    let Import { name, path, context } = import;
    let context = Arc::new(context);
    let rejected = Rejected::new(&name, path_of(&path))?;
    let mut report = ImportReport { name: &name, rejected, outcome: ImportCounts::default() };
    let seen_ids = SeenIds::new().await?;
    let (to_compare, mut batches) = mpsc::channel(1);
    let (to_save, mut made) = mpsc::channel::<Made>(1);
    let reading = {
        let (context, progress) = (context.clone(), progress.clone());
        tokio::task::spawn_blocking(move || {
            let mut records = open(Box::new(Counted { source, progress: progress.clone() }))?;
            read(&mut *records, &context, &progress, &to_compare);
            Ok(())
        })
    };
    let saving = {
        let Target { newsroom, redirects, .. } = target.clone();
        tokio::spawn(async move {
            while let Some((drafts, addresses)) = made.recv().await {
                if !drafts.is_empty() {
                    newsroom.save(&drafts).await?;
                }
                // After a crash in between, the same import keeps the addresses of articles that are there already.
                if let Some(store) = redirects.as_ref().filter(|_| !addresses.is_empty()) {
                    store.save_redirects(&addresses).await?;
                }
            }
            Ok::<_, StoreError>(())
        })
    };
    while let Some(batch) = batches.recv().await {
        let fresh = compare(batch, &*target.newsroom, &seen_ids, &mut report).await?;
        let done = sanitise(fresh, context.clone(), &progress, target.is_dry_run, &mut report).await?;
        // Saving has failed; its error is returned below.
        if !target.is_dry_run && to_save.send(done).await.is_err() {
            break;
        }
    }
    drop((to_save, batches));
    saving.await??;
    let ImportReport { rejected, mut outcome, .. } = report;
    outcome.interrupted = progress.stop.load(Ordering::Relaxed);
    let opened: Result<(), OpenFault> = reading.await?;
    rejected.finish()?;
    opened.map_err(|fault| ImportError::Open(name, fault))?;
    Ok(outcome)
}

/// Rejects invalid records and ids that the file has already had, and looks up the state of the others in the store.
async fn compare(
    batch: Vec<ReadLine>,
    newsroom: &dyn ArticleRepository,
    seen_ids: &SeenIds,
    report: &mut ImportReport<'_>,
) -> Result<Vec<Fresh>, ImportError> {
    let mut found = Vec::with_capacity(batch.len());
    for ReadLine { line, bytes, candidate, redirects } in batch {
        match candidate {
            Ok(candidate) => found.push(Fresh { line, bytes, candidate, known: Known::Nothing, redirects }),
            Err(Reject(reason)) => report.reject(line, &reason, bytes.as_deref())?,
        }
    }
    let ids: Vec<_> = found.iter().map(|fresh| (fresh.candidate.id().to_string(), fresh.line)).collect();
    let earlier = seen_ids.record(&ids).await?;
    let ids: Vec<_> = found.iter().map(|fresh| fresh.candidate.id().clone()).collect();
    let kept: HashMap<_, _> = newsroom.fingerprints(&ids).await?.into_iter().collect();
    let mut fresh = Vec::new();
    for (mut record, earlier) in found.into_iter().zip(earlier) {
        if let Some(first) = earlier {
            let reason = format!("id {} stands on line {first} already", record.candidate.id());
            report.reject(record.line, &reason, record.bytes.as_deref())?;
            continue;
        }
        for key in &record.candidate.unknown_keys {
            report.outcome.unknown_keys.insert(key.clone());
        }
        report.warn(record.line, &record.candidate.warnings);
        record.known = match kept.get(record.candidate.id()) {
            Some(fingerprint) if *fingerprint == record.candidate.fingerprint => Known::TheSame,
            Some(_) => Known::Another,
            None => Known::Nothing,
        };
        fresh.push(record);
    }
    Ok(fresh)
}

/// Renders pictures and sanitises texts, on all cores.
async fn sanitise(
    fresh: Vec<Fresh>,
    context: Arc<ImportContext>,
    progress: &Arc<Progress>,
    is_dry_run: bool,
    report: &mut ImportReport<'_>,
) -> Result<Made, ImportError> {
    let progress = progress.clone();
    let made: Vec<_> = tokio::task::spawn_blocking(move || {
        fresh.into_par_iter().map(|fresh| make(fresh, &context, is_dry_run, &progress)).collect()
    })
    .await?;
    let mut drafts = Vec::with_capacity(made.len());
    let mut addresses = Vec::new();
    for Finished { line, bytes, known, result, redirects } in made {
        let (draft, warnings) = match result {
            Ok(made) => made,
            Err(DraftError::Reject(Reject(reason))) => {
                report.reject(line, &reason, bytes.as_deref())?;
                continue;
            }
            Err(DraftError::Storage(failure)) => return Err(ImportError::Pictures(failure)),
        };
        report.warn(line, &warnings);
        let count = match known {
            Known::Nothing => &mut report.outcome.created,
            Known::Another => &mut report.outcome.updated,
            Known::TheSame => &mut report.outcome.unchanged,
        };
        *count += 1;
        drafts.extend(draft);
        addresses.extend(redirects);
    }
    Ok((drafts, addresses))
}

struct Finished {
    line: u64,
    bytes: Option<Vec<u8>>,
    known: Known,
    /// No draft if the record needs no saving.
    result: Result<(Option<Draft>, Vec<String>), DraftError>,
    redirects: Vec<Redirect>,
}

fn make(fresh: Fresh, context: &ImportContext, is_dry_run: bool, progress: &Progress) -> Finished {
    let Fresh { line, bytes, candidate, known, redirects } = fresh;
    let has_picture = candidate.has_local_picture();
    let result = match known {
        _ if is_dry_run => candidate.check_body().map(|()| (None, Vec::new())),
        Known::TheSame => candidate.restore_media(context).map(|warnings| (None, warnings)),
        Known::Nothing | Known::Another => {
            candidate.into_draft(context).map(|(draft, warnings)| (Some(draft), warnings))
        }
    };
    if has_picture {
        progress.pictures.fetch_add(1, Ordering::Relaxed);
    }
    Finished { line, bytes, known, result, redirects }
}
