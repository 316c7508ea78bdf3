//! Values of records from outside, whatever the record is of.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use domain::article::ArticleId;

/// Why a record is refused, in words for whoever mends it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Reject(pub String);

/// serde_json counts lines within the record, which is one line.
pub(crate) fn in_line(error: &serde_json::Error, what: &str) -> String {
    let text = error.to_string();
    let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    let kind = if error.is_data() { format!("not {what} record") } else { "not JSON".to_owned() };
    format!("{kind}: {reason} (column {})", error.column())
}

/// Plain text without the spaces around it; a text of spaces is none.
pub(crate) fn optional(name: &str, text: Option<String>) -> Result<Option<String>, Reject> {
    let Some(text) = text else { return Ok(None) };
    if text.contains('\0') {
        return Err(Reject(format!("{name} holds a NUL character")));
    }
    let trimmed = text.trim();
    Ok((!trimmed.is_empty()).then(|| trimmed.to_owned()))
}

pub(crate) fn required(name: &str, text: Option<String>) -> Result<String, Reject> {
    optional(name, text)?.ok_or_else(|| Reject(format!("{name} is missing")))
}

/// The identifier of a thing of the newsroom's: what would do for an article.
pub(crate) fn id(text: Option<String>) -> Result<ArticleId, Reject> {
    let text = required("id", text)?;
    ArticleId::parse(&text).map_err(|error| Reject(format!("id `{}`: {error}", excerpt(&text))))
}

/// From when to when a thing is shown.
pub(crate) fn term(
    starts_at: Option<String>,
    ends_at: Option<String>,
    zone: chrono_tz::Tz,
) -> Result<(DateTime<Utc>, DateTime<Utc>), Reject> {
    let starts_at = time("starts_at", &required("starts_at", starts_at)?, zone)?;
    let ends_at = time("ends_at", &required("ends_at", ends_at)?, zone)?;
    if ends_at <= starts_at {
        return Err(Reject("ends_at is not after starts_at".into()));
    }
    Ok((starts_at, ends_at))
}

/// How often a thing is shown against others; 1 where nothing is said.
pub(crate) fn weight(weight: Option<u32>) -> Result<u32, Reject> {
    match weight {
        Some(0) => Err(Reject("weight is 0; leave the record out, or end it".into())),
        weight => Ok(weight.unwrap_or(1)),
    }
}

/// Where a paid link leads: a path of this site, or an `https` address.
pub(crate) fn link(href: Option<String>) -> Result<String, Reject> {
    let href = required("href", href)?;
    let is_ours = href.starts_with('/') && !href.starts_with("//") && !href.contains('\\');
    if !is_ours && web_origin(&href).is_none() || href.contains(char::is_control) {
        return Err(Reject(format!(
            "href `{}` is neither a path of this site nor https://HOST…",
            excerpt(&href)
        )));
    }
    Ok(href)
}

/// The origin of an address that is written as `https://HOST…`. `None` for what browsers only guess to be one, and where a name or
/// a password stands before the host: people take it for the host.
pub(crate) fn web_origin(address: &str) -> Option<String> {
    let authority = address.strip_prefix("https://")?.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = !authority.is_empty() && !authority.contains(['@', '\\']);
    let url = url::Url::parse(address).ok().filter(|url| is_plain && url.has_host())?;
    Some(url.origin().ascii_serialization())
}

/// RFC 3339; without an offset, in this zone; a date alone is its midnight.
pub(crate) fn time(name: &str, text: &str, zone: chrono_tz::Tz) -> Result<DateTime<Utc>, Reject> {
    instant(text, zone).ok_or_else(|| Reject(format!("{name} is no date: `{}`", excerpt(text))))
}

fn instant(text: &str, zone: chrono_tz::Tz) -> Option<DateTime<Utc>> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    let day = || NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().and_then(|day| day.and_hms_opt(0, 0, 0));
    let local = ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
        .into_iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
        .or_else(day)?;
    zone.from_local_datetime(&local).earliest().map(|time| time.to_utc())
}

/// The beginning of a text from outside, in one line, without control characters: it goes to a terminal.
pub(crate) fn excerpt(text: &str) -> String {
    let short: String = text.chars().filter(|sign| !sign.is_control()).take(60).collect();
    if text.chars().count() > 60 { format!("{short}…") } else { short }
}
