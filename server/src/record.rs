//! Values that all kinds of imported records have in common.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone, Utc};
use domain::article::ArticleId;

/// Reason why a record is rejected, as a message for the person who corrects it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Reject(pub String);

/// Formats a JSON error without its line number, which is always 1 within a record.
pub(crate) fn in_line(error: &serde_json::Error, what: &str) -> String {
    let text = error.to_string();
    let reason = text.rsplit_once(" at line ").map_or(text.as_str(), |(reason, _)| reason);
    let kind = if error.is_data() { format!("not {what} record") } else { "not JSON".to_owned() };
    format!("{kind}: {reason} (column {})", error.column())
}

/// Trims a text; `None` if it is empty then.
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

/// Parses the id of a record, with the same rules as for articles.
pub(crate) fn id(text: Option<String>) -> Result<ArticleId, Reject> {
    let text = required("id", text)?;
    ArticleId::parse(&text).map_err(|error| Reject(format!("id `{}`: {error}", excerpt(&text))))
}

/// Parses the start and end of the period in which an item is shown.
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

/// Weight of an item among others in the same place; 1 by default.
pub(crate) fn weight(weight: Option<u32>) -> Result<u32, Reject> {
    match weight {
        Some(0) => Err(Reject("weight is 0; leave the record out, or end it".into())),
        weight => Ok(weight.unwrap_or(1)),
    }
}

/// Checks the target of a paid link: a path of this site, or an `https` address.
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

/// Origin of an address that is written as `https://HOST…`. `None` if a browser would have to correct the address, or if it has a
/// user name, which people take for the host.
pub(crate) fn web_origin(address: &str) -> Option<String> {
    let authority = address.strip_prefix("https://")?.split(['/', '?', '#']).next().unwrap_or_default();
    let is_plain = !authority.is_empty() && !authority.contains(['@', '\\']);
    let url = url::Url::parse(address).ok().filter(|url| is_plain && url.has_host())?;
    Some(url.origin().ascii_serialization())
}

/// Parses a time in RFC 3339. Without an offset, it is in this zone; a date alone means midnight.
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

/// Beginning of an untrusted text in one line, without control characters, so that it can be printed to a terminal.
pub(crate) fn excerpt(text: &str) -> String {
    let short: String = text.chars().filter(|sign| !sign.is_control()).take(60).collect();
    if text.chars().count() > 60 { format!("{short}…") } else { short }
}
