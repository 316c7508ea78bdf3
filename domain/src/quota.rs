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
use crate::account::{Account, AccountId, TokenHash};
use crate::article::ArticleId;
use crate::gift::GiftStore;
use crate::newsroom::{ArticleStore, StoreError};
use crate::reading::published;
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

    /// The same for a browser without an account.
    async fn guest_books(
        &self,
        guest: &TokenHash,
        article: &ArticleId,
        period: &str,
    ) -> Result<Books, StoreError>;

    /// The same; a browser that is not known yet is one from now on.
    async fn open_as_guest(
        &self,
        guest: &TokenHash,
        article: &ArticleId,
        period: &str,
        units: u32,
        now: DateTime<Utc>,
    ) -> Result<Opening, StoreError>;

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
        let span = self.span(now);
        let books = self.store.books(account, article, &span.key, now).await?;
        Ok(standing(books, self.policy.free_articles, span))
    }

    /// Where a browser without an account stands with an article.
    pub async fn guest_standing(
        &self,
        guest: &TokenHash,
        article: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<Standing, StoreError> {
        let span = self.span(now);
        let books = self.store.guest_books(guest, article, &span.key).await?;
        Ok(standing(books, self.policy.anonymous_articles, span))
    }

    /// Opens an article for a reader, at the cost of a unit where it is not open already; `None` if there is none.
    pub async fn open(
        &self,
        articles: &dyn ArticleStore,
        account: &Account,
        id: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<Option<Opening>, StoreError> {
        let visitor = Visitor::Reader(self.standing(account, Some(id), now).await?);
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
    ) -> Result<Option<Opening>, StoreError> {
        let visitor = Visitor::Guest(self.guest_standing(guest, id, now).await?);
        let Some(opening) = self.before(articles, &visitor, id, now).await? else { return Ok(None) };
        if opening.is_some() {
            return Ok(opening);
        }
        let (period, units) = (self.span(now).key, self.policy.anonymous_articles);
        Ok(Some(self.store.open_as_guest(guest, id, &period, units, now).await?))
    }

    /// What comes of it without spending; `Some(None)` where a unit is to be spent, `None` where there is no such article.
    async fn before(
        &self,
        articles: &dyn ArticleStore,
        visitor: &Visitor,
        id: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<Option<Option<Opening>>, StoreError> {
        let found = published(articles, id, now).await?;
        Ok(found.map(|(article, _)| {
            match decide(Visit { visitor, article: &article, policy: &self.policy }).access {
                Access::Whole(_) => Some(Opening::Free),
                Access::Teaser(_, Offer::Open(_)) => None,
                Access::Teaser(..) => Some(Opening::Closed),
            }
        }))
    }

    /// The period in which an instant lies.
    pub fn span(&self, now: DateTime<Utc>) -> Span {
        self.policy.period.at(now, self.policy.time_zone)
    }
}

fn standing(books: Books, granted: u32, span: Span) -> Standing {
    let units = Units { granted, left: granted.saturating_sub(books.spent), refills_at: span.ends_at };
    Standing { has_opened: books.has_opened, plans: books.plans, units }
}
