//! Feeds: RSS, Atom and JSON Feed. A feed is read into memory, up to a limit.

use std::fs::File;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, Utc};
use domain::redirect::Redirect;
use feed_rs::model::{Entry, Feed, MediaObject, Text};
use feed_rs::parser::Builder;
use sha2::{Digest, Sha256};

use super::former_site::{Former, article, redirects};
use super::lines::{OpenFault, unpacked};
use super::mapping::{Mapping, Names, words};
use super::records::{Found, Records};
use crate::article_record::{Image, Record};
use crate::pictures::hex;

/// Limit of a feed in bytes.
pub const LARGEST: u64 = 64 * 1024 * 1024;
/// Bytes of the hash that is an article's id.
const ID_BYTES: usize = 10;

/// Names that occur in the files, for a suggestion.
pub fn names(files: &[PathBuf], _: &Mapping) -> anyhow::Result<Names> {
    let mut names = Names::default();
    for path in files {
        let name = path.display();
        let file = File::open(path).with_context(|| format!("cannot open {name}"))?;
        let feed = parse(file, "").map_err(|fault| anyhow::anyhow!("{name}: {fault}"))?;
        for entry in &feed.entries {
            for category in categories(entry) {
                Names::count(&mut names.categories, &category);
            }
            for author in authors(entry) {
                Names::count(&mut names.authors, &author);
            }
        }
    }
    Ok(names)
}

/// Opens the entries of one feed.
pub fn entries(source: Box<dyn Read + Send>, former: Arc<Former>) -> Result<Box<dyn Records>, OpenFault> {
    let feed = parse(source, &former.site)?;
    Ok(Box::new(Entries { entries: feed.entries.into_iter().zip(1..), former }))
}

fn parse(source: impl Read + Send, site: &str) -> Result<Feed, OpenFault> {
    let bad = |why: String| OpenFault::Format(format!("it is no feed: {why}"));
    let mut bytes = Vec::new();
    unpacked(source)?.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(bad(format!("it has more than {LARGEST} bytes")));
    }
    let parser = Builder::new().base_uri((!site.is_empty()).then_some(site)).build();
    parser.parse(&bytes[..]).map_err(|error| bad(error.to_string().replace('\n', " ")))
}

struct Entries {
    entries: std::iter::Zip<std::vec::IntoIter<Entry>, std::ops::RangeFrom<u64>>,
    former: Arc<Former>,
}

impl Records for Entries {
    fn next_record(&mut self) -> io::Result<Option<Found>> {
        Ok(self.entries.next().map(|(entry, number)| convert(&self.former, number, &entry)))
    }

    fn line(&self) -> u64 {
        0
    }
}

/// Converts an entry. Its number stands for the line.
fn convert(former: &Former, number: u64, entry: &Entry) -> Found {
    let left = |kind: &str| former.left.note(kind, &format!("entry {number}"));
    let time = |time: Option<DateTime<Utc>>| time.map(|time| time.to_rfc3339());
    let text = |text: Option<&Text>| text.map(|text| words(&text.content)).filter(|text| !text.is_empty());
    let content =
        entry.content.as_ref().and_then(|content| Some((content.body.as_deref()?, &content.content_type)));
    let summary = entry.summary.as_ref();
    let (body, is_plain) = match (content, summary) {
        (Some((body, kind)), _) => (Some(body), kind.as_str().starts_with("text/plain")),
        (None, Some(summary)) => {
            left("texts, which the feed does not have; the summary stands for each");
            (
                Some(summary.content.as_str()),
                summary.content_type.as_str().starts_with("text/plain") && !summary.content.contains('<'),
            )
        }
        (None, None) => (None, false),
    };
    let body = body.map(str::to_owned);
    let mut record = Record {
        id: Some(format!("{}{}", former.prefix, hex(&Sha256::digest(&entry.id)[..ID_BYTES]))),
        title: text(entry.title.as_ref()),
        summary: text(summary.filter(|_| content.is_some())),
        published_at: time(entry.published.or(entry.updated)),
        updated_at: time(
            entry.updated.filter(|updated| entry.published.is_some_and(|first| *updated > first)),
        ),
        image: entry.media.iter().find_map(image),
        language: former.language.clone(),
        ..Record::default()
    };
    if is_plain {
        record.body = body;
    } else {
        record.body_html = body;
    }
    for media in &entry.media {
        if image(media).is_none() {
            left("enclosures that are no pictures");
        }
    }
    let names = authors(entry).into_iter().map(|name| former.mapping.author(&name));
    record.reporters = Some(names.filter(|name| name.chars().any(char::is_alphanumeric)).collect());
    former.mapping.classify(&mut record, &categories(entry), &[], ("", "online"));
    let found = addresses(entry, &record);
    Found::of(number, &record, found)
}

fn authors(entry: &Entry) -> Vec<String> {
    let names = entry.authors.iter().map(|author| words(&author.name));
    names.filter(|name| !name.is_empty() && !name.contains('@')).collect()
}

fn categories(entry: &Entry) -> Vec<String> {
    let names =
        entry.categories.iter().map(|category| words(category.label.as_ref().unwrap_or(&category.term)));
    names.filter(|name| !name.is_empty()).collect()
}

/// Picture of an enclosure.
fn image(media: &MediaObject) -> Option<Image> {
    let is_picture = |kind: &str| kind.starts_with("image/");
    let content = media
        .content
        .iter()
        .find(|content| content.content_type.as_ref().is_some_and(|kind| is_picture(kind.as_str())));
    let address = content.and_then(|content| content.url.as_ref()).map(ToString::to_string);
    let address = address.or_else(|| media.thumbnails.first().map(|thumbnail| thumbnail.image.uri.clone()));
    let caption = media.description.as_ref().map(|text| words(&text.content)).filter(|text| !text.is_empty());
    let address =
        address.filter(|address| address.starts_with("https://") || address.starts_with("http://"))?;
    Some(Image { src: Some(address), alt: None, caption, credit: None })
}

fn addresses(entry: &Entry, record: &Record) -> Vec<Redirect> {
    let to = record.id.as_deref().zip(record.title.as_deref()).and_then(|(id, title)| article(id, title));
    let links = entry.links.iter().filter(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let links: Vec<_> = links.map(|link| link.href.clone()).collect();
    to.map_or_else(Vec::new, |to| redirects(&links, &to))
}
