//! Conversion of a line to an article, or to the reason why it is rejected.

use std::path::PathBuf;

use domain::article::{
    Article, ArticleId, Byline, CoverStory, Edition, Language, Picture, PictureSource, Teaser,
};
use domain::label::{Person, Section, Topic};
use domain::newsroom::{Draft, Fingerprint};
use sha2::{Digest, Sha256};

use super::Record;
use super::corrections::{article_id, corrections};
use super::pictures::{LocalPicture, Pictured, lead_picture};
use super::videos::{self, Seen};
use crate::content::{NoMedia, SANITISER, Source, paragraphs, to_html};
use crate::pictures::{Fetcher, Pictures, hex};
use crate::record::{Reject, excerpt, in_line, optional, required, time};
use crate::videos::Videos;

/// Context of an import: where its files are, and where pictures and videos go.
#[derive(Clone, Debug)]
pub struct ImportContext {
    /// Folder of the file of records, in which relative paths are resolved.
    pub folder: PathBuf,
    /// Store of pictures.
    pub pictures: Pictures,
    /// Store of videos.
    pub videos: Videos,
    /// Downloader of pictures that have a web address; `None` keeps the address in the article.
    pub fetcher: Option<Fetcher>,
    /// Time zone of times without an offset.
    pub time_zone: chrono_tz::Tz,
}

/// Article whose text is not sanitised yet. It holds enough to tell whether the article is new or changed.
#[derive(Debug)]
pub struct Candidate {
    article: Article,
    source: Source,
    /// Local file of the lead picture, which is not stored yet.
    picture: Option<LocalPicture>,
    /// Videos that were found, but are not stored yet.
    videos: Vec<Seen>,
    /// Hash that tells a changed record from a repeated one.
    pub fingerprint: Fingerprint,
    /// Messages about pictures and videos that were left out.
    pub warnings: Vec<String>,
    /// Keys of the JSON object that a record does not have.
    pub unknown_keys: Vec<String>,
}

/// Parses and checks one line.
pub fn candidate(line: &[u8], context: &ImportContext) -> Result<Candidate, Reject> {
    let text = std::str::from_utf8(line)
        .map_err(|error| Reject(format!("not UTF-8 at byte {} of the line", error.valid_up_to() + 1)))?;
    // serde would read a JSON list as the fields of a record in order.
    if !text.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        return Err(Reject("not an article record: it is no object".into()));
    }
    let mut unknown_keys = Vec::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let record: Record = serde_ignored::deserialize(&mut json, |path| {
        // serde_ignored writes `?` for optional fields.
        unknown_keys.push(path.to_string().replace(".?", ""));
    })
    .and_then(|record| json.end().map(|()| record))
    .map_err(|error| Reject(in_line(&error, "an article")))?;
    let mut candidate = check(record, context)?;
    candidate.unknown_keys = unknown_keys;
    Ok(candidate)
}

impl Candidate {
    pub fn id(&self) -> &ArticleId {
        &self.article.id
    }

    /// Whether the lead picture is a local file beside the record.
    pub fn has_local_picture(&self) -> bool {
        self.picture.is_some()
    }

    /// Number of local pictures and videos of the record, without the pictures in the text.
    pub fn local_files(&self) -> usize {
        usize::from(self.picture.is_some()) + self.videos.iter().map(Seen::files).sum::<usize>()
    }

    /// Renders the pictures and sanitises the text: the expensive half of the work. Also returns warnings about what was left out.
    pub fn into_draft(mut self, context: &ImportContext) -> Result<(Draft, Vec<String>), DraftError> {
        let pictured = Pictured::new(context);
        if let Some(local) = &self.picture {
            let file = pictured.keep(&local.src);
            self.article.picture = self
                .article
                .picture
                .zip(file)
                .map(|(picture, file)| Picture { src: PictureSource::File(file), ..picture });
        }
        let body_html = to_html(&self.source, &pictured);
        let videos = self.videos.into_iter().filter_map(|seen| seen.keep(&pictured)).collect();
        let warnings = pictured.end().map_err(DraftError::Storage)?;
        let paragraphs = paragraphs(&body_html);
        if body_html.trim().is_empty() {
            return Err(Reject("the body is empty, or nothing of it may be shown".into()).into());
        }
        let article = Article { teaser: Teaser::of(&paragraphs), ..self.article };
        let draft = Draft { article, body_html, videos, sanitiser: SANITISER, fingerprint: self.fingerprint };
        Ok((draft, warnings))
    }

    /// Checks that the text would not be empty, and stores nothing.
    pub fn check_body(&self) -> Result<(), DraftError> {
        if to_html(&self.source, &NoMedia).trim().is_empty() {
            return Err(Reject("the body is empty, or nothing of it may be shown".into()).into());
        }
        Ok(())
    }

    /// Restores pictures and videos that an unchanged record names and the store has lost.
    pub fn restore_media(&self, context: &ImportContext) -> Result<Vec<String>, DraftError> {
        let pictured = Pictured::new(context);
        if let Some(local) = &self.picture {
            pictured.restore_media(local);
        }
        for seen in &self.videos {
            seen.restore_media(&pictured);
        }
        pictured.end().map_err(DraftError::Storage)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// The record is invalid.
    #[error("{0}")]
    Reject(#[from] Reject),
    /// The store cannot keep the pictures now; the record itself is valid.
    #[error("the store of pictures: {0}")]
    Storage(object_store::Error),
}

fn check(record: Record, context: &ImportContext) -> Result<Candidate, Reject> {
    let mut warnings = Vec::new();
    let (picture, local) = lead_picture(record.image.as_ref(), context, &mut warnings)?;
    let videos = videos::look(record.videos.clone().unwrap_or_default(), context, &mut warnings)?;
    // Importing with and without the pictures of the text gives two articles.
    let has_pictures = record.body_html.as_deref().is_some_and(|html| html.contains("<img"));
    let is_fetched = context.fetcher.is_some() && has_pictures;
    let fingerprint = fingerprint(&record, picture.as_ref(), local.as_ref(), (&videos, is_fetched));
    let id = required("id", record.id)?;
    let edition = optional("edition", record.edition)?;
    let language = optional("language", record.language)?;
    let time = |name: &str, text: String| time(name, &text, context.time_zone);
    let article = Article {
        id: article_id("id", &id)?,
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
            .map(|pick| article_id("editor_pick", &pick))
            .transpose()?,
        language: language.map_or(Ok(Language::Indonesian), |tag| {
            Language::parse(&tag)
                .ok_or_else(|| Reject(format!("language is `{}`, not id or en", excerpt(&tag))))
        })?,
        corrections: corrections(record.corrections.unwrap_or_default(), time)?,
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
    Ok(Candidate { article, source, picture: local, videos, fingerprint, warnings, unknown_keys: Vec::new() })
}

/// Collects names in order, each once.
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

/// Version of how pictures are processed. Changing it changes the fingerprint of every record with a picture, so these are imported
/// again.
const PICTURES_MADE: &str = "2";

/// Computes the fingerprint of the record's values: spaces and the order of keys do not change it. The bytes of pictures and
/// videos do.
fn fingerprint(
    record: &Record,
    picture: Option<&Picture>,
    local: Option<&LocalPicture>,
    (videos, is_fetched): (&[Seen], bool),
) -> Fingerprint {
    let mut hash = Sha256::new();
    serde_json::to_writer(&mut HashWriter(&mut hash), record)
        .expect("a record makes JSON, and a hash takes it");
    let fetched = picture.and_then(Picture::file).map(|file| file.name.as_str());
    if let Some(name) = local.map(|local| local.name.as_str()).or(fetched) {
        hash.update(PICTURES_MADE);
        hash.update(name);
    }
    if is_fetched {
        hash.update("with the pictures of the text");
    }
    for name in videos.iter().flat_map(Seen::names) {
        hash.update(name);
    }
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
