//! Settings of the meter: who may read which articles.

use domain::access::{CoverStories, Period, Policy};
use domain::account::ReturnTo;
use domain::article::Edition;
use serde::{Deserialize, Deserializer, de::Error as _};

/// Free articles of the paid editions, subscriptions and gifts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Units for a reader with a confirmed address.
    pub free_articles: u32,
    /// Units for a browser without an account.
    pub anonymous_articles: u32,
    /// Period for which units are granted: once, or for each week or month.
    #[serde(deserialize_with = "period")]
    pub period: Period,
    /// Editions whose articles cost a unit.
    #[serde(deserialize_with = "editions")]
    pub paid_editions: Vec<Edition>,
    /// Access to cover stories: for subscribers only, or as to other articles.
    #[serde(deserialize_with = "cover_stories")]
    pub cover_stories: CoverStories,
    /// Length of a day pass of `warta reader subscribe` in hours.
    pub day_pass_hours: u32,
    /// Number of articles that a subscriber may give away in a month.
    pub gift_articles: u32,
    /// Days for which a gift link works.
    pub gift_days: u32,
    /// Address of the page that sells subscriptions: a path of this site, or an `https` address.
    #[serde(default, deserialize_with = "place")]
    pub subscribe_at: Option<String>,
    /// Secrets of the webhooks that report subscriptions.
    pub hooks: Hooks,
    /// Search engines that may read everything.
    pub crawlers: Crawlers,
}

/// Proof that a client is a search engine; both lists are empty to allow none.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crawlers {
    /// Networks that search engines publish.
    pub networks: Vec<ipnet::IpNet>,
    /// Domains of search engines. The host name of a crawler ends with one, and resolves back to its address.
    #[serde(deserialize_with = "domains")]
    pub names: Vec<String>,
}

/// Secrets of the webhooks that report subscriptions; an empty secret disables its webhook.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hooks {
    /// Secret of `/hooks/subscription`.
    pub secret: Secret,
    /// Signing secret of `/hooks/stripe`, from Stripe's dashboard.
    pub stripe_secret: Secret,
}

/// Text that is never logged.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// Returns the text itself.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether the secret is not set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

impl Quota {
    /// Converts the settings to the rules of the meter, in the publisher's time zone.
    pub fn policy(&self, time_zone: chrono_tz::Tz) -> Policy {
        Policy {
            paid_editions: self.paid_editions.clone(),
            cover_stories: self.cover_stories,
            free_articles: self.free_articles,
            anonymous_articles: self.anonymous_articles,
            period: self.period,
            gift_articles: self.gift_articles,
            gift_days: self.gift_days,
            time_zone,
        }
    }
}

/// Parses one word of a fixed list.
fn word<'de, D: Deserializer<'de>, T: Copy>(deserializer: D, words: &[(&str, T)]) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    let known = || words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
    let found = words.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning);
    found.ok_or_else(|| D::Error::custom(format!("`{text}` is none of {}", known())))
}

fn period<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Period, D::Error> {
    word(deserializer, &[("once", Period::Once), ("week", Period::Week), ("month", Period::Month)])
}

fn cover_stories<'de, D: Deserializer<'de>>(deserializer: D) -> Result<CoverStories, D::Error> {
    word(deserializer, &[("subscribers", CoverStories::Subscribers), ("as_others", CoverStories::AsOthers)])
}

fn editions<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Edition>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    let edition = |word: String| {
        let known = Edition::ALL.map(Edition::as_str).join(", ");
        Edition::parse(&word).ok_or_else(|| D::Error::custom(format!("`{word}` is none of {known}")))
    };
    words.into_iter().map(edition).collect()
}

fn place<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.is_empty() { Ok(None) } else { address(&text).map(Some).map_err(D::Error::custom) }
}

/// A path of this site, or an `https` address.
pub(super) fn address(text: &str) -> Result<String, String> {
    let is_own = text.starts_with('/') && ReturnTo::parse(text).as_str() == text;
    let is_https = || url::Url::parse(text).is_ok_and(|url| url.scheme() == "https");
    if is_own || is_https() {
        Ok(text.to_owned())
    } else {
        Err(format!("`{text}` is neither /PATH of this site nor https://HOST/PATH"))
    }
}

fn domains<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    let domain = |word: String| {
        let is_good = word.contains('.')
            && word.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-'));
        let name = word.trim_matches('.').to_ascii_lowercase();
        if is_good {
            Ok(name)
        } else {
            Err(D::Error::custom(format!("`{word}` is no domain such as googlebot.com")))
        }
    };
    words.into_iter().map(domain).collect()
}
