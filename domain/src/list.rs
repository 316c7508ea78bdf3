//! Lists of articles, newest first, a page at a time.

use chrono::{DateTime, Utc};

use crate::article::{ArticleId, Card, Edition};
use crate::slug::Slug;

/// Selection of the articles of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum List {
    /// Every article.
    Everything,
    /// Articles of one section.
    Section(Slug),
    /// Articles with one topic.
    Topic(Slug),
    /// Articles that one person reported or edited.
    Person(Slug),
    /// Articles of one edition.
    Edition(Edition),
    /// Articles of one edition published at this instant or later.
    EditionSince(Edition, DateTime<Utc>),
    /// Articles published at this instant or later.
    Since(DateTime<Utc>),
}

/// Position between two pages of a list: the last entry of the page before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// Its time, in milliseconds.
    pub at: DateTime<Utc>,
    /// Id of the article; it distinguishes articles with the same time.
    pub id: ArticleId,
}

impl Cursor {
    /// The form `{milliseconds since 1970}-{id}` that addresses carry; `None` for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        let (milliseconds, id) = text.split_once('-')?;
        let at = DateTime::from_timestamp_millis(milliseconds.parse().ok()?)?;
        Some(Self { at, id: ArticleId::parse(id).ok()? })
    }

    /// The text that [`Cursor::parse`] reads.
    pub fn to_text(&self) -> String {
        format!("{}-{}", self.at.timestamp_millis(), self.id)
    }

    /// The cursor behind this card.
    pub fn after(card: &Card) -> Self {
        Self { at: card.published_at, id: card.id.clone() }
    }
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Newest first.
    pub cards: Vec<Card>,
    /// Start of the next page; `None` on the last one.
    pub next: Option<Cursor>,
}

impl Page {
    /// A page of at most `size` cards out of `size + 1` that were asked for: the one too many tells of a next page.
    pub fn of(mut cards: Vec<Card>, size: usize) -> Self {
        let more = cards.len() > size;
        cards.truncate(size);
        let next = cards.last().filter(|_| more).map(Cursor::after);
        Self { cards, next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_survives_the_address() {
        let cursor = Cursor::parse("1718843400000-a-b").unwrap();
        assert_eq!(cursor.id.as_str(), "a-b");
        assert_eq!(Cursor::parse(&cursor.to_text()), Some(cursor));
    }

    #[test]
    fn any_other_text_is_no_cursor() {
        for text in ["", "1", "x-1", "1-", "99999999999999999999-1", "9223372036854775807-1", "1-a b"] {
            assert_eq!(Cursor::parse(text), None, "{text}");
        }
    }
}
