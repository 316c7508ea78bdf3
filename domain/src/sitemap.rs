//! Index of all articles for search engines, in the order of publication. Withdrawn articles are not in it.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::article::{ArticleId, title_slug};
use crate::newsroom::{Revision, StoreError};
use crate::slug::Slug;

/// Articles that were published within a span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Number of articles.
    pub articles: u32,
    /// Time of the newest publication, change or correction among them.
    pub changed_at: DateTime<Utc>,
}

/// An article in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SitemapEntry {
    pub id: ArticleId,
    /// Headline, from which the address is made.
    pub title: String,
    /// Time of its publication, last change or last correction, whichever is the latest.
    pub changed_at: DateTime<Utc>,
}

impl SitemapEntry {
    /// Readable part of its address.
    pub fn slug(&self) -> Slug {
        title_slug(&self.title)
    }
}

/// Queries of sitemaps. A span of time begins at `from` and ends before `until`; callers do not ask beyond the current time.
#[async_trait]
pub trait SitemapStore: Send + Sync {
    /// Time of the first article within a span; `None` if there is none.
    async fn first_within(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StoreError>;

    /// Number and newest change of the articles within a span; `None` if there are none. Corrections count once they are made.
    async fn summary(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Option<Summary>, StoreError>;

    /// At most `limit` articles within a span, oldest first, behind the first `skip` of them.
    async fn entries(
        &self,
        span: (DateTime<Utc>, DateTime<Utc>),
        now: DateTime<Utc>,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<SitemapEntry>, StoreError>;

    /// Place of the article that was written last; `None` while there are no articles.
    async fn last_revision(&self) -> Result<Option<Revision>, StoreError>;
}
