//! Small files that crawlers and researchers ask for at fixed addresses, made from the settings.

use std::fmt::Write;

use app::context::Services;
use app::document::{IconShape, icon_svg};
use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, Datelike, Months, Utc};
use http::header;

use crate::settings::Machines;

/// Months until `security.txt` expires at the earliest; the standard recommends less than a year.
const EXPIRES_AFTER: Months = Months::new(6);

/// Serves `robots.txt` and the site's icon, and those of the other files that the settings ask for.
pub fn routes(services: &Services, machines: &Machines) -> Router {
    let origin = services.site.url.clone();
    let robots = robots(&origin, machines);
    let mut router = Router::new().route("/robots.txt", get(async move || plain(robots))).route(
        "/logo.svg",
        get(async || {
            ([(header::CONTENT_TYPE, "image/svg+xml")], icon_svg(IconShape::Rounded)).into_response()
        }),
    );
    if let Some(key) = machines.index_now_key.clone() {
        router = router.route(&format!("/{key}.txt"), get(async move || plain(key)));
    }
    if let Some(contact) = machines.security_contact.clone() {
        let (services, policy) = (services.clone(), machines.security_policy.clone());
        let answer = async move || plain(security(&origin, &contact, policy.as_deref(), services.now()));
        router = router.route("/.well-known/security.txt", get(answer));
    }
    router
}

fn plain(text: String) -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

fn robots(origin: &str, machines: &Machines) -> String {
    let mut text = String::new();
    for name in &machines.refused_crawlers {
        let _ = writeln!(text, "User-agent: {name}");
    }
    if !text.is_empty() {
        text.push_str("Disallow: /\n\n");
    }
    text.push_str("User-agent: *\nAllow: /\n");
    let _ = write!(text, "\nSitemap: {origin}/sitemap.xml\nSitemap: {origin}/sitemap-news.xml\n");
    text
}

/// `security.txt` (RFC 9116). It expires at the beginning of a month, so that it does not change from one request to the next.
fn security(origin: &str, contact: &str, policy: Option<&str>, now: DateTime<Utc>) -> String {
    let later = now.date_naive().checked_add_months(EXPIRES_AFTER).unwrap_or_default();
    let expires = later.with_day(1).unwrap_or(later).format("%Y-%m-%dT00:00:00Z");
    let mut text = format!(
        "Contact: {contact}\nExpires: {expires}\nPreferred-Languages: id, en\nCanonical: {origin}/.well-known/security.txt\n"
    );
    if let Some(policy) = policy {
        let policy = if policy.starts_with('/') { format!("{origin}{policy}") } else { policy.to_owned() };
        let _ = writeln!(text, "Policy: {policy}");
    }
    text
}
