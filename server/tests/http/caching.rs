//! Caching by browsers and proxies. Every cached response has to be the same for everyone.

use chrono::{DateTime, Utc};
use http::{Request, StatusCode};
use serde_json::json;

use crate::fixtures::{article, newsroom, with};
use crate::site::TestSite;

const PAGE: &str = "/read/20/judul-20";

#[tokio::test]
async fn a_page_is_the_same_for_everyone() {
    let site = TestSite::of(&newsroom()).await;
    let plain = site.get(PAGE).await;
    let headers = [
        ("cookie", "__Host-sid=abc"),
        ("accept", "application/json"),
        ("accept-language", "en"),
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "http"),
        ("x-original-url", "/koran"),
        ("islands-router", "true"),
        ("referer", "https://evil.example/"),
        ("user-agent", "Googlebot"),
        ("authorization", "Basic eA=="),
        ("range", "bytes=0-10"),
    ];
    for (name, value) in headers {
        // An unknown query parameter: the response is rendered again or taken from the cache, with the same body.
        for path in [PAGE.to_owned(), format!("{PAGE}?{name}=1")] {
            let answer = site.send(Request::get(&path).header(name, value)).await;
            assert_eq!((answer.status, &answer.body), (StatusCode::OK, &plain.body), "{name}: {value}");
        }
    }
    assert!(
        plain.header("cache-control").starts_with("public, max-age="),
        "{}",
        plain.header("cache-control")
    );
    assert!(!plain.headers.contains_key("set-cookie"));
    assert_eq!(plain.header("vary"), "accept-encoding");
}

#[tokio::test]
async fn headers_of_the_first_request_do_not_reach_the_kept_page() {
    let site = TestSite::of(&newsroom()).await;
    let evil = Request::get(PAGE)
        .header("x-forwarded-host", "evil.example")
        .header("accept-language", "en\"><script>");
    let first = site.send(evil).await;
    assert!(!first.body.contains("evil.example") && !first.body.contains("en\"><script>"));
    assert!(first.body.contains("href=\"https://warta.example/read/20/judul-20\""), "{}", first.body);
}

#[tokio::test]
async fn what_a_browser_has_is_not_sent_again() {
    let site = TestSite::of(&newsroom()).await;
    let etag = site.get(PAGE).await.header("etag").to_owned();
    assert!(etag.starts_with("W/\""), "{etag}");
    for tags in [etag.clone(), format!("\"x\", {etag}"), etag[2..].to_owned()] {
        let again = site.send(Request::get(PAGE).header("if-none-match", &tags)).await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{tags}");
        assert_eq!(again.header("etag"), etag);
        assert!(again.header("cache-control").starts_with("public"));
    }
    let other = site.send(Request::get(PAGE).header("if-none-match", "W/\"0\"")).await;
    assert_eq!(other.status, StatusCode::OK);
    assert_eq!(
        site.send(Request::get("/tidak-ada").header("if-none-match", "*")).await.status,
        StatusCode::NOT_FOUND
    );
}

type Clock = fn() -> DateTime<Utc>;

/// Time on 21 June 2024.
fn at(time: &str) -> DateTime<Utc> {
    format!("2024-06-21T{time}Z").parse().unwrap()
}

#[tokio::test]
async fn a_page_is_another_one_when_an_age_in_it_is_and_not_with_the_clock() {
    let early = with(article("8", 21), json!({"published_at": "2024-06-21T01:10:30Z"}));
    let site = TestSite::of(&[article("7", 19), early]).await;
    let clocks: [(Clock, &str); 5] = [
        (|| at("03:10:10"), "1 jam lalu"),
        (|| at("03:11:10"), "2 jam lalu"),
        (|| at("03:12:10"), "2 jam lalu"),
        (|| at("04:10:50"), "2 jam lalu"),
        (|| at("04:11:00"), "3 jam lalu"),
    ];
    for path in ["/", "/rubrik/dunia", "/read/7/judul-7", "/en", "/koreksi"] {
        let mut before = String::new();
        let mut pages = Vec::new();
        for (clock, age) in clocks {
            let server = TestSite::beside_at(&site, clock).await;
            let page = server.send(Request::get(path).header("if-none-match", &before)).await;
            pages.push((page.status, age));
            before = page.header("etag").to_owned();
        }
        let has_ages = path != "/koreksi";
        for (index, (status, age)) in pages.iter().enumerate() {
            let is_another = index == 0 || (has_ages && *age != pages[index - 1].1);
            let expected = if is_another { StatusCode::OK } else { StatusCode::NOT_MODIFIED };
            assert_eq!(*status, expected, "{path}, {index}: {pages:?}");
        }
    }
}

#[tokio::test]
async fn pages_are_packed_as_the_browser_asks() {
    let site = TestSite::of(&newsroom()).await;
    for (accepted, packed) in
        [("br", "br"), ("gzip, deflate", "gzip"), ("br;q=0, gzip", "gzip"), ("identity", ""), ("deflate", "")]
    {
        let answer = site.send(Request::get(PAGE).header("accept-encoding", accepted)).await;
        assert_eq!(answer.header("content-encoding"), packed, "{accepted}");
        assert_eq!(answer.body.starts_with("<!DOCTYPE html>"), packed.is_empty(), "{accepted}");
    }
}

#[tokio::test]
async fn what_is_named_by_its_content_is_kept_for_ever() {
    let site = TestSite::of(&[]).await;
    for (path, control) in [
        ("/pkg/warta.js", "public, max-age=31536000, immutable"),
        ("/fonts/serif.woff2", "public, max-age=2592000"),
        ("/robots.txt", "public, max-age=30, stale-while-revalidate=120"),
    ] {
        let answer = site.get(path).await;
        assert_eq!((answer.status, answer.header("cache-control")), (StatusCode::OK, control), "{path}");
    }
}

#[tokio::test]
async fn many_readers_of_one_page_get_the_same_answer() {
    let site = std::sync::Arc::new(TestSite::of(&[article("7", 19)]).await);
    let readers = (0..200).map(|_| {
        let site = site.clone();
        tokio::spawn(async move { site.get("/read/7/judul-7").await })
    });
    let answers: Vec<_> = readers.collect();
    for answer in answers {
        assert_eq!(answer.await.unwrap().status, StatusCode::OK);
    }
}
