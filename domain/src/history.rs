//! What a reader with an account has read, for the reader alone: so that nothing is offered twice. Kept only while the reader wants it.

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
    /// Which. It may not be there any more.
    pub article: ArticleId,
    /// When, the last time.
    pub read_at: DateTime<Utc>,
}

/// Where it is kept.
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
