//! The record of a sponsored item: one JSON object a line.

use std::path::PathBuf;

use domain::article::PictureFile;
use domain::sponsored::{Content, Sponsored, SponsoredId};
use serde::Deserialize;

use crate::pictures::Pictures;
use crate::record::{Reject, excerpt, id, in_line, link, optional, required, term, weight};

/// A record as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Record {
    id: Option<String>,
    sponsor: Option<String>,
    title: Option<String>,
    image: Option<Image>,
    href: Option<String>,
    starts_at: Option<String>,
    ends_at: Option<String>,
    weight: Option<u32>,
    cap_a_day: Option<u32>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Image {
    src: Option<String>,
    alt: Option<String>,
}

/// Context of an import of sponsored items.
#[derive(Clone, Debug)]
pub struct SponsoredImport {
    /// Of times without an offset.
    pub time_zone: chrono_tz::Tz,
    /// Pictures are looked for beside the file.
    pub folder: PathBuf,
    /// Takes the pictures over.
    pub pictures: Pictures,
}

/// Reads one line. Wants to be called where no runtime is: it takes the picture over.
pub fn sponsored(line: &[u8], import: &SponsoredImport) -> Result<Sponsored, Reject> {
    let text = std::str::from_utf8(line)
        .map_err(|error| Reject(format!("not UTF-8 at byte {} of the line", error.valid_up_to() + 1)))?;
    let record: Record =
        serde_json::from_str(text).map_err(|error| Reject(in_line(&error, "a sponsored")))?;
    let id: SponsoredId = id(record.id)?;
    let (starts_at, ends_at) = term(record.starts_at, record.ends_at, import.time_zone)?;
    if record.cap_a_day == Some(0) {
        return Err(Reject("cap_a_day is 0; leave the record out, or end it".into()));
    }
    let image = record.image.unwrap_or_default();
    let picture = optional("image.src", image.src)?.map(|src| take_over(&src, import)).transpose()?;
    let content = Content {
        sponsor: required("sponsor", record.sponsor)?,
        title: required("title", record.title)?,
        href: link(record.href)?,
        picture,
        alt: optional("image.alt", image.alt)?,
        weight: weight(record.weight)?,
        cap_a_day: record.cap_a_day,
    };
    Ok(Sponsored { id, starts_at, ends_at, content })
}

/// Without its picture, an item is not what was agreed.
fn take_over(src: &str, import: &SponsoredImport) -> Result<PictureFile, Reject> {
    import
        .pictures
        .keep(&import.folder, src)
        .map_err(|error| Reject(format!("picture {}: {error}", excerpt(src))))
}
