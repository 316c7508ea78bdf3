//! Conversion of a post of WordPress to an article record.

use std::io::{self, BufRead};
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime};
use domain::redirect::Redirect;

use super::Former;
use super::elements::{Element, Elements};
use super::own::{FIELD, own_record};
use super::shortcodes::{Gallery, GalleryPicture};
use super::survey::{Survey, fields, labels, meta};
use super::text::to_html;
use crate::article_record::{Image, Record};
use crate::import::former_site::{article, redirects};
use crate::import::mapping::words;
use crate::import::records::{Found, Records};

/// Custom fields that only concern the desk of WordPress.
const OF_THE_DESK: [&str; 6] = ["_edit_", "_wp_", "_oembed_", "_encloseme", "_pingme", "_publicize_"];

/// The posts of one file.
pub(super) struct Posts<R> {
    pub(super) elements: Elements<R>,
    pub(super) former: Arc<Former>,
}

impl<R: BufRead + Send> Records for Posts<R> {
    fn next_record(&mut self) -> io::Result<Option<Found>> {
        while let Some((line, element)) = self.elements.next_element()? {
            if element.name == "item"
                && let Some(found) = self.former.item(line, &element)
            {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn line(&self) -> u64 {
        self.elements.line()
    }
}

struct Pictures<'a> {
    survey: &'a Survey,
    post: &'a str,
}

impl Gallery for Pictures<'_> {
    fn picture(&self, number: &str) -> Option<GalleryPicture> {
        self.survey.pictures.get(number).cloned()
    }

    fn own(&self) -> Vec<String> {
        self.survey.of_post.get(self.post).cloned().unwrap_or_default()
    }
}

impl Former {
    /// Converts an item, or notes why it is left behind.
    fn item(&self, line: u64, item: &Element) -> Option<Found> {
        let (post_type, status) = (item.value("wp:post_type"), item.value("wp:status"));
        let name = format!("line {line}: {}", words(item.value("title")));
        if let Some(fault) = &item.fault {
            return Some(Found::rejected(line, fault.clone()));
        }
        let kind = match (post_type, status) {
            ("attachment", _) => return None,
            (kind, _) if !self.mapping.is_article(kind) => format!("items of type `{kind}`"),
            (_, "publish" | "future") if !item.value("wp:post_password").is_empty() => {
                "posts with a password".to_owned()
            }
            (_, "publish" | "future") => return Some(self.post(line, item)),
            (_, status) => format!("posts with status `{status}`"),
        };
        self.left.note(&kind, &name);
        None
    }

    fn post(&self, line: u64, item: &Element) -> Found {
        if let Some(own) = fields(item).find(|(key, _)| *key == FIELD).map(|(_, value)| value) {
            return match own_record(own, item.value("content:encoded")) {
                Ok(record) => Found::of(line, &record, Vec::new()),
                Err(fault) => Found::rejected(line, fault),
            };
        }
        let number = item.value("wp:post_id");
        let comments = item.children.iter().filter(|child| child.name == "wp:comment").count();
        self.left.count("comments", comments as u64);
        let mut parts = Vec::new();
        let content = self.absolute(item.value("content:encoded"));
        let pictures = Pictures { survey: &self.survey, post: number };
        let mut record = Record {
            id: (!number.is_empty()).then(|| format!("{}{number}", self.prefix)),
            title: Some(words(item.value("title"))),
            summary: summary(item),
            body_html: Some(to_html(&content, &pictures, &mut parts)),
            published_at: published_at(item),
            updated_at: gmt(item.value("wp:post_modified_gmt")),
            image: self.lead_picture(item),
            language: self.language.clone(),
            ..Record::default()
        };
        record.updated_at = record.updated_at.filter(|updated| Some(updated) > record.published_at.as_ref());
        let authors = self.survey.bylines(item).into_iter().map(|name| self.mapping.author(&name));
        record.reporters = Some(authors.filter(|name| name.chars().any(char::is_alphanumeric)).collect());
        let (mut categories, mut tags) = (Vec::new(), Vec::new());
        for (domain, name, _) in labels(item) {
            match domain {
                "category" => categories.push(name),
                "post_tag" | "tag" => tags.push(name),
                "author" => {}
                other => self.left.count(&format!("labels of the taxonomy `{other}`"), 1),
            }
        }
        self.mapping.classify(&mut record, &categories, &tags, ("", "online"));
        for part in parts {
            self.left.note(&part, &format!("line {line}"));
        }
        self.fields(item);
        self.subjects.note(&record);
        let redirects = addresses(item, &record);
        Found::of(line, &record, redirects)
    }

    /// Addresses of files of the former site, which may be written without its host.
    fn absolute(&self, content: &str) -> String {
        if self.survey.site.is_empty() {
            return content.to_owned();
        }
        content.replace("src=\"/wp-content/", &format!("src=\"{}/wp-content/", self.survey.site))
    }

    fn lead_picture(&self, item: &Element) -> Option<Image> {
        let number = meta(item, "_thumbnail_id");
        if number.is_empty() {
            return None;
        }
        let Some(picture) = self.survey.pictures.get(number) else {
            self.left.count("lead pictures, which are not in the export", 1);
            return None;
        };
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Some(Image {
            src: Some(picture.address.clone()),
            alt: text(&picture.alt),
            caption: text(&picture.caption),
            credit: None,
        })
    }

    fn fields(&self, item: &Element) {
        if item.value("wp:is_sticky") == "1" {
            self.left.count("marks that keep a post at the top", 1);
        }
        for (key, _) in fields(item) {
            let is_known = ["_thumbnail_id", "_yoast_wpseo_metadesc"].contains(&key);
            if !is_known && !OF_THE_DESK.iter().any(|start| key.starts_with(start)) {
                self.left.count(&format!("custom fields `{key}`"), 1);
            }
        }
    }
}

fn summary(item: &Element) -> Option<String> {
    let own = words(item.value("excerpt:encoded"));
    let own = if own.is_empty() { words(meta(item, "_yoast_wpseo_metadesc")) } else { own };
    (!own.is_empty()).then_some(own)
}

/// Time of publication in UTC, or on the publisher's clocks, or as the feed has it.
fn published_at(item: &Element) -> Option<String> {
    let local = item.value("wp:post_date");
    gmt(item.value("wp:post_date_gmt"))
        .or_else(|| date(local).map(|_| local.to_owned()))
        .or_else(|| Some(DateTime::parse_from_rfc2822(item.value("pubDate")).ok()?.to_utc().to_rfc3339()))
}

fn gmt(text: &str) -> Option<String> {
    date(text).map(|time| time.and_utc().to_rfc3339())
}

/// WordPress writes zeros for a time that it does not know.
fn date(text: &str) -> Option<NaiveDateTime> {
    let time = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").ok()?;
    (time.and_utc().timestamp() > -62_000_000_000).then_some(time)
}

/// Addresses that the post had: its permalink, its number, and permalinks with earlier slugs.
fn addresses(item: &Element, record: &Record) -> Vec<Redirect> {
    let (Some(id), Some(title)) = (&record.id, &record.title) else { return Vec::new() };
    let Some(to) = article(id, title) else { return Vec::new() };
    let link = item.value("link");
    let mut addresses = vec![link.to_owned(), item.value("guid").to_owned()];
    addresses.push(format!("/?p={}", item.value("wp:post_id")));
    let base = link.trim_end_matches('/').rsplit_once('/').map_or("", |(base, _)| base);
    let earlier = fields(item).filter(|(key, _)| *key == "_wp_old_slug");
    if !base.ends_with('/') {
        addresses.extend(earlier.map(|(_, slug)| format!("{base}/{slug}/")));
    }
    redirects(&addresses, &to)
}
