//! Imports from other systems: options, reports and the order of work that they have in common.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use anyhow::Context;
use clap::Args;
use domain::redirect::{Redirect, RedirectStore};
use store::Database;

use super::{Outcome, context, say_whole_counts, source, stop_on_signal, watch};
use crate::import::feed;
use crate::import::ghost;
use crate::import::wordpress;
use crate::import::wordpress::{Survey, list_redirects, survey};
use crate::import::{
    Former, Import, ImportCounts, LeftBehind, Mapping, Progress, Subjects, Target, import_records,
};
use crate::output::{note, say};
use crate::pictures::Fetcher;
use crate::settings::Settings;

/// Options of every import from another system.
#[derive(Args)]
pub(in crate::commands) struct Options {
    /// Read everything and report, but save nothing
    #[arg(long)]
    dry_run: bool,
    /// Write a mapping of sections, editions and authors to this new file, and import nothing
    #[arg(long, value_name = "FILE", conflicts_with = "mapping")]
    suggest: Option<PathBuf>,
    /// Use the decisions of this file
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,
    /// Fetch pictures from the former site, those in texts too
    #[arg(long)]
    fetch_pictures: bool,
    /// Beginning of the ids of its articles; tells two former sites apart
    #[arg(long, value_name = "TEXT")]
    id_prefix: Option<String>,
    /// Language of its articles: id or en
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Address of the former site, where its export does not say it
    #[arg(long, value_name = "URL")]
    site: Option<String>,
}

/// System that wrote the files.
#[derive(Clone, Copy)]
pub(super) enum Format {
    Wordpress,
    Ghost,
    Feed,
}

impl Format {
    /// Beginning of ids, so that they differ from the newsroom's own.
    fn prefix(self) -> &'static str {
        match self {
            Self::Wordpress => "wp-",
            Self::Ghost => "ghost-",
            Self::Feed => "feed-",
        }
    }

    fn survey(self, files: &[PathBuf], mapping: &Mapping) -> anyhow::Result<Survey> {
        match self {
            Self::Wordpress => survey(files, mapping),
            Self::Ghost => Ok(Survey::from(ghost::names(files, mapping)?)),
            Self::Feed => Ok(Survey::from(feed::names(files, mapping)?)),
        }
    }
}

/// File to import.
pub(super) struct Input {
    /// Name of the file in messages.
    pub(super) name: String,
    /// File that is read.
    pub(super) path: PathBuf,
    /// Path beside which the rejected records are written.
    pub(super) beside: PathBuf,
}

impl From<PathBuf> for Input {
    fn from(path: PathBuf) -> Self {
        Self { name: path.display().to_string(), beside: path.clone(), path }
    }
}

pub(super) async fn run(
    settings: &Settings,
    database: Database,
    format: Format,
    inputs: Vec<Input>,
    options: Options,
) -> anyhow::Result<Outcome> {
    let files: Vec<_> = inputs.iter().map(|input| input.path.clone()).collect();
    for file in &files {
        anyhow::ensure!(
            file.as_os_str() != "-",
            "name a file: it is read twice, and the standard input is not"
        );
        // Reading a folder fails with a worse message.
        source(file)?;
    }
    let mapping = options.mapping.as_deref().map_or_else(|| Ok(Mapping::default()), Mapping::load)?;
    let survey = format.survey(&files, &mapping)?;
    if let Some(path) = &options.suggest {
        return suggest(path, &survey);
    }
    let former = Arc::new(Former {
        survey,
        mapping,
        prefix: options.id_prefix.unwrap_or_else(|| format.prefix().to_owned()),
        language: options.language,
        site: options.site.unwrap_or_default(),
        left: LeftBehind::default(),
        subjects: Subjects::default(),
    });
    let fetcher =
        (options.fetch_pictures && !options.dry_run).then(|| Fetcher::new(&settings.pictures.fetch_networks));
    let store = Arc::new(database.clone());
    let target =
        Target { newsroom: store.clone(), redirects: Some(store.clone()), is_dry_run: options.dry_run };
    let progress = Arc::new(Progress::default());
    stop_on_signal(progress.clone());
    let mut counts = ImportCounts::default();
    for Input { name, path, beside } in inputs {
        progress.bytes.store(0, Ordering::Relaxed);
        let (source, size, path) = source(&path)?;
        let context = context(settings, &path, fetcher.clone())?;
        let task = Import { name: name.clone(), context, path: beside };
        let reading = former.clone();
        let open = move |source| match format {
            Format::Wordpress => wordpress::posts(source, reading),
            Format::Ghost => ghost::posts(source, reading),
            Format::Feed => feed::entries(source, reading),
        };
        let work = import_records(task, source, open, target.clone(), progress.clone());
        counts.add(watch(&name, size, &progress, work).await?);
        if counts.interrupted {
            break;
        }
    }
    let lists = match format {
        Format::Wordpress => list_redirects(&former),
        // These have no lists beside their articles.
        Format::Ghost | Format::Feed => Vec::new(),
    };
    finish(&*store, &lists, &former.left, options.dry_run).await?;
    database.close().await;
    say_whole_counts(counts)
}

/// Saves the redirects of lists, and reports what was left behind.
async fn finish(
    store: &dyn RedirectStore,
    lists: &[Redirect],
    left: &LeftBehind,
    is_dry_run: bool,
) -> anyhow::Result<()> {
    if is_dry_run {
        note!("dry run: nothing was saved");
    } else {
        store.save_redirects(lists).await?;
    }
    for line in left.lines() {
        say!("{line}")?;
    }
    Ok(())
}

fn suggest(path: &Path, survey: &Survey) -> anyhow::Result<Outcome> {
    use std::io::Write;
    let name = path.display();
    // A file that somebody has changed by hand is not overwritten.
    let file = std::fs::File::create_new(path).with_context(|| format!("cannot create {name}"));
    file?.write_all(survey.names.suggestion().as_bytes()).with_context(|| format!("cannot write {name}"))?;
    say!("wrote {name}; change it, then import with --mapping {name}")?;
    Ok(Outcome::Done)
}
