//! What the publisher has set of who may read what.

use chrono_tz::Tz;

use super::Period;
use crate::article::{Article, CoverStory, Edition};

/// What the publisher has set. The default is what a newsroom gets that sets nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// The editions that are paid for; the others are free for everyone.
    pub paid_editions: Vec<Edition>,
    /// What opens a cover story.
    pub cover_stories: CoverStories,
    /// How many articles of the paid editions a confirmed address opens in a period.
    pub free_articles: u32,
    /// The same for a browser without an account.
    pub anonymous_articles: u32,
    /// When they come anew.
    pub period: Period,
    /// How many articles a subscriber may give in a month.
    pub gift_articles: u32,
    /// How long a given article may be read.
    pub gift_days: u32,
    /// Where the publisher's clocks hang: periods begin there at midnight.
    pub time_zone: Tz,
}

/// What opens a cover story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverStories {
    /// A subscription only, in every edition.
    Subscribers,
    /// What opens any other article of its edition.
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
