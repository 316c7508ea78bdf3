//! What a request brings to the page: services and the answer's head.

use std::sync::Arc;

use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use domain::article::Language;
use domain::newsroom::ArticleStore;
use domain::slug::Slug;
use http::{HeaderName, HeaderValue, StatusCode};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::text::{self, Text};

/// What pages are made from. `server` puts it together and provides it to every request.
#[derive(Clone)]
pub struct Services {
    /// The articles.
    pub articles: Arc<dyn ArticleStore>,
    /// The time.
    pub clock: fn() -> DateTime<Utc>,
    /// The publication.
    pub site: Arc<Site>,
}

impl Services {
    /// The time, by the minute: pages of the same minute are the same to the byte, which caches like.
    pub fn now(&self) -> DateTime<Utc> {
        let now = (self.clock)();
        now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now)
    }

    /// The words on screen.
    pub fn text(&self) -> &'static Text {
        text::of(self.site.language)
    }
}

/// The publication, from the settings.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its name.
    pub name: String,
    /// Its origin without a slash at the end: `https://example.com`.
    pub url: String,
    /// The language of the words on screen.
    pub language: Language,
    /// Where its clocks hang.
    pub time_zone: chrono_tz::Tz,
    /// The sections of the navigation, in order; empty for all in the order in which they came.
    pub sections: Vec<Slug>,
    /// What the hydration script and the stylesheet are called.
    pub assets: LeptosOptions,
}

/// The services of this request.
///
/// # Panics
/// Where `server` provided none: a fault of the program, found by the first test of any page.
pub fn services() -> Services {
    expect_context()
}

/// Status and headers of the answer, to be set before its first byte leaves.
#[derive(Clone)]
pub struct Answer(Option<ResponseOptions>);

impl Answer {
    /// The answer to the request in hand; it may be taken along into a future.
    pub fn here() -> Self {
        // Absent where a test renders a page without a server.
        Self(use_context())
    }

    /// Answers with this status.
    pub fn status(&self, status: StatusCode) {
        if let Some(options) = &self.0 {
            options.set_status(status);
        }
    }

    /// Answers that the page has moved for good.
    pub fn moved_to(&self, path: &str) {
        if let (Some(options), Ok(location)) = (&self.0, HeaderValue::from_str(path)) {
            options.insert_header(HeaderName::from_static("location"), location);
            options.set_status(StatusCode::PERMANENT_REDIRECT);
        }
    }
}
