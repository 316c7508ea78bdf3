//! Storage traits of articles.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::article::{Article, ArticleId, Card, Correction, Edition, Teaser, Video};
use crate::body::LockedBody;
use crate::label::{Section, Topic};
use crate::list::{Cursor, List};

/// The store could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database does not answer, or takes no writes: the same may be done later.
    #[error("{0}")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The database refused what it was asked: a fault of the program.
    #[error("{0}")]
    Refused(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// A stored value cannot be read, or was not written by any version of the program.
    #[error("damaged: {0}")]
    Damaged(String),
}

/// A stored article that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("article {id} cannot be read: {reason}")]
pub struct Unreadable {
    pub id: ArticleId,
    /// Error of the store.
    pub reason: String,
}

/// Queries for readers. They write nothing; articles published after `now` appear in no list.
#[async_trait]
pub trait ArticleStore: Send + Sync {
    /// An article and its body; `None` if there is no such article.
    async fn find(&self, id: &ArticleId) -> Result<Option<(Article, LockedBody)>, StoreError>;

    /// Articles of these ids that are there, each with its body, in the order of `ids`.
    async fn find_all(&self, ids: &[ArticleId]) -> Result<Vec<(Article, LockedBody)>, StoreError>;

    /// One article as lists show it; `None` if there is no such article or it is not published at `now`.
    async fn card(&self, id: &ArticleId, now: DateTime<Utc>) -> Result<Option<Card>, StoreError>;

    /// At most `limit` cards of a list, newest first, from behind the cursor.
    async fn cards(
        &self,
        list: &List,
        before: Option<&Cursor>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<Card>, StoreError>;

    /// The cards of those of these articles that are there, published at `now` and not withdrawn, in the order of `ids`.
    async fn cards_of(&self, ids: &[ArticleId], now: DateTime<Utc>) -> Result<Vec<Card>, StoreError>;

    /// At most `limit` cards of other articles that share topics with this one, most shared first.
    async fn sharing_topics(
        &self,
        id: &ArticleId,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<Card>, StoreError>;

    /// At most `limit` cards that the editors picked, by the newest picking article.
    async fn picks(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Card>, StoreError>;

    /// The topics of these articles: articles in the order of `ids`, topics in the editors' order.
    async fn topics_of(&self, ids: &[ArticleId]) -> Result<Vec<(ArticleId, Topic)>, StoreError>;

    /// At most `limit` cards of what was read at least `fewest` times since `since`, what was read most first.
    async fn most_read(
        &self,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
        fewest: u32,
        limit: u32,
    ) -> Result<Vec<Card>, StoreError>;

    /// At most `limit` corrections made by `now`, newest first, from behind the cursor, each with the article that it is of.
    async fn corrections(
        &self,
        before: Option<&Cursor>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<(Card, Correction)>, StoreError>;

    /// The articles whose corrections this article tells, newest first.
    async fn told_in(&self, id: &ArticleId, now: DateTime<Utc>) -> Result<Vec<Card>, StoreError>;

    /// Time of the first article of an edition that was published at `from` or later, by `now`, and not withdrawn.
    async fn first_of(
        &self,
        edition: Edition,
        from: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StoreError>;

    /// The name on screen of a section, topic or person; `None` if there is no such thing, and for other lists.
    async fn list_name(&self, list: &List) -> Result<Option<String>, StoreError>;

    /// At most `limit` sections with anything published at `now`, in the order in which they came to the paper.
    async fn sections(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Section>, StoreError>;
}

/// An article on its way into the store.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Everything but the text.
    pub article: Article,
    /// Sanitised HTML.
    pub body_html: String,
    /// Videos in the editors' order.
    pub videos: Vec<Video>,
    /// The version of the sanitising rules that `body_html` went through.
    pub sanitiser: u32,
    /// Tells a changed record from a repeated one.
    pub fingerprint: Fingerprint,
}

/// A hash of a record as the newsroom sent it, in hex.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fingerprint(pub String);

/// A stored article as the newsroom's own commands see it.
#[derive(Clone, Debug)]
pub struct StoredArticle {
    /// Everything but the text.
    pub article: Article,
    /// Its text and its videos.
    pub body: LockedBody,
    /// The version of the sanitising rules that the text went through.
    pub sanitiser: u32,
}

/// The text of an article after newer sanitising rules.
#[derive(Clone, Debug)]
pub struct Rewrite {
    pub id: ArticleId,
    /// Sanitised HTML.
    pub body_html: String,
    /// Public part of the text.
    pub teaser: Teaser,
}

/// Id of a stored article, whether it could be read or not.
pub fn id_of(met: &Result<StoredArticle, Unreadable>) -> &ArticleId {
    match met {
        Ok(stored) => &stored.article.id,
        Err(unreadable) => &unreadable.id,
    }
}

/// A place in the order in which articles were written: what was written later is behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Number of the transaction that wrote the article.
    pub number: i64,
    /// Id of the article; it distinguishes articles of one transaction.
    pub id: ArticleId,
}

/// Storage of all articles, published or not, for the newsroom's commands and the recommendation index.
#[async_trait]
pub trait ArticleRepository: Send + Sync {
    /// The fingerprints of those articles that are there, in no order.
    async fn fingerprints(&self, ids: &[ArticleId]) -> Result<Vec<(ArticleId, Fingerprint)>, StoreError>;

    /// Writes all drafts in one transaction: new ones are made, present ones replaced. Ids must differ.
    async fn save(&self, drafts: &[Draft]) -> Result<(), StoreError>;

    /// At most `limit` articles with ids behind `after`, by id, published or not. One that cannot be read does not stand in the
    /// way of the others.
    async fn page_after(
        &self,
        after: Option<&ArticleId>,
        limit: u32,
    ) -> Result<Vec<Result<StoredArticle, Unreadable>>, StoreError>;

    /// One article, published or not; `None` if there is no such article.
    async fn stored(&self, id: &ArticleId) -> Result<Option<Result<StoredArticle, Unreadable>>, StoreError>;

    /// At most `limit` articles that were written behind `after`, in the order of their writing, published or not; each with its place.
    async fn changed(
        &self,
        after: Option<&Revision>,
        limit: u32,
    ) -> Result<Vec<(Revision, Result<StoredArticle, Unreadable>)>, StoreError>;

    /// Replaces the texts of articles that are there, and nothing else, in one transaction.
    async fn rewrite(&self, texts: &[Rewrite], sanitiser: u32) -> Result<(), StoreError>;

    /// At most `limit` articles whose text went through older sanitising rules, behind the first `skip` of them, which stay as they
    /// are.
    async fn outdated(
        &self,
        sanitiser: u32,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<Result<StoredArticle, Unreadable>>, StoreError>;

    /// Number of articles.
    async fn count(&self) -> Result<u64, StoreError>;

    /// Integrity errors that the database finds in itself, one line each; empty when there are none.
    async fn integrity_errors(&self) -> Result<Vec<String>, StoreError>;
}
