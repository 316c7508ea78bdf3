//! `warta export`.

use std::path::PathBuf;

use clap::Args;
use store::Work;

use super::display::Display;
use super::{Ended, open};
use crate::export::export;
use crate::pictures::Pictures;
use crate::settings::Settings;

#[derive(Args)]
pub(super) struct Arguments {
    /// The file to write, packed if its name ends in .gz; pictures go to the folder `pictures` beside it
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub(super) async fn run(settings: &Settings, arguments: Arguments) -> anyhow::Result<Ended> {
    use domain::newsroom::Newsroom;
    let database = open(settings, Work::Command).await?;
    let total = database.count().await?;
    let mut display =
        Display::new(&arguments.file.display().to_string(), Some(total), "{msg} {wide_bar} {pos}/{len}");
    let outcome =
        export(&database, &Pictures::open(&settings.pictures)?, &arguments.file, |done| display.show(done))
            .await?;
    display.end();
    database.close().await;
    println!("exported {} articles, {} pictures", outcome.articles, outcome.pictures);
    for missing in &outcome.missing_pictures {
        eprintln!("{missing}: the picture is not in {}", settings.pictures.folder.display());
    }
    Ok(if outcome.missing_pictures.is_empty() { Ended::Done } else { Ended::InPart })
}
