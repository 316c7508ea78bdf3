//! Articles put aside for later, in a reader's account. Without one, browsers keep them for themselves.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::account::AccountId;
use crate::article::ArticleId;
use crate::newsroom::StoreError;

/// As many as an account keeps; more are refused.
pub const MOST: u32 = 500;

/// An article put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Article that was saved. It may no longer exist.
    pub article: ArticleId,
    /// Time of saving.
    pub saved_at: DateTime<Utc>,
}

/// Storage of saved articles.
#[async_trait]
pub trait SavedStore: Send + Sync {
    /// Puts an article aside: once, however often it is asked for; never more than [`MOST`]. An account that is gone keeps nothing.
    async fn save_article(
        &self,
        account: &AccountId,
        article: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Does nothing where it was not put aside.
    async fn forget_article(&self, account: &AccountId, article: &ArticleId) -> Result<(), StoreError>;
    /// All of a reader, the newest first.
    async fn saved_articles(&self, account: &AccountId) -> Result<Vec<Saved>, StoreError>;
}
