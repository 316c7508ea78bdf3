//! Time of publication, in words.

use chrono::{DateTime, Datelike, Timelike, Utc};
use domain::article::Language;
use leptos::prelude::*;

use crate::context::{Services, Site};
use crate::routes::ARCHIVE;
use crate::text;

/// An instant in all the forms that pages show.
#[derive(Clone, Debug)]
pub struct PublishedView {
    /// RFC 3339, for machines.
    pub machine: String,
    /// Date and time in the site's time zone: `Rabu, 19 Juni 2024 | 19.30 WIB`.
    pub full: String,
    /// Date alone: `Rabu, 19 Juni 2024`.
    pub day: String,
    /// Time that has passed since: `5 menit lalu`.
    pub age: String,
}

impl PublishedView {
    /// Forms of an instant, with its age at the current time.
    pub fn of(services: &Services, at: DateTime<Utc>) -> Self {
        Self {
            machine: machine(at),
            full: full(&services.site, at),
            day: day(&services.site, at),
            age: text::ago(services.site.language, services.now().timestamp() - at.timestamp()),
        }
    }
}

/// Age of an article, with the full date as a tooltip.
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

/// `2024-06-19`, the date in the site's time zone.
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

/// `Juni 2024`.
pub fn month(site: &Site, at: DateTime<Utc>) -> String {
    let local = at.with_timezone(&site.time_zone);
    format!("{} {}", text::of(site.language).months[local.month0() as usize], local.year())
}

/// Path of the list of what was published on the same day.
pub fn day_path(site: &Site, at: DateTime<Utc>) -> String {
    format!("{ARCHIVE}/{}", at.with_timezone(&site.time_zone).format("%Y/%m/%d"))
}

/// `Rabu, 19 Juni 2024`.
pub fn day(site: &Site, at: DateTime<Utc>) -> String {
    date(site, site.language, at)
}

fn date(site: &Site, language: Language, at: DateTime<Utc>) -> String {
    let words = text::of(language);
    let local = at.with_timezone(&site.time_zone);
    let weekday = words.days[local.weekday().num_days_from_monday() as usize];
    let day = (words.day)(local.day(), words.months[local.month0() as usize], local.year());
    format!("{weekday}, {day}")
}
