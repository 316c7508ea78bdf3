//! Command `warta recommend`, which explains recommendations and measures their quality.

use std::path::PathBuf;

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use clap::{Args, Subcommand, ValueEnum};
use domain::article::ArticleId;
use domain::newsroom::ArticleStore;
use domain::recommendation::evaluation::{self, Row, Window};
use domain::recommendation::{Beside, Index, Ranked, ReadStore};
use domain::recommendations::WANTED;
use store::{Database, Workload};

use super::{Outcome, open};
use crate::clock;
use crate::output::{note, say};
use crate::recommendation::{data, load};
use crate::settings::Settings;

/// Age up to which reads count; older ones are ignored.
const MEMORY: TimeDelta = TimeDelta::days(1);

#[derive(Subcommand)]
pub(super) enum Task {
    /// Tell why articles are recommended beside one: every candidate's score by signal
    Explain {
        /// The article's id
        #[arg(long, value_name = "ID")]
        article: String,
    },
    /// Measure the recommendations on a folder of records, links and clicks
    Eval(Eval),
}

#[derive(Args)]
pub(super) struct Eval {
    /// Which list
    #[arg(value_enum)]
    list: List,
    /// The folder: id_news.jsonl.gz and id_related_pairs.jsonl, or globo_clicks.csv.gz
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Hours of the click stream that are measured
    #[arg(long, value_names = ["FROM", "UNTIL"], num_args = 2, default_values_t = [96, 144])]
    hours: Vec<u32>,
    /// For programs
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum List {
    Related,
    Next,
}

pub(super) async fn run(settings: &Settings, task: Task) -> anyhow::Result<Outcome> {
    match task {
        Task::Explain { article } => explain(settings, &article).await,
        Task::Eval(eval) => tokio::task::block_in_place(|| measure(settings, &eval)),
    }
}

async fn explain(settings: &Settings, article: &str) -> anyhow::Result<Outcome> {
    let id = ArticleId::parse(article).with_context(|| format!("`{article}`"))?;
    let database = open(settings, Workload::Command).await?;
    let (mut index, _) = load(&database, settings.recommendation.ranking.clone()).await?;
    let now = clock::now();
    for read in database.since(now - MEMORY).await? {
        index.record(read.previous.as_ref(), &read.article, read.bucket_at, read.count);
    }
    anyhow::ensure!(index.knows(&id), "there is no article {id}, or it was withdrawn");
    say!("{id} {}", title(&database, &id, now).await?)?;
    for (name, ranked) in lists(&index, &id, now) {
        say!("\n{name}")?;
        for (place, ranked) in ranked.into_iter().enumerate() {
            let parts = ranked.parts.iter().map(|(signal, part)| format!("{} {part:.4}", signal.as_str()));
            let parts = parts.collect::<Vec<_>>().join(", ");
            let title = title(&database, &ranked.id, now).await?;
            say!("{:>3}. {:.4}  {} {title}\n     {parts}", place + 1, ranked.score, ranked.id)?;
        }
    }
    database.close().await;
    Ok(Outcome::Done)
}

/// Both lists of recommendations on the article's page.
fn lists(index: &Index, id: &ArticleId, now: DateTime<Utc>) -> [(&'static str, Vec<Ranked>); 2] {
    let Beside { related, next } = index.beside(Some(id), now, WANTED);
    [("related (Berita Terkait)", related), ("next (Rekomendasi Artikel)", next)]
}

async fn title(database: &Database, id: &ArticleId, now: DateTime<Utc>) -> anyhow::Result<String> {
    Ok(database.card(id, now).await?.map_or_else(|| "(not published yet)".to_owned(), |card| card.title))
}

fn measure(settings: &Settings, eval: &Eval) -> anyhow::Result<Outcome> {
    let begin = clock::steady();
    let elapsed = || begin.elapsed();
    let ranking = &settings.recommendation.ranking;
    let rows = if eval.list == List::Related {
        let (records, pairs) = (data::records(&eval.data)?, data::pairs(&eval.data)?);
        note!("{} articles, {} with links of their editors", records.len(), pairs.len());
        evaluation::related(&records, &pairs, ranking, &elapsed)
    } else {
        let clicks = data::clicks(&eval.data)?;
        let window = Window { from_hours: eval.hours[0], to_hours: eval.hours[1], ..Window::default() };
        note!("{} clicks, measured in hours {} to {}", clicks.len(), eval.hours[0], eval.hours[1]);
        evaluation::next(&clicks, window, ranking, &elapsed)
    };
    if eval.json {
        say!("{}", serde_json::json!({ "rows": rows }))?;
    } else {
        show(&rows)?;
    }
    Ok(Outcome::Done)
}

fn show(rows: &[Row]) -> std::io::Result<()> {
    say!(
        "{:<42} {:>7} {:>7} {:>7} {:>7} {:>8} {:>8} {:>8}",
        "name",
        "hr@10",
        "mrr@10",
        "ndcg@5",
        "ndcg@10",
        "coverage",
        "p50_us",
        "p99_us"
    )?;
    for row in rows {
        say!(
            "{:<42} {:>7.4} {:>7.4} {:>7.4} {:>7.4} {:>8.4} {:>8.0} {:>8.0}",
            row.name,
            row.hit_rate_10,
            row.reciprocal_rank_10,
            row.gain_5,
            row.gain_10,
            row.coverage,
            row.p50_us,
            row.p99_us
        )?;
    }
    Ok(())
}
