//! Pages in the site's other language. A router of their own renders them at the same paths as the pages of the first language.
//! This module removes the language prefix from requests, and adds it to every page address in responses.
//!
//! Only the address selects the language, so a page is the same for everyone who requests it.

use app::address::behind;
use app::language::under;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, Uri, header};
use lol_html::errors::RewritingError;
use lol_html::{RewriteStrSettings, element, rewrite_str};
use tower::ServiceExt;

use super::hydration_markers::LARGEST;

/// Elements and attributes that hold the address of a page. Links with `hreflang` are left as they are.
const ADDRESSES: [(&str, &str); 6] = [
    ("a[href]:not([hreflang])", "href"),
    ("form[action]", "action"),
    ("[formaction]", "formaction"),
    ("template[data-panel-of]", "data-panel-of"),
    ("[data-passkey-to]", "data-passkey-to"),
    (RETURN, "value"),
];
/// Field with the address to which a form leads after it is processed; without it, the form leads to the front page.
const RETURN: &str = "input[name=return_to]";

/// Router of the pages behind a language prefix.
#[derive(Clone)]
pub struct Prefixed {
    /// First segment of their paths.
    pub prefix: &'static str,
    /// Router that renders them, at paths without the prefix.
    pub pages: Router,
}

impl Prefixed {
    /// Middleware that sends requests with the prefix to their own router, and passes on all others.
    pub async fn answer(State(prefixed): State<Self>, request: Request, next: Next) -> Response {
        let Some(path) = behind(prefixed.prefix, request.uri().path()) else {
            return next.run(request).await;
        };
        let query = request.uri().query().map_or_else(String::new, |query| format!("?{query}"));
        if request.uri().path().len() == prefixed.prefix.len() + 1 && *request.method() != Method::POST {
            // The front page has one address only, without a trailing slash.
            let location = format!("{}{query}", prefixed.prefix);
            return (StatusCode::PERMANENT_REDIRECT, [(header::LOCATION, location)]).into_response();
        }
        let Ok(path) = format!("{path}{query}").parse() else {
            return StatusCode::BAD_REQUEST.into_response();
        };
        let (mut parts, body) = request.into_parts();
        let mut uri = parts.uri.into_parts();
        uri.path_and_query = Some(path);
        parts.uri = Uri::from_parts(uri).unwrap_or_default();
        let answer = prefixed.pages.oneshot(Request::from_parts(parts, body)).await;
        answer.unwrap_or_else(|never| match never {})
    }
}

/// Middleware around such pages, which adds the prefix to all addresses in their responses.
pub async fn keep(State(prefix): State<&'static str>, request: Request, next: Next) -> Response {
    kept(prefix, next.run(request).await).await
}

/// Adds the prefix to the addresses in a response: redirects, and links and forms of its page.
pub async fn kept(prefix: &str, mut answer: Response) -> Response {
    if prefix.is_empty() {
        return answer;
    }
    let location = answer.headers().get(header::LOCATION).and_then(|location| location.to_str().ok());
    if let Some(Ok(location)) = location.map(|location| HeaderValue::from_str(&under(prefix, location))) {
        answer.headers_mut().insert(header::LOCATION, location);
    }
    let kind = answer.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("text/html")) {
        return answer;
    }
    let (mut head, body) = answer.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    let body = to_bytes(body, LARGEST).await.ok();
    let html = body.as_deref().and_then(|body| std::str::from_utf8(body).ok());
    let Some(Ok(html)) = html.map(|html| page(prefix, html)) else {
        tracing::error!("a page could not be led behind its prefix");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    Response::from_parts(head, Body::from(html))
}

/// Adds the prefix to the addresses in the HTML of a page.
pub fn page(prefix: &str, html: &str) -> Result<String, RewritingError> {
    let settings =
        ADDRESSES.into_iter().fold(RewriteStrSettings::new(), |settings, (selector, attribute)| {
            settings.append_element_content_handler(element!(selector, move |element| {
                let address = element.get_attribute(attribute).unwrap_or_default();
                let led = if selector == RETURN && address.is_empty() {
                    prefix.to_owned()
                } else {
                    under(prefix, &address)
                };
                if led != address {
                    element.set_attribute(attribute, &led)?;
                }
                Ok(())
            }))
        });
    rewrite_str(html, settings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_to_a_page_leads_behind_the_prefix() {
        for (written, expected) in [
            ("<a href=\"/\">", "<a href=\"/en\">"),
            ("<a href=\"/read/7/judul\">", "<a href=\"/en/read/7/judul\">"),
            ("<a href=\"/koran?a=1&amp;b=2\">", "<a href=\"/en/koran?a=1&amp;b=2\">"),
            ("<a href=\"/koran\" hreflang=\"id\">", "<a href=\"/koran\" hreflang=\"id\">"),
            ("<a href=\"/gambar/a.jpg\">", "<a href=\"/gambar/a.jpg\">"),
            ("<a href=\"//evil.example\">", "<a href=\"//evil.example\">"),
            ("<form action=\"/api/sign_out\">", "<form action=\"/en/api/sign_out\">"),
            (
                "<template data-panel-of=\"/masuk\"><a href=\"/daftar\"></a></template>",
                "<template data-panel-of=\"/en/masuk\"><a href=\"/en/daftar\"></a></template>",
            ),
            (
                "<input name=\"return_to\" value=\"/read/7\">",
                "<input name=\"return_to\" value=\"/en/read/7\">",
            ),
            ("<input name=\"return_to\" value=\"\">", "<input name=\"return_to\" value=\"/en\">"),
            ("<input name=\"email\" value=\"/read/7\">", "<input name=\"email\" value=\"/read/7\">"),
            ("<link rel=\"canonical\" href=\"/koran\">", "<link rel=\"canonical\" href=\"/koran\">"),
            ("<p>&lt;a href=\"/koran\"&gt;</p>", "<p>&lt;a href=\"/koran\"&gt;</p>"),
        ] {
            assert_eq!(page("/en", written).unwrap(), expected);
            assert_eq!(page("/en", expected).unwrap(), expected, "twice is once");
        }
    }
}
