//! What the publisher sets of who may read what.

use domain::access::{CoverStories, Period, Policy};
use domain::account::ReturnTo;
use domain::article::Edition;
use serde::{Deserialize, Deserializer, de::Error as _};

/// Free articles of the paid editions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// For a confirmed address.
    pub free_articles: u32,
    /// For a browser without an account.
    pub anonymous_articles: u32,
    /// How often they come.
    #[serde(deserialize_with = "period")]
    pub period: Period,
    /// What is paid for.
    #[serde(deserialize_with = "editions")]
    pub paid_editions: Vec<Edition>,
    /// What opens a cover story.
    #[serde(deserialize_with = "cover_stories")]
    pub cover_stories: CoverStories,
    /// How long a day pass of `warta reader subscribe` lasts.
    pub day_pass_hours: u32,
    /// How many articles a subscriber may give in a month.
    pub gift_articles: u32,
    /// How long a given article may be read.
    pub gift_days: u32,
    /// Where one subscribes: a path of this site, or an `https` address.
    #[serde(default, deserialize_with = "place")]
    pub subscribe_at: Option<String>,
    /// Who may tell of subscriptions.
    pub hooks: Hooks,
    /// Search engines that may read everything.
    pub crawlers: Crawlers,
}

/// How search engines prove to be ones; both empty for none.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crawlers {
    /// Networks that their owners publish.
    pub networks: Vec<ipnet::IpNet>,
    /// Domains of theirs: the name of an address ends so, and leads back to the address.
    #[serde(deserialize_with = "domains")]
    pub names: Vec<String>,
}

/// Who may tell of subscriptions: their secrets, empty for nobody.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hooks {
    /// Of `/hooks/subscription`.
    pub secret: Secret,
    /// Of `/hooks/stripe`, as Stripe names it.
    pub stripe_secret: Secret,
}

/// A text that no log shows.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether none is set.
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
    /// The rules, on the publisher's clocks.
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

/// One of a few words.
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
    let is_own = text.starts_with('/') && ReturnTo::parse(&text).as_str() == text;
    let is_https = || url::Url::parse(&text).is_ok_and(|url| url.scheme() == "https");
    if text.is_empty() {
        Ok(None)
    } else if is_own || is_https() {
        Ok(Some(text))
    } else {
        Err(D::Error::custom(format!("`{text}` is neither /PATH of this site nor https://HOST/PATH")))
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
