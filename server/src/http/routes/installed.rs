//! Service worker, manifest and icons, which make the site readable without a network and installable like an app.

mod icon;
mod manifest;
mod worker;

use std::path::Path;

use app::context::Services;
use app::document::IconShape;
use app::installed::{MANIFEST_PATH, WORKER_PATH};
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use http::{HeaderValue, header};

/// Path prefix of the icons.
pub const ICONS: &str = "/ikon/";

/// Icons of the manifest: file name, width in pixels, outline.
const SIZES: [(&str, u32, IconShape); 4] = [
    ("192.png", 192, IconShape::Rounded),
    ("512.png", 512, IconShape::Rounded),
    ("maskable-192.png", 192, IconShape::Maskable),
    ("maskable-512.png", 512, IconShape::Maskable),
];

/// Routes of the site with these built files.
pub fn routes(services: &Services, files: &Path) -> Router {
    let own = kept("application/manifest+json", manifest::manifest(services).to_string().into_bytes());
    // The worker fetches by a policy of its own, which comes with its script.
    let policy = HeaderValue::from_static("default-src 'none'; connect-src 'self'");
    let script = worker::script(&services.site, files);
    let worker = move || async move {
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
            (header::CONTENT_SECURITY_POLICY, policy),
            (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        ];
        (headers, script)
    };
    let routes = Router::new().route(WORKER_PATH, get(worker)).route(MANIFEST_PATH, own);
    SIZES.iter().fold(routes, |routes, (name, width, shape)| {
        routes.route(&format!("{ICONS}{name}"), kept("image/png", icon::png(*shape, *width)))
    })
}

/// Handler that gives the same bytes to everyone.
fn kept(kind: &'static str, bytes: Vec<u8>) -> axum::routing::MethodRouter {
    let bytes = bytes::Bytes::from(bytes);
    get(move || async move { ([(header::CONTENT_TYPE, kind)], bytes).into_response() })
}
