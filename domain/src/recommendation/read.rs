//! What is kept of reading: how often, never by whom.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::article::ArticleId;
use crate::newsroom::StoreError;
use crate::read_counter::ReadKey;
use crate::sponsored::Views;

/// How often an article was opened from another within a short time, by all readers together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The beginning of the time in which it was counted.
    pub bucket_at: DateTime<Utc>,
    /// What the readers had read before; `None` where it was their first article.
    pub previous: Option<ArticleId>,
    /// What they opened.
    pub article: ArticleId,
    /// How often, at least once.
    pub count: u32,
}

/// What a server has counted since it last told the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Of articles.
    pub reads: Vec<Read>,
    /// Of sponsored items beside them.
    pub views: Vec<Views>,
}

/// What recommending asks of a store.
#[async_trait]
pub trait ReadStore: Send + Sync {
    /// Adds the counts to those that are there, in one transaction. Views of sponsored items that are gone are passed over.
    async fn add(&self, counted: &Counted) -> Result<(), StoreError>;

    /// The counts of all times that began at `at` or later, oldest first.
    async fn since(&self, at: DateTime<Utc>) -> Result<Vec<Read>, StoreError>;

    /// The key of the site's read tokens, the same on every server.
    async fn read_key(&self) -> Result<ReadKey, StoreError>;

    /// Removes the counts of all times that began before `before`, and says how many rows that were.
    async fn forget(&self, before: DateTime<Utc>) -> Result<u64, StoreError>;
}
