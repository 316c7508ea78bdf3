//! The meter: how many articles a reader has opened, and what opening one more costs.
//!
//! Opening is one receipt, which is never charged again; looking changes nothing.

mod replay;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

pub use replay::{Replayed, replay};

use crate::access::{Access, MeterStatus, Offer, Plan, Policy, Span, Units, Visit, Visitor, decide};
use crate::account::{Account, AccountId, TokenHash};
use crate::article::ArticleId;
use crate::newsroom::{ArticleStore, StoreError};
use crate::reading::published;
use crate::subscription::SubscriptionStore;

/// The meter: storage of its receipts, and the policy that limits them.
#[derive(Clone)]
pub struct Quota {
    /// Storage of receipts.
    pub store: Arc<dyn QuotaStore>,
    /// Settings of the publisher.
    pub policy: Policy,
}

/// Outcome of opening an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenOutcome {
    /// The article is open, and cost a unit.
    Spent,
    /// The article is open to this reader without a unit.
    Free,
    /// The article is closed, and nothing was spent.
    Closed,
}

/// Record of an article that a reader has opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Article that was opened.
    pub article: ArticleId,
    /// Time of opening.
    pub opened_at: DateTime<Utc>,
    /// Period whose unit it cost.
    pub period: String,
}

/// A receipt with its account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenReceipt {
    /// Account of the reader; a name that nobody has where the account was deleted.
    pub account: AccountId,
    /// Article, time and period.
    pub receipt: Receipt,
}

/// Usage of a reader in one period, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeterUsage {
    /// Units spent in the period.
    pub spent: u32,
    /// Whether there is a receipt for the article.
    pub has_opened: bool,
    /// The subscriptions that run.
    pub plans: Vec<Plan>,
}

/// Units of all readers, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Units granted, to readers who have opened something.
    pub granted: u64,
    /// Units spent.
    pub spent: u64,
}

/// Storage of the meter.
#[async_trait]
pub trait QuotaStore: SubscriptionStore {
    /// Usage of a reader in a period, and whether the article was opened where one is given.
    async fn usage(
        &self,
        account: &Account,
        article: Option<&ArticleId>,
        period: &str,
        now: DateTime<Utc>,
    ) -> Result<MeterUsage, StoreError>;

    /// Writes a receipt if there is none and fewer than `units` are spent in the period: one transaction, exact however
    /// many try at once, on however many servers. An account that is gone opens nothing.
    async fn open(
        &self,
        account: &AccountId,
        article: &ArticleId,
        period: &str,
        units: u32,
        now: DateTime<Utc>,
    ) -> Result<OpenOutcome, StoreError>;

    /// Over all readers and periods, those who have left among them.
    async fn totals(&self) -> Result<Totals, StoreError>;

    /// All receipts of at most `limit` readers behind `after`, by reader, the oldest first.
    async fn openings(&self, after: Option<&AccountId>, limit: u32) -> Result<Vec<OpenReceipt>, StoreError>;

    /// The same for a browser without an account.
    async fn guest_usage(
        &self,
        guest: &TokenHash,
        article: &ArticleId,
        period: &str,
    ) -> Result<MeterUsage, StoreError>;

    /// The same; a browser that is not known yet is one from now on.
    async fn open_as_guest(
        &self,
        guest: &TokenHash,
        article: &ArticleId,
        period: &str,
        units: u32,
        now: DateTime<Utc>,
    ) -> Result<OpenOutcome, StoreError>;

    /// All receipts of a reader, the newest first.
    async fn receipts(&self, account: &AccountId) -> Result<Vec<Receipt>, StoreError>;
}

impl Quota {
    /// Status of a reader in the current period, and of an article where one is given.
    pub async fn status(
        &self,
        account: &Account,
        article: Option<&ArticleId>,
        now: DateTime<Utc>,
    ) -> Result<MeterStatus, StoreError> {
        let span = self.span(now);
        let usage = self.store.usage(account, article, &span.key, now).await?;
        Ok(status(usage, self.policy.free_articles, span))
    }

    /// Status of a browser without an account, for an article.
    pub async fn guest_status(
        &self,
        guest: &TokenHash,
        article: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<MeterStatus, StoreError> {
        let span = self.span(now);
        let usage = self.store.guest_usage(guest, article, &span.key).await?;
        Ok(status(usage, self.policy.anonymous_articles, span))
    }

    /// Opens an article for a reader, at the cost of a unit where it is not open already; `None` if there is none.
    pub async fn open(
        &self,
        articles: &dyn ArticleStore,
        account: &Account,
        id: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<Option<OpenOutcome>, StoreError> {
        let visitor = Visitor::Reader(self.status(account, Some(id), now).await?);
        let Some(opening) = self.before(articles, &visitor, id, now).await? else { return Ok(None) };
        if opening.is_some() {
            return Ok(opening);
        }
        let (period, units) = (self.span(now).key, self.policy.free_articles);
        Ok(Some(self.store.open(&account.id, id, &period, units, now).await?))
    }

    /// The same for a browser without an account.
    pub async fn open_as_guest(
        &self,
        articles: &dyn ArticleStore,
        guest: &TokenHash,
        id: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<Option<OpenOutcome>, StoreError> {
        let visitor = Visitor::Guest(self.guest_status(guest, id, now).await?);
        let Some(opening) = self.before(articles, &visitor, id, now).await? else { return Ok(None) };
        if opening.is_some() {
            return Ok(opening);
        }
        let (period, units) = (self.span(now).key, self.policy.anonymous_articles);
        Ok(Some(self.store.open_as_guest(guest, id, &period, units, now).await?))
    }

    /// Outcome without spending a unit. `Some(None)` if a unit has to be spent, `None` if there is no such article.
    async fn before(
        &self,
        articles: &dyn ArticleStore,
        visitor: &Visitor,
        id: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<Option<Option<OpenOutcome>>, StoreError> {
        let found = published(articles, id, now).await?;
        Ok(found.map(|(article, _)| {
            match decide(Visit { visitor, article: &article, policy: &self.policy }).access {
                Access::Whole(_) => Some(OpenOutcome::Free),
                Access::Teaser(_, Offer::Open(_)) => None,
                Access::Teaser(..) => Some(OpenOutcome::Closed),
            }
        }))
    }

    /// The period in which an instant lies.
    pub fn span(&self, now: DateTime<Utc>) -> Span {
        self.policy.period.at(now, self.policy.time_zone)
    }
}

fn status(usage: MeterUsage, granted: u32, span: Span) -> MeterStatus {
    let units = Units { granted, left: granted.saturating_sub(usage.spent), refills_at: span.ends_at };
    MeterStatus { has_opened: usage.has_opened, plans: usage.plans, units }
}
