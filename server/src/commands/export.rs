//! `warta export`.

use std::path::PathBuf;

use clap::Args;
use store::Workload;

use super::display::Display;
use super::{Outcome, open};
use crate::export::export;
use crate::output::{note, say};
use crate::pictures::Pictures;
use crate::settings::Settings;
use crate::videos::Videos;

#[derive(Args)]
pub(super) struct Arguments {
    /// The file to write, packed if its name ends in .gz; pictures and videos go to the folders `pictures` and `videos` beside it
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
    let outcome = export(&database, (&pictures, &videos), &arguments.file, |done| display.show(done)).await?;
    display.end();
    database.close().await;
    let videos = if outcome.videos > 0 { format!(", {} videos", outcome.videos) } else { String::new() };
    say!("exported {} articles, {} pictures{videos}", outcome.articles, outcome.pictures)?;
    for missing in &outcome.missing {
        note!("{missing}: it is not in {}", settings.pictures.folder.display());
    }
    for unreadable in &outcome.unreadable {
        note!("{unreadable}");
    }
    let is_whole = outcome.missing.is_empty() && outcome.unreadable.is_empty();
    Ok(if is_whole { Outcome::Done } else { Outcome::Partial })
}
