//! Command `warta quota`, which simulates other rules of the meter.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Subcommand;
use domain::access::Policy;
use domain::account::{AccountId, AccountStore};
use domain::article::{Article, ArticleId};
use domain::newsroom::ArticleStore;
use domain::quota::{OpenReceipt, QuotaStore, Replayed, replay};
use store::{Database, Workload};

use super::{Outcome, open};
use crate::output::say;
use crate::settings::Settings;

/// Number of readers that are loaded at a time.
const BATCH: u32 = 200;

/// What is done with the meter.
#[derive(Subcommand)]
pub(super) enum Task {
    /// Replay all that readers have opened by other rules, and name who would have been treated differently. Changes nothing
    Simulate {
        /// Settings as they would be: a file like Leptos.toml, of which the section [quota] counts
        #[arg(long, value_name = "FILE")]
        rules: PathBuf,
    },
}

/// Totals of the simulation.
#[derive(Default)]
struct Sum {
    openings: u64,
    free: u64,
    closed: u64,
    readers: u64,
}

pub(super) async fn run(settings: &Settings, task: Task) -> anyhow::Result<Outcome> {
    let Task::Simulate { rules } = task;
    let policy = policy(settings, &rules)?;
    let database = open(settings, Workload::Command).await?;
    let (mut sum, mut articles, mut last) = (Sum::default(), BTreeMap::new(), None);
    loop {
        let openings = database.openings(last.as_ref(), BATCH).await?;
        let Some(end) = openings.last() else { break };
        last = Some(end.account.clone());
        for one in openings.chunk_by(|one, other| one.account == other.account) {
            differ(&database, &mut articles, one, &policy, &mut sum).await?;
        }
    }
    say!(
        "{} openings: {} would have been closed, {} would have cost nothing; {} readers would have been treated differently",
        sum.openings,
        sum.closed,
        sum.free,
        sum.readers
    )?;
    database.close().await;
    Ok(Outcome::Done)
}

fn policy(settings: &Settings, rules: &Path) -> anyhow::Result<Policy> {
    let text = std::fs::read_to_string(rules).with_context(|| format!("cannot read {}", rules.display()))?;
    let changed = Settings::of(&text).with_context(|| rules.display().to_string())?;
    Ok(changed.quota.policy(settings.site.time_zone))
}

/// Prints the articles of one reader that the other rules would have opened for free, or not at all.
async fn differ(
    database: &Database,
    articles: &mut BTreeMap<String, Option<Article>>,
    openings: &[OpenReceipt],
    policy: &Policy,
    sum: &mut Sum,
) -> anyhow::Result<()> {
    for opened in openings {
        let id = &opened.receipt.article;
        if !articles.contains_key(id.as_str()) {
            articles.insert(id.as_str().to_owned(), find(database, id).await?);
        }
    }
    // Articles that have been removed cannot be evaluated.
    let known = openings.iter().filter_map(|opened| {
        articles
            .get(opened.receipt.article.as_str())
            .and_then(Option::as_ref)
            .map(|article| (opened, article))
    });
    let known: Vec<_> = known.collect();
    let replayed = replay(known.iter().map(|(opened, article)| (&opened.receipt, *article)), policy);
    sum.openings += known.len() as u64;
    let mut reader = None;
    for ((opened, _), outcome) in known.iter().zip(replayed) {
        let (words, rule) = match outcome {
            Replayed::Spent => continue,
            Replayed::Free(rule) => {
                sum.free += 1;
                ("would have cost nothing", rule)
            }
            Replayed::Closed(rule) => {
                sum.closed += 1;
                ("would have been closed", rule)
            }
        };
        if reader.is_none() {
            sum.readers += 1;
            reader = Some(name(database, &opened.account).await?);
        }
        let at = opened.receipt.opened_at.format("%Y-%m-%d %H:%M UTC");
        say!(
            "{}\t{}\t{at}\t{words} ({})",
            reader.as_deref().unwrap_or_default(),
            opened.receipt.article,
            rule.as_str()
        )?;
    }
    Ok(())
}

async fn find(database: &Database, id: &ArticleId) -> anyhow::Result<Option<Article>> {
    Ok(database.find(id).await?.map(|(article, _)| article))
}

async fn name(database: &Database, account: &AccountId) -> anyhow::Result<String> {
    let account = database.account(account).await?;
    Ok(account.map_or("(has left)".to_owned(), |account| account.email.to_string()))
}
