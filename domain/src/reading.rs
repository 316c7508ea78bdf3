//! A reader reads: one article, or a list.

use chrono::{DateTime, Utc};

use crate::access::{Access, Asked, Offer, Policy, Reason, RuleName, Visit, Visitor, decide};
use crate::article::{Article, ArticleId, Card, Correction, Teaser};
use crate::body::{Body, LockedBody};
use crate::list::{Cursor, List, Page};
use crate::newsroom::{ArticleStore, StoreError};

/// An article with as much of its text as the visitor may read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Everything but the text.
    pub article: Article,
    /// Teaser or whole text, as the visitor may read it.
    pub text: Text,
    /// The rules that said so.
    pub trace: Vec<Asked>,
}

impl Reading {
    /// The rule that decided.
    pub fn decided_by(&self) -> Option<RuleName> {
        self.trace.last().map(|asked| asked.rule)
    }
}

/// As much of an article's text as a visitor may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// All of it.
    Whole(Body),
    /// The article's teaser only, why, and what may be done about it.
    Teaser(Reason, Offer),
}

/// The article as this visitor may read it; `None` if there is none at `now`.
pub async fn read(
    articles: &dyn ArticleStore,
    policy: &Policy,
    visitor: &Visitor,
    id: &ArticleId,
    now: DateTime<Utc>,
) -> Result<Option<Reading>, StoreError> {
    let found = published(articles, id, now).await?;
    found.map(|(article, locked)| opened(article, locked, policy, visitor)).transpose()
}

/// Articles of these ids that are there at `now`, each as its visitor may read it, in the order of `ids`.
pub async fn read_all(
    articles: &dyn ArticleStore,
    policy: &Policy,
    visitor: impl Fn(&ArticleId) -> Visitor + Send,
    ids: &[ArticleId],
    now: DateTime<Utc>,
) -> Result<Vec<Reading>, StoreError> {
    let found = articles.find_all(ids).await?.into_iter();
    let found = found.filter(|(article, _)| article.is_published(now));
    found
        .map(|found| at(found, now))
        .map(|(article, locked)| {
            let visitor = visitor(&article.id);
            opened(article, locked, policy, &visitor)
        })
        .collect()
}

/// An article with as much of its text as the visitor may read: the only way from a locked body to a reading.
fn opened(
    mut article: Article,
    locked: LockedBody,
    policy: &Policy,
    visitor: &Visitor,
) -> Result<Reading, StoreError> {
    let decision = decide(Visit { visitor, article: &article, policy });
    let text = match decision.access {
        Access::Whole(grant) => Text::Whole(
            locked
                .unlock(&grant)
                .ok_or_else(|| StoreError::Damaged(format!("the body of {} is another's", article.id)))?,
        ),
        Access::Teaser(reason, offer) => {
            if reason == Reason::Withdrawn {
                article.teaser = Teaser::default();
            }
            Text::Teaser(reason, offer)
        }
    };
    Ok(Reading { article, text, trace: decision.trace })
}

/// The article as it stands at `now`, with what was known to be wrong then; `None` if there is none yet.
pub(crate) async fn published(
    articles: &dyn ArticleStore,
    id: &ArticleId,
    now: DateTime<Utc>,
) -> Result<Option<(Article, LockedBody)>, StoreError> {
    let found = articles.find(id).await?.filter(|(article, _)| article.is_published(now));
    Ok(found.map(|found| at(found, now)))
}

/// An article with the corrections that were made by `now`.
fn at((mut article, body): (Article, LockedBody), now: DateTime<Utc>) -> (Article, LockedBody) {
    article.corrections.retain(|correction| correction.noted_at <= now);
    (article, body)
}

/// One page of a list: at most `size` cards from behind the cursor.
pub async fn page(
    articles: &dyn ArticleStore,
    list: &List,
    before: Option<&Cursor>,
    now: DateTime<Utc>,
    size: u32,
) -> Result<Page, StoreError> {
    let cards = articles.cards(list, before, now, size + 1).await?;
    Ok(Page::of(cards, size as usize))
}

/// One page of what was wrong, newest first: at most `size` corrections from behind the cursor, and the cursor behind them.
pub async fn corrections(
    articles: &dyn ArticleStore,
    before: Option<&Cursor>,
    now: DateTime<Utc>,
    size: u32,
) -> Result<(Vec<(Card, Correction)>, Option<Cursor>), StoreError> {
    let mut found = articles.corrections(before, now, size + 1).await?;
    let more = found.len() > size as usize;
    found.truncate(size as usize);
    let last = found.last().filter(|_| more);
    let next = last.map(|(card, correction)| Cursor { at: correction.noted_at, id: card.id.clone() });
    Ok((found, next))
}
