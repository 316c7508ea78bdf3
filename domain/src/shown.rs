//! Stories and pictures that already stand on a page, so that none stands there twice.

use crate::article::{ArticleId, Card, Picture, PictureSource};

/// Stories, headlines and pictures that stand on a page so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    ids: Vec<ArticleId>,
    titles: Vec<String>,
    pictures: Vec<PictureSource>,
}

impl Shown {
    /// Notes a story and its picture.
    pub(crate) fn record(&mut self, id: &ArticleId, title: &str, picture: Option<&Picture>) {
        self.ids.push(id.clone());
        self.titles.push(title.to_owned());
        self.pictures.extend(picture.map(|picture| picture.src.clone()));
    }

    /// Whether the story stands on the page, or another one with its headline.
    pub(crate) fn has(&self, card: &Card) -> bool {
        self.ids.contains(&card.id) || self.titles.contains(&card.title)
    }

    fn has_picture(&self, card: &Card) -> bool {
        card.picture.as_ref().is_some_and(|picture| self.pictures.contains(&picture.src))
    }

    /// Whether a card can stand on the page with a picture that does not stand there yet.
    pub(crate) fn has_new_picture(&self, card: &Card) -> bool {
        let has_file = card.picture.as_ref().is_some_and(|picture| picture.file().is_some());
        has_file && !self.has(card) && !self.has_picture(card)
    }

    /// The card, noted; without its picture if that stands elsewhere. `None` if the story itself does.
    pub(crate) fn take_one(&mut self, card: &Card) -> Option<Card> {
        let picture = card.picture.clone().filter(|_| self.has_new_picture(card));
        self.take_as(Card { picture, ..card.clone() })
    }

    /// The first `count` cards that repeat neither a story nor a picture.
    pub(crate) fn take_unrepeated(&mut self, cards: Vec<Card>, count: usize) -> Vec<Card> {
        let take = |card: Card| if self.has_picture(&card) { None } else { self.take_as(card) };
        cards.into_iter().filter_map(take).take(count).collect()
    }

    /// The first `count` stories that are not on the page yet.
    pub(crate) fn take(&mut self, cards: &[Card], count: usize) -> Vec<Card> {
        cards.iter().filter_map(|card| self.take_one(card)).take(count).collect()
    }

    /// The first `count` of them in words only; their pictures stay free for other places.
    pub(crate) fn take_words(&mut self, cards: &[Card], count: usize) -> Vec<Card> {
        let words = |card: &Card| self.take_as(Card { picture: None, ..card.clone() });
        cards.iter().filter_map(words).take(count).collect()
    }

    /// The first `count` of them with pictures that are not on the page yet.
    pub(crate) fn take_pictured(&mut self, cards: &[Card], count: usize) -> Vec<Card> {
        let pictured = |card: &Card| if self.has_new_picture(card) { self.take_one(card) } else { None };
        cards.iter().filter_map(pictured).take(count).collect()
    }

    fn take_as(&mut self, card: Card) -> Option<Card> {
        if self.has(&card) {
            return None;
        }
        self.record(&card.id, &card.title, card.picture.as_ref());
        Some(card)
    }
}
