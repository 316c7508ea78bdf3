//! Imports of tables: readers and redirects of the former site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use domain::access::Plan;
use store::Database;

use super::{Outcome, say_counts, source};
use crate::account::SystemRng;
use crate::clock;
use crate::import::{LeftBehind, ReaderList, SmallImport};
use crate::output::{note, say};
use crate::settings::Settings;

/// List of readers.
#[derive(Args)]
pub(in crate::commands) struct Readers {
    /// A table (CSV) whose first line names the columns; `-` reads the standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Plan for a name of the former site, as NAME=all, koran, majalah or day; may be repeated
    #[arg(long = "plan", value_name = "NAME=PLAN", value_parser = plan)]
    plans: Vec<(String, Plan)>,
    /// The last day of subscriptions for which the file has none, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    until: Option<NaiveDate>,
    /// Read everything and report, but save nothing
    #[arg(long)]
    dry_run: bool,
}

/// List of old addresses.
#[derive(Args)]
pub(in crate::commands) struct Redirects {
    /// A table (CSV) with a first line and two columns: old address, and path on this site; without a path, it was withdrawn
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Read everything and report, but save nothing
    #[arg(long)]
    dry_run: bool,
}

fn plan(text: &str) -> Result<(String, Plan), String> {
    let (name, plan) = text.rsplit_once('=').ok_or("is not like `Name=all`")?;
    let known = Plan::parse(plan);
    let known =
        known.ok_or_else(|| format!("ends with none of {}", Plan::ALL.map(Plan::as_str).join(", ")))?;
    Ok((name.trim().to_owned(), known))
}

pub(super) async fn readers(
    settings: &Settings,
    database: Database,
    arguments: Readers,
) -> anyhow::Result<Outcome> {
    let (bytes, _, path) = source(&arguments.file)?;
    let (now, left) = (clock::now(), LeftBehind::default());
    let list = ReaderList {
        plans: BTreeMap::from_iter(arguments.plans),
        until: arguments.until,
        time_zone: settings.site.time_zone,
        language: settings.site.language,
        listed_at: listed_at(&arguments.file).unwrap_or(now),
        now,
        rng: &SystemRng,
        left: left.clone(),
    };
    let file = SmallImport { name: &arguments.file.display().to_string(), path: &path };
    let counts = file.import_readers(bytes, &list, &database, arguments.dry_run).await?;
    database.close().await;
    if arguments.dry_run {
        note!("dry run: nothing was saved");
    }
    for line in left.lines() {
        say!("{line}")?;
    }
    say_counts(counts)
}

/// Time at which a file was written.
fn listed_at(file: &Path) -> Option<DateTime<Utc>> {
    Some(DateTime::from(file.metadata().ok()?.modified().ok()?))
}

pub(super) async fn redirects(database: Database, arguments: Redirects) -> anyhow::Result<Outcome> {
    let (bytes, _, path) = source(&arguments.file)?;
    let file = SmallImport { name: &arguments.file.display().to_string(), path: &path };
    let counts = file.import_redirects(bytes, &database, arguments.dry_run).await?;
    database.close().await;
    if arguments.dry_run {
        note!("dry run: nothing was saved");
    }
    say_counts(counts)
}
