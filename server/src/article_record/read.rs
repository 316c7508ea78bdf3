//! From a line to an article, or to the reason why not.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use domain::article::{
    Article, ArticleId, Byline, CoverStory, Edition, Language, Picture, PictureFile, PictureSource,
};
use domain::body::Teaser;
use domain::label::{Person, Section, Topic};
use domain::newsroom::{Draft, Fingerprint};
use sha2::{Digest, Sha256};

use super::{Image, Record};
use crate::content::{Media, SANITISER, Source, paragraphs, to_html};
use crate::pictures::{Fetcher, PictureError, Pictures, hex};

/// Where records come from.
#[derive(Clone, Debug)]
pub struct Place {
    /// Pictures are looked for beside the file.
    pub folder: PathBuf,
    /// Takes the pictures over.
    pub pictures: Pictures,
    /// Fetches pictures that are known by their address; `None` leaves them there.
    pub fetcher: Option<Fetcher>,
    /// Of times without an offset.
    pub time_zone: chrono_tz::Tz,
}

/// Why a record is no article, in words for whoever mends it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Reject(pub String);

/// An article whose text has not been sanitised yet: enough to tell whether it is new or changed.
#[derive(Debug)]
pub struct Candidate {
    article: Article,
    source: Source,
    /// Tells a changed record from a repeated one.
    pub fingerprint: Fingerprint,
    /// What was left out, in words.
    pub warnings: Vec<String>,
    /// Keys that are none of the record's.
    pub unknown_keys: Vec<String>,
}

/// Reads one line.
pub fn candidate(line: &[u8], place: &Place) -> Result<Candidate, Reject> {
    let text = std::str::from_utf8(line)
        .map_err(|error| Reject(format!("not UTF-8 at byte {} of the line", error.valid_up_to() + 1)))?;
    // serde would take the values of a list for those of a record, in order.
    if !text.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        return Err(Reject("not an article record: it is no object".into()));
    }
    let mut unknown_keys = Vec::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let record: Record = serde_ignored::deserialize(&mut json, |path| {
        // serde_ignored writes `?` for what may be missing.
        unknown_keys.push(path.to_string().replace(".?", ""));
    })
    .and_then(|record| json.end().map(|()| record))
    .map_err(|error| Reject(in_line(&error)))?;
    let mut candidate = check(record, place)?;
    candidate.unknown_keys = unknown_keys;
    Ok(candidate)
}

impl Candidate {
    /// The newsroom's own identifier.
    pub fn id(&self) -> &ArticleId {
        &self.article.id
    }

    /// Sanitises the text: the costly half of the work.
    pub fn into_draft(self, place: &Place) -> Result<Draft, Reject> {
        let body_html = to_html(&self.source, place);
        let paragraphs = paragraphs(&body_html);
        if body_html.trim().is_empty() {
            return Err(Reject("the body is empty, or nothing of it may be shown".into()));
        }
        let article = Article { teaser: Teaser::of(&paragraphs), ..self.article };
        Ok(Draft { article, body_html, sanitiser: SANITISER, fingerprint: self.fingerprint })
    }
}

impl Media for Place {
    fn picture(&self, src: &str) -> Option<(String, u32, u32)> {
        let file = self.pictures.keep(&self.folder, src).ok()?;
        Some((format!("/gambar/{}", file.name), file.width, file.height))
    }
}

/// serde_json counts lines within the record, which is one line.
fn in_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    let kind = if error.is_data() { "not an article record" } else { "not JSON" };
    format!("{kind}: {reason} (column {})", error.column())
}

fn check(record: Record, place: &Place) -> Result<Candidate, Reject> {
    let mut warnings = Vec::new();
    let (picture, file) = picture(record.image.as_ref(), place, &mut warnings)?;
    let fingerprint = fingerprint(&record, file.as_ref());
    let id = required("id", record.id)?;
    let edition = optional("edition", record.edition)?;
    let language = optional("language", record.language)?;
    let time = |name, text: String| {
        time(&text, place.time_zone).ok_or_else(|| Reject(format!("{name} is no date: `{}`", excerpt(&text))))
    };
    let article = Article {
        id: ArticleId::parse(&id).map_err(|error| Reject(format!("id `{}`: {error}", excerpt(&id))))?,
        title: required("title", record.title)?,
        summary: optional("summary", record.summary)?,
        published_at: time("published_at", required("published_at", record.published_at)?)?,
        updated_at: optional("updated_at", record.updated_at)?
            .map(|text| time("updated_at", text))
            .transpose()?,
        edition: edition.map_or(Ok(Edition::Online), |word| {
            Edition::parse(&word).ok_or_else(|| {
                Reject(format!("edition is `{}`, not online, koran or majalah", excerpt(&word)))
            })
        })?,
        cover_story: CoverStory::from(record.cover_story.unwrap_or(false)),
        section: named("section", optional("section", record.section)?.into_iter(), Section::named)?.pop(),
        topics: named("tags", record.tags.into_iter().flatten(), Topic::named)?,
        byline: Byline {
            reporters: named("reporters", record.reporters.into_iter().flatten(), Person::named)?,
            editors: named("editors", record.editors.into_iter().flatten(), Person::named)?,
            agency: optional("agency", record.agency)?,
            place: optional("place", record.place)?,
        },
        picture,
        editor_pick: optional("editor_pick", record.editor_pick)?
            .map(|pick| {
                ArticleId::parse(&pick)
                    .map_err(|error| Reject(format!("editor_pick `{}`: {error}", excerpt(&pick))))
            })
            .transpose()?,
        videos: record.videos.unwrap_or_default(),
        language: language.map_or(Ok(Language::Indonesian), |tag| {
            Language::parse(&tag)
                .ok_or_else(|| Reject(format!("language is `{}`, not id or en", excerpt(&tag))))
        })?,
        teaser: Teaser::default(),
    };
    let source = match (record.body_html, record.body_markdown, record.body) {
        (Some(html), None, None) => Source::Html(html),
        (None, Some(markdown), None) => Source::Markdown(markdown),
        (None, None, Some(text)) => Source::Plain(text),
        (None, None, None) => return Err(Reject("body_html (or body_markdown, or body) is missing".into())),
        _ => {
            return Err(Reject("it has more than one of body_html, body_markdown and body".into()));
        }
    };
    Ok(Candidate { article, source, fingerprint, warnings, unknown_keys: Vec::new() })
}

/// Plain text without the spaces around it; a text of spaces is none.
fn optional(name: &str, text: Option<String>) -> Result<Option<String>, Reject> {
    let Some(text) = text else { return Ok(None) };
    if text.contains('\0') {
        return Err(Reject(format!("{name} holds a NUL character")));
    }
    let trimmed = text.trim();
    Ok((!trimmed.is_empty()).then(|| trimmed.to_owned()))
}

fn required(name: &str, text: Option<String>) -> Result<String, Reject> {
    optional(name, text)?.ok_or_else(|| Reject(format!("{name} is missing")))
}

/// Names in order, each once.
fn named<T: PartialEq>(
    field: &str,
    names: impl Iterator<Item = String>,
    make: fn(&str) -> Option<T>,
) -> Result<Vec<T>, Reject> {
    let mut things = Vec::new();
    for name in names {
        let Some(name) = optional(field, Some(name))? else {
            continue;
        };
        let thing = make(&name)
            .ok_or_else(|| Reject(format!("{field}: `{}` has neither letters nor digits", excerpt(&name))))?;
        if !things.contains(&thing) {
            things.push(thing);
        }
    }
    Ok(things)
}

fn time(text: &str, zone: chrono_tz::Tz) -> Option<DateTime<Utc>> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().and_then(|day| day.and_hms_opt(0, 0, 0));
    let local = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
        .into_iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .or_else(day)?;
    zone.from_local_datetime(&local).earliest().map(|time| time.to_utc())
}

/// A picture that cannot be had is left out with a warning; the article is worth more than its picture.
fn picture(
    image: Option<&Image>,
    place: &Place,
    warnings: &mut Vec<String>,
) -> Result<(Option<Picture>, Option<PictureFile>), Reject> {
    let Some(image) = image else {
        return Ok((None, None));
    };
    let Some(src) = optional("image.src", image.src.clone())? else {
        return Ok((None, None));
    };
    let (source, file) = if src.starts_with("http://") || src.starts_with("https://") {
        match from_address(&src, place) {
            Ok(Some(file)) => (PictureSource::File(file.clone()), Some(file)),
            Ok(None) => (PictureSource::Origin(src), None),
            Err(error) => {
                warnings.push(format!("picture {}: {error}; its address is kept", excerpt(&src)));
                (PictureSource::Origin(src), None)
            }
        }
    } else {
        match place.pictures.keep(&place.folder, &src) {
            Ok(file) => (PictureSource::File(file.clone()), Some(file)),
            Err(error) => {
                warnings.push(format!("picture {}: {error}; imported without it", excerpt(&src)));
                return Ok((None, None));
            }
        }
    };
    let picture = Picture {
        src: source,
        alt: optional("image.alt", image.alt.clone())?,
        caption: optional("image.caption", image.caption.clone())?,
        credit: optional("image.credit", image.credit.clone())?,
    };
    Ok((Some(picture), file))
}

/// The picture that was or is now fetched from an address; `None` where nobody asked for that.
fn from_address(src: &str, place: &Place) -> Result<Option<PictureFile>, PictureError> {
    match (place.pictures.fetched(src), &place.fetcher) {
        (Some(file), _) => Ok(Some(file)),
        (None, Some(fetcher)) => place.pictures.fetch(fetcher, src).map(Some),
        (None, None) => Ok(None),
    }
}

/// Of the record's values, not of its spelling: spaces and the order of keys do not matter. The picture's bytes do.
fn fingerprint(record: &Record, picture: Option<&PictureFile>) -> Fingerprint {
    let mut hash = Sha256::new();
    serde_json::to_writer(&mut HashWriter(&mut hash), record)
        .expect("a record makes JSON, and a hash takes it");
    hash.update(picture.map_or("", |file| file.name.as_str()));
    Fingerprint(hex(&hash.finalize()[..16]))
}

struct HashWriter<'a>(&'a mut Sha256);

impl std::io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The beginning of a text from outside, in one line, without control characters: it goes to a terminal.
fn excerpt(text: &str) -> String {
    let short: String = text.chars().filter(|sign| !sign.is_control()).take(60).collect();
    if text.chars().count() > 60 { format!("{short}…") } else { short }
}
