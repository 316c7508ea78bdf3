//! Settings of recommendations, and the places of sponsored items among them.

use domain::recommendation::Settings as Ranking;
use serde::{Deserialize, Deserializer, de::Error as _};

use super::Secret;

/// Settings of recommendations.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// Positions of sponsored items in the carousel, counted from 1.
    #[serde(deserialize_with = "slots")]
    pub sponsored_slots: Vec<usize>,
    /// Weights and limits of both lists.
    pub ranking: Ranking,
    /// External recommender that is asked before the embedded engine.
    pub gorse: Gorse,
}

/// Connection to the publisher's own Gorse server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gorse {
    /// Address of the server; empty for none.
    #[serde(deserialize_with = "address")]
    pub address: String,
    /// Key that identifies this site to the server.
    pub api_key: Secret,
    /// Longest time that a page waits for the server.
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
