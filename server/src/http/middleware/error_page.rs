//! Answers that have no words get some.

use std::collections::HashMap;
use std::sync::Arc;

use app::address::behind;
use app::context::{RETRY_AFTER_SECONDS, Site};
use app::document::bare;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, header};

use super::language;

/// Every status that the server may answer with on its own account.
const STATUSES: [StatusCode; 14] = [
    StatusCode::BAD_REQUEST,
    StatusCode::FORBIDDEN,
    StatusCode::NOT_FOUND,
    StatusCode::METHOD_NOT_ALLOWED,
    StatusCode::GONE,
    StatusCode::REQUEST_TIMEOUT,
    StatusCode::PAYLOAD_TOO_LARGE,
    StatusCode::URI_TOO_LONG,
    StatusCode::UNSUPPORTED_MEDIA_TYPE,
    StatusCode::MISDIRECTED_REQUEST,
    StatusCode::TOO_MANY_REQUESTS,
    StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE,
    StatusCode::INTERNAL_SERVER_ERROR,
    StatusCode::SERVICE_UNAVAILABLE,
];

/// The pages, made once: making one must not fail when everything else does.
#[derive(Clone)]
pub struct ErrorPages {
    own: Arc<HashMap<StatusCode, Bytes>>,
    prefixed: Arc<HashMap<StatusCode, Bytes>>,
    prefix: &'static str,
}

impl ErrorPages {
    /// In the site's own language, and in the one behind a prefix.
    pub fn new(own: &Site, other: &Site) -> Self {
        let made = |site: &Site| {
            let pages = STATUSES.into_iter().map(|status| {
                let page = bare(site, status);
                (status, language::page(site.prefix(), &page).unwrap_or(page).into())
            });
            Arc::new(pages.collect())
        };
        Self { own: made(own), prefixed: made(other), prefix: other.prefix() }
    }

    /// The layer: an error without a page of its own gets the page of its status.
    pub async fn explain(State(pages): State<Self>, request: Request, next: Next) -> Response {
        let is_head = request.method() == Method::HEAD;
        let is_prefixed = behind(pages.prefix, request.uri().path()).is_some();
        let known = if is_prefixed { &pages.prefixed } else { &pages.own };
        let mut response = next.run(request).await;
        if response.status() == StatusCode::SERVICE_UNAVAILABLE {
            // Whoever could not be served now is told when to come again.
            let again = HeaderValue::from(RETRY_AFTER_SECONDS);
            response.headers_mut().entry(header::RETRY_AFTER).or_insert(again);
        }
        let kind = response
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|kind| kind.to_str().ok())
            .unwrap_or_default();
        let has_words = ["text/html", "json", "postcard", "image/"].iter().any(|word| kind.contains(word));
        match known.get(&response.status()) {
            Some(page) if !has_words => {
                with_page(response, if is_head { Bytes::new() } else { page.clone() })
            }
            _ => response,
        }
    }
}

fn with_page(response: Response, page: Bytes) -> Response {
    let (mut head, _) = response.into_parts();
    head.headers.remove(header::CONTENT_LENGTH);
    head.headers.remove(header::CONTENT_ENCODING);
    head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    head.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Response::from_parts(head, Body::from(page))
}
