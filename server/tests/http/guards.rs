//! Headers, hosts, sizes and methods.

use axum::body::Body;
use http::{Method, Request, StatusCode};

use crate::fixtures::newsroom;
use crate::site::{HOST, TestSite};

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let site = TestSite::of(&newsroom()).await;
    for path in [
        "/",
        "/read/20/judul-20",
        "/tidak-ada",
        "/healthz",
        "/pkg/warta.js",
        "/read/20",
        "/gambar/x",
        "/robots.txt",
    ] {
        let answer = site.get(path).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "strict-origin-when-cross-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("permissions-policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()"),
            ("strict-transport-security", "max-age=63072000; includeSubDomains"),
        ] {
            assert_eq!(answer.header(name), value, "{path}");
        }
        assert!(!answer.header("x-request-id").is_empty(), "{path}");
        let policy = answer.header("content-security-policy");
        if !answer.header("content-type").starts_with("text/html") {
            // A picture's is stricter still.
            assert!(policy.starts_with("default-src 'none'; "), "{path}: {policy}");
            assert!(!policy.contains("'self'"), "{path}: {policy}");
            continue;
        }
        for part in [
            "default-src 'none'",
            "'wasm-unsafe-eval'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(
            !policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains('*'),
            "{policy}"
        );
    }
}

#[tokio::test]
async fn the_policy_names_every_inline_script_of_every_page() {
    use base64::Engine;
    use sha2::Digest;
    let site = TestSite::of(&newsroom()).await;
    for path in ["/", "/read/20/judul-20", "/read/koran-1/judul-koran-1", "/rubrik/dunia", "/tidak-ada"] {
        let answer = site.get(path).await;
        let policy = answer.header("content-security-policy");
        let scripts = server::http::inline_scripts(&answer.body);
        assert!(scripts.len() >= 2, "{path}");
        for script in scripts {
            let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(script));
            assert!(policy.contains(&format!("'sha256-{hash}'")), "{path}: {script}");
        }
    }
}

#[tokio::test]
async fn only_known_hosts_are_answered() {
    let site = TestSite::of(&newsroom()).await;
    let status = async |hosts: &[&str], uri: &str| {
        let mut request = Request::get(uri);
        for host in hosts {
            request = request.header("host", *host);
        }
        site.send_all(request.body(Body::empty()).unwrap()).await.status
    };
    assert_eq!(status(&[HOST], "/").await, StatusCode::OK);
    assert_eq!(status(&["WARTA.example"], "/").await, StatusCode::OK);
    assert_eq!(status(&["127.0.0.1:3000"], "/").await, StatusCode::OK);
    for hosts in [
        &[][..],
        &["evil.example"],
        &["warta.example.evil.example"],
        &["warta.example:1"],
        &[HOST, HOST],
        &["", ""],
    ] {
        assert_eq!(status(hosts, "/").await, StatusCode::MISDIRECTED_REQUEST, "{hosts:?}");
    }
    assert_eq!(status(&[HOST], "http://evil.example/").await, StatusCode::MISDIRECTED_REQUEST);
}

#[tokio::test]
async fn too_much_is_refused_with_its_own_status() {
    let site = TestSite::of(&newsroom()).await;
    let long = site.get(&format!("/read/{}", "a".repeat(9000))).await;
    assert_eq!(long.status, StatusCode::URI_TOO_LONG);
    assert!(long.body.contains("Permintaan ini tidak dapat diproses"), "{}", long.body);
    let headers = site.send(Request::get("/").header("x", "a".repeat(33 * 1024))).await;
    assert_eq!(headers.status, StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    let large = Request::post("/")
        .header("host", HOST)
        .header("origin", format!("https://{HOST}"))
        .header("content-length", 300_000);
    let large = site.send_all(large.body(Body::from(vec![b'x'; 300_000])).unwrap()).await;
    assert_eq!(large.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn reading_pages_take_no_other_method() {
    let site = TestSite::of(&newsroom()).await;
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        for path in ["/", "/read/20/judul-20", "/koran", "/tidak-ada", "/healthz"] {
            let answer = site
                .send(Request::builder().method(&method).uri(path).header("sec-fetch-site", "same-origin"))
                .await;
            let expected = match path {
                "/tidak-ada" => StatusCode::NOT_FOUND,
                // A reader asks for an article by a form; this is none.
                "/read/20/judul-20" if method == Method::POST => StatusCode::UNSUPPORTED_MEDIA_TYPE,
                _ => StatusCode::METHOD_NOT_ALLOWED,
            };
            assert_eq!(answer.status, expected, "{method} {path}");
        }
    }
}

#[tokio::test]
async fn a_request_id_from_outside_is_dropped() {
    let site = TestSite::of(&[]).await;
    let answer = site.send(Request::get("/healthz").header("x-request-id", "mine")).await;
    assert_ne!(answer.header("x-request-id"), "mine");
}

#[tokio::test]
async fn what_another_site_has_a_browser_send_is_refused() {
    let site = TestSite::of(&newsroom()).await;
    let own = format!("https://{HOST}");
    for (headers, is_ours) in [
        (&[("sec-fetch-site", "same-origin")][..], true),
        (&[("sec-fetch-site", "none")], true),
        (&[("origin", own.as_str())], true),
        (&[("sec-fetch-site", "same-site")], false),
        (&[("sec-fetch-site", "cross-site"), ("origin", own.as_str())], false),
        (&[("sec-fetch-site", "same-origin"), ("sec-fetch-site", "cross-site")], false),
        (&[("origin", "https://evil.example")], false),
        // Anybody on the way may have made a page without TLS.
        (&[("origin", "http://warta.example")], false),
        (&[("origin", "https://warta.example.evil.example")], false),
        (&[("origin", "null")], false),
        (&[("origin", own.as_str()), ("origin", "https://evil.example")], false),
        (&[("referer", own.as_str())], false),
        (&[], false),
    ] {
        for path in ["/api/sign_in", "/api/delete_account", "/api/none", "/read/20/judul-20"] {
            let mut request = Request::post(path).header("content-type", "application/x-www-form-urlencoded");
            for (name, value) in headers {
                request = request.header(*name, *value);
            }
            let refused = site.send(request).await.status == StatusCode::FORBIDDEN;
            assert_eq!(refused, !is_ours, "{path} {headers:?}");
        }
    }
}

#[tokio::test]
async fn a_path_that_browsers_would_read_otherwise_is_no_page() {
    let site = TestSite::of(&newsroom()).await;
    for path in [
        "/read/../akun",
        "/read/20/..",
        "/read/20/.",
        "/./read/20/judul-20",
        "/read/%2e%2e/akun",
        "/read/.%2E/akun",
        "/read/20/judul-20/..",
        "/read/20%2f..%2fakun",
        "/read/20/..%5cakun",
        "/en/../tersimpan",
        "/../",
    ] {
        let answer = site.get(path).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::NOT_FOUND, ""), "{path}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert!(answer.body.contains("<html"), "{path}");
    }
    for path in ["/read/20/judul..", "/rubrik/...", "/read/20/judul%2e20"] {
        assert_ne!(
            site.get(path).await.header("cache-control"),
            "no-store",
            "{path}: only whole parts count"
        );
    }
}
