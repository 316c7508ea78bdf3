//! Requests to every route of the router, with every header that changes a response, by every kind of reader, in both languages.
//! None of them may cause a panic or a server error.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use chrono::TimeDelta;
use domain::access::Plan;
use domain::account::EmailAddress;
use domain::subscription::{Subscription, SubscriptionStore};
use http::{HeaderName, HeaderValue, Method, Request, header};

use crate::fixtures::newsroom;
use crate::reader::{PASSWORD, Reader};
use crate::site::{TestSite, clock};

const SETTINGS: &str = "quota.hooks = { secret = 'rahasia', stripe_secret = 'whsec_rahasia' }
quota.crawlers = { networks = ['192.0.2.0/24'], names = [] }";

/// Headers that change a response, or might.
const HEADERS: [(&str, &[u8]); 24] = [
    ("accept", b"text/html"),
    ("accept", b"application/json"),
    ("accept", b"application/x-postcard"),
    ("accept", b"\xff"),
    ("accept-encoding", b"br, gzip;q=x"),
    ("accept-language", b"en, \xff"),
    ("content-type", b"application/json"),
    ("content-type", b"multipart/form-data"),
    ("cookie", b"__Host-sid=\xff; __Host-sid; reader=1; =;;"),
    ("dnt", b"1"),
    ("forwarded", b"for=\"[::1]\";host=evil.example;proto=http"),
    ("if-modified-since", b"Thu, 01 Jan 1970 00:00:00 GMT"),
    ("if-none-match", b"*, W/\"x\", \xff"),
    ("islands-router", b"true"),
    ("origin", b"http://evil.example"),
    ("range", b"bytes=0-0"),
    ("range", b"bytes=99999999999-"),
    ("referer", b"https://evil.example/?__err=x"),
    ("sec-gpc", b"1"),
    ("sec-purpose", b"prefetch;prerender"),
    ("user-agent", b"Googlebot \xff"),
    ("x-forwarded-for", b"192.0.2.7, x, \xff"),
    ("x-forwarded-proto", b"http"),
    ("x-gate", b"guest"),
];
const FRAGMENT: (&str, &[u8]) = ("x-fragment", b"1");

/// Fields of all forms; each function reads its own.
const FIELDS: [(&str, &str); 16] = [
    ("answer", "{}"),
    ("article", "koran-1"),
    ("code", "12345678"),
    ("current_password", "bukan kata sandinya"),
    ("email", "orang@example.com"),
    ("gift", "x"),
    ("issuer", "x"),
    ("link", "1"),
    ("open", "1"),
    ("passkey", "x"),
    ("password", PASSWORD),
    ("previous", "1"),
    ("provider", "x"),
    ("return_to", "/koran"),
    ("session", "x"),
    ("uses", "1"),
];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Anonymous,
    Pending,
    Confirmed,
    Subscriber,
}

const KINDS: [Kind; 4] = [Kind::Anonymous, Kind::Pending, Kind::Confirmed, Kind::Subscriber];

/// Readers of all kinds, with the number of requests so far.
struct Askers {
    site: Arc<TestSite>,
    readers: Vec<(Kind, Reader)>,
    asked: u32,
}

impl Askers {
    async fn of(site: Arc<TestSite>) -> Self {
        let mut askers = Self { site, readers: vec![], asked: 0 };
        for kind in KINDS {
            let reader = askers.come(kind).await;
            askers.readers.push((kind, reader));
        }
        askers
    }

    /// Creates a new reader of this kind.
    async fn come(&mut self, kind: Kind) -> Reader {
        let email = format!("pembaca{}@example.com", self.asked);
        let mut reader = Reader { address: self.address(), ..Reader::new(&self.site) };
        // The outbox may have emails that earlier requests caused.
        while self.site.open_mail().await.is_some() {}
        if kind != Kind::Anonymous {
            let mail = reader.register(&email, "/").await;
            if kind != Kind::Pending {
                reader.post("confirm", &[("token", &mail.token)]).await;
                assert_eq!(reader.name().await, Some(email.clone()));
            }
        }
        if kind == Kind::Subscriber {
            let subscription = Subscription {
                reference: email.clone(),
                email: EmailAddress::parse(&email).unwrap(),
                plan: Plan::All,
                starts_at: clock(),
                ends_at: clock() + TimeDelta::days(30),
                changed_at: clock(),
            };
            self.site.database.subscribe(&subscription).await.unwrap();
        }
        reader
    }

    /// Unused address: limits by network must not stop a request before it reaches its route.
    fn address(&mut self) -> [u8; 4] {
        self.asked += 1;
        let [_, a, b, c] = self.asked.to_be_bytes();
        [10, a, b, c]
    }

    /// Sends a request, and describes it if the response is a server error.
    async fn ask(
        &mut self,
        number: usize,
        method: &Method,
        address: &str,
        body: &str,
        headers: &[(&'static str, &[u8])],
    ) -> Option<String> {
        let from = self.address();
        let (kind, reader) = &mut self.readers[number];
        let kind = *kind;
        reader.address = from;
        let mut request = reader.request(Request::builder().method(method).uri(address));
        if method == Method::POST {
            request = request
                .header("sec-fetch-site", "same-origin")
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let mut request = request.body(Body::from(body.to_owned())).unwrap();
        for (name, value) in headers {
            let name = HeaderName::from_static(name);
            request.headers_mut().insert(name, HeaderValue::from_bytes(value).unwrap());
        }
        let had_session = reader.cookies.contains_key("__Host-sid");
        let status = reader.send(request).await.status;
        if had_session && !reader.cookies.contains_key("__Host-sid") {
            self.readers[number].1 = self.come(kind).await;
        }
        let shown: Vec<_> =
            headers.iter().map(|(name, value)| (name, String::from_utf8_lossy(value))).collect();
        status.is_server_error().then(|| format!("{status} {method} {address} {kind:?} {shown:?}"))
    }
}

/// Paths of a router, from its debug output: pages, functions, files, other routes, and the fallback.
fn paths(router: &Router) -> BTreeSet<String> {
    let known = format!("{router:?}");
    let path = |entry: &str| {
        let (_, path) = entry.split_once("): \"")?;
        Some(path.split_once('"')?.0.to_owned()).filter(|path| path.starts_with('/'))
    };
    known.split("RouteId(").skip(1).filter_map(path).collect()
}

/// Replaces each parameter of a path with a value.
fn filled(path: &str, value: impl Fn(&str) -> &'static str) -> String {
    path.split('{').skip(1).fold(path.split('{').next().unwrap().to_owned(), |address, part| {
        let (name, rest) = part.split_once('}').unwrap();
        format!("{address}{}{rest}", value(name))
    })
}

/// Addresses to request for a path: existing, missing and invalid values.
fn addresses(path: &str, query: &str) -> Vec<String> {
    let slug = if path.starts_with("/read") { "judul-koran-1" } else { "dunia" };
    let good = filled(path, |name| match name {
        "id" => "koran-1",
        "slug" => slug,
        _ => "x",
    });
    if !path.contains('{') {
        return vec![format!("{good}?{query}"), good];
    }
    let hostile = filled(path, |_| "%00%FF%2F%3C..");
    vec![good, filled(path, |_| "UNKNOWN"), format!("{hostile}?{query}")]
}

#[tokio::test]
async fn nothing_that_anybody_sends_to_any_route_is_answered_with_a_fault() {
    let site = Arc::new(TestSite::set(&newsroom(), SETTINGS).await);
    let paths = paths(&site.router);
    for known in
        ["/", "/read/{id}/{slug}", "/tersimpan", "/api/sign_in", "/healthz", "/hooks/stripe", "/robots.txt"]
    {
        assert!(paths.contains(known), "{known} is not among {paths:?}");
    }
    let mut askers = Askers::of(site).await;
    let given = askers.readers[3].1.post("give_article", &[("article", "koran-1")]).await;
    let token = given.header("location").split("token=").nth(1).unwrap().to_owned();
    let query = format!("token={token}&sebelum=1718843400000-1&kabar=sandi&return_to=/koran&state=a&code=b");
    let fields = FIELDS.into_iter().chain([("token", token.as_str())]);
    let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let mut faults = Vec::new();
    for path in &paths {
        for (place, address) in addresses(path, &query).into_iter().enumerate() {
            for number in 0..KINDS.len() {
                for (method, body) in [(Method::GET, ""), (Method::HEAD, ""), (Method::POST, &form)] {
                    for prefix in ["", "/en"] {
                        let address = format!("{prefix}{address}");
                        for headers in [&[][..], &[FRAGMENT]] {
                            faults.extend(askers.ask(number, &method, &address, body, headers).await);
                        }
                    }
                }
                if place > 0 {
                    continue;
                }
                // Requests alternate between page and dialog, and between the languages, so each header meets each route four times.
                for (turn, header) in HEADERS.into_iter().enumerate() {
                    let (alone, by_dialog) = (&[header][..], &[FRAGMENT, header][..]);
                    let (own, other) = (address.clone(), format!("/en{address}"));
                    let (get, post) =
                        if (turn + number) % 2 == 0 { (alone, by_dialog) } else { (by_dialog, alone) };
                    let (got, posted) =
                        if (turn + number / 2) % 2 == 0 { (own, other) } else { (other, own) };
                    faults.extend(askers.ask(number, &Method::GET, &got, "", get).await);
                    faults.extend(askers.ask(number, &Method::POST, &posted, &form, post).await);
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} of {}: {faults:#?}", faults.len(), askers.asked);
}

#[tokio::test]
async fn no_address_and_no_method_is_answered_with_a_fault() {
    let site = Arc::new(TestSite::set(&newsroom(), SETTINGS).await);
    let mut askers = Askers::of(site).await;
    let long = format!("/rubrik/{}", "a".repeat(8000));
    let mut faults = Vec::new();
    for address in [
        "*",
        "//",
        "//evil.example/",
        "/%",
        "/%00",
        "/..%2f..%2f",
        "/en",
        "/en/",
        "/en//masuk",
        "/en/en/masuk",
        "/read/",
        "/read//",
        "/read/%ff/%ff/lite",
        "/read/koran-1/judul-koran-1/lite/",
        "/?sebelum=",
        "/?sebelum=99999999999999999-1",
        "/?sebelum=-1-1&sebelum=%ff",
        "/koran?sebelum=8210266876799999-1",
        "/hadiah?token=%ff",
        "/masuk/kembali/x?state=%ff&code=%00&iss=x",
        "/gambar/..%2f..%2fx",
        "/gambar/%ff",
        "/video/%ff",
        "/pkg/..%2f..%2fetc%2fpasswd",
        "/pkg/%00",
        "https://warta.example/masuk",
        "https://evil.example/masuk",
        long.as_str(),
    ] {
        for method in ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT", "X"] {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            faults.extend(askers.ask(2, &method, address, "open=1", &[]).await);
            faults.extend(askers.ask(2, &method, address, "open=1", &[FRAGMENT]).await);
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
