//! What stands beside an article: what goes on with its subject, and what to read next.

use chrono::{DateTime, Utc};

use crate::article::{Article, Card, Picture};
use crate::list::List;
use crate::newsroom::{ArticleStore, StoreError};
use crate::recommendation::{Ranked, Reason, Recommender};

/// Asked for besides, because some may be gone, and doubles are left out.
const SPARE: u32 = 10;

/// An article to read next, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommended {
    /// As lists show it.
    pub card: Card,
    /// Why it is recommended.
    pub reason: Reason,
}

/// Other articles on the same subject, the newest first: no article, headline or picture twice.
pub async fn related(
    articles: &dyn ArticleStore,
    recommender: &dyn Recommender,
    article: &Article,
    now: DateTime<Utc>,
    wanted: u32,
) -> Result<Vec<Card>, StoreError> {
    let ranked = recommender.related(&article.id, now, wanted + SPARE).await;
    let mut cards = articles.cards_of(&ids(&ranked), now).await?;
    if cards.len() < wanted as usize {
        // The first seconds of a server, or a young paper.
        cards.extend(by_topics(articles, article, now, wanted).await?);
    }
    let mut chosen = without_doubles(article, cards);
    chosen.truncate(wanted as usize);
    chosen.sort_by_key(|card| std::cmp::Reverse(card.published_at));
    Ok(chosen)
}

/// What to read after an article, best first: no article, headline or picture twice.
pub async fn next(
    articles: &dyn ArticleStore,
    recommender: &dyn Recommender,
    article: &Article,
    now: DateTime<Utc>,
    wanted: u32,
) -> Result<Vec<Recommended>, StoreError> {
    let ranked = recommender.next(Some(&article.id), &[], now, wanted + SPARE).await;
    let mut cards = articles.cards_of(&ids(&ranked), now).await?;
    if cards.len() < wanted as usize {
        cards.extend(articles.cards(&List::Everything, None, now, wanted + SPARE).await?);
    }
    let mut chosen = without_doubles(article, cards);
    chosen.truncate(wanted as usize);
    let reason =
        |card: &Card| ranked.iter().find(|ranked| ranked.id == card.id).map(|ranked| ranked.reason.clone());
    let explained = |card: Card| Recommended { reason: reason(&card).unwrap_or(Reason::Newest), card };
    Ok(chosen.into_iter().map(explained).collect())
}

fn ids(ranked: &[Ranked]) -> Vec<crate::article::ArticleId> {
    ranked.iter().map(|ranked| ranked.id.clone()).collect()
}

/// By the editors' topics, then of the same section.
async fn by_topics(
    articles: &dyn ArticleStore,
    article: &Article,
    now: DateTime<Utc>,
    wanted: u32,
) -> Result<Vec<Card>, StoreError> {
    let mut candidates = articles.sharing_topics(&article.id, now, wanted + SPARE).await?;
    let section =
        article.section.as_ref().map_or(List::Everything, |section| List::Section(section.slug.clone()));
    candidates.extend(articles.cards(&section, None, now, wanted + SPARE).await?);
    Ok(candidates)
}

fn without_doubles(article: &Article, candidates: Vec<Card>) -> Vec<Card> {
    let mut chosen: Vec<Card> = Vec::new();
    for card in candidates {
        let itself = card.id == article.id
            || card.title == article.title
            || same_picture(&card, article.picture.as_ref());
        let doubled = chosen.iter().any(|other| {
            other.id == card.id || other.title == card.title || same_picture(&card, other.picture.as_ref())
        });
        if !itself && !doubled {
            chosen.push(card);
        }
    }
    chosen
}

fn same_picture(card: &Card, other: Option<&Picture>) -> bool {
    card.picture.as_ref().is_some_and(|picture| other.is_some_and(|other| other.src == picture.src))
}
