//! Record of a profile, the format of import and export: one JSON object per line.

use std::path::PathBuf;

use domain::account::EmailAddress;
use domain::article::{Language, PictureFile};
use domain::profile::{Contact, Portrait, Profile, ProfileContent, ProfileKind};
use domain::slug::Slug;
use serde::{Deserialize, Serialize};

use crate::article_record::PICTURES;
use crate::content::{NoMedia, SANITISER, Source, paragraphs, resanitise, to_html};
use crate::pictures::Pictures;
use crate::record::{Reject, excerpt, in_line, optional, required, web_origin};

/// Profile as written in a file of records, unchecked.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Record {
    /// Either `person` or `topic`.
    pub kind: Option<String>,
    /// Name of the person or topic, as articles have it.
    pub name: Option<String>,
    /// Job of a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Text as HTML. Exactly one of this field, `about_markdown` and `about` is required.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about_html: Option<String>,
    /// Text as CommonMark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about_markdown: Option<String>,
    /// Text as plain paragraphs, separated by blank lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// Email address or `https` address at which a person can be reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portrait: Option<PortraitRecord>,
    /// Either `id` (the default) or `en`.
    pub language: Option<String>,
}

/// Portrait as written in a record, unchecked.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct PortraitRecord {
    /// Path relative to the file of records.
    pub src: Option<String>,
    /// Description for readers who cannot see the picture.
    pub alt: Option<String>,
    /// Name of the photographer or the agency.
    pub credit: Option<String>,
}

/// Context of an import of profiles.
#[derive(Clone, Debug)]
pub struct ProfileImport {
    /// Folder of the file of records.
    pub folder: PathBuf,
    /// Store of the portraits.
    pub pictures: Pictures,
}

/// Parses and checks one line, and stores the portrait. It blocks, so it has to be called outside of an async runtime.
pub fn profile(line: &[u8], import: &ProfileImport) -> Result<Profile, Reject> {
    let text = std::str::from_utf8(line)
        .map_err(|error| Reject(format!("not UTF-8 at byte {} of the line", error.valid_up_to() + 1)))?;
    let mut record: Record =
        serde_json::from_str(text).map_err(|error| Reject(in_line(&error, "a profile")))?;
    let kind = kind(record.kind.take())?;
    let name = required("name", record.name.take())?;
    let slug =
        Slug::from_text(&name).ok_or_else(|| Reject(format!("name `{}` has no letters", excerpt(&name))))?;
    let about_html = about(&mut record)?;
    let paragraphs = paragraphs(&about_html);
    let description = paragraphs.into_iter().next().ok_or_else(|| Reject("about has no text".into()))?;
    let (role, contact) = (optional("role", record.role)?, optional("contact", record.contact)?);
    let portrait = record.portrait.unwrap_or_default();
    let src = optional("portrait.src", portrait.src)?;
    if kind == ProfileKind::Topic && (role.is_some() || contact.is_some() || src.is_some()) {
        return Err(Reject("a topic has no role, contact or portrait".into()));
    }
    let portrait = match src {
        Some(src) => Some(Portrait {
            alt: optional("portrait.alt", portrait.alt)?,
            credit: optional("portrait.credit", portrait.credit)?,
            file: keep(&src, import)?,
        }),
        None => None,
    };
    let content = ProfileContent {
        about_html,
        description,
        language: language(record.language)?,
        role,
        contact: contact.map(|contact| reached_at(&contact)).transpose()?,
        portrait,
    };
    Ok(Profile { kind, slug, name, content, sanitiser: SANITISER })
}

fn kind(word: Option<String>) -> Result<ProfileKind, Reject> {
    let word = required("kind", word)?;
    let known = ProfileKind::ALL.map(ProfileKind::as_str).join(", ");
    ProfileKind::parse(&word).ok_or_else(|| Reject(format!("kind: `{}` is none of {known}", excerpt(&word))))
}

fn about(record: &mut Record) -> Result<String, Reject> {
    let texts = [
        optional("about_html", record.about_html.take())?.map(Source::Html),
        optional("about_markdown", record.about_markdown.take())?.map(Source::Markdown),
        optional("about", record.about.take())?.map(Source::Plain),
    ];
    let mut texts = texts.into_iter().flatten();
    match (texts.next(), texts.next()) {
        (Some(text), None) => Ok(to_html(&text, &NoMedia).trim().to_owned()),
        (None, _) => Err(Reject("about is missing".into())),
        (Some(_), Some(_)) => {
            Err(Reject("more than one of about, about_markdown and about_html is given".into()))
        }
    }
}

fn language(tag: Option<String>) -> Result<Language, Reject> {
    let Some(tag) = optional("language", tag)? else { return Ok(Language::default()) };
    Language::parse(&tag).ok_or_else(|| Reject(format!("language: `{}` is none of id, en", excerpt(&tag))))
}

fn reached_at(contact: &str) -> Result<Contact, Reject> {
    if web_origin(contact).is_some() && !contact.contains(char::is_control) {
        return Ok(Contact::Link(contact.to_owned()));
    }
    let is_link = contact.contains("://");
    match EmailAddress::parse(contact) {
        Ok(address) if !is_link => Ok(Contact::Email(address.as_str().to_owned())),
        _ => Err(Reject(format!(
            "contact `{}` is neither an email address nor https://HOST…",
            excerpt(contact)
        ))),
    }
}

fn keep(src: &str, import: &ProfileImport) -> Result<PictureFile, Reject> {
    import
        .pictures
        .keep(&import.folder, src)
        .map_err(|error| Reject(format!("portrait {}: {error}", excerpt(src))))
}

/// Applies the current sanitising rules to a stored profile.
pub fn sanitised_again(mut profile: Profile) -> Profile {
    profile.content.about_html = resanitise(&profile.content.about_html);
    let first = paragraphs(&profile.content.about_html).into_iter().next();
    profile.content.description = first.unwrap_or_default();
    profile.sanitiser = SANITISER;
    profile
}

/// Converts a profile to a record. Importing the record into an empty store gives the same profile.
pub fn record(profile: &Profile) -> Record {
    let content = &profile.content;
    Record {
        kind: Some(profile.kind.as_str().to_owned()),
        name: Some(profile.name.clone()),
        role: content.role.clone(),
        about_html: Some(content.about_html.clone()),
        contact: content.contact.as_ref().map(|contact| match contact {
            Contact::Email(address) | Contact::Link(address) => address.clone(),
        }),
        portrait: content.portrait.as_ref().map(|portrait| PortraitRecord {
            src: Some(format!("{PICTURES}/{}", portrait.file.name)),
            alt: portrait.alt.clone(),
            credit: portrait.credit.clone(),
        }),
        language: Some(content.language.as_str().to_owned()),
        ..Record::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_version_stored_is_read() {
        let stored = r#"{"about_html":"<p>Isi.</p>","description":"Isi."}"#;
        let content: ProfileContent = serde_json::from_str(stored).unwrap();
        let expected = ProfileContent {
            about_html: "<p>Isi.</p>".into(),
            description: "Isi.".into(),
            ..ProfileContent::default()
        };
        assert_eq!(content, expected);
    }

    #[test]
    fn texts_are_sanitised_again() {
        let content = ProfileContent {
            about_html: "<p onclick=\"x\">Isi &amp; lain.</p><script>x</script>".into(),
            ..ProfileContent::default()
        };
        let slug = Slug::from_text("Sita").unwrap();
        let old = Profile { kind: ProfileKind::Person, slug, name: "Sita".into(), content, sanitiser: 1 };
        let new = sanitised_again(old);
        assert_eq!((new.content.about_html.as_str(), new.sanitiser), ("<p>Isi &amp; lain.</p>", SANITISER));
        assert_eq!(new.content.description, "Isi & lain.");
    }
}
