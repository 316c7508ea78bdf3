//! Rules of access that the publisher sets.

use chrono_tz::Tz;

use super::Period;
use crate::article::{Article, CoverStory, Edition};

/// Rules of access that the publisher sets. The default applies to a newsroom that sets nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The editions that are paid for; the others are free for everyone.
    pub paid_editions: Vec<Edition>,
    /// Condition for reading a cover story.
    pub cover_stories: CoverStories,
    /// Number of articles of the paid editions that a confirmed address may open in a period.
    pub free_articles: u32,
    /// The same for a browser without an account.
    pub anonymous_articles: u32,
    /// Interval at which units are granted again.
    pub period: Period,
    /// Number of articles that a subscriber may give in a month.
    pub gift_articles: u32,
    /// Number of days for which a gift link works.
    pub gift_days: u32,
    /// Time zone of the publisher: periods begin at its midnight.
    pub time_zone: Tz,
}

/// Condition for reading a cover story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverStories {
    /// A subscription only, in every edition.
    Subscribers,
    /// The same condition as for any other article of its edition.
    AsOthers,
}

impl Policy {
    /// Whether a free unit can never open this article.
    pub fn is_for_subscribers(&self, article: &Article) -> bool {
        article.cover_story == CoverStory::Yes && self.cover_stories == CoverStories::Subscribers
    }

    /// Whether everyone may read this article.
    pub fn is_free(&self, article: &Article) -> bool {
        !self.paid_editions.contains(&article.edition) && !self.is_for_subscribers(article)
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            paid_editions: vec![Edition::Koran, Edition::Majalah],
            cover_stories: CoverStories::Subscribers,
            free_articles: 2,
            anonymous_articles: 0,
            period: Period::Once,
            gift_articles: 5,
            gift_days: 14,
            time_zone: Tz::Asia__Jakarta,
        }
    }
}
