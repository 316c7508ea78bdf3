//! Services that pages and server functions work with.

use std::sync::Arc;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::account::AccountService;
use domain::ad::AdStore;
use domain::follow::FollowStore;
use domain::gift::Gifts;
use domain::history::HistoryStore;
use domain::newsroom::ArticleStore;
use domain::profile::ProfileStore;
use domain::quota::Quota;
use domain::read_counter::ReadCounter;
use domain::recommendation::Recommender;
use domain::saved::SavedStore;
use domain::search::SearchEngine;
use domain::sponsored::SponsoredStore;
use leptos::prelude::expect_context;

use super::Site;
use crate::text::access::AccessText;
use crate::text::account::AccountText;
use crate::text::lists::ListText;
use crate::text::offline::OfflineText;
use crate::text::reading::ReadingText;
use crate::text::search::SearchText;
use crate::text::{self, Text};

/// Services that pages are rendered with. `server` composes them and provides them to every request.
#[derive(Clone)]
pub struct Services {
    /// Articles and their lists.
    pub articles: Arc<dyn ArticleStore>,
    /// Accounts of readers: registration, sign-in, sessions.
    pub accounts: AccountService,
    /// The meter: units spent, and units left.
    pub quota: Quota,
    /// Profiles of people and topics.
    pub profiles: Arc<dyn ProfileStore>,
    /// Links that readers give away, each of which opens one article.
    pub gifts: Gifts,
    /// Articles that readers have saved.
    pub saved: Arc<dyn SavedStore>,
    /// Topics and people that readers follow.
    pub follows: Arc<dyn FollowStore>,
    /// Advertisements.
    pub ads: Arc<dyn AdStore>,
    /// Recommendations on the page of an article.
    pub recommender: Arc<dyn Recommender>,
    /// Counter of reads, which knows no reader.
    pub reads: Arc<ReadCounter>,
    /// Reading history, shown to its reader alone.
    pub history: Arc<dyn HistoryStore>,
    /// Sponsored items among the recommendations.
    pub sponsored: Arc<dyn SponsoredStore>,
    /// Index of all articles.
    pub search: Arc<dyn SearchEngine>,
    /// Current time, in UTC.
    pub clock: fn() -> DateTime<Utc>,
    /// The publication and its language.
    pub site: Arc<Site>,
}

impl Services {
    /// Current time, by the minute: no page changes more often.
    pub fn now(&self) -> DateTime<Utc> {
        let now = (self.clock)();
        now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now)
    }

    /// Words on screen, in the language of the site.
    pub fn text(&self) -> &'static Text {
        text::of(self.site.language)
    }

    /// Words of the gate.
    pub fn access_text(&self) -> &'static AccessText {
        text::access(self.site.language)
    }

    /// Words around an article.
    pub fn reading_text(&self) -> &'static ReadingText {
        text::reading(self.site.language)
    }

    /// Words on the pages of people, topics and issues.
    pub fn list_text(&self) -> &'static ListText {
        text::lists(self.site.language)
    }

    /// Words about reading without a network.
    pub fn offline_text(&self) -> &'static OfflineText {
        text::offline(self.site.language)
    }

    /// Words of the search.
    pub fn search_text(&self) -> &'static SearchText {
        text::search(self.site.language)
    }

    /// Words of account pages and forms.
    pub fn account_text(&self) -> &'static AccountText {
        text::account(self.site.language)
    }
}

/// Services provided for the current request.
///
/// # Panics
/// If `server` provided none: a fault of the program, found by the first test of any page.
pub fn services() -> Services {
    expect_context()
}
