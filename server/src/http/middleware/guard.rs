//! What every request passes before anything is done for it.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::uri::Authority;
use http::{HeaderName, HeaderValue, StatusCode, header};
use percent_encoding::percent_decode_str;

use crate::http::routes::hooks::HOOKS;
use crate::http::routes::private_routes::BACK;

/// The longest path and query.
const LONGEST_URI: usize = 8 * 1024;
/// Names and values of all headers. hyper's own limit is on what it buffers, and lets more through.
const LARGEST_HEADERS: usize = 32 * 1024;
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Refuses requests with a head that no honest client sends.
///
/// Browsers and proxies resolve `.` and `..` in a path, so one that still holds them would be another page to them than to us.
pub async fn measure(request: Request, next: Next) -> Response {
    let headers: usize =
        request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if request.uri().path_and_query().is_some_and(|path| path.as_str().len() > LONGEST_URI) {
        StatusCode::URI_TOO_LONG.into_response()
    } else if headers > LARGEST_HEADERS {
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE.into_response()
    } else if has_dot_segment(request.uri().path()) {
        StatusCode::NOT_FOUND.into_response()
    } else {
        next.run(request).await
    }
}

/// Whether a part of the path is `.` or `..`, plainly or in code.
fn has_dot_segment(path: &str) -> bool {
    let path: Vec<u8> = percent_decode_str(path).collect();
    path.split(|byte| matches!(byte, b'/' | b'\\')).any(|part| matches!(part, b"." | b".."))
}

/// The host names that the site answers to, in lower case, with and without port.
#[derive(Clone, Debug)]
pub struct Hosts(Arc<HashSet<String>>);

impl Hosts {
    /// The host of the public address, the listening address, and what the settings add. Where the listener is a
    /// loopback one, the usual names of loopback count too.
    pub fn new(site: &url::Url, listen: std::net::SocketAddr, further: &[String]) -> Self {
        let mut names: HashSet<String> = further.iter().map(|name| name.to_ascii_lowercase()).collect();
        if let Some(host) = site.host_str() {
            names.insert(site.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}")));
        }
        names.insert(listen.to_string());
        if listen.ip().is_loopback() {
            let port = listen.port();
            names.extend(["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}")));
        }
        Self(Arc::new(names))
    }

    /// Refuses requests for other hosts, for none and for two: links and caches trust the name.
    pub(in crate::http) async fn check(State(hosts): State<Self>, request: Request, next: Next) -> Response {
        if hosts.allows(&request) {
            next.run(request).await
        } else {
            StatusCode::MISDIRECTED_REQUEST.into_response()
        }
    }

    fn allows(&self, request: &Request) -> bool {
        let mut named = request.headers().get_all(header::HOST).iter();
        let (Some(name), None) = (named.next(), named.next()) else {
            return false;
        };
        let name = name.to_str().unwrap_or_default().to_ascii_lowercase();
        // A request line with an address of its own must not name another host.
        let own = request.uri().authority().is_none_or(|authority| is_same(authority, &name));
        own && self.0.contains(&name)
    }
}

/// Refuses what another site has a browser send: forms and scripts elsewhere must not act in a reader's name.
///
/// The shape of Go's `CrossOriginProtection`: browsers say where a request comes from; who says nothing must name our own
/// origin. On the way to a site with `https`, what comes from a page without it may have been made by anyone.
pub async fn same_site(State(is_https): State<bool>, request: Request, next: Next) -> Response {
    // What a provider sends back by form only leads on to a GET, which its state and this browser's cookie guard.
    // A program that tells of payments is no browser; its signature guards what it tells.
    let path = request.uri().path();
    let is_exempt = request.method().is_safe() || path.starts_with(BACK) || path.starts_with(HOOKS);
    if is_exempt || is_own(&request, is_https) {
        next.run(request).await
    } else {
        StatusCode::FORBIDDEN.into_response()
    }
}

fn is_own(request: &Request, is_https: bool) -> bool {
    let text = |name: HeaderName| {
        let mut values = request.headers().get_all(name).iter();
        match (values.next(), values.next()) {
            (Some(value), None) => Some(value.to_str().unwrap_or("null")),
            (None, _) => None,
            // Twice is a trick.
            _ => Some("null"),
        }
    };
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let origin = text(header::ORIGIN).unwrap_or_default();
    let plain = origin.strip_prefix("http://").filter(|_| !is_https);
    let origin = origin.strip_prefix("https://").or(plain);
    // The host has been checked.
    origin.is_some() && origin.map(str::to_ascii_lowercase) == text(header::HOST).map(str::to_ascii_lowercase)
}

fn is_same(authority: &Authority, host: &str) -> bool {
    authority.as_str().eq_ignore_ascii_case(host)
}

/// Names requests in the log and in their answers. What the client sent under that name is dropped.
#[derive(Clone, Debug)]
pub struct RequestIds {
    start: u64,
    count: Arc<AtomicU64>,
}

impl RequestIds {
    /// `start` tells runs of the program apart.
    pub fn new(start: u64) -> Self {
        Self { start, count: Arc::default() }
    }

    pub(in crate::http) async fn name(State(ids): State<Self>, mut request: Request, next: Next) -> Response {
        let id = format!("{:x}-{:x}", ids.start, ids.count.fetch_add(1, Ordering::Relaxed));
        let id = HeaderValue::from_str(&id).expect("hexadecimal digits are ASCII");
        request.headers_mut().insert(REQUEST_ID, id.clone());
        let mut response = next.run(request).await;
        response.headers_mut().insert(REQUEST_ID, id);
        response
    }
}

/// The name of a request.
pub fn request_id<B>(request: &http::Request<B>) -> &str {
    request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default()
}
