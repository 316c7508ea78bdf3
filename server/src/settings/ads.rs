//! Settings of advertisements.

use domain::ad::Slot;
use serde::{Deserialize, Deserializer, de::Error as _};

/// Settings of advertisements.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ads {
    /// Places on pages in which advertisements are shown.
    #[serde(deserialize_with = "slots")]
    pub slots: Vec<Slot>,
    /// Number of blocks from which a text may be interrupted by an advertisement.
    pub fewest_blocks: usize,
    /// Whether subscribers see advertisements.
    pub for_subscribers: bool,
    /// Origins whose pages may be shown in a frame.
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
