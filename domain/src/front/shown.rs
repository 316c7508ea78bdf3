//! Stories and pictures that already stand on a page.

use crate::article::{ArticleId, Card, PictureSource};

/// Stories and pictures that stand on the page so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    stories: Vec<ArticleId>,
    pictures: Vec<PictureSource>,
}

impl Shown {
    pub(super) fn has(&self, card: &Card) -> bool {
        self.stories.contains(&card.id)
    }

    /// Whether a card can stand on the page with a picture that does not stand there yet.
    pub(super) fn has_new_picture(&self, card: &Card) -> bool {
        let picture = card.picture.as_ref().filter(|picture| picture.file().is_some());
        !self.has(card) && picture.is_some_and(|picture| !self.pictures.contains(&picture.src))
    }

    /// The card, noted; without its picture if that stands elsewhere. `None` if the story itself does.
    pub(super) fn take_one(&mut self, card: &Card) -> Option<Card> {
        if self.has(card) {
            return None;
        }
        let has_new_picture = self.has_new_picture(card);
        self.stories.push(card.id.clone());
        let mut card = card.clone();
        card.picture = card.picture.filter(|_| has_new_picture);
        self.pictures.extend(card.picture.iter().map(|picture| picture.src.clone()));
        Some(card)
    }

    /// The first `count` cards that are not on the page yet.
    pub(super) fn take(&mut self, cards: &[Card], count: usize) -> Vec<Card> {
        cards.iter().filter_map(|card| self.take_one(card)).take(count).collect()
    }

    /// The first `count` of them in words only; their pictures stay free for other places.
    pub(super) fn take_words(&mut self, cards: &[Card], count: usize) -> Vec<Card> {
        let mut taken = Vec::new();
        for card in cards {
            if taken.len() < count && !self.has(card) {
                self.stories.push(card.id.clone());
                taken.push(Card { picture: None, ..card.clone() });
            }
        }
        taken
    }

    /// The first `count` of them with pictures that are not on the page yet.
    pub(super) fn take_pictured(&mut self, cards: &[Card], count: usize) -> Vec<Card> {
        let mut taken = Vec::new();
        for card in cards {
            if taken.len() < count && self.has_new_picture(card) {
                taken.extend(self.take_one(card));
            }
        }
        taken
    }
}
