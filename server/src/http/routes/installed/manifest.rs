//! Web app manifest of the installed site.

use app::context::Services;
use app::document::IconShape;
use app::installed::Paper;
use app::routes::{OFFLINE, SAVED};
use app::text;
use domain::article::Edition;
use serde_json::{Value, json};

use super::{ICONS, SIZES};

/// The manifest, in the site's own language. A share target is left out: no page does anything with what is shared.
pub fn manifest(services: &Services) -> Value {
    let site = &services.site;
    let paper = Paper::of_tokens().light;
    let icons = SIZES.map(|(name, width, shape)| {
        let purpose = match shape {
            IconShape::Rounded => "any",
            IconShape::Maskable => "maskable",
        };
        json!({"src": format!("{ICONS}{name}"), "sizes": format!("{width}x{width}"), "type": "image/png", "purpose": purpose})
    });
    let mut shortcuts = vec![
        json!({"name": text::edition(Edition::Koran), "url": "/koran"}),
        json!({"name": text::edition(Edition::Majalah), "url": "/majalah"}),
        json!({"name": services.reading_text().saved, "url": SAVED}),
    ];
    if site.has_worker {
        shortcuts.push(json!({"name": services.offline_text().heading, "url": OFFLINE}));
    }
    json!({
        "id": "/",
        "name": site.name,
        "short_name": site.name,
        "lang": site.language.as_str(),
        "dir": "ltr",
        "categories": ["news"],
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": paper,
        "background_color": paper,
        "icons": icons,
        "shortcuts": shortcuts,
    })
}
