//! Atom 1.0 (RFC 4287).

use super::{Entry, Feed, rfc3339};
use crate::xml::Xml;

pub(super) fn write(feed: &Feed) -> Vec<u8> {
    let mut xml = Xml::new();
    let attributes = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xmlns:media", "http://search.yahoo.com/mrss/"),
        ("xml:lang", feed.language),
    ];
    xml.within("feed", &attributes, |xml| {
        xml.text("id", &feed.id);
        xml.text("title", &feed.title);
        xml.text("subtitle", &feed.description);
        xml.text("updated", rfc3339(feed.changed_at()));
        xml.within("author", &[], |xml| xml.text("name", &feed.site));
        xml.text("generator", "Warta");
        let kind = "application/atom+xml";
        xml.empty("link", &[("rel", "self"), ("type", kind), ("href", &feed.address)]);
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &feed.home)]);
        if let Some(hub) = &feed.hub {
            xml.empty("link", &[("rel", "hub"), ("href", hub)]);
        }
        feed.entries.iter().for_each(|item| entry(xml, item));
    });
    xml.finish()
}

fn entry(xml: &mut Xml, entry: &Entry) {
    xml.within("entry", &[("xml:lang", entry.language)], |xml| {
        xml.text("id", &entry.id);
        xml.text("title", &entry.title);
        xml.text("published", rfc3339(entry.published_at));
        xml.text("updated", rfc3339(entry.changed_at));
        xml.empty("link", &[("rel", "alternate"), ("type", "text/html"), ("href", &entry.address)]);
        for author in &entry.authors {
            xml.within("author", &[], |xml| {
                xml.text("name", &author.name);
                xml.text("uri", &author.address);
            });
        }
        entry.categories.iter().for_each(|name| xml.empty("category", &[("term", name)]));
        xml.text("summary", entry.summary.as_deref().unwrap_or_default());
        xml.text_with("content", &[("type", "html")], &entry.html);
        if let Some(picture) = &entry.picture {
            let attributes =
                [("rel", "enclosure"), ("type", picture.content_type), ("href", &picture.address)];
            xml.empty("link", &attributes);
            let (width, height) = (picture.width.to_string(), picture.height.to_string());
            let attributes = [
                ("url", picture.address.as_str()),
                ("type", picture.content_type),
                ("medium", "image"),
                ("width", &width),
                ("height", &height),
            ];
            xml.empty("media:content", &attributes);
        }
        for video in &entry.videos {
            let bytes = video.bytes.to_string();
            let attributes = [
                ("rel", "enclosure"),
                ("type", video.content_type),
                ("length", &bytes),
                ("title", &video.title),
                ("href", &video.address),
            ];
            xml.empty("link", &attributes);
        }
    });
}
