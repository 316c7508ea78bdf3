//! The record of an advertisement: one JSON object a line.

use domain::ad::{Ad, AdId, Content, Shape, Slot};
use serde::Deserialize;

use crate::record::{Reject, excerpt, id, in_line, link, optional, required, term, web_origin, weight};

/// The most pixels that a frame may be high.
const HIGHEST: u32 = 600;

/// A record as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Record {
    id: Option<String>,
    advertiser: Option<String>,
    slots: Option<Vec<String>>,
    starts_at: Option<String>,
    ends_at: Option<String>,
    weight: Option<u32>,
    title: Option<String>,
    text: Option<String>,
    action: Option<String>,
    href: Option<String>,
    frame: Option<String>,
    height: Option<u32>,
}

/// What a record is read with.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Of times without an offset.
    pub time_zone: chrono_tz::Tz,
    /// Origins that may be framed.
    pub frames: Vec<String>,
}

/// Reads one line.
pub fn ad(line: &[u8], terms: &Terms) -> Result<Ad, Reject> {
    let text = std::str::from_utf8(line)
        .map_err(|error| Reject(format!("not UTF-8 at byte {} of the line", error.valid_up_to() + 1)))?;
    let mut record: Record =
        serde_json::from_str(text).map_err(|error| Reject(in_line(&error, "an advertisement")))?;
    let id: AdId = id(record.id.take())?;
    let (starts_at, ends_at) = term(record.starts_at.take(), record.ends_at.take(), terms.time_zone)?;
    let content = Content {
        advertiser: required("advertiser", record.advertiser.take())?,
        slots: slots(record.slots.take().unwrap_or_default())?,
        weight: weight(record.weight)?,
        shape: shape(record, terms)?,
    };
    Ok(Ad { id, starts_at, ends_at, content })
}

fn slots(words: Vec<String>) -> Result<Vec<Slot>, Reject> {
    let known = || Slot::ALL.map(Slot::as_str).join(", ");
    if words.is_empty() {
        return Err(Reject(format!("slots is missing: some of {}", known())));
    }
    let slot = |word: String| {
        Slot::parse(&word)
            .ok_or_else(|| Reject(format!("slots: `{}` is none of {}", excerpt(&word), known())))
    };
    words.into_iter().map(slot).collect()
}

fn shape(record: Record, terms: &Terms) -> Result<Shape, Reject> {
    if let Some(address) = optional("frame", record.frame)? {
        if record.title.is_some() || record.href.is_some() {
            return Err(Reject("it has both a frame and words".into()));
        }
        let height = record.height.filter(|height| (1..=HIGHEST).contains(height));
        let height = height.ok_or_else(|| Reject(format!("height is not from 1 to {HIGHEST} pixels")))?;
        return match web_origin(&address) {
            Some(origin) if terms.frames.contains(&origin) => Ok(Shape::Frame { address, height }),
            _ => Err(Reject(format!(
                "frame `{}` is not from an origin that ads.frames names",
                excerpt(&address)
            ))),
        };
    }
    let href = link(record.href)?;
    Ok(Shape::Words {
        title: required("title", record.title)?,
        text: optional("text", record.text)?,
        action: required("action", record.action)?,
        href,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Ad, String> {
        let terms =
            Terms { time_zone: chrono_tz::Asia::Jakarta, frames: vec!["https://iklan.example".into()] };
        ad(line.as_bytes(), &terms).map_err(|Reject(why)| why)
    }

    const GOOD: &str = r#"{"id":"a","advertiser":"Toko","slots":["middle"],"starts_at":"2026-01-01","ends_at":"2026-02-01","title":"T","action":"Lihat","href":"/koran"}"#;

    #[test]
    fn a_record_is_an_advertisement() {
        let read_one = read(GOOD);
        assert!(
            matches!(&read_one, Ok(ad) if ad.content.weight == 1 && ad.content.slots == [Slot::Middle]),
            "{read_one:?}"
        );
        let frame = GOOD.replace(
            r#""title":"T","action":"Lihat","href":"/koran""#,
            r#""frame":"https://iklan.example/x?y","height":250"#,
        );
        assert!(matches!(
            read(&frame),
            Ok(Ad { content: Content { shape: Shape::Frame { height: 250, .. }, .. }, .. })
        ));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (from, to, told) in [
            (r#""id":"a""#, r#""id":"a b""#, "id `a b`"),
            (r#""id":"a","#, "", "id is missing"),
            ("[\"middle\"]", "[]", "slots is missing"),
            ("middle", "atas", "slots: `atas` is none of picture, middle, pick"),
            ("2026-02-01", "2026-01-01", "ends_at is not after starts_at"),
            ("2026-02-01", "besok", "ends_at is no date: `besok`"),
            ("/koran", "javascript:alert(1)", "href `javascript:alert(1)`"),
            ("/koran", "//lain.example", "href `//lain.example`"),
            ("/koran", "http://lain.example", "href `http://lain.example`"),
            ("/koran", "https://bank.example@lain.example/", "href `https://bank.example@lain.example/`"),
            ("/koran", "https://bank:sandi@lain.example", "href `https://bank:sandi@lain.example`"),
            ("/koran", "https://@lain.example", "href `https://@lain.example`"),
            ("/koran", "https://", "href `https://`"),
            ("/koran", "https:///lain.example", "href `https:///lain.example`"),
            ("/koran", "https:lain.example", "href `https:lain.example`"),
            ("/koran", "https:/koran", "href `https:/koran`"),
            ("/koran", r"https:\\\\lain.example", r"href `https:\\lain.example`"),
            ("/koran", "https://?lain", "href `https://?lain`"),
            (r#""title":"T","#, "", "title is missing"),
            (r#""title":"T""#, r#""titel":"T""#, "unknown field `titel`"),
            (r#""title":"T""#, r#""weight":0,"title":"T""#, "weight is 0"),
            (r#""title":"T""#, r#""frame":"https://iklan.example/","title":"T""#, "both a frame and words"),
            (
                r#""title":"T","action":"Lihat","href":"/koran""#,
                r#""frame":"https://lain.example/","height":250"#,
                "not from an origin that ads.frames names",
            ),
            (
                r#""title":"T","action":"Lihat","href":"/koran""#,
                r#""frame":"https://bank.example@iklan.example/","height":250"#,
                "not from an origin that ads.frames names",
            ),
            (
                r#""title":"T","action":"Lihat","href":"/koran""#,
                r#""frame":"https://iklan.example/","height":9000"#,
                "height is not from 1 to 600",
            ),
        ] {
            let line = GOOD.replace(from, to);
            let error = read(&line).err().unwrap_or_default();
            assert!(error.contains(told), "{line}: {error}");
        }
        assert!(read("[]").is_err() && read("{").is_err());
    }
}
