//! Exports of Ghost (JSON). They hold the whole site in one value, so a file is read into memory.

mod cards;
mod lexical;
mod mobiledoc;
mod site;

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use chrono::DateTime;
use domain::redirect::{Destination, Redirect};
use serde_json::Value;

use super::former_site::{Former, article, redirects};
use super::lines::OpenFault;
use super::mapping::{Mapping, Names, edition_of, words};
use super::records::{Found, Records};
use crate::article_record::{Image, Record};
use cards::text;
use site::{Site, id, kind, visibility};

/// Names that occur in the files, for a suggestion.
pub fn names(files: &[PathBuf], mapping: &Mapping) -> anyhow::Result<Names> {
    let mut names = Names::default();
    for path in files {
        let name = path.display();
        let file = File::open(path).with_context(|| format!("cannot open {name}"))?;
        let site = Site::read(file).map_err(|fault| anyhow::anyhow!("{name}: {fault}"))?;
        for post in &site.posts {
            Names::count(&mut names.post_types, kind(post));
            if !mapping.is_article(kind(post)) || text(post, "status") == "draft" {
                continue;
            }
            Names::count(&mut names.visibilities, visibility(post));
            let public = |(name, _): &(String, String)| (!name.starts_with('#')).then(|| name.clone());
            for tag in site.tags(post).iter().filter_map(public) {
                Names::count(&mut names.categories, &tag);
            }
            for (author, _) in site.authors(post) {
                Names::count(&mut names.authors, &author);
            }
        }
    }
    Ok(names)
}

/// Opens the posts of one file.
pub fn posts(source: Box<dyn Read + Send>, former: Arc<Former>) -> Result<Box<dyn Records>, OpenFault> {
    let site = Site::read(source)?;
    former.left.count("members; `warta import readers` reads their list", site.members as u64);
    Ok(Box::new(Posts { rest: site.posts.clone().into_iter().zip(1..), site, former }))
}

struct Posts {
    rest: std::iter::Zip<std::vec::IntoIter<Value>, std::ops::RangeFrom<u64>>,
    site: Site,
    former: Arc<Former>,
}

impl Records for Posts {
    fn next_record(&mut self) -> io::Result<Option<Found>> {
        for (post, number) in self.rest.by_ref() {
            if let Some(found) = self.site.post(&self.former, number, &post) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn line(&self) -> u64 {
        0
    }
}

impl Site {
    /// Converts a post, or notes why it is left behind. Its number stands for the line.
    fn post(&self, former: &Former, number: u64, post: &Value) -> Option<Found> {
        let title = words(text(post, "title"));
        let left = match (kind(post), text(post, "status")) {
            (kind, _) if !former.mapping.is_article(kind) => format!("items of type `{kind}`"),
            (_, "" | "published" | "scheduled") => return Some(self.article(former, number, post, title)),
            (_, status) => format!("posts with status `{status}`"),
        };
        former.left.note(&left, &format!("post {number}: {title}"));
        None
    }

    fn article(&self, former: &Former, number: u64, post: &Value, title: String) -> Found {
        let mut cards = Vec::new();
        let body = match body(post, &mut cards) {
            Ok(body) => body,
            Err(fault) => return Found::rejected(number, fault),
        };
        for card in cards {
            former.left.note(&card, &format!("post {number}"));
        }
        let slug = text(post, "slug");
        let own =
            [id(post, "id"), id(post, "comment_id"), slug.to_owned()].into_iter().find(|id| !id.is_empty());
        let text_of = |key| Some(words(text(post, key))).filter(|text| !text.is_empty());
        let mut record = Record {
            id: own.map(|id| format!("{}{id}", former.prefix)),
            title: Some(title),
            summary: text_of("custom_excerpt").or_else(|| text_of("meta_description")),
            body_html: Some(with_site(&body, &former.site)),
            published_at: time(post, "published_at").or_else(|| time(post, "created_at")),
            updated_at: time(post, "updated_at"),
            image: self.image(post, &former.site),
            language: former.language.clone(),
            ..Record::default()
        };
        record.updated_at = record.updated_at.filter(|updated| Some(updated) > record.published_at.as_ref());
        let (internal, tags): (Vec<_>, Vec<_>) =
            self.tags(post).into_iter().map(|(name, _)| name).partition(|name| name.starts_with('#'));
        former.left.count("internal tags", internal.len() as u64);
        let authors = self.authors(post).into_iter().map(|(name, _)| former.mapping.author(&name));
        record.reporters = Some(authors.filter(|name| name.chars().any(char::is_alphanumeric)).collect());
        former.mapping.classify(&mut record, &tags, &[], (visibility(post), edition_of(visibility(post))));
        former.subjects.note(&record);
        let found = self.redirects(former, post, &record);
        Found::of(number, &record, found)
    }

    fn image(&self, post: &Value, site: &str) -> Option<Image> {
        let src = text(post, "feature_image");
        let meta = self.meta.get(&id(post, "id"));
        let value = |key| {
            let own = [text(post, key), meta.map_or("", |meta| text(meta, key))];
            own.into_iter().map(words).find(|text| !text.is_empty())
        };
        (!src.is_empty()).then(|| Image {
            src: Some(src_of(src, site)),
            alt: value("feature_image_alt"),
            caption: value("feature_image_caption"),
            credit: None,
        })
    }

    /// Addresses of the post, and of its tags and authors.
    fn redirects(&self, former: &Former, post: &Value, record: &Record) -> Vec<Redirect> {
        let mut found = redirects(&["/rss".to_owned()], &Destination::Moved("/rss.xml".into()));
        if let Some(to) =
            record.id.as_deref().zip(record.title.as_deref()).and_then(|(id, title)| article(id, title))
        {
            let mut addresses = vec![text(post, "url").to_owned()];
            addresses.extend(
                Some(text(post, "slug")).filter(|slug| !slug.is_empty()).map(|slug| format!("/{slug}/")),
            );
            found.extend(redirects(&addresses, &to));
        }
        for (name, slug) in self.tags(post) {
            let section = former.mapping.section(&name).unwrap_or(&name);
            let page = former.subjects.page(&["rubrik"], section);
            if let Some(to) =
                page.or_else(|| former.subjects.page(&["topik"], &name)).filter(|_| !slug.is_empty())
            {
                found.extend(redirects(&[format!("/tag/{slug}")], &to));
            }
        }
        for (name, slug) in self.authors(post) {
            let page = former.subjects.page(&["penulis"], &former.mapping.author(&name));
            if let Some(to) = page.filter(|_| !slug.is_empty()) {
                found.extend(redirects(&[format!("/author/{slug}")], &to));
            }
        }
        found
    }
}

/// Text of a post: as Ghost has rendered it, or from one of its editors.
fn body(post: &Value, left: &mut Vec<String>) -> Result<String, String> {
    match ["html", "lexical", "mobiledoc", "plaintext"].map(|key| text(post, key)) {
        [html, ..] if !html.trim().is_empty() => Ok(html.to_owned()),
        [_, document, ..] if !document.is_empty() => lexical::html(document, left),
        [_, _, document, _] if !document.is_empty() => mobiledoc::html(document, left),
        [.., plain] => {
            Ok(plain.split("\n\n").map(|part| format!("<p>{}</p>", cards::escaped(part))).collect())
        }
    }
}

fn time(post: &Value, key: &str) -> Option<String> {
    match post.get(key)? {
        Value::String(time) => Some(time.clone()),
        Value::Number(time) => Some(DateTime::from_timestamp_millis(time.as_i64()?)?.to_rfc3339()),
        _ => None,
    }
}

/// Name that Ghost writes for the address of its site.
const SITE: &str = "__GHOST_URL__";

/// Puts the address of the former site before those of pictures. Without one, they are looked for beside the file.
fn with_site(html: &str, site: &str) -> String {
    let before = if site.is_empty() { String::new() } else { format!("{}/", site.trim_end_matches('/')) };
    html.replace(&format!("src=\"{SITE}/"), &format!("src=\"{before}"))
        .replace("src=\"/content/", &format!("src=\"{before}content/"))
        .replace(SITE, "")
}

fn src_of(src: &str, site: &str) -> String {
    let path = src.strip_prefix(SITE).unwrap_or(src);
    match path.strip_prefix('/') {
        Some(path) if site.is_empty() => path.to_owned(),
        Some(path) => format!("{}/{path}", site.trim_end_matches('/')),
        None => path.to_owned(),
    }
}
