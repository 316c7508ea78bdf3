//! Exports of Ghost (JSON). They hold the whole site in one value, so a file is read into memory.

mod cards;
mod lexical;
mod mobiledoc;

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use chrono::DateTime;
use domain::redirect::{Destination, Redirect};
use serde_json::Value;

use super::former_site::{Former, article, redirects};
use super::lines::{OpenFault, unpacked};
use super::mapping::{Mapping, Names, edition_of, words};
use super::records::{Found, Records};
use crate::article_record::{Image, Record};
use cards::text;

/// Site of an export.
struct Site {
    posts: Vec<Value>,
    /// Tags by their ids: name and slug.
    tags: HashMap<String, (String, String)>,
    /// Authors by their ids: name and slug.
    users: HashMap<String, (String, String)>,
    tags_of: HashMap<String, Vec<String>>,
    authors_of: HashMap<String, Vec<String>>,
    meta: HashMap<String, Value>,
    members: usize,
}

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
    Ok(Box::new(Posts { posts: site.posts.clone().into_iter().zip(1..), site, former }))
}

impl Site {
    fn read(source: impl Read + Send) -> Result<Self, OpenFault> {
        let bad = |why: String| OpenFault::Format(format!("it is no export of Ghost: {why}"));
        let root: Value =
            serde_json::from_reader(unpacked(source)?).map_err(|error| bad(error.to_string()))?;
        let data = [root.pointer("/db/0/data"), root.get("data"), root.get("result"), Some(&root)];
        let data = data.into_iter().flatten().find(|data| data.get("posts").is_some_and(Value::is_array));
        let data = data.ok_or_else(|| bad("it has no list of posts".into()))?;
        let list = |key: &str| -> Vec<Value> {
            data.get(key).and_then(Value::as_array).into_iter().flatten().map(plain).collect()
        };
        let named = |key| list(key).iter().map(|one| (id(one, "id"), label(one))).collect();
        Ok(Self {
            posts: list("posts"),
            tags: named("tags"),
            users: named("users"),
            tags_of: ordered(&list("posts_tags"), "tag_id"),
            authors_of: ordered(&list("posts_authors"), "author_id"),
            meta: list("posts_meta").into_iter().map(|meta| (id(&meta, "post_id"), meta)).collect(),
            members: list("members").len(),
        })
    }

    /// Names and slugs of the tags of a post, the main one first.
    fn tags(&self, post: &Value) -> Vec<(String, String)> {
        self.labels(post, "tags", &self.tags_of, &self.tags)
    }

    fn authors(&self, post: &Value) -> Vec<(String, String)> {
        let found = self.labels(post, "authors", &self.authors_of, &self.users);
        if !found.is_empty() {
            return found;
        }
        let own =
            post.get("author").map(plain).map(|author| label(&author)).filter(|(name, _)| !name.is_empty());
        own.or_else(|| self.users.get(&id(post, "author_id")).cloned()).into_iter().collect()
    }

    fn labels(
        &self,
        post: &Value,
        key: &str,
        of: &HashMap<String, Vec<String>>,
        known: &HashMap<String, (String, String)>,
    ) -> Vec<(String, String)> {
        let own = post.get(key).and_then(Value::as_array).into_iter().flatten().map(|one| label(&plain(one)));
        let listed = of.get(&id(post, "id")).into_iter().flatten().filter_map(|id| known.get(id).cloned());
        own.chain(listed).filter(|(name, _)| !name.is_empty()).collect()
    }
}

/// Some programs wrap each thing as `{"url": …, "data": {…}}`.
fn plain(value: &Value) -> Value {
    match value.get("data") {
        Some(Value::Object(data)) => {
            let mut data = data.clone();
            if let Some(url) = value.get("url") {
                data.entry("url").or_insert_with(|| url.clone());
            }
            Value::Object(data)
        }
        _ => value.clone(),
    }
}

/// An id, which older versions write as a number.
fn id(value: &Value, key: &str) -> String {
    match value.get(key) {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => String::new(),
    }
}

fn label(value: &Value) -> (String, String) {
    (words(text(value, "name")), text(value, "slug").to_owned())
}

/// Ids by the post that they belong to, in their order.
fn ordered(rows: &[Value], key: &str) -> HashMap<String, Vec<String>> {
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by_key(|row| row.get("sort_order").and_then(Value::as_i64));
    let mut found: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows {
        found.entry(id(row, "post_id")).or_default().push(id(row, key));
    }
    found
}

fn kind(post: &Value) -> &str {
    let is_page = matches!(post.get("page"), Some(Value::Bool(true)))
        || post.get("page").and_then(Value::as_i64) == Some(1);
    match text(post, "type") {
        "" if is_page => "page",
        "" => "post",
        kind => kind,
    }
}

fn visibility(post: &Value) -> &str {
    match text(post, "visibility") {
        "" => "public",
        visibility => visibility,
    }
}

struct Posts {
    posts: std::iter::Zip<std::vec::IntoIter<Value>, std::ops::RangeFrom<u64>>,
    site: Site,
    former: Arc<Former>,
}

impl Records for Posts {
    fn next_record(&mut self) -> io::Result<Option<Found>> {
        for (post, number) in self.posts.by_ref() {
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
