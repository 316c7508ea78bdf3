//! `warta export`.

use std::path::PathBuf;

use clap::Args;
use store::Workload;

use super::display::Display;
use super::{Outcome, open};
use crate::export::{export, export_profiles};
use crate::output::{note, say};
use crate::pictures::Pictures;
use crate::settings::Settings;
use crate::videos::Videos;

#[derive(Args)]
pub(super) struct Arguments {
    /// The file to write, packed if its name ends in .gz; pictures and videos go to the folders `pictures` and `videos` beside it,
    /// profiles to NAME.profiles.jsonl
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) async fn run(settings: &Settings, arguments: Arguments) -> anyhow::Result<Outcome> {
    use domain::newsroom::ArticleRepository;
    let database = open(settings, Workload::Command).await?;
    let total = database.count().await?;
    let mut display =
        Display::new(&arguments.file.display().to_string(), Some(total), "{msg} {wide_bar} {pos}/{len}");
    let pictures = Pictures::open(&settings.pictures)?;
    let videos = Videos::open(&settings.pictures, &settings.videos)?;
    let mut outcome =
        export(&database, (&pictures, &videos), &arguments.file, |done| display.show(done)).await?;
    export_profiles(&database, &pictures, &arguments.file, &mut outcome).await?;
    display.end();
    database.close().await;
    let videos = if outcome.videos > 0 { format!(", {} videos", outcome.videos) } else { String::new() };
    let profiles =
        if outcome.profiles > 0 { format!(", {} profiles", outcome.profiles) } else { String::new() };
    say!("exported {} articles, {} pictures{videos}{profiles}", outcome.articles, outcome.pictures)?;
    for missing in &outcome.missing {
        note!("{missing}: it is not in {}", settings.pictures.folder.display());
    }
    for unreadable in &outcome.unreadable {
        note!("{unreadable}");
    }
    for unreadable in &outcome.unreadable_profiles {
        note!("{unreadable}");
    }
    let is_whole =
        outcome.missing.is_empty() && outcome.unreadable.is_empty() && outcome.unreadable_profiles.is_empty();
    Ok(if is_whole { Outcome::Done } else { Outcome::Partial })
}
