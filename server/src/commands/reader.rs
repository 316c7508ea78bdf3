//! `warta reader`: the support desk.

mod subscribe;

use anyhow::Context;
use chrono::{DateTime, Utc};
use clap::Subcommand;
use domain::account::{
    Account, AccountId, AccountStore, ConfirmationStore, EmailAddress, Letter, LetterKind, LetterLog, Opened,
    Outbox, SessionStore,
};
use domain::quota::QuotaStore;
use domain::subscription::SubscriptionStore;
use store::{Database, Work};

use super::{Ended, open};
use crate::account::SystemDice;
use crate::clock;
use crate::settings::Settings;

/// Accounts in one go.
const BATCH: u32 = 500;
/// Letters that `show` names.
const LETTERS: u32 = 20;

/// What the support desk does.
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

pub(super) async fn run(settings: &Settings, task: Task) -> anyhow::Result<Ended> {
    let database = open(settings, Work::Command).await?;
    match task {
        Task::List => list(&database).await?,
        Task::Show { email } => show(&database, &address(&email)?).await?,
        Task::Activate { email } => activate(&database, &address(&email)?).await?,
        Task::Subscribe(arguments) => subscribe::run(settings, &database, arguments).await?,
        Task::Delete { email } => delete(&database, &address(&email)?).await?,
    }
    database.close().await;
    Ok(Ended::Done)
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
            println!("{}\t{}", account.email, account.created_at.format("%Y-%m-%d"));
        }
    }
}

async fn show(database: &Database, email: &EmailAddress) -> anyhow::Result<()> {
    match database.account_of(email).await? {
        Some(account) => {
            println!("{email}: an account since {}", at(account.created_at));
            for subscription in database.subscriptions(email).await? {
                println!(
                    "subscription: {}, {} to {} (reference {})",
                    subscription.plan.as_str(),
                    at(subscription.starts_at),
                    at(subscription.ends_at),
                    subscription.reference
                );
            }
            // Which ones is the reader's business; `warta explain` answers for one.
            println!("opened: {} articles", database.receipts(&account.id).await?.len());
            println!("password: {}", if account.password.is_some() { "yes" } else { "none" });
            for session in database.sessions(&account.id).await? {
                println!(
                    "session: {}, since {}, last used {}",
                    session.device,
                    at(session.started_at),
                    at(session.seen_at)
                );
            }
        }
        None => match database.joining(email).await? {
            Some(wish) => println!(
                "{email}: no account; registered {}, not confirmed (`warta reader activate {email}` does it)",
                at(wish.asked_at)
            ),
            None => println!("{email}: no account, and none asked for"),
        },
    }
    for log in database.letters(email, LETTERS).await? {
        println!("mail: {}", fate(&log));
    }
    Ok(())
}

fn fate(log: &LetterLog) -> String {
    let written = format!("{}, written {}", log.letter.letter.kind.as_str(), at(log.letter.written_at));
    let remark = log.remark.as_deref().unwrap_or("no remark");
    match (log.sent_at, log.due_at) {
        (Some(sent), _) => format!("{written}, sent {}", at(sent)),
        (None, Some(due)) if log.letter.tries == 0 => format!("{written}, waiting since {}", at(due)),
        (None, Some(due)) => {
            format!("{written}, tried {} times, again {}: {remark}", log.letter.tries, at(due))
        }
        (None, None) => format!("{written}, not sent: {remark}"),
    }
}

fn at(instant: DateTime<Utc>) -> String {
    instant.format("%Y-%m-%d %H:%M UTC").to_string()
}

async fn activate(database: &Database, email: &EmailAddress) -> anyhow::Result<()> {
    if database.account_of(email).await?.is_some() {
        println!("{email} has an account already");
        return Ok(());
    }
    let wish = database.joining(email).await?;
    let wish = wish.with_context(|| format!("{email} has not registered; nothing can be activated"))?;
    let now = clock::now();
    let account = Account {
        id: AccountId::random(&SystemDice),
        email: wish.email.clone(),
        password: wish.password.clone(),
        language: wish.language,
        created_at: now,
        uses_history: true,
    };
    match database.open_account(&wish.id, &account, None, now).await? {
        Opened::Done => println!("{email} has an account now and may sign in"),
        Opened::Taken | Opened::Gone => println!("{email} has an account already"),
    }
    Ok(())
}

async fn delete(database: &Database, email: &EmailAddress) -> anyhow::Result<()> {
    let account = database.account_of(email).await?.with_context(|| format!("{email} has no account"))?;
    let letter = Letter {
        kind: LetterKind::AccountClosed,
        to: account.email,
        confirmation: None,
        language: account.language,
    };
    database.close_account(&account.id, &AccountId::random(&SystemDice), &letter, clock::now()).await?;
    println!("{email} has been deleted; the farewell leaves with the next mails");
    Ok(())
}
