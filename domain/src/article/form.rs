//! Layout of an article, decided from its record.

use super::{Article, CoverStory, Edition};
use crate::body::Body;

/// The fewest chapters and minutes of a text that is a long read wherever it appeared.
const CHAPTERS: usize = 3;
const MINUTES: usize = 8;

/// Layout of an article's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticleForm {
    /// The text comes at once, the picture stands beside it.
    News,
    /// An opening of its own, with a picture over the whole width.
    LongRead,
    /// The author's portrait, and plain words that this is an opinion.
    Opinion,
}

impl ArticleForm {
    /// The form of an article. `body` is its text where the reader may read all of it: what others must not know has no influence on
    /// what they see.
    pub fn of(article: &Article, body: Option<&Body>) -> Self {
        let is_long = |body: &Body| body.chapters() >= CHAPTERS && body.minutes() >= MINUTES;
        if article.section.as_ref().is_some_and(crate::label::Section::is_opinion) {
            Self::Opinion
        } else if article.cover_story == CoverStory::Yes
            || article.edition == Edition::Majalah
            || body.is_some_and(is_long)
        {
            Self::LongRead
        } else {
            Self::News
        }
    }
}
