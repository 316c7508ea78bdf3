//! Counts of reads, which never say who read.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::article::ArticleId;
use crate::newsroom::StoreError;
use crate::read_counter::ReadKey;
use crate::sponsored::Views;

/// Number of times that all readers together opened an article after another, within a short time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The beginning of the time in which it was counted.
    pub bucket_at: DateTime<Utc>,
    /// Article that they read before; `None` if there was none.
    pub previous: Option<ArticleId>,
    /// Article that they opened.
    pub article: ArticleId,
    /// Number of times, at least 1.
    pub count: u32,
}

/// Counts of a server since it last wrote to the store.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Of articles.
    pub reads: Vec<Read>,
    /// Of sponsored items beside them.
    pub views: Vec<Views>,
}

/// Storage methods that the recommender needs.
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
