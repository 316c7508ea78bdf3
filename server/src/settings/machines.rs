//! Settings of what is offered to machines: feeds, sitemaps and rules for crawlers.

use serde::{Deserialize, Deserializer, de::Error as _};

use super::quota::address;

/// Settings of what is offered to machines.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Machines {
    /// Names of crawlers that `robots.txt` asks to stay away.
    #[serde(deserialize_with = "crawlers")]
    pub refused_crawlers: Vec<String>,
    /// Address of the page with the code of ethics.
    #[serde(deserialize_with = "place")]
    pub ethics_page: Option<String>,
    /// Address of the publisher's logo; `None` for the site's icon.
    #[serde(deserialize_with = "place")]
    pub logo: Option<String>,
    /// Address of the WebSub hub.
    #[serde(deserialize_with = "service")]
    pub hub: Option<String>,
    /// Key of IndexNow, which is public.
    #[serde(deserialize_with = "key")]
    pub index_now_key: Option<String>,
    /// Address of a service that speaks IndexNow.
    #[serde(deserialize_with = "service")]
    pub index_now_at: Option<String>,
    /// Contact of `security.txt`.
    #[serde(deserialize_with = "contact")]
    pub security_contact: Option<String>,
    /// Address of the policy for reports of security problems.
    #[serde(deserialize_with = "place")]
    pub security_policy: Option<String>,
}

fn optional<'de, D: Deserializer<'de>>(
    deserializer: D,
    check: impl FnOnce(&str) -> Result<(), String>,
) -> Result<Option<String>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.is_empty() {
        return Ok(None);
    }
    check(&text).map_err(D::Error::custom)?;
    Ok(Some(text))
}

fn place<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    optional(deserializer, |text| address(text).map(|_| ()))
}

/// Address of a service that this program calls.
fn service<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    optional(deserializer, |text| {
        let url = url::Url::parse(text).ok();
        let is_good = url.is_some_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
        if is_good { Ok(()) } else { Err(format!("`{text}` is not https://HOST/PATH")) }
    })
}

/// The protocol allows 8 to 128 letters, digits and hyphens.
fn key<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    optional(deserializer, |text| {
        let is_good = (8..=128).contains(&text.len())
            && text.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'-');
        if is_good { Ok(()) } else { Err(format!("`{text}` is not 8 to 128 letters, digits and hyphens")) }
    })
}

fn contact<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    optional(deserializer, |text| {
        let is_known = ["https", "mailto", "tel"]
            .iter()
            .any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| rest.starts_with(':')));
        let is_good = is_known && !text.contains(char::is_whitespace) && url::Url::parse(text).is_ok();
        if is_good {
            Ok(())
        } else {
            Err(format!("`{text}` is none of mailto:ADDRESS, https://HOST/PATH, tel:NUMBER"))
        }
    })
}

/// A name stands alone on its line of `robots.txt`.
fn crawlers<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    let is_name = |word: &String| {
        !word.is_empty() && word.bytes().all(|sign| sign.is_ascii_alphanumeric() || b"-_.".contains(&sign))
    };
    match words.iter().find(|word| !is_name(word)) {
        Some(word) => Err(D::Error::custom(format!("`{word}` is no name of a crawler such as GPTBot"))),
        None => Ok(words),
    }
}

#[cfg(test)]
mod tests {
    use crate::settings::Settings;

    #[test]
    fn a_bad_setting_is_named() {
        for (setting, named) in [
            ("refused_crawlers = ['GPT Bot']", "refused_crawlers: `GPT Bot` is no name"),
            ("hub = 'hub.example'", "hub: `hub.example` is not https://HOST/PATH"),
            ("index_now_key = 'abc'", "index_now_key: `abc` is not 8 to 128"),
            ("index_now_key = '../../etc/passwd'", "index_now_key: `../../etc/passwd` is not"),
            ("security_contact = 'redaksi'", "security_contact: `redaksi` is none of"),
            ("security_contact = 'https://x.example/ y'", "security_contact: "),
            ("ethics_page = 'kode-etik'", "ethics_page: `kode-etik` is neither"),
        ] {
            let error = Settings::of(&format!("[machines]\n{setting}")).unwrap_err().to_string();
            assert!(error.contains(&format!("machines.{named}")), "{setting}: {error}");
        }
    }
}
