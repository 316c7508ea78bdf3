//! The meter: how many articles a reader has opened, and what opening one more costs.
//!
//! Opening is one receipt, which is never charged again; looking changes nothing.

mod period;
mod replay;

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

pub use period::{Period, Span};
pub use replay::{Replayed, replay};

use crate::access::{Access, Offer, Policy, Standing, Units, Visit, Visitor, decide};
use crate::account::{Account, AccountId};
use crate::article::ArticleId;
use crate::gift::GiftStore;
use crate::newsroom::{ArticleStore, StoreError};
use crate::subscription::{Plan, SubscriptionStore};

/// The books, and the rules by which they are kept.
#[derive(Clone)]
pub struct Quota {
    /// What was opened.
    pub store: Arc<dyn QuotaStore>,
    /// What the publisher has set.
    pub policy: Policy,
}

/// What became of the wish to open an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// It cost a unit.
    Spent,
    /// It is open to this reader without one.
    Free,
    /// It is closed, and nothing was spent.
    Closed,
}

/// An article that a reader has opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// Which.
    pub article: ArticleId,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// The period whose unit it cost.
    pub period: String,
}

/// A receipt, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Whose; nobody's any more where the reader has left.
    pub account: AccountId,
    /// For what.
    pub receipt: Receipt,
}

/// What the books say of a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// Units spent in the period.
    pub spent: u32,
    /// Whether there is a receipt for the article.
    pub has_opened: bool,
    /// The subscriptions that run.
    pub plans: Vec<Plan>,
}

/// The books, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Units granted, to readers who have opened something.
    pub granted: u64,
    /// Units spent.
    pub spent: u64,
}

/// Where the books are kept.
#[async_trait]
pub trait QuotaStore: SubscriptionStore + GiftStore {
    /// What the books say of a reader, and of an article if one is asked for.
    async fn books(
        &self,
        account: &Account,
        article: Option<&ArticleId>,
        period: &str,
        now: DateTime<Utc>,
    ) -> Result<Books, StoreError>;

    /// Writes a receipt if there is none and fewer than `units` are spent in the period: one transaction, exact however
    /// many try at once, on however many servers. An account that is gone opens nothing.
    async fn open(
        &self,
        account: &AccountId,
        article: &ArticleId,
        period: &str,
        units: u32,
        now: DateTime<Utc>,
    ) -> Result<Opening, StoreError>;

    /// Over all readers and periods, those who have left among them.
    async fn totals(&self) -> Result<Totals, StoreError>;

    /// All receipts of at most `limit` readers behind `after`, by reader, the oldest first.
    async fn openings(&self, after: Option<&AccountId>, limit: u32) -> Result<Vec<Opened>, StoreError>;

    /// All receipts of a reader, the newest first.
    async fn receipts(&self, account: &AccountId) -> Result<Vec<Receipt>, StoreError>;
}

impl Quota {
    /// Where a reader stands, and how with an article if one is asked for.
    pub async fn standing(
        &self,
        account: &Account,
        article: Option<&ArticleId>,
        now: DateTime<Utc>,
    ) -> Result<Standing, StoreError> {
        let span = self.policy.period.at(now, self.policy.time_zone);
        let books = self.store.books(account, article, &span.key, now).await?;
        let granted = self.policy.free_articles;
        let units = Units { granted, left: granted.saturating_sub(books.spent), refills_at: span.ends_at };
        Ok(Standing { has_opened: books.has_opened, plans: books.plans, units })
    }

    /// Opens an article for a reader, at the cost of a unit where it is not open already; `None` if there is none.
    pub async fn open(
        &self,
        articles: &dyn ArticleStore,
        account: &Account,
        id: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<Option<Opening>, StoreError> {
        let Some((article, _)) = articles.find(id).await? else { return Ok(None) };
        if !article.is_published(now) {
            return Ok(None);
        }
        let visitor = Visitor::Reader(self.standing(account, Some(id), now).await?);
        let visit = Visit { visitor: &visitor, article: &article, policy: &self.policy };
        Ok(Some(match decide(visit).access {
            Access::Whole(_) => Opening::Free,
            Access::Teaser(_, Offer::Open(_)) => {
                let span = self.policy.period.at(now, self.policy.time_zone);
                self.store.open(&account.id, id, &span.key, self.policy.free_articles, now).await?
            }
            Access::Teaser(..) => Opening::Closed,
        }))
    }
}
