//! Time of publication, in words.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
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

/// Age of an article, or its day, with the full date as a tooltip. The browser keeps an age up to date.
#[component]
pub fn Published(published: PublishedView, #[prop(optional)] is_dated: bool) -> impl IntoView {
    let words = if is_dated { published.day } else { published.age };
    view! {
        <time class="published" datetime=published.machine title=published.full data-age=(!is_dated).then_some("")>{words}</time>
    }
}

/// `2024-06-19T12:30:00Z`.
pub fn machine(at: DateTime<Utc>) -> String {
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
    full_date(language, at.with_timezone(&site.time_zone).date_naive())
}

/// `Rabu, 19 Juni 2024`, from a day of the calendar.
pub fn full_date(language: Language, date: NaiveDate) -> String {
    let words = text::of(language);
    let weekday = words.days[date.weekday().num_days_from_monday() as usize];
    let day = (words.day)(date.day(), words.months[date.month0() as usize], date.year());
    format!("{weekday}, {day}")
}
