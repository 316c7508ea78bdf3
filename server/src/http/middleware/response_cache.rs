//! Cache of responses that are the same for everyone, each compressed once.
//!
//! A response depends only on the path and the known parameter of the query. Request headers do not reach the
//! page, so they cannot poison the cache.

use std::sync::Arc;
use std::time::{Duration, Instant};

use app::installed::WORKER_PATH;
use app::routes::{SEARCH, is_personal};
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use moka::Expiry;
use moka::future::Cache;
use sha2::{Digest, Sha256};
use tokio::sync::{OnceCell, Semaphore};
use tokio::time::timeout;

use super::encoding::Encoding;
use super::headers::immutable;
use crate::http::routes::installed::ICONS;
use crate::pictures::hex;

/// Limit of the cached responses in bytes, without their compressed forms.
const CAPACITY: u64 = 64 * 1024 * 1024;
/// Lifetime of a cached page. A change by the newsroom is visible after this time at the latest, plus the caching of browsers and proxies.
const PAGE_LIFE: Duration = Duration::from_secs(5);
/// Lifetime of a cached sitemap: its index counts all articles.
const SITEMAP_LIFE: Duration = Duration::from_mins(1);
const ASSET_LIFE: Duration = Duration::from_hours(24);
/// Limit of pages that are rendered at a time; the next constant is the time a request waits for a permit.
const RENDERS_AT_ONCE: usize = 64;
const WAIT: Duration = Duration::from_millis(100);
const LARGEST: usize = 16 * 1024 * 1024;
/// The same of searches, which must not drive out pages.
const SEARCH_CAPACITY: u64 = 4 * 1024 * 1024;
/// Query parameters of the search.
const SEARCH_QUERY: [&str; 9] =
    ["q", "rubrik", "edisi", "penulis", "bahasa", "dari", "sampai", "urut", "hal"];
/// Query parameter of older pages, the only one that changes a page.
const KNOWN_QUERY: &str = "sebelum";

/// Cache of responses, with permits for rendering.
#[derive(Clone)]
pub struct ResponseCache {
    responses: Cache<String, Arc<CachedResponse>>,
    searches: Cache<String, Arc<CachedResponse>>,
    render_permits: Arc<Semaphore>,
    /// Language prefix of the paths of these pages.
    prefix: &'static str,
}

struct CachedResponse {
    status: StatusCode,
    headers: HeaderMap,
    etag: HeaderValue,
    body: Bytes,
    life: Duration,
    compressible: bool,
    gzip: OnceCell<Bytes>,
    brotli: OnceCell<Bytes>,
}

struct Life;

impl Expiry<String, Arc<CachedResponse>> for Life {
    fn expire_after_create(&self, _: &String, answer: &Arc<CachedResponse>, _: Instant) -> Option<Duration> {
        Some(answer.life)
    }
}

impl ResponseCache {
    pub fn new() -> Self {
        let new = |capacity| {
            Cache::builder()
                .max_capacity(capacity)
                .weigher(|path: &String, answer: &Arc<CachedResponse>| {
                    u32::try_from(path.len() + answer.body.len() + 1024).unwrap_or(u32::MAX)
                })
                .expire_after(Life)
                .build()
        };
        let (responses, searches) = (new(CAPACITY), new(SEARCH_CAPACITY));
        Self { responses, searches, render_permits: Arc::new(Semaphore::new(RENDERS_AT_ONCE)), prefix: "" }
    }

    /// Shares the same cache and permits with the pages behind a prefix.
    pub fn behind(&self, prefix: &'static str) -> Self {
        Self { prefix, ..self.clone() }
    }

    /// Middleware that answers GET and HEAD from the cache, or renders the response once for all requests that wait for it.
    pub async fn answer(State(cache): State<Self>, request: Request, next: Next) -> Response {
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        if !is_read || is_personal(request.uri().path()) {
            return next.run(request).await;
        }
        let (parts, _) = request.into_parts();
        let key = format!("{}{}", cache.prefix, key(&parts.uri));
        let made = async { Arc::new(cache.make(&key, &parts, next).await) };
        let responses = if is_search(parts.uri.path()) { &cache.searches } else { &cache.responses };
        let answer = responses.get_with_by_ref(&key, made).await;
        if answer.status.is_server_error() {
            responses.invalidate(&key).await;
        }
        answer.respond(&parts.headers).await
    }

    async fn make(&self, key: &str, parts: &Parts, next: Next) -> CachedResponse {
        let Ok(Ok(_permit)) = timeout(WAIT, self.render_permits.acquire()).await else {
            return CachedResponse::busy();
        };
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = Uri::try_from(&key[self.prefix.len()..]).unwrap_or_default();
        *request.extensions_mut() = parts.extensions.clone();
        let (head, body) = next.run(request).await.into_parts();
        match to_bytes(body, LARGEST).await {
            Ok(body) => CachedResponse::new(key, head.status, head.headers, body),
            Err(error) => {
                tracing::error!(%error, "cannot read the body of a response");
                CachedResponse::new(key, StatusCode::INTERNAL_SERVER_ERROR, HeaderMap::new(), Bytes::new())
            }
        }
    }
}

/// Cache key: the path with the known parameter of the query.
fn key(uri: &Uri) -> String {
    if is_search(uri.path()) {
        let pairs = uri.query().unwrap_or_default().split('&');
        let is_known = |pair: &&str| SEARCH_QUERY.contains(&pair.split('=').next().unwrap_or_default());
        return format!("{}?{}", uri.path(), pairs.filter(is_known).collect::<Vec<_>>().join("&"));
    }
    let known = uri
        .query()
        .unwrap_or_default()
        .split('&')
        .find(|pair| pair.strip_prefix(KNOWN_QUERY).is_some_and(|rest| rest.starts_with('=')));
    known.map_or_else(|| uri.path().to_owned(), |pair| format!("{}?{pair}", uri.path()))
}

fn is_search(path: &str) -> bool {
    path.trim_end_matches('/') == SEARCH
}

impl CachedResponse {
    fn new(path: &str, status: StatusCode, mut headers: HeaderMap, body: Bytes) -> Self {
        headers.remove(header::CONTENT_LENGTH);
        // The file service sets it from the file's time; the ETag is more precise.
        headers.remove(header::LAST_MODIFIED);
        headers.remove(header::ACCEPT_RANGES);
        let (control, life) = keeping(path, status);
        // What somebody looks for is in the address: only that browser keeps it.
        let is_private = is_search(
            path.split('?').next().unwrap_or_default().trim_start_matches("/en").trim_start_matches("/id"),
        );
        let control = if is_private { HeaderValue::from_static("private, max-age=30") } else { control };
        headers.insert(header::CACHE_CONTROL, control);
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let etag = format!("W/\"{}\"", hex(&Sha256::digest(&body)[..12]));
        let etag = HeaderValue::from_str(&etag).expect("hexadecimal digits are ASCII");
        let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        let compressible =
            ["text/", "javascript", "json", "xml", "wasm"].iter().any(|word| kind.contains(word));
        Self {
            status,
            headers,
            etag,
            body,
            life,
            compressible,
            gzip: OnceCell::new(),
            brotli: OnceCell::new(),
        }
    }

    fn busy() -> Self {
        let retry = HeaderMap::from_iter([(header::RETRY_AFTER, HeaderValue::from_static("2"))]);
        Self::new("", StatusCode::SERVICE_UNAVAILABLE, retry, Bytes::new())
    }

    async fn respond(&self, request: &HeaderMap) -> Response {
        let mut response = if self.matches(request) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let encoding = if self.compressible { Encoding::accepted(request) } else { Encoding::Identity };
            let mut response = Response::new(Body::from(self.compressed(encoding).await));
            *response.status_mut() = self.status;
            if let Some(value) = encoding.header() {
                response.headers_mut().insert(header::CONTENT_ENCODING, value);
            }
            response
        };
        response.headers_mut().extend(self.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        if self.status.is_success() {
            response.headers_mut().insert(header::ETAG, self.etag.clone());
        }
        response
    }

    fn matches(&self, request: &HeaderMap) -> bool {
        let wanted =
            request.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let own = self.etag.to_str().unwrap_or_default();
        self.status.is_success() && wanted.split(',').map(str::trim).any(|tag| tag == own || tag == &own[2..])
    }

    async fn compressed(&self, encoding: Encoding) -> Bytes {
        let place = match encoding {
            Encoding::Identity => return self.body.clone(),
            Encoding::Gzip => &self.gzip,
            Encoding::Brotli => &self.brotli,
        };
        let compress = || async {
            let (body, patiently) = (self.body.clone(), self.life >= ASSET_LIFE);
            let compressed = tokio::task::spawn_blocking(move || encoding.compress(&body, patiently)).await;
            compressed.expect("packing does not panic").expect("writing to memory does not fail")
        };
        place.get_or_init(compress).await.clone()
    }
}

/// Cache-Control header for browsers and proxies, and the lifetime in our own cache.
fn keeping(path: &str, status: StatusCode) -> (HeaderValue, Duration) {
    let forever = |value: (HeaderName, HeaderValue)| (value.1, ASSET_LIFE);
    match status {
        status if status.is_server_error() => (HeaderValue::from_static("no-store"), Duration::ZERO),
        StatusCode::OK if path.starts_with("/pkg/") => forever(immutable()),
        // The browser asks with every visit, and a change has to arrive at once.
        StatusCode::OK if path == WORKER_PATH => (HeaderValue::from_static("no-cache"), PAGE_LIFE),
        StatusCode::OK if path.starts_with("/fonts/") || path.starts_with(ICONS) => {
            (HeaderValue::from_static("public, max-age=2592000"), ASSET_LIFE)
        }
        StatusCode::OK if path.starts_with("/sitemap") => {
            (HeaderValue::from_static("public, max-age=300"), SITEMAP_LIFE)
        }
        _ => (HeaderValue::from_static("public, max-age=30, stale-while-revalidate=120"), PAGE_LIFE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_known_part_of_a_query_makes_another_answer() {
        for (uri, expected) in [
            ("/rubrik/dunia", "/rubrik/dunia"),
            ("/rubrik/dunia?utm_source=x&fbclid=y", "/rubrik/dunia"),
            ("/rubrik/dunia?a=1&sebelum=5-6&b=2", "/rubrik/dunia?sebelum=5-6"),
            ("/?sebelumnya=1", "/"),
            ("/cari?utm_source=x&q=banjir+rob&hal=2&sebelum=1", "/cari?q=banjir+rob&hal=2"),
        ] {
            assert_eq!(key(&uri.parse().unwrap()), expected);
        }
    }
}
