//! When an article was published, in words.

use chrono::{DateTime, Datelike, Timelike, Utc};
use domain::article::Language;
use leptos::prelude::*;

use crate::context::{Services, Site};
use crate::islands::RelativeTime;
use crate::text;

/// An instant as it is shown, and when it was looked at.
#[derive(Clone, Debug)]
pub struct PublishedView {
    /// For machines: RFC 3339.
    pub machine: String,
    /// For people: `Rabu, 19 Juni 2024 | 19.30 WIB`.
    pub full: String,
    at: i64,
    rendered_at: i64,
    language: Language,
}

impl PublishedView {
    /// The instant, seen from now.
    pub fn of(services: &Services, at: DateTime<Utc>) -> Self {
        Self {
            machine: at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
            full: full(&services.site, at),
            at: at.timestamp(),
            // By the minute: pages of the same minute are the same to the byte, so caches may keep them.
            rendered_at: services.now().timestamp() / 60 * 60,
            language: services.site.language,
        }
    }
}

/// How long ago, with the full date on demand.
#[component]
pub fn Published(published: PublishedView) -> impl IntoView {
    view! {
        <time class="published" datetime=published.machine title=published.full>
            <RelativeTime at=published.at rendered_at=published.rendered_at language=published.language/>
        </time>
    }
}

fn full(site: &Site, at: DateTime<Utc>) -> String {
    let words = text::of(site.language);
    let local = at.with_timezone(&site.time_zone);
    let weekday = words.days[local.weekday().num_days_from_monday() as usize];
    let day = (words.day)(local.day(), words.months[local.month0() as usize], local.year());
    let clock = (words.clock)(local.hour(), local.minute());
    format!("{weekday}, {day} | {clock} {}", local.format("%Z"))
}
