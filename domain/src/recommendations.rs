//! Recommendations beside an article: the editors' pick, articles on the same subject, and what to read next. No page shows an article twice.

use chrono::{DateTime, Utc};

use crate::article::{Article, ArticleId, Card, Picture, PictureSource};
use crate::list::List;
use crate::newsroom::{ArticleStore, StoreError};
use crate::recommendation::{Beside, ListLengths, Ranked, Reason, Recommender};

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
        let mut shown = Shown::new(article);
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
        let related = shown.take(on_subject, WANTED.related);
        let mut to_read_next = shown.take(articles.cards_of(&ids(&next), now).await?, WANTED.next);
        let missing = WANTED.next.saturating_sub(u32::try_from(to_read_next.len()).unwrap_or(u32::MAX));
        if missing > 0 {
            // Or a young paper.
            let newest = articles.cards(&List::Everything, None, now, WANTED.next + SPARE).await?;
            to_read_next.extend(shown.take(newest, missing));
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

/// Articles that the page shows so far. Whoever recommends, no article, headline or picture appears twice.
struct Shown {
    ids: Vec<ArticleId>,
    titles: Vec<String>,
    pictures: Vec<PictureSource>,
}

impl Shown {
    fn new(article: &Article) -> Self {
        let mut shown = Self { ids: Vec::new(), titles: Vec::new(), pictures: Vec::new() };
        shown.record(&article.id, &article.title, article.picture.as_ref());
        shown
    }

    /// The first `most` cards that repeat nothing.
    fn take(&mut self, cards: Vec<Card>, most: u32) -> Vec<Card> {
        cards.into_iter().filter(|card| self.takes(card)).take(most as usize).collect()
    }

    /// Whether the card repeats nothing; it is shown then.
    fn takes(&mut self, card: &Card) -> bool {
        let same_picture = card.picture.as_ref().is_some_and(|picture| self.pictures.contains(&picture.src));
        let is_new = !self.ids.contains(&card.id) && !self.titles.contains(&card.title) && !same_picture;
        if is_new {
            self.record(&card.id, &card.title, card.picture.as_ref());
        }
        is_new
    }

    fn record(&mut self, id: &ArticleId, title: &str, picture: Option<&Picture>) {
        self.ids.push(id.clone());
        self.titles.push(title.to_owned());
        self.pictures.extend(picture.map(|picture| picture.src.clone()));
    }
}
