//! `warta import`.

mod feeds;
mod former_site;
mod tables;

use std::fs::File;
use std::future::Future;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use anyhow::Context;
use clap::Subcommand;
use store::{Database, Workload};

use super::display::Display;
use super::{Outcome, open};
use crate::ad_record::Terms;
use crate::article_record::ImportContext;
use crate::import::{Import, ImportCounts, ImportError, Progress, SmallImport, import};
use crate::output::{note, say};
use crate::pictures::{Fetcher, Pictures};
use crate::profile_record::ProfileImport;
use crate::settings::Settings;
use crate::sponsored_record::SponsoredImport;
use crate::videos::Videos;
use former_site::{Format, Input};

const TEMPLATE: &str = "{msg} {wide_bar} {bytes}/{total_bytes} {eta}";
const TICK: Duration = Duration::from_millis(200);

#[derive(Subcommand)]
pub(super) enum Kind {
    /// Articles, one JSON object a line
    Jsonl {
        /// Files, packed with gzip or not; `-` reads the standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Fetch lead pictures that are known by their address
        #[arg(long)]
        fetch_pictures: bool,
    },
    /// Advertisements, one JSON object a line
    Ads {
        /// A file, packed with gzip or not; `-` reads the standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// The posts of a WordPress site, from its exports (WXR)
    Wordpress {
        /// Exports of one site, packed with gzip or not; each is read twice
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        options: former_site::Options,
    },
    /// The posts of a Ghost site, from its exports (JSON)
    Ghost {
        /// Exports of one site, packed with gzip or not
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        #[command(flatten)]
        options: former_site::Options,
    },
    /// The entries of feeds: RSS, Atom or JSON Feed
    Feed {
        /// Files, packed with gzip or not, or web addresses
        #[arg(required = true, value_name = "FILE|URL")]
        sources: Vec<String>,
        /// Fetch feeds from web addresses
        #[arg(long)]
        allow_network: bool,
        #[command(flatten)]
        options: former_site::Options,
    },
    /// Profiles of people and topics, one JSON object a line
    Profiles {
        /// Files, packed with gzip or not; `-` reads the standard input
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Readers of the former site and what they have paid for, from a table (CSV); no email is sent
    Readers(tables::Readers),
    /// Old addresses and where they lead, from a table (CSV)
    Redirects(tables::Redirects),
    /// Sponsored items, one JSON object a line
    Sponsored {
        /// A file, packed with gzip or not; `-` reads the standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

pub(super) async fn run(settings: &Settings, kind: Kind) -> anyhow::Result<Outcome> {
    let database = open(settings, Workload::Command).await?;
    let (files, fetch_pictures) = match kind {
        Kind::Wordpress { files, options } => {
            let files = files.into_iter().map(Input::from).collect();
            return former_site::run(settings, database, Format::Wordpress, files, options).await;
        }
        Kind::Ghost { files, options } => {
            let files = files.into_iter().map(Input::from).collect();
            return former_site::run(settings, database, Format::Ghost, files, options).await;
        }
        Kind::Feed { sources, allow_network, options } => {
            let (inputs, _folder) = feeds::inputs(settings, sources, allow_network).await?;
            return former_site::run(settings, database, Format::Feed, inputs, options).await;
        }
        Kind::Jsonl { files, fetch_pictures } => (files, fetch_pictures),
        Kind::Ads { file } => {
            let (source, _, path) = source(&file)?;
            let terms = Terms { time_zone: settings.site.time_zone, frames: settings.ads.frames.clone() };
            let file = SmallImport { name: &file.display().to_string(), path: &path };
            let counts = file.import_ads(source, &terms, &database).await?;
            database.close().await;
            return say_counts(counts);
        }
        Kind::Profiles { files } => {
            let mut counts = ImportCounts::default();
            for file in files {
                let (source, _, path) = source(&file)?;
                let import = ProfileImport {
                    folder: path.parent().map(Path::to_owned).unwrap_or_default(),
                    pictures: Pictures::open(&settings.pictures)?,
                };
                let file = SmallImport { name: &file.display().to_string(), path: &path };
                counts.add(file.import_profiles(source, &import, &database).await?);
            }
            database.close().await;
            return say_counts(counts);
        }
        Kind::Readers(arguments) => return tables::readers(settings, database, arguments).await,
        Kind::Redirects(arguments) => return tables::redirects(database, arguments).await,
        Kind::Sponsored { file } => {
            let (source, _, path) = source(&file)?;
            let import = SponsoredImport {
                time_zone: settings.site.time_zone,
                folder: path.parent().map(Path::to_owned).unwrap_or_default(),
                pictures: Pictures::open(&settings.pictures)?,
            };
            let file = SmallImport { name: &file.display().to_string(), path: &path };
            let counts = file.import_sponsored(source, &import, &database).await?;
            database.close().await;
            return say_counts(counts);
        }
    };
    let fetcher = fetch_pictures.then(|| Fetcher::new(&settings.pictures.fetch_networks));
    let progress = Arc::new(Progress::default());
    stop_on_signal(progress.clone());
    let mut counts = ImportCounts::default();
    for file in files {
        counts.add(one(settings, &database, &file, &progress, fetcher.clone()).await?);
        if counts.interrupted {
            break;
        }
    }
    // The last one to close a SQLite file leaves it whole, without a log beside it.
    database.close().await;
    say_whole_counts(counts)
}

/// Prints the counts; an import that was stopped is an error.
fn say_whole_counts(counts: ImportCounts) -> anyhow::Result<Outcome> {
    let interrupted = counts.interrupted;
    let outcome = say_counts(counts)?;
    anyhow::ensure!(
        !interrupted,
        "import stopped before the end; what is counted above is saved, the same command goes on"
    );
    Ok(outcome)
}

/// Prints the counts.
fn say_counts(counts: ImportCounts) -> anyhow::Result<Outcome> {
    let ImportCounts { created, updated, unchanged, rejected, unknown_keys, .. } = counts;
    say!("created {created}, updated {updated}, unchanged {unchanged}, rejected {rejected}")?;
    if !unknown_keys.is_empty() {
        note!("keys that no record has were kept out: {}", Vec::from_iter(unknown_keys).join(", "));
    }
    Ok(if rejected > 0 { Outcome::Partial } else { Outcome::Done })
}

/// The bytes of a file, how many there are, and beside what its rejected records are put.
fn source(file: &Path) -> anyhow::Result<(Box<dyn Read + Send>, Option<u64>, PathBuf)> {
    if file.as_os_str() == "-" {
        return Ok((Box::new(std::io::stdin()), None, PathBuf::from("stdin")));
    }
    let open = File::open(file).with_context(|| format!("cannot open {}", file.display()))?;
    let metadata = open.metadata().with_context(|| format!("cannot read {}", file.display()))?;
    anyhow::ensure!(
        !metadata.is_dir(),
        "cannot read {}: it is a folder; name the files in it",
        file.display()
    );
    Ok((Box::new(open), Some(metadata.len()), file.to_owned()))
}

async fn one(
    settings: &Settings,
    database: &Database,
    file: &Path,
    progress: &Arc<Progress>,
    fetcher: Option<Fetcher>,
) -> anyhow::Result<ImportCounts> {
    progress.bytes.store(0, Ordering::Relaxed);
    progress.pictures.store(0, Ordering::Relaxed);
    let (source, size, path) = source(file)?;
    let context = context(settings, &path, fetcher)?;
    let name = file.display().to_string();
    let task = Import { name: name.clone(), path, context };
    watch(&name, size, progress, import(task, source, Arc::new(database.clone()), progress.clone())).await
}

fn context(settings: &Settings, path: &Path, fetcher: Option<Fetcher>) -> anyhow::Result<ImportContext> {
    Ok(ImportContext {
        folder: path.parent().map(Path::to_owned).unwrap_or_default(),
        pictures: Pictures::open(&settings.pictures)?,
        videos: Videos::open(&settings.pictures, &settings.videos)?,
        fetcher,
        time_zone: settings.site.time_zone,
    })
}

/// Shows the progress of an import until its end.
async fn watch(
    name: &str,
    size: Option<u64>,
    progress: &Progress,
    work: impl Future<Output = Result<ImportCounts, ImportError>>,
) -> anyhow::Result<ImportCounts> {
    let mut display = Display::new(name, size, TEMPLATE);
    let mut work = std::pin::pin!(work);
    let outcome = loop {
        if let Ok(outcome) = tokio::time::timeout(TICK, &mut work).await {
            break outcome;
        }
        let pictures = progress.pictures.load(Ordering::Relaxed);
        let more = if pictures > 0 { format!(", {pictures} pictures") } else { String::new() };
        display.show_with(progress.bytes.load(Ordering::Relaxed), &more);
    };
    display.end();
    Ok(outcome?)
}

/// The first Ctrl-C or SIGTERM lets the batch in hand be saved; a second one ends at once.
fn stop_on_signal(progress: Arc<Progress>) {
    tokio::spawn(async move {
        if crate::http::signal().await.is_ok() {
            progress.stop.store(true, Ordering::Relaxed);
            note!("stopping after the batch in hand");
        }
        if crate::http::signal().await.is_ok() {
            std::process::exit(1);
        }
    });
}
