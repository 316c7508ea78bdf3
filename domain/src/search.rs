//! Search: what readers ask for, what they get, and the words of both. The index itself is behind [`SearchEngine`].
//!
//! The public search knows of a locked article what everyone sees of it. What it finds, in which order, and how much, is therefore the same
//! whatever a locked text says.

mod find;
mod language;
mod query;
mod scope;
mod snippet;

use async_trait::async_trait;
use chrono::{DateTime, Utc};

pub use find::{Asker, FindError, Finding, Hit, PAGE, find};
pub use language::{Word, is_function_word, stem, words};
pub use query::{DEEPEST, Filters, LONGEST, MOST_WORDS, Order, ParsedQuery, SearchQuery};
pub use scope::{ArticleClass, Readable, Scope, is_free};
pub use snippet::{Piece, snippet};

use crate::article::{Article, ArticleId};
use crate::label::{Person, Topic};

/// An article as the index takes it in: as everyone may know it, and its whole text.
#[derive(Clone, Debug)]
pub struct SearchableArticle {
    /// Everything but the text.
    pub article: Article,
    /// Paragraphs of the whole text, plain.
    pub paragraphs: Vec<String>,
    /// Whether everyone may read the whole text.
    pub is_free: bool,
}

/// Articles that fit a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matches {
    /// Ids on the page that was asked for, the best first.
    pub ids: Vec<ArticleId>,
    /// Number of all that fit.
    pub total: usize,
    /// Words of the query, and others that were taken for them: what a snippet highlights.
    pub words: Vec<String>,
    /// The query without its typing errors; `None` if it seems to have none.
    pub correction: Option<String>,
}

/// Topics and people of whose names a word begins with what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completions {
    /// Topics, the most used first.
    pub topics: Vec<Topic>,
    /// People, the most prolific first.
    pub people: Vec<Person>,
}

/// The index could not be asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// It is being built.
    #[error("the search index is being built")]
    NotReady,
    #[error("the search index failed: {0}")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// The index of all published articles.
#[async_trait]
pub trait SearchEngine: Send + Sync {
    /// Articles that fit a query, within what the asker may know.
    async fn search(
        &self,
        query: &SearchQuery,
        scope: &Scope,
        now: DateTime<Utc>,
    ) -> Result<Matches, SearchError>;

    /// At most `limit` topics and `limit` people of public articles, by what was typed.
    async fn complete(&self, typed: &str, limit: usize) -> Result<Completions, SearchError>;
}
