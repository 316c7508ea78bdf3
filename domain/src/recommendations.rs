//! Recommendations beside an article: the editors' pick, articles on the same subject, and what to read next. No page shows an article twice.

use chrono::{DateTime, Utc};

use crate::article::{Article, ArticleId, Card};
use crate::list::List;
use crate::newsroom::{ArticleStore, StoreError};
use crate::recommendation::{Beside, ListLengths, Ranked, Reason, Recommender};
use crate::shown::Shown;

/// The cards of a page: on the subject, and to read next some screens, so that a browser can leave out what its reader knows.
pub const WANTED: ListLengths = ListLengths { related: 6, next: 20 };
/// Asked for besides to read next, because some may be gone.
const SPARE: u32 = 10;

/// Recommendations beside one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recommendations {
    /// Article that the editors want read after it.
    pub pick: Option<Card>,
    /// Others on the same subject, best first: as many as are worth it.
    pub related: Vec<Card>,
    /// Articles to read next, best first.
    pub next: Vec<Recommended>,
}

/// An article to read next, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommended {
    /// As lists show it.
    pub card: Card,
    /// Why it is recommended.
    pub reason: Reason,
}

impl Recommendations {
    /// Composes all of it: each list leaves out what the page shows before it. `told` are the cards that stand on it anyway.
    pub async fn beside(
        articles: &dyn ArticleStore,
        recommender: &dyn Recommender,
        article: &Article,
        told: &[Card],
        now: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let wanted = ListLengths { next: WANTED.next + SPARE, ..WANTED };
        let Beside { related, next } = recommender.beside(&article.id, now, wanted).await;
        let mut shown = Shown::default();
        shown.record(&article.id, &article.title, article.picture.as_ref());
        let pick = match &article.editor_pick {
            Some(pick) => articles.card(pick, now).await?,
            None => None,
        };
        for card in told.iter().chain(&pick) {
            shown.record(&card.id, &card.title, card.picture.as_ref());
        }
        let mut on_subject = articles.cards_of(&ids(&related), now).await?;
        if related.is_empty() && next.is_empty() {
            // The first seconds of a server: nobody has judged yet.
            on_subject = articles.sharing_topics(&article.id, now, WANTED.related).await?;
        }
        let related = shown.take_unrepeated(on_subject, WANTED.related as usize);
        let mut to_read_next =
            shown.take_unrepeated(articles.cards_of(&ids(&next), now).await?, WANTED.next as usize);
        let missing = (WANTED.next as usize).saturating_sub(to_read_next.len());
        if missing > 0 {
            // Or a young paper.
            let newest = articles.cards(&List::Everything, None, now, WANTED.next + SPARE).await?;
            to_read_next.extend(shown.take_unrepeated(newest, missing));
        }
        let reason =
            |id: &ArticleId| next.iter().find(|ranked| ranked.id == *id).map(|ranked| ranked.reason.clone());
        let explained = to_read_next
            .into_iter()
            .map(|card| Recommended { reason: reason(&card.id).unwrap_or(Reason::Newest), card });
        Ok(Self { pick, related, next: explained.collect() })
    }
}

fn ids(ranked: &[Ranked]) -> Vec<ArticleId> {
    ranked.iter().map(|ranked| ranked.id.clone()).collect()
}
