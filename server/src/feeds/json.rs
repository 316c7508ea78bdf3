//! JSON Feed 1.1.

use serde_json::{Value, json};

use super::{Entry, Feed, rfc3339};

pub(super) fn write(feed: &Feed) -> Vec<u8> {
    let hubs = feed.hub.as_ref().map(|hub| json!([{"type": "WebSub", "url": hub}]));
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.home,
        "feed_url": feed.address,
        "language": feed.language,
        "authors": [{"name": feed.site}],
        "hubs": hubs,
        "items": feed.entries.iter().map(item).collect::<Vec<_>>(),
    });
    serde_json::to_vec(&without_empty(feed)).expect("plain values make JSON")
}

fn item(entry: &Entry) -> Value {
    let authors = entry.authors.iter().map(|author| json!({"name": author.name, "url": author.address}));
    let videos = entry.videos.iter().map(|video| {
        json!({
            "url": video.address, "mime_type": video.content_type, "title": video.title, "size_in_bytes": video.bytes,
        })
    });
    let picture = entry.picture.iter().map(|picture| {
        json!({"url": picture.address, "mime_type": picture.content_type, "title": picture.caption})
    });
    without_empty(json!({
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "summary": entry.summary,
        // An item has to have a content, even an empty one.
        "content_html": if entry.html.is_empty() { " " } else { &entry.html },
        "image": entry.picture.as_ref().map(|picture| &picture.address),
        "date_published": rfc3339(entry.published_at),
        "date_modified": (entry.changed_at > entry.published_at).then(|| rfc3339(entry.changed_at)),
        "authors": authors.collect::<Vec<_>>(),
        "tags": entry.categories,
        "language": entry.language,
        "attachments": picture.map(without_empty).chain(videos).collect::<Vec<_>>(),
    }))
}

/// The object without fields that say nothing. A feed has its items even where there are none.
fn without_empty(mut object: Value) -> Value {
    if let Some(fields) = object.as_object_mut() {
        fields.retain(|name, value| name == "items" || !value.is_null() && *value != json!([]));
    }
    object
}
