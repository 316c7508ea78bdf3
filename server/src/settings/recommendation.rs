//! What is recommended, and where sponsored items stand among it.

use domain::recommendation::Settings as Ranking;
use serde::{Deserialize, Deserializer, de::Error as _};

use super::Secret;

/// Recommendations.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// Places of sponsored items in the carousel, counted from 1.
    #[serde(deserialize_with = "slots")]
    pub sponsored_slots: Vec<usize>,
    /// How both lists are made.
    pub ranking: Ranking,
    /// Who else is asked.
    pub gorse: Gorse,
}

/// A recommender of the publisher's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gorse {
    /// Where it is; empty for none.
    #[serde(deserialize_with = "address")]
    pub address: String,
    /// By which it knows us.
    pub api_key: Secret,
    /// How long a page may wait for it.
    pub timeout_milliseconds: u64,
}

fn slots<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<usize>, D::Error> {
    let mut slots: Vec<usize> = Vec::deserialize(deserializer)?;
    if slots.contains(&0) {
        return Err(D::Error::custom("places are counted from 1"));
    }
    slots.sort_unstable();
    slots.dedup();
    Ok(slots)
}

fn address<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let text = String::deserialize(deserializer)?;
    let is_address = url::Url::parse(&text).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if text.is_empty() || is_address {
        Ok(text)
    } else {
        Err(D::Error::custom(format!("`{text}` is no http(s) address")))
    }
}
