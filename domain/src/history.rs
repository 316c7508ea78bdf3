//! Reading history of an account, for its reader alone, so that no article is offered twice. It is stored only while the reader wants it.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::account::AccountId;
use crate::article::ArticleId;
use crate::newsroom::StoreError;

/// As many as an account keeps; the oldest make room.
pub const MOST: u32 = 300;

/// An article that a reader has read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadArticle {
    /// Article that was read. It may no longer exist.
    pub article: ArticleId,
    /// Time of the last reading.
    pub read_at: DateTime<Utc>,
}

/// Storage of reading histories.
#[async_trait]
pub trait HistoryStore: Send + Sync {
    /// Notes a reading, and forgets what is older than the newest [`MOST`]. An account that is gone, or that wants no history, keeps
    /// nothing.
    async fn note_reading(
        &self,
        account: &AccountId,
        article: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// All of a reader, the newest first.
    async fn history(&self, account: &AccountId) -> Result<Vec<ReadArticle>, StoreError>;
    /// Forgets all of it.
    async fn forget_history(&self, account: &AccountId) -> Result<(), StoreError>;
}
