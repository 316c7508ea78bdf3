//! One page of results as a reader sees it.

use chrono::{DateTime, Utc};

use super::scope::{Readable, Scope};
use super::snippet::{Piece, snippet};
use super::{Matches, SearchEngine, SearchError, SearchQuery};
use crate::access::{MeterStatus, Policy, Visitor};
use crate::article::{ArticleId, Card};
use crate::body::outside_tags;
use crate::markup::unescaped;
use crate::newsroom::{ArticleStore, StoreError};
use crate::reading::{Reading, Text, read_all};

/// Results of a page.
pub const PAGE: usize = 10;

/// An article that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub card: Card,
    /// A passage of what the asker may read.
    pub passage: Vec<Piece>,
}

/// One page of results.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Finding {
    pub hits: Vec<Hit>,
    /// Number of all results.
    pub total: usize,
    /// The query without its typing errors; `None` if it seems to have none.
    pub correction: Option<String>,
}

/// Why there are no results.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    #[error(transparent)]
    Search(#[from] SearchError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Client that looks for articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Asker {
    #[default]
    Anyone,
    /// A reader of this status, who has opened these articles.
    Reader { status: MeterStatus, opened: Vec<ArticleId> },
}

impl Asker {
    fn scope(&self, policy: &Policy) -> Scope {
        match self {
            Self::Anyone => Scope::Public,
            Self::Reader { status, opened } => Scope::Own(Readable::of(status, opened.clone(), policy)),
        }
    }

    fn visitor(&self, id: &ArticleId) -> Visitor {
        match self {
            Self::Anyone => Visitor::Anyone,
            Self::Reader { status, opened } => {
                Visitor::Reader(MeterStatus { has_opened: opened.contains(id), ..status.clone() })
            }
        }
    }
}

/// Looks for articles, and shows of each a passage that the asker may read: the rules of access are asked for every one.
pub async fn find(
    engine: &dyn SearchEngine,
    articles: &dyn ArticleStore,
    policy: &Policy,
    query: &SearchQuery,
    asker: &Asker,
    now: DateTime<Utc>,
) -> Result<Finding, FindError> {
    let Matches { ids, total, words, correction } = engine.search(query, &asker.scope(policy), now).await?;
    let cards = articles.cards_of(&ids, now).await?;
    let readings = read_all(articles, policy, |id| asker.visitor(id), &ids, now).await?;
    let hit = |card: Card| {
        let reading = readings.iter().find(|reading| reading.article.id == card.id)?;
        Some(Hit { passage: snippet(&passage_text(reading), &words), card })
    };
    Ok(Finding { hits: cards.into_iter().filter_map(hit).collect(), total, correction })
}

/// Plain text of as much as the asker may read. The headline stands above it anyway.
fn passage_text(reading: &Reading) -> String {
    let summary = reading.article.summary.as_deref().unwrap_or_default();
    let text = match &reading.text {
        Text::Whole(body) => unescaped(&outside_tags(body.html()).collect::<Vec<_>>().join(" ")).into_owned(),
        Text::Teaser(..) => reading.article.teaser.to_text(),
    };
    format!("{summary} {text}").split_whitespace().collect::<Vec<_>>().join(" ")
}
