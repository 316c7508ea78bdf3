//! `warta reader`: support for readers' accounts.

mod subscribe;

use anyhow::Context;
use chrono::{DateTime, Utc};
use clap::Subcommand;
use domain::account::{
    Account, AccountId, AccountStore, ConfirmationStore, Departure, Email, EmailAddress, EmailDelivery,
    EmailKind, Outbox, Redemption, SessionStore, Written,
};
use domain::quota::QuotaStore;
use domain::subscription::{Subscription, SubscriptionStore};
use store::{Database, Workload};

use super::{Outcome, open};
use crate::account::SystemRng;
use crate::clock;
use crate::composition::quota;
use crate::output::say;
use crate::settings::Settings;

/// Accounts in one go.
const BATCH: u32 = 500;
/// Letters that `show` names.
const EMAILS: u32 = 20;

/// Tasks of support.
#[derive(Subcommand)]
pub(super) enum Task {
    /// List all accounts: address and day of joining, parted by a tab
    List,
    /// Show an account, its sessions and the mails that were sent to it
    Show {
        /// The address
        email: String,
    },
    /// Make the account of somebody who has registered but gets no mail
    Activate {
        /// The address
        email: String,
    },
    /// Note that somebody has paid
    Subscribe(subscribe::Arguments),
    /// Remove an account and all that is the reader's
    Delete {
        /// The address
        email: String,
    },
}

pub(super) async fn run(settings: &Settings, task: Task) -> anyhow::Result<Outcome> {
    let database = open(settings, Workload::Command).await?;
    match task {
        Task::List => list(&database).await?,
        Task::Show { email } => show(settings, &database, &address(&email)?).await?,
        Task::Activate { email } => activate(&database, &address(&email)?).await?,
        Task::Subscribe(arguments) => subscribe::run(settings, &database, arguments).await?,
        Task::Delete { email } => delete(settings, &database, &address(&email)?).await?,
    }
    database.close().await;
    Ok(Outcome::Done)
}

fn address(text: &str) -> anyhow::Result<EmailAddress> {
    EmailAddress::parse(text).with_context(|| format!("`{text}`"))
}

async fn list(database: &Database) -> anyhow::Result<()> {
    let mut last: Option<EmailAddress> = None;
    loop {
        let accounts = database.accounts(last.as_ref(), BATCH).await?;
        let Some(end) = accounts.last() else { return Ok(()) };
        last = Some(end.email.clone());
        for account in accounts {
            say!("{}\t{}", account.email, account.created_at.format("%Y-%m-%d"))?;
        }
    }
}

/// Everything that is known by an address: an account or what waits for one, and the mails.
async fn show(settings: &Settings, database: &Database, email: &EmailAddress) -> anyhow::Result<()> {
    let (account, waiting) = (database.account_of(email).await?, database.pending_registration(email).await?);
    let (subscriptions, emails) =
        (database.subscriptions(email).await?, database.emails(email, EMAILS).await?);
    match (&account, &waiting) {
        (Some(account), _) => say!("{email}: an account since {}", at(account.created_at))?,
        (None, Some(confirmation)) => say!(
            "{email}: no account; registered {}, not confirmed (`warta reader activate {email}` does it)",
            at(confirmation.asked_at)
        )?,
        (None, None) if subscriptions.is_empty() && emails.is_empty() => anyhow::bail!(
            "nobody is known as {email}: no account, no registration, no subscription, no mail; `warta reader list` names all accounts"
        ),
        (None, None) => say!("{email}: no account, and none asked for")?,
    }
    for subscription in &subscriptions {
        let (plan, reference) = (subscription.plan.as_str(), &subscription.reference);
        let begin = local(settings, subscription.starts_at);
        say!("subscription: {plan}, {begin} to {} (reference {reference})", end(settings, subscription))?;
    }
    if let Some(account) = &account {
        show_account(database, account).await?;
    }
    for log in emails {
        say!("mail: {}", fate(&log))?;
    }
    Ok(())
}

async fn show_account(database: &Database, account: &Account) -> anyhow::Result<()> {
    // Which ones is the reader's business; `warta explain` answers for one.
    say!("opened: {} articles", database.receipts(&account.id).await?.len())?;
    say!("password: {}", if account.password.is_some() { "yes" } else { "none" })?;
    for session in database.sessions(&account.id).await? {
        let (begin, seen) = (at(session.started_at), at(session.seen_at));
        say!("session: {}, since {begin}, last used {seen}", session.device)?;
    }
    Ok(())
}

/// The end of a subscription as people say it: a day, if it runs to the end of one.
fn end(settings: &Settings, subscription: &Subscription) -> String {
    match subscription.last_of_day(settings.site.time_zone) {
        Some(last) => last.with_timezone(&settings.site.time_zone).format("%Y-%m-%d").to_string(),
        None => local(settings, subscription.ends_at),
    }
}

/// On the publisher's clocks.
fn local(settings: &Settings, instant: DateTime<Utc>) -> String {
    instant.with_timezone(&settings.site.time_zone).format("%Y-%m-%d %H:%M %Z").to_string()
}

fn fate(log: &EmailDelivery) -> String {
    let written = format!("{}, written {}", log.email.email.kind.as_str(), at(log.email.written_at));
    let remark = log.remark.as_deref().unwrap_or("no remark");
    match (log.sent_at, log.due_at) {
        (Some(sent), _) => format!("{written}, sent {}", at(sent)),
        (None, Some(due)) if log.email.tries == 0 => format!("{written}, waiting since {}", at(due)),
        (None, Some(due)) => {
            format!("{written}, tried {} times, again {}: {remark}", log.email.tries, at(due))
        }
        (None, None) => format!("{written}, not sent: {remark}"),
    }
}

fn at(instant: DateTime<Utc>) -> String {
    instant.format("%Y-%m-%d %H:%M UTC").to_string()
}

async fn activate(database: &Database, email: &EmailAddress) -> anyhow::Result<()> {
    if database.account_of(email).await?.is_some() {
        say!("{email} has an account already")?;
        return Ok(());
    }
    let confirmation = database.pending_registration(email).await?;
    let confirmation =
        confirmation.with_context(|| format!("{email} has not registered; nothing can be activated"))?;
    let now = clock::now();
    let account =
        Account::new(&SystemRng, confirmation.email, confirmation.password, confirmation.language, now);
    match database.open_account(&confirmation.id, &account, None, now).await? {
        Redemption::Done => say!("{email} has an account now and may sign in")?,
        Redemption::Taken | Redemption::Gone | Redemption::Stale => say!("{email} has an account already")?,
    }
    Ok(())
}

async fn delete(settings: &Settings, database: &Database, email: &EmailAddress) -> anyhow::Result<()> {
    let account = database.account_of(email).await?.with_context(|| format!("{email} has no account"))?;
    let farewell = Email {
        kind: EmailKind::AccountClosed,
        to: account.email.clone(),
        confirmation: None,
        detail: None,
        language: account.language,
    };
    let (nobody, now) = (AccountId::random(&SystemRng), clock::now());
    let departure = Departure::in_period(quota(settings, database).span(now), now);
    let closed = database.close_account(&account, &nobody, &farewell, &departure, now).await?;
    anyhow::ensure!(
        closed == Written::Done,
        "the account of {email} has just changed; run the command again"
    );
    say!("{email} has been deleted; the farewell leaves with the next mails")?;
    Ok(())
}
