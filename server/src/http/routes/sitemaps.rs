//! Routes of sitemaps: an index by month, the months in pages, the pages beside the articles, and the news of two days.

use std::sync::Arc;

use app::components::article_path;
use app::context::Services;
use app::routes::{ABOUT, CORRECTIONS};
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};
use domain::article::{Card, Edition};
use domain::calendar::midnight;
use domain::list::List;
use domain::newsroom::StoreError;
use domain::sitemap::SitemapStore;
use http::{StatusCode, header};

use super::feeds::failed;
use crate::xml::{Attributes, Xml};

/// Largest number of articles in one file: far below the 50,000 that are allowed, so that a file is made in a moment.
pub const PAGE: u32 = 5_000;
/// Age and number up to which articles are news, as Google has it.
const NEWS_FOR: TimeDelta = TimeDelta::hours(48);
const MOST_NEWS: u32 = 1_000;
/// Largest number of sections that are listed.
const SECTIONS: u32 = 1_000;
/// Largest number of files that an index may name.
const FILES: usize = 50_000;
/// Beginning of a span of time, and the instant behind it.
type Span = (DateTime<Utc>, DateTime<Utc>);
/// Name of the file of pages that are not articles.
const PAGES: &str = "halaman";

const SITEMAP: Attributes<'_> = &[("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")];
const NEWS: Attributes<'_> = &[
    ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
    ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9"),
];

/// Serves the sitemaps. All of them name the pages in the site's own language; each page names its counterpart itself.
pub fn routes(services: &Services, store: Arc<dyn SitemapStore>) -> Router {
    let sitemaps = Sitemaps { services: services.clone(), store };
    let (index, news, file) = (sitemaps.clone(), sitemaps.clone(), sitemaps);
    Router::new()
        .route("/sitemap.xml", get(async move || answer(index.index().await.map(Some))))
        .route("/sitemap-news.xml", get(async move || answer(news.news().await.map(Some))))
        .route("/sitemap/{file}", get(async move |Path(name): Path<String>| answer(file.file(&name).await)))
}

fn answer(made: Result<Option<Vec<u8>>, StoreError>) -> Response {
    match made {
        Ok(Some(xml)) => ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response(),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => failed(&error),
    }
}

#[derive(Clone)]
struct Sitemaps {
    services: Services,
    store: Arc<dyn SitemapStore>,
}

/// A month of the publisher's calendar, in pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Month {
    first_day: NaiveDate,
    /// Counted from 1.
    page: u32,
}

impl Month {
    /// Reads a file's name without its ending: `2024-06`, or `2024-06-2` for the second page.
    fn parse(name: &str) -> Option<Self> {
        let (year, rest) = name.split_once('-')?;
        let (month, page) = rest.split_once('-').map_or((rest, None), |(month, page)| (month, Some(page)));
        let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)?;
        let page = page.map_or(Some(1), |page| page.parse().ok())?;
        let month = Self { first_day: day, page };
        // Each file has one address.
        (month.page > 0 && month.name() == name).then_some(month)
    }

    fn name(self) -> String {
        let month = self.first_day.format("%Y-%m");
        if self.page == 1 { month.to_string() } else { format!("{month}-{}", self.page) }
    }
}

impl Sitemaps {
    /// Index of all files. A month's files have the time of the newest change in the month.
    async fn index(&self) -> Result<Vec<u8>, StoreError> {
        let now = self.services.now();
        let mut files = vec![(PAGES.to_owned(), None)];
        let mut from = DateTime::<Utc>::MIN_UTC;
        while let Some(first) = self.store.first_within(from, after(now)).await? {
            let Some((first_day, span)) = self.month_of(first, now) else { break };
            if let Some(summary) = self.store.summary(span.0, span.1, now).await? {
                for page in 1..=summary.articles.div_ceil(PAGE) {
                    files.push((Month { first_day, page }.name(), Some(summary.changed_at)));
                }
            }
            from = span.1;
        }
        // Beyond what an index may hold, the newest matter most.
        let skipped = files.len().saturating_sub(FILES);
        let mut xml = Xml::new();
        xml.within("sitemapindex", SITEMAP, |xml| {
            for (name, changed_at) in &files[skipped..] {
                xml.within("sitemap", &[], |xml| {
                    xml.text("loc", format!("{}/sitemap/{name}.xml", self.services.site.url));
                    xml.text("lastmod", changed_at.map_or_else(String::new, w3c));
                });
            }
        });
        Ok(xml.finish())
    }

    /// File of a month, or of the pages beside the articles; `None` if there is none of this name.
    async fn file(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let Some(name) = name.strip_suffix(".xml") else { return Ok(None) };
        if name == PAGES {
            return self.pages().await.map(Some);
        }
        let now = self.services.now();
        let Some(month) = Month::parse(name) else { return Ok(None) };
        let Some(span) = self.span(month.first_day, now) else { return Ok(None) };
        let Some(skip) = (month.page - 1).checked_mul(PAGE) else { return Ok(None) };
        let entries = self.store.entries(span, now, skip, PAGE).await?;
        if entries.is_empty() {
            return Ok(None);
        }
        let mut xml = Xml::new();
        xml.within("urlset", SITEMAP, |xml| {
            for entry in &entries {
                let path = article_path(&entry.id, &entry.slug());
                self.url(xml, &path, Some(entry.changed_at));
            }
        });
        Ok(Some(xml.finish()))
    }

    /// Front page, sections, editions, and pages about the publisher. Their changes have no time that is true, so they name none.
    async fn pages(&self) -> Result<Vec<u8>, StoreError> {
        let (services, now) = (&self.services, self.services.now());
        let mut paths = vec!["/".to_owned()];
        for edition in [Edition::Koran, Edition::Majalah] {
            if !services.articles.cards(&List::Edition(edition), None, now, 1).await?.is_empty() {
                paths.push(format!("/{}", edition.as_str()));
            }
        }
        let sections = services.articles.sections(now, SECTIONS).await?;
        paths.extend(sections.iter().map(|section| format!("/rubrik/{}", section.slug)));
        paths.extend(services.site.about.iter().map(|about| format!("{ABOUT}/{}", about.slug)));
        paths.push(CORRECTIONS.to_owned());
        let mut xml = Xml::new();
        xml.within("urlset", SITEMAP, |xml| paths.iter().for_each(|path| self.url(xml, path, None)));
        Ok(xml.finish())
    }

    /// Articles of the last two days, newest first.
    async fn news(&self) -> Result<Vec<u8>, StoreError> {
        let now = self.services.now();
        let cards = self.services.articles.cards(&List::Since(now - NEWS_FOR), None, now, MOST_NEWS).await?;
        let mut xml = Xml::new();
        xml.within("urlset", NEWS, |xml| cards.iter().for_each(|card| self.news_url(xml, card)));
        Ok(xml.finish())
    }

    fn news_url(&self, xml: &mut Xml, card: &Card) {
        let site = &self.services.site;
        xml.within("url", &[], |xml| {
            xml.text("loc", format!("{}{}", site.url, article_path(&card.id, &card.slug())));
            xml.within("news:news", &[], |xml| {
                xml.within("news:publication", &[], |xml| {
                    xml.text("news:name", &site.name);
                    xml.text("news:language", card.language.as_str());
                });
                xml.text("news:publication_date", w3c(card.published_at));
                xml.text("news:title", &card.title);
            });
        });
    }

    fn url(&self, xml: &mut Xml, path: &str, changed_at: Option<DateTime<Utc>>) {
        xml.within("url", &[], |xml| {
            xml.text("loc", format!("{}{path}", self.services.site.url));
            xml.text("lastmod", changed_at.map_or_else(String::new, w3c));
        });
    }

    /// The month of an instant: its first day, and its span up to the current time.
    fn month_of(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> Option<(NaiveDate, Span)> {
        let day = at.with_timezone(&self.services.site.time_zone).date_naive();
        let first_day = day.checked_sub_days(Days::new(u64::from(day.day0())))?;
        Some((first_day, self.span(first_day, now)?))
    }

    fn span(&self, first_day: NaiveDate, now: DateTime<Utc>) -> Option<Span> {
        let zone = self.services.site.time_zone;
        let next = first_day.checked_add_months(Months::new(1))?;
        Some((midnight(first_day, zone)?, midnight(next, zone)?.min(after(now))))
    }
}

/// The instant behind `now`, so that what is published at `now` is in the span before it.
fn after(now: DateTime<Utc>) -> DateTime<Utc> {
    now + TimeDelta::milliseconds(1)
}

/// `2024-06-19T12:30:00Z`.
fn w3c(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_one_name() {
        for name in ["2024-06", "2024-06-2", "0999-12-17"] {
            assert_eq!(Month::parse(name).map(Month::name).as_deref(), Some(name));
        }
        for name in [
            "",
            "2024",
            "2024-6",
            "2024-13",
            "2024-06-0",
            "2024-06-1",
            "2024-06-02",
            "2024-06-2-2",
            "+2024-06",
            "x-y",
            "99999999999-01",
        ] {
            assert_eq!(Month::parse(name), None, "{name}");
        }
    }
}
