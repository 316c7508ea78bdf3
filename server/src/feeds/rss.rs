//! RSS 2.0, with the modules that feed readers know.

use chrono::{DateTime, Utc};

use super::{Entry, Feed, Picture};
use crate::xml::Xml;

const NAMESPACES: &[(&str, &str)] = &[
    ("version", "2.0"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:media", "http://search.yahoo.com/mrss/"),
];

pub(super) fn write(feed: &Feed) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.within("rss", NAMESPACES, |xml| {
        xml.within("channel", &[], |xml| {
            xml.text("title", &feed.title);
            xml.text("link", &feed.home);
            xml.text("description", &feed.description);
            xml.text("language", feed.language);
            if !feed.entries.is_empty() {
                xml.text("lastBuildDate", rfc2822(feed.changed_at()));
            }
            xml.text("generator", "Warta");
            let kind = "application/rss+xml";
            xml.empty("atom:link", &[("rel", "self"), ("type", kind), ("href", &feed.address)]);
            if let Some(hub) = &feed.hub {
                xml.empty("atom:link", &[("rel", "hub"), ("href", hub)]);
            }
            feed.entries.iter().for_each(|entry| item(xml, entry));
        });
    });
    xml.finish()
}

fn item(xml: &mut Xml, entry: &Entry) {
    xml.within("item", &[], |xml| {
        xml.text("title", &entry.title);
        xml.text("link", &entry.address);
        xml.text_with("guid", &[("isPermaLink", "false")], &entry.id);
        xml.text("pubDate", rfc2822(entry.published_at));
        // `author` would have to be an email address.
        entry.authors.iter().for_each(|author| xml.text("dc:creator", &author.name));
        xml.text("dc:language", entry.language);
        entry.categories.iter().for_each(|name| xml.text("category", name));
        xml.text("description", entry.summary.as_deref().unwrap_or_default());
        xml.text("content:encoded", &entry.html);
        if entry.changed_at > entry.published_at {
            xml.text("atom:updated", super::rfc3339(entry.changed_at));
        }
        // Many programs read one enclosure only: the film where there is one, and the picture elsewhere.
        if let Some(video) = entry.videos.first() {
            let bytes = video.bytes.to_string();
            xml.empty(
                "enclosure",
                &[("url", &video.address), ("length", &bytes), ("type", video.content_type)],
            );
        } else if let Some(picture) = &entry.picture {
            // The size of a picture is not kept; the board of RSS says 0 in its place.
            xml.empty(
                "enclosure",
                &[("url", &picture.address), ("length", "0"), ("type", picture.content_type)],
            );
        }
        if let Some(picture) = &entry.picture {
            media(xml, picture);
        }
        for video in &entry.videos {
            let bytes = video.bytes.to_string();
            let attributes = [
                ("url", video.address.as_str()),
                ("type", video.content_type),
                ("medium", "video"),
                ("fileSize", &bytes),
            ];
            xml.within("media:content", &attributes, |xml| {
                xml.text_with("media:title", &[("type", "plain")], &video.title);
            });
        }
    });
}

fn media(xml: &mut Xml, picture: &Picture) {
    let (width, height) = (picture.width.to_string(), picture.height.to_string());
    let attributes = [
        ("url", picture.address.as_str()),
        ("type", picture.content_type),
        ("medium", "image"),
        ("width", &width),
        ("height", &height),
    ];
    xml.within("media:content", &attributes, |xml| {
        xml.text_with(
            "media:description",
            &[("type", "plain")],
            picture.caption.as_deref().unwrap_or_default(),
        );
        xml.text("media:credit", picture.credit.as_deref().unwrap_or_default());
    });
}

/// `Wed, 19 Jun 2024 12:30:00 GMT`.
fn rfc2822(at: DateTime<Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
