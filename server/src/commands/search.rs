//! Command `warta search`, which builds the search index anew and measures the search.

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, Subcommand};
use search::SearchIndex;
use search::evaluation::{self, Row};
use store::Workload;

use super::{Outcome, open};
use crate::clock;
use crate::composition::search_updater;
use crate::output::{note, say};
use crate::search::data;
use crate::settings::Settings;

#[derive(Subcommand)]
pub(super) enum Task {
    /// Build the search index of this machine anew from the store; a server that runs here takes it into use within seconds
    Rebuild,
    /// Measure the search on a folder of texts and queries
    Eval(Eval),
}

#[derive(Args)]
pub(super) struct Eval {
    /// The folder: id_retrieval_docs.jsonl.gz, id_retrieval_hoax.jsonl and id_news.jsonl.gz
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// For programs
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(settings: &Settings, task: Task) -> anyhow::Result<Outcome> {
    match task {
        Task::Rebuild => rebuild(settings).await,
        Task::Eval(eval) => tokio::task::block_in_place(|| measure(&eval)),
    }
}

async fn rebuild(settings: &Settings) -> anyhow::Result<Outcome> {
    let database = open(settings, Workload::Command).await?;
    let index = Arc::new(SearchIndex::new(Some(settings.search.folder.clone())));
    let mut updater = search_updater(settings, &database, index, clock::now).await?;
    let articles = updater.rebuild().await?;
    say!("{articles} articles can be found")?;
    database.close().await;
    Ok(Outcome::Done)
}

fn measure(eval: &Eval) -> anyhow::Result<Outcome> {
    let begin = clock::steady();
    let elapsed = || begin.elapsed();
    let (checks, claims, news) =
        (data::checks(&eval.data)?, data::claims(&eval.data)?, data::news(&eval.data)?);
    note!("{} checks, {} claims, {} articles", checks.len(), claims.len(), news.len());
    let rows = [
        evaluation::claims(&checks, &claims, &elapsed)?,
        evaluation::headlines(&news, &elapsed)?,
        evaluation::mistyped(&news, &elapsed)?,
    ];
    if eval.json {
        say!("{}", serde_json::json!({ "rows": rows }))?;
    } else {
        show(&rows)?;
    }
    Ok(Outcome::Done)
}

fn show(rows: &[Row]) -> std::io::Result<()> {
    say!(
        "{:<32} {:>9} {:>7} {:>7} {:>7} {:>7} {:>8} {:>8}",
        "name",
        "documents",
        "queries",
        "mrr@10",
        "hit@1",
        "hit@10",
        "p50_us",
        "p99_us"
    )?;
    for row in rows {
        say!(
            "{:<32} {:>9} {:>7} {:>7.4} {:>7.4} {:>7.4} {:>8.0} {:>8.0}",
            row.name,
            row.documents,
            row.queries,
            row.reciprocal_rank_10,
            row.hit_rate_1,
            row.hit_rate_10,
            row.p50_us,
            row.p99_us
        )?;
    }
    Ok(())
}
