//! Record of an advertisement: one JSON object per line.

use domain::ad::{Ad, AdId, Audience, Content, Shape, Slot};
use serde::Deserialize;

use crate::record::{Reject, excerpt, id, in_line, link, optional, required, term, web_origin, weight};

/// Largest height of a frame in pixels.
const HIGHEST: u32 = 600;

/// Advertisement as written in a file of records, unchecked.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Record {
    id: Option<String>,
    advertiser: Option<String>,
    slots: Option<Vec<String>>,
    audience: Option<String>,
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

/// Settings that decide how a record is read.
#[derive(Clone, Debug)]
pub struct Terms {
    /// Time zone of times without an offset.
    pub time_zone: chrono_tz::Tz,
    /// Origins whose pages may be shown in a frame.
    pub frames: Vec<String>,
}

/// Parses and checks one line.
pub fn ad(line: &[u8], terms: &Terms) -> Result<Ad, Reject> {
    let text = std::str::from_utf8(line)
        .map_err(|error| Reject(format!("not UTF-8 at byte {} of the line", error.valid_up_to() + 1)))?;
    let mut record: Record =
        serde_json::from_str(text).map_err(|error| Reject(in_line(&error, "an advertisement")))?;
    let id: AdId = id(record.id.take())?;
    let (starts_at, ends_at) = term(record.starts_at.take(), record.ends_at.take(), terms.time_zone)?;
    let (told, advertiser) = (record.audience.take(), required("advertiser", record.advertiser.take())?);
    let (slots, weight) = (slots(record.slots.take().unwrap_or_default())?, weight(record.weight)?);
    let shape = shape(record, terms)?;
    let audience = audience(told, &shape)?;
    let content = Content { advertiser, slots, audience, weight, shape };
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

/// Audience of the advertisement. By default, an advertisement that leads to the sign-in forms is for visitors who are not signed in.
fn audience(word: Option<String>, shape: &Shape) -> Result<Audience, Reject> {
    let Some(word) = word else {
        let leads_in = |href: &str| {
            let path = href.split(['?', '#']).next().unwrap_or_default();
            matches!(path, "/daftar" | "/masuk")
        };
        let is_for_guests = matches!(shape, Shape::Words { href, .. } if leads_in(href));
        return Ok(if is_for_guests { Audience::Guests } else { Audience::Everyone });
    };
    let known = || Audience::ALL.map(Audience::as_str).join(", ");
    Audience::parse(&word)
        .ok_or_else(|| Reject(format!("audience: `{}` is none of {}", excerpt(&word), known())))
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

    const GOOD: &str = r#"{"id":"a","advertiser":"Toko","slots":["middle"],"weight":1,"starts_at":"2026-01-01","ends_at":"2026-02-01","title":"T","action":"Lihat","href":"/koran"}"#;

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
    fn what_offers_an_account_is_for_who_has_none() {
        for (from, to, expected) in [
            ("/koran", "/koran", Audience::Everyone),
            ("/koran", "/daftar", Audience::Guests),
            ("/koran", "/masuk?return_to=/koran", Audience::Guests),
            ("/koran", "/daftar-isi", Audience::Everyone),
            (r#""weight":1"#, r#""audience":"guests""#, Audience::Guests),
            (r#""weight":1"#, r#""audience":"everyone""#, Audience::Everyone),
        ] {
            let read = read(&GOOD.replace(from, to)).unwrap();
            assert_eq!(read.content.audience, expected, "{to}");
        }
    }

    #[test]
    fn what_earlier_versions_wrote_is_read() {
        let stored = r#"{"advertiser":"Toko","slots":["picture","pick"],"weight":1,
            "shape":{"words":{"title":"Judul","text":null,"action":"Lihat","href":"/koran"}}}"#;
        let content: Content = serde_json::from_str(stored).unwrap();
        assert_eq!(
            (&*content.slots, content.audience),
            (&[Slot::Opening, Slot::Pick][..], Audience::Everyone)
        );
        let record = GOOD.replace("middle", "picture");
        assert_eq!(read(&record).unwrap().content.slots, [Slot::Opening]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (from, to, told) in [
            (r#""id":"a""#, r#""id":"a b""#, "id `a b`"),
            (r#""id":"a","#, "", "id is missing"),
            ("[\"middle\"]", "[]", "slots is missing"),
            ("middle", "atas", "slots: `atas` is none of opening, middle, pick"),
            (r#""weight":1"#, r#""audience":"semua""#, "audience: `semua` is none of everyone, guests"),
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
            (r#""weight":1"#, r#""weight":0"#, "weight is 0"),
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
