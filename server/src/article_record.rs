//! Article record, the format of import and export: one JSON object per line.

mod corrections;
mod pictures;
mod read;
mod videos;
mod write;

use serde::{Deserialize, Deserializer, Serialize};

pub use read::{Candidate, DraftError, ImportContext, candidate};
pub use write::{PICTURES, VIDEOS, record};

/// Record as written in a file. Every field may be missing here; [`candidate`] checks the required ones.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Record {
    /// The newsroom's own identifier; a number is read as its digits.
    #[serde(deserialize_with = "text_or_number")]
    pub id: Option<String>,
    /// Headline as plain text.
    pub title: Option<String>,
    /// Plain text; shown in lists and descriptions.
    pub summary: Option<String>,
    /// The article's text as HTML. Exactly one of this field, `body_markdown` and `body` is required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_html: Option<String>,
    /// The article's text as CommonMark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_markdown: Option<String>,
    /// The article's text as plain paragraphs, separated by blank lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// RFC 3339; a time without an offset is in the publication's time zone.
    pub published_at: Option<String>,
    /// In the same format as `published_at`.
    pub updated_at: Option<String>,
    /// One of `online` (the default), `koran` and `majalah`.
    pub edition: Option<String>,
    /// Whether the article is a cover story (Laput).
    pub cover_story: Option<bool>,
    /// Name of the section; its slug is derived from it.
    pub section: Option<String>,
    pub tags: Option<Vec<String>>,
    /// Names, each once, in the order of the byline.
    pub reporters: Option<Vec<String>>,
    /// Names, each once.
    pub editors: Option<Vec<String>>,
    /// Name of the news agency that delivered the text.
    pub agency: Option<String>,
    /// Name of the place in the dateline.
    pub place: Option<String>,
    /// Lead picture, shown above the text.
    pub image: Option<Image>,
    /// Id of the article that editors recommend to read next.
    #[serde(deserialize_with = "text_or_number")]
    pub editor_pick: Option<String>,
    pub videos: Option<Vec<Clip>>,
    /// Either `id` (the default) or `en`.
    pub language: Option<String>,
    /// Corrections of the article, in any order, no two at the same time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrections: Option<Vec<CorrectionRecord>>,
}

/// Correction as written in a record, unchecked.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CorrectionRecord {
    /// One of `ralat`, `koreksi`, `hak_jawab` and `pencabutan`.
    pub kind: Option<String>,
    /// Time of the correction, in the same format as `published_at`.
    pub noted_at: Option<String>,
    /// Text of the notice, as plain text.
    pub text: Option<String>,
    /// Id of the article that explains the correction in full.
    #[serde(deserialize_with = "text_or_number", skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
}

/// Lead picture as written in a record, unchecked.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Image {
    /// Path relative to the file of records, or a web address.
    pub src: Option<String>,
    /// Description for readers who cannot see the picture.
    pub alt: Option<String>,
    /// Caption under the picture.
    pub caption: Option<String>,
    /// Name of the photographer or the agency.
    pub credit: Option<String>,
}

/// Video as written in a record, unchecked.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Clip {
    /// Headline of the video.
    pub title: Option<String>,
    /// Path relative to the file of records, or a web address.
    pub src: Option<String>,
    /// Still picture, in the same form as `image.src`.
    pub poster: Option<String>,
    /// WebVTT file, as a path relative to the file of records.
    pub captions: Option<String>,
}

fn text_or_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "expected a text or a whole number")]
    enum Either {
        Text(String),
        Number(i64),
    }
    Ok(Option::<Either>::deserialize(deserializer)?.map(|either| match either {
        Either::Text(text) => text,
        Either::Number(number) => number.to_string(),
    }))
}
