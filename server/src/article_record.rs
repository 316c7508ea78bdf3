//! The article record: one JSON object a line, the form in which articles come and go.

mod corrections;
mod pictures;
mod read;
mod videos;
mod write;

use serde::{Deserialize, Deserializer, Serialize};

pub use read::{Candidate, DraftError, ImportContext, candidate};
pub use write::{PICTURES, VIDEOS, record};

/// A record as it is written. Everything may be missing here; [`candidate`] says what must not.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Record {
    /// The newsroom's own identifier. A number is taken as its digits.
    #[serde(deserialize_with = "text_or_number")]
    pub id: Option<String>,
    /// Plain text.
    pub title: Option<String>,
    /// Plain text.
    pub summary: Option<String>,
    /// The text, in one of three forms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_html: Option<String>,
    /// CommonMark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_markdown: Option<String>,
    /// Paragraphs parted by blank lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// RFC 3339; without an offset, the publication's own zone.
    pub published_at: Option<String>,
    /// Like `published_at`.
    pub updated_at: Option<String>,
    /// `online` (also when missing), `koran` or `majalah`.
    pub edition: Option<String>,
    /// Whether it is a Laput.
    pub cover_story: Option<bool>,
    /// A name.
    pub section: Option<String>,
    /// Names.
    pub tags: Option<Vec<String>>,
    /// Names.
    pub reporters: Option<Vec<String>>,
    /// Names.
    pub editors: Option<Vec<String>>,
    /// A name.
    pub agency: Option<String>,
    /// A name.
    pub place: Option<String>,
    /// The lead picture.
    pub image: Option<Image>,
    /// An id.
    #[serde(deserialize_with = "text_or_number")]
    pub editor_pick: Option<String>,
    /// Videos.
    pub videos: Option<Vec<Clip>>,
    /// `id` (also when missing) or `en`.
    pub language: Option<String>,
    /// What was wrong with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrections: Option<Vec<CorrectionRecord>>,
}

/// A correction of a record.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct CorrectionRecord {
    /// `ralat`, `koreksi`, `hak_jawab` or `pencabutan`.
    pub kind: Option<String>,
    /// Like `published_at`.
    pub noted_at: Option<String>,
    /// Plain text.
    pub text: Option<String>,
    /// The id of the article that tells it at length.
    #[serde(deserialize_with = "text_or_number", skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
}

/// The lead picture of a record.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Image {
    /// A path beside the file, or an address.
    pub src: Option<String>,
    /// What is seen.
    pub alt: Option<String>,
    /// What it means.
    pub caption: Option<String>,
    /// Who made it.
    pub credit: Option<String>,
}

/// A video of a record.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Clip {
    /// Its headline.
    pub title: Option<String>,
    /// A path beside the file, or an address.
    pub src: Option<String>,
    /// The still picture, like `image.src`.
    pub poster: Option<String>,
    /// WebVTT: a path beside the file.
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
