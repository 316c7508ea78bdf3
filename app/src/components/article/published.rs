//! When an article was published, in words.

use chrono::{DateTime, Datelike, Timelike, Utc};
use domain::article::Language;
use leptos::prelude::*;

use crate::context::{Services, Site};
use crate::text;

/// An instant as it is shown, and when it was looked at.
#[derive(Clone, Debug)]
pub struct PublishedView {
    /// For machines: RFC 3339.
    pub machine: String,
    /// For people: `Rabu, 19 Juni 2024 | 19.30 WIB`.
    pub full: String,
    /// The day of it: `Rabu, 19 Juni 2024`.
    pub day: String,
    /// For people in a hurry: `5 menit lalu`.
    pub age: String,
}

impl PublishedView {
    /// The instant, seen from now.
    pub fn of(services: &Services, at: DateTime<Utc>) -> Self {
        Self {
            machine: machine(at),
            full: full(&services.site, at),
            day: day(&services.site, at),
            age: text::ago(services.site.language, services.now().timestamp() - at.timestamp()),
        }
    }
}

/// How long ago, with the full date on demand.
#[component]
pub fn Published(published: PublishedView) -> impl IntoView {
    view! {
        <time class="published" datetime=published.machine title=published.full data-age="">{published.age}</time>
    }
}

/// `2024-06-19T12:30:00Z`.
pub(super) fn machine(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

/// `2024-06-19`, of the day at the site.
pub(in crate::components) fn machine_day(site: &Site, at: DateTime<Utc>) -> String {
    at.with_timezone(&site.time_zone).format("%F").to_string()
}

fn full(site: &Site, at: DateTime<Utc>) -> String {
    moment(site, site.language, at)
}

/// `Rabu, 19 Juni 2024 | 19.30 WIB`, in any language.
pub fn moment(site: &Site, language: Language, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&site.time_zone);
    let clock = (text::of(language).clock)(local.hour(), local.minute());
    format!("{} | {clock} {}", date(site, language, at), local.format("%Z"))
}

/// `Rabu, 19 Juni 2024`.
pub(in crate::components) fn day(site: &Site, at: DateTime<Utc>) -> String {
    date(site, site.language, at)
}

fn date(site: &Site, language: Language, at: DateTime<Utc>) -> String {
    let words = text::of(language);
    let local = at.with_timezone(&site.time_zone);
    let weekday = words.days[local.weekday().num_days_from_monday() as usize];
    let day = (words.day)(local.day(), words.months[local.month0() as usize], local.year());
    format!("{weekday}, {day}")
}
