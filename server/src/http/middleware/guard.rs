//! Checks that every request has to pass first: sizes, host name and origin. Also assigns request ids.

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

/// Limit of path and query together, in bytes.
const LONGEST_URI: usize = 8 * 1024;
/// Limit of all header names and values together, in bytes. hyper limits only its read buffer, and lets more through.
const LARGEST_HEADERS: usize = 32 * 1024;
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Refuses requests with a head that no legitimate client sends.
///
/// Browsers and proxies resolve `.` and `..` in a path. A path that still has them would be another page for them than for us.
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

/// Whether a segment of the path is `.` or `..`, literally or percent-encoded.
fn has_dot_segment(path: &str) -> bool {
    let path: Vec<u8> = percent_decode_str(path).collect();
    path.split(|byte| matches!(byte, b'/' | b'\\')).any(|part| matches!(part, b"." | b".."))
}

/// Host names of the site, in lower case, with and without port.
#[derive(Clone, Debug)]
pub struct Hosts(Arc<HashSet<String>>);

impl Hosts {
    /// Collects the host of the public address, the listening address, and the further hosts of the settings. If the listener is
    /// on a loopback address, the usual names of loopback are added.
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

    /// Refuses requests with another host, without a host, or with two: links and caches rely on the name.
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
        // A request line in absolute form must not name another host.
        let own = request.uri().authority().is_none_or(|authority| is_same(authority, &name));
        own && self.0.contains(&name)
    }
}

/// Refuses unsafe requests that another site causes: its forms and scripts must not act in a reader's name (CSRF).
///
/// Works like Go's `CrossOriginProtection`: browsers send `Sec-Fetch-Site`; without that header, `Origin` must be our own.
/// If the site uses `https`, an `http` origin is refused, since anyone on the network could have made that page.
pub async fn same_site(State(is_https): State<bool>, request: Request, next: Next) -> Response {
    // A provider's form post leads only to a GET, which is protected by its state parameter and this browser's cookie.
    // A payment provider's webhook comes from no browser and is authenticated by its signature.
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
            // A header that is sent twice is an attack.
            _ => Some("null"),
        }
    };
    if let Some(site) = text(HeaderName::from_static("sec-fetch-site")) {
        return matches!(site, "same-origin" | "none");
    }
    let origin = text(header::ORIGIN).unwrap_or_default();
    let plain = origin.strip_prefix("http://").filter(|_| !is_https);
    let origin = origin.strip_prefix("https://").or(plain);
    // The Host header has been checked already.
    origin.is_some() && origin.map(str::to_ascii_lowercase) == text(header::HOST).map(str::to_ascii_lowercase)
}

fn is_same(authority: &Authority, host: &str) -> bool {
    authority.as_str().eq_ignore_ascii_case(host)
}

/// Assigns ids to requests, for the log and the response header. An id that the client sent is dropped.
#[derive(Clone, Debug)]
pub struct RequestIds {
    start: u64,
    count: Arc<AtomicU64>,
}

impl RequestIds {
    /// Creates the counter. `start` distinguishes runs of the program.
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

/// Id of a request; empty if none was assigned.
pub fn request_id<B>(request: &http::Request<B>) -> &str {
    request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).unwrap_or_default()
}
