//! `warta export`.

use std::path::PathBuf;

use clap::Args;
use store::Workload;

use super::display::Display;
use super::{Outcome, open};
use crate::export::{Format, Wxr, export, export_profiles, export_redirects};
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
    /// jsonl, for `import jsonl`, or wxr, for WordPress and for `import wordpress`
    #[arg(long, default_value = "jsonl", value_parser = ["jsonl", "wxr"])]
    format: String,
}

fn format(settings: &Settings, name: &str) -> Format {
    if name == "jsonl" {
        return Format::Jsonl;
    }
    let local = || format!("http://{}", settings.server.listen);
    let site = settings.site.url.as_ref().map_or_else(local, ToString::to_string);
    Format::Wxr(Wxr {
        name: settings.site.name.clone(),
        site: site.trim_end_matches('/').to_owned(),
        time_zone: settings.site.time_zone,
    })
}

pub(super) async fn run(settings: &Settings, arguments: Arguments) -> anyhow::Result<Outcome> {
    use domain::newsroom::ArticleRepository;
    let database = open(settings, Workload::Command).await?;
    let total = database.count().await?;
    let mut display =
        Display::new(&arguments.file.display().to_string(), Some(total), "{msg} {wide_bar} {pos}/{len}");
    let pictures = Pictures::open(&settings.pictures)?;
    let videos = Videos::open(&settings.pictures, &settings.videos)?;
    let form = format(settings, &arguments.format);
    let mut outcome =
        export(&database, (&pictures, &videos), &arguments.file, &form, |done| display.show(done)).await?;
    export_profiles(&database, &pictures, &arguments.file, &mut outcome).await?;
    let redirects = export_redirects(&database, &arguments.file).await?;
    display.end();
    database.close().await;
    let videos = if outcome.videos > 0 { format!(", {} videos", outcome.videos) } else { String::new() };
    let profiles =
        if outcome.profiles > 0 { format!(", {} profiles", outcome.profiles) } else { String::new() };
    let redirects = if redirects > 0 { format!(", {redirects} redirects") } else { String::new() };
    say!(
        "exported {} articles, {} pictures{videos}{profiles}{redirects}",
        outcome.articles,
        outcome.pictures
    )?;
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
