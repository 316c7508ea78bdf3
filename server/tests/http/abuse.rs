//! Attacks: guessing passwords, flooding with emails, and malformed input.

use std::sync::Arc;

use axum::body::Body;
use http::{Request, StatusCode};

use crate::fixtures::newsroom;
use crate::log::Log;
use crate::reader::{PASSWORD, Reader};
use crate::site::{TestResponse, TestSite};

const ARTICLE: &str = "/read/koran-1/judul-koran-1";

async fn site() -> Arc<TestSite> {
    Arc::new(TestSite::of(&newsroom()).await)
}

#[tokio::test]
async fn strangers_wait_longer_and_longer_and_the_reader_enters() {
    let site = site().await;
    let mut known = Reader::join(&site, "sari@example.com").await;
    known.post("sign_out", &[]).await;
    let wrong = [("email", "sari@example.com"), ("password", "bukan kata sandinya")];
    let right = [("email", "sari@example.com"), ("password", PASSWORD)];
    let mut statuses = Vec::new();
    for n in 0..101_u8 {
        // Each try comes from another address.
        let mut stranger = Reader { address: [203, 0, 113, n], ..Reader::new(&site) };
        stranger.cookies.insert("x".into(), n.to_string());
        statuses.push(stranger.post("sign_in", &wrong).await.status);
    }
    let tried = statuses.iter().filter(|status| **status == StatusCode::UNAUTHORIZED).count();
    assert_eq!((tried, statuses[10]), (10, StatusCode::TOO_MANY_REQUESTS));
    let stranger = Reader::new(&site).post("sign_in", &right).await;
    assert_eq!(stranger.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(known.post("sign_in", &right).await.status, StatusCode::SEE_OTHER, "this browser is known");
}

#[tokio::test]
async fn a_network_is_counted_by_what_is_seen_of_it() {
    let site = site().await;
    let mut statuses = Vec::new();
    for n in 0..12 {
        let mut reader = Reader { address: [203, 0, 113, 9], ..Reader::new(&site) };
        let email = format!("siapa{n}@example.com");
        statuses.push(reader.post("sign_in", &[("email", &email), ("password", PASSWORD)]).await.status);
    }
    assert_eq!(statuses.iter().filter(|status| **status == StatusCode::UNAUTHORIZED).count(), 10);
    let mut other = Reader { address: [203, 0, 113, 10], ..Reader::new(&site) };
    let answer = other.post("sign_in", &[("email", "siapa@example.com"), ("password", PASSWORD)]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

/// Tries to sign in over a connection from this machine, with headers that a proxy has added.
async fn tries_through(site: &Arc<TestSite>, number: u8, headers: &[(&str, String)]) -> StatusCode {
    let reader = Reader::new(site);
    let mut request = reader.request(Request::post("/api/sign_in")).header("sec-fetch-site", "same-origin");
    request = request.header("content-type", "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    let form = format!("email=siapa{number}%40example.com&password=tujuh+kuda+ungu");
    site.send_all(request.body(Body::from(form)).unwrap()).await.status
}

#[tokio::test]
async fn who_comes_through_an_undeclared_proxy_is_counted_with_all_others() {
    let site = site().await;
    let (log, _guard) = Log::start();
    let ready = async || site.get("/readyz").await.body;
    assert!(!ready().await.contains("proxies"));
    let mut tried = 0;
    for number in 0..200 {
        let name = if number % 2 == 0 { "x-forwarded-for" } else { "forwarded" };
        let address = format!("198.51.100.{number}");
        tried += u8::from(tries_through(&site, number, &[(name, address)]).await == StatusCode::UNAUTHORIZED);
    }
    assert_eq!(tried, 10, "not 200: where a proxy hides readers, one limit holds for all of them");
    assert_eq!(tries_through(&site, 201, &[]).await, StatusCode::UNAUTHORIZED, "this machine is not counted");
    assert_eq!(log.take().matches("is not declared in server.trusted_proxies").count(), 1, "once is enough");
    let said = ready().await;
    assert!(said.contains(r#""status":"ready""#) && said.contains("server.trusted_proxies"), "{said}");
}

#[tokio::test]
async fn who_comes_through_a_declared_proxy_is_counted_alone() {
    for (trusted, headers) in
        [("1", "198.51.100.1, "), ("['127.0.0.0/8', '10.0.0.0/8']", "10.0.0.1, 198.51.100.1, ")]
    {
        let settings = format!("server.trusted_proxies = {trusted}");
        let site = Arc::new(TestSite::set(&[], &settings).await);
        for number in 0..22 {
            // Each address has ten tries, whatever comes before it in the header.
            let header = format!("{headers}203.0.113.{}", number % 2);
            let expected = if number < 20 { StatusCode::UNAUTHORIZED } else { StatusCode::TOO_MANY_REQUESTS };
            let status = tries_through(&site, number, &[("x-forwarded-for", header)]).await;
            assert_eq!(status, expected, "{trusted} {number}");
        }
        assert!(!site.get("/readyz").await.body.contains("proxies"));
    }
}

#[tokio::test]
async fn nobody_is_flooded_with_mails() {
    let site = site().await;
    let mut sent = 0;
    for n in 0..30_u8 {
        let mut reader = Reader { address: [203, 0, 113, n], ..Reader::new(&site) };
        let fields = [("email", "korban@example.com"), ("password", PASSWORD)];
        let endpoint = ["register", "send_link", "request_reset"][usize::from(n) % 3];
        sent += u32::from(reader.post(endpoint, &fields).await.status == StatusCode::SEE_OTHER);
        reader.post("resend", &[]).await;
    }
    assert_eq!(sent, 2, "one, its repetition, and one more");
}

#[tokio::test]
async fn bad_input_is_answered_fast_and_named() {
    let site = site().await;
    let huge = "a".repeat(60_000);
    let emoji = "🐉".repeat(1000);
    for bad in [
        "",
        "\0",
        "a\0b@example.com",
        "\u{202e}sari@example.com",
        &emoji,
        &huge,
        "a@example.com\r\nBcc: b@example.com",
    ] {
        for endpoint in ["register", "sign_in", "send_link", "request_reset"] {
            let fields = [("email", bad), ("password", PASSWORD)];
            let answer = Reader::new(&site).post(endpoint, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{endpoint} {bad:.30?}");
            let words = if bad.is_empty() { "Isi alamat email." } else { "Alamat email ini belum benar." };
            assert!(answer.body.contains(words), "{endpoint} {bad:.30?}");
        }
        for endpoint in ["register", "sign_in"] {
            let fields = [("email", "sari@example.com"), ("password", bad)];
            let status = Reader::new(&site).post(endpoint, &fields).await.status;
            assert!(status.is_client_error(), "{endpoint} {bad:.30?}: {status}");
        }
        for (endpoint, name) in [
            ("confirm", "token"),
            ("redeem", "code"),
            ("reset_password", "token"),
            ("confirm_email", "token"),
        ] {
            let status = Reader::new(&site).post(endpoint, &[(name, bad)]).await.status;
            assert!(status.is_client_error(), "{endpoint} {bad:.30?}: {status}");
        }
    }
    assert!(site.open_mail().await.is_none());
    let mut reader = Reader::new(&site);
    let too_large = "a".repeat(70_000);
    let answer = reader.post("sign_in", &[("email", &too_large)]).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(reader.post("none", &[]).await.status, StatusCode::NOT_FOUND);
}

fn is_kept_by_nobody(answer: &TestResponse, path: &str) {
    for (name, value) in [
        ("cache-control", "private, no-store"),
        ("cdn-cache-control", "no-store"),
        ("surrogate-control", "no-store"),
        ("x-accel-expires", "0"),
        ("vary", "*"),
        ("etag", ""),
    ] {
        assert_eq!(answer.header(name), value, "{path} {name}");
    }
}

#[tokio::test]
async fn personal_answers_are_for_nobody_else() {
    let site = site().await;
    let mut reader = Reader::join(&site, "sari@example.com").await;
    for path in [
        "/masuk",
        "/daftar",
        "/konfirmasi",
        "/aktivasi?token=x",
        "/sandi/lupa",
        "/sandi/atur",
        "/akun",
        "/masuk/kode",
        "/tersimpan",
        "/hadiah",
        "/en/akun",
        "/en/tersimpan",
    ] {
        let answer = reader.get(path).await;
        is_kept_by_nobody(&answer, path);
    }
    is_kept_by_nobody(&reader.ask("reader", &[]).await, "/api/reader");
    is_kept_by_nobody(&reader.read(ARTICLE, false).await, ARTICLE);
    // Public pages are the same for readers and strangers.
    for path in ["/", ARTICLE, "/koran"] {
        let (own, strangers) = (reader.get(path).await, Reader::new(&site).get(path).await);
        assert_eq!(own.body, strangers.body, "{path}");
        assert!(!own.body.contains("sari@example.com") && own.headers.get("set-cookie").is_none(), "{path}");
    }
    let guest = Reader::new(&site).get("/akun").await;
    assert_eq!((guest.status, guest.header("location")), (StatusCode::SEE_OTHER, "/masuk?return_to=/akun"));
}

#[tokio::test]
async fn server_functions_answer_no_get() {
    let site = site().await;
    for (endpoint, page) in [
        ("register", "/daftar"),
        ("sign_in", "/masuk"),
        ("sign_out", "/akun"),
        ("confirm", "/konfirmasi"),
        ("delete_account", "/akun"),
        ("reader", "/akun"),
    ] {
        let path = format!("/api/{endpoint}?email=a@example.com&password=b");
        let answer = Reader::new(&site).get(&path).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, page), "{endpoint}");
        let answer = site.get(&path).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{endpoint}");
    }
    assert_eq!(Reader::new(&site).get("/api/none").await.status, StatusCode::NOT_FOUND);
    assert!(site.open_mail().await.is_none());
}

#[tokio::test]
async fn a_form_of_another_kind_is_not_read() {
    let site = site().await;
    for kind in ["text/plain", "application/json", "multipart/form-data; boundary=x", ""] {
        let request = http::Request::post("/api/sign_in")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", kind);
        assert_eq!(site.send(request).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
}
