//! `warta explain`: why a reader may or may not read an article.

use std::io;

use anyhow::Context;
use app::text;
use clap::Args;
use domain::access::{Access, Decision, Offer, Visit, Visitor, decide};
use domain::account::{AccountStore, ConfirmationStore, EmailAddress};
use domain::article::{ArticleId, Language};
use domain::newsroom::ArticleStore;
use store::{Database, Workload};

use super::{Outcome, open};
use crate::clock;
use crate::composition::quota;
use crate::output::say;
use crate::settings::Settings;

/// Whose question, about what.
#[derive(Args)]
pub(super) struct Arguments {
    /// The reader's address; left out, the question is a stranger's
    #[arg(long, value_name = "EMAIL")]
    reader: Option<String>,
    /// The article's id
    #[arg(long, value_name = "ID")]
    article: String,
}

pub(super) async fn run(settings: &Settings, arguments: Arguments) -> anyhow::Result<Outcome> {
    let id = ArticleId::parse(&arguments.article).with_context(|| format!("`{}`", arguments.article))?;
    let email = arguments.reader.map(|text| EmailAddress::parse(&text).with_context(|| format!("`{text}`")));
    let email = email.transpose()?;
    let database = open(settings, Workload::Command).await?;
    let (quota, now) = (quota(settings, &database), clock::now());
    let (article, _) = database.find(&id).await?.with_context(|| format!("there is no article {id}"))?;
    anyhow::ensure!(
        article.is_published(now),
        "article {id} is not published before {}",
        article.published_at
    );
    let visitor = match &email {
        None => Visitor::Anyone,
        Some(email) => match database.account_of(email).await? {
            Some(account) => Visitor::Reader(quota.status(&account, Some(&id), now).await?),
            None => stranger(&database, email).await?,
        },
    };
    let decision = decide(Visit { visitor: &visitor, article: &article, policy: &quota.policy });
    let cover = if article.cover_story == domain::article::CoverStory::Yes { ", cover story" } else { "" };
    say!("article {id}: {} ({}{cover})", article.title, article.edition.as_str())?;
    say!("reader: {}", email.map_or("a stranger".to_owned(), |email| email.to_string()))?;
    show(&visitor, &decision)?;
    database.close().await;
    Ok(Outcome::Done)
}

async fn stranger(database: &Database, email: &EmailAddress) -> anyhow::Result<Visitor> {
    let confirmation = database.pending_registration(email).await?;
    confirmation
        .map(|_| Visitor::Unconfirmed)
        .with_context(|| format!("{email} has no account, and none is asked for"))
}

/// Prints every rule that was evaluated, in order, and the decision.
fn show(visitor: &Visitor, decision: &Decision) -> io::Result<()> {
    let words = text::access(Language::English);
    if let Visitor::Reader(status) = visitor {
        say!("units: {} of {} left", status.units.left, status.units.granted)?;
    }
    for (place, asked) in decision.trace.iter().enumerate() {
        let answer = if asked.yes { "yes" } else { "no" };
        say!("{}. {}: {} {answer}", place + 1, asked.rule.as_str(), (words.question)(asked.rule))?;
    }
    match &decision.access {
        Access::Whole(_) => say!("whole"),
        Access::Teaser(_, offer) => say!("teaser; may {}", may(*offer)),
    }
}

fn may(offer: Offer) -> String {
    match offer {
        Offer::Nothing => "nothing: it was withdrawn".to_owned(),
        Offer::Join => "register or sign in".to_owned(),
        Offer::Confirm => "confirm the address".to_owned(),
        Offer::Open(_) => "open it with a free unit".to_owned(),
        Offer::Wait(until) => format!("wait until {}, or subscribe", until.format("%Y-%m-%d %H:%M UTC")),
        Offer::Subscribe => "subscribe".to_owned(),
    }
}
