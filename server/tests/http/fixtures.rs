//! Articles to be read in tests.

use serde_json::{Value, json};

/// Stands in every paragraph of a paid article that is far behind its teaser.
pub const CANARY: &str = "kenari-rahasia";

/// A record with everything; published at noon of the given day of June 2024.
pub fn article(id: &str, day: u32) -> Value {
    json!({
        "id": id, "title": format!("Judul {id}"), "summary": format!("Ringkasan {id}."),
        "body_html": format!("<p>Isi artikel {id}.</p>"), "published_at": format!("2024-06-{day:02}T12:00:00+07:00"),
        "section": "Dunia", "tags": ["Korea Utara"], "reporters": ["Nadira"], "editors": ["Sita"],
    })
}

/// The record with some of its values replaced.
pub fn with(mut record: Value, values: Value) -> Value {
    record.as_object_mut().unwrap().extend(values.as_object().unwrap().clone());
    record
}

/// A text of which a teaser shows the beginning only.
pub fn long_body() -> String {
    let opening = "<p>Alinea pembuka yang boleh dibaca semua orang.</p>".to_owned();
    (0..30).fold(opening, |text, number| {
        let canary = if number < 10 { "kenari" } else { CANARY };
        format!("{text}<p>Alinea {number} dengan {canary} di dalamnya.</p>")
    })
}

/// Twenty free articles, one of each paid edition, a Laput, and one of the future.
pub fn newsroom() -> Vec<Value> {
    let paid = |id: &str, edition: &str, cover: bool| {
        with(article(id, 20), json!({"edition": edition, "cover_story": cover, "body_html": long_body()}))
    };
    let mut records: Vec<Value> = (1..=20).map(|number| article(&number.to_string(), number)).collect();
    records.push(paid("koran-1", "koran", false));
    records.push(paid("majalah-1", "majalah", false));
    records.push(paid("laput-1", "majalah", true));
    records.push(with(
        article("depan-1", 1),
        json!({"published_at": "2031-01-01T00:00:00Z", "section": "Nanti"}),
    ));
    records
}
