//! Where advertisements stand.

use domain::ad::Slot;
use serde::{Deserialize, Deserializer, de::Error as _};

/// Where advertisements stand.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ads {
    /// The places that are used.
    #[serde(deserialize_with = "slots")]
    pub slots: Vec<Slot>,
    /// The fewest blocks of a text that is interrupted.
    pub fewest_blocks: usize,
    /// Whether subscribers see them.
    pub for_subscribers: bool,
    /// Origins whose pages may be framed.
    #[serde(deserialize_with = "origins")]
    pub frames: Vec<String>,
}

fn slots<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Slot>, D::Error> {
    let known = || Slot::ALL.map(Slot::as_str).join(", ");
    let slot = |word: String| {
        Slot::parse(&word).ok_or_else(|| D::Error::custom(format!("`{word}` is none of {}", known())))
    };
    let words: Vec<String> = Vec::deserialize(deserializer)?;
    words.into_iter().map(slot).collect()
}

pub(super) fn origins<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let origin = |text: String| {
        let origin = url::Url::parse(&text).ok().filter(|url| url.scheme() == "https");
        let origin = origin.map(|url| url.origin().ascii_serialization());
        origin
            .filter(|origin| *origin == text)
            .ok_or_else(|| D::Error::custom(format!("`{text}` is not https://HOST[:PORT]")))
    };
    let texts: Vec<String> = Vec::deserialize(deserializer)?;
    texts.into_iter().map(origin).collect()
}
