//! No sentence of a locked text reaches who may not read it, on any route, by any method, in any form.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::routes::Routes;
use axum::body::Body;
use chrono::TimeDelta;
use domain::access::Plan;
use domain::account::EmailAddress;
use domain::subscription::{Subscription, SubscriptionStore};
use http::{Method, Request, header};
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::generate_route_list;
use serde_json::{Value, json};

use crate::fixtures::{article, with};
use crate::reader::Reader;
use crate::site::{TestResponse, TestSite, clock};

/// Articles, their edition, and whether they are cover stories.
const LOCKED: [(&str, &str, bool); 5] = [
    ("koran-1", "koran", false),
    ("koran-2", "koran", false),
    ("majalah-1", "majalah", false),
    ("majalah-2", "majalah", true),
    ("online-2", "online", true),
];
const PARAGRAPHS: usize = 40;
/// Addresses for machines, besides feeds.
const MACHINES: [&str; 5] = [
    "/sitemap.xml",
    "/sitemap-news.xml",
    "/sitemap/2024-06.xml",
    "/sitemap/halaman.xml",
    "/.well-known/security.txt",
];

/// A locked article: every paragraph has a sentence of its own, and a teaser holds none of those behind the tenth.
fn locked((id, edition, cover_story): (&str, &str, bool)) -> Value {
    let paragraphs = (0..PARAGRAPHS).map(|number| {
        let canary =
            if number < 10 { String::new() } else { format!("Kenari{}x{number}.", id.replace('-', "")) };
        format!("<p>Alinea nomor {number} dari artikel {id}. {canary}</p>")
    });
    let name = format!("Kenari{}x", id.replace('-', ""));
    // What stands beside the sentences is locked too, where it stands among the first ones as well.
    let beside = format!(
        "<aside><h3>{name}judul.</h3><p>{name}sisipan.</p></aside>\
         <p>Kalimat pertama<small class=\"footnote\">{name}catatan.</small>, dan<sup><a href=\"#n\">2</a></sup> kalimat kedua.</p>\
         <p>Baca juga: <a href=\"/read/online-1\">{name}lain.</a></p><figure class=\"gallery\">\
         <figure><img src=\"https://example.com/a.jpg\" alt=\"{name}satu.\"><figcaption>{name}dua.</figcaption></figure>\
         <figure><img src=\"https://example.com/b.jpg\"></figure><figcaption>{name}tiga.</figcaption></figure>"
    );
    let notes = format!("<ol><li id=\"n\">{name}kaki.</li></ol>");
    let body = [beside, paragraphs.collect(), notes].concat();
    let video = json!({"title": format!("{name}video."), "src": format!("https://video.example.com/{name}")});
    with(
        article(id, 20),
        json!({
            "edition": edition, "cover_story": cover_story, "body_html": body, "videos": [video]
        }),
    )
}

/// The articles of which a sentence stands in the answer.
fn sung(answer: &TestResponse) -> BTreeSet<&'static str> {
    let mut text = answer.body.clone();
    for value in answer.headers.values() {
        text.push_str(&String::from_utf8_lossy(value.as_bytes()));
    }
    let of = |id: &str| format!("Kenari{}x", id.replace('-', ""));
    LOCKED.iter().map(|(id, ..)| *id).filter(|id| text.contains(&of(id))).collect()
}

/// The locked articles, and one that is not.
pub fn records() -> Vec<Value> {
    LOCKED.into_iter().map(locked).chain([article("online-1", 20)]).collect()
}

/// Every address there is, in both languages.
fn all_addresses() -> Vec<String> {
    let own = [addresses(), for_machines()].concat();
    let others = own.iter().map(|address| format!("/en{address}"));
    others.chain(own.clone()).collect()
}

/// Feeds, sitemaps and the like.
fn for_machines() -> Vec<String> {
    let mut addresses: Vec<String> = MACHINES.map(str::to_owned).to_vec();
    for list in ["", "/rubrik/dunia", "/topik/korea-utara", "/penulis/nadira", "/koran", "/majalah"] {
        addresses.extend(["/rss.xml", "/atom.xml", "/feed.json"].map(|feed| format!("{list}{feed}")));
    }
    addresses
}

/// Every address of the site's own language, from the table of routes; a parameter that is not known here fails the test.
pub fn addresses() -> Vec<String> {
    let mut addresses: Vec<String> =
        ["/healthz", "/readyz", "/robots.txt", "/tidak-ada", "/dev/surat", "/metrics"]
            .map(str::to_owned)
            .to_vec();
    for route in generate_route_list(Routes) {
        let path = route.path().to_owned();
        let forms: Vec<String> = match path.as_str() {
            "/read/{id}" => LOCKED.iter().map(|(id, ..)| format!("/read/{id}")).collect(),
            "/read/{id}/{slug}" => LOCKED.iter().map(|(id, ..)| format!("/read/{id}/judul-{id}")).collect(),
            "/read/{id}/{slug}/lite" => {
                LOCKED.iter().map(|(id, ..)| format!("/read/{id}/judul-{id}/lite")).collect()
            }
            "/tentang/{slug}" => vec!["/tentang/redaksi".to_owned()],
            "/rubrik/{slug}" => vec!["/rubrik/dunia".to_owned()],
            "/topik/{slug}" => vec!["/topik/korea-utara".to_owned()],
            "/penulis/{slug}" => vec!["/penulis/nadira".to_owned()],
            "/arsip/{year}/{month}/{day}" => vec!["/arsip/2024/06/20".to_owned()],
            "/koran/{year}/{month}/{day}" => vec!["/koran/2024/06/20".to_owned()],
            "/majalah/{year}/{month}/{day}" => vec!["/majalah/2024/06/23".to_owned()],
            "/masuk/kembali/{provider}" => vec!["/masuk/kembali/kampus".to_owned()],
            plain => {
                assert!(!plain.contains('{'), "say here what {plain} is asked with");
                vec![plain.to_owned()]
            }
        };
        addresses.extend(forms);
    }
    assert!(addresses.len() > 20, "{addresses:?}");
    addresses
}

/// All that may be asked of an address without changing anything.
fn questions() -> Vec<(Method, &'static [(&'static str, &'static str)])> {
    vec![
        (Method::GET, &[]),
        (Method::HEAD, &[]),
        (
            Method::GET,
            &[("user-agent", "Mozilla/5.0 (compatible; Googlebot/2.1)"), ("x-forwarded-for", "66.249.66.1")],
        ),
        (Method::GET, &[("referer", "https://www.google.com/")]),
        (Method::GET, &[("range", "bytes=0-100000")]),
        (Method::GET, &[("if-none-match", "*")]),
        (Method::GET, &[("accept", "application/json")]),
        (Method::GET, &[("x-fragment", "1")]),
        (Method::GET, &[("islands-router", "true"), ("x-requested-with", "XMLHttpRequest")]),
        (Method::POST, &[]),
        (Method::POST, &[("x-fragment", "1")]),
        (Method::POST, &[("accept", "application/json"), ("user-agent", "Googlebot")]),
        (Method::POST, &[("accept", "application/x-postcard")]),
    ]
}

async fn ask(reader: &mut Reader, address: &str, method: &Method, headers: &[(&str, &str)]) -> TestResponse {
    let mut request = Request::builder().method(method).uri(address);
    if *method == Method::POST {
        request = request
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = reader.request(request).body(Body::empty()).unwrap();
    // Not kept: what the reader is must not change on the way.
    reader.clone().send(request).await
}

#[tokio::test]
async fn no_locked_sentence_reaches_who_may_not_read_it() {
    let site = Arc::new(TestSite::of(&records()).await);
    site.keep(&mut None).await;
    let mut waiting = Reader::new(&site);
    waiting.register("tunggu@example.com", "/").await;
    let confirmed = Reader::join(&site, "sari@example.com").await;
    let mut opened = Reader::join(&site, "budi@example.com").await;
    for id in ["koran-1", "majalah-1", "koran-2", "majalah-2"] {
        opened.read(&format!("/read/{id}/judul-{id}"), true).await;
    }
    let subscriber = Reader::join(&site, "wulan@example.com").await;
    let subscription = Subscription {
        reference: "wulan".to_owned(),
        email: EmailAddress::parse("wulan@example.com").unwrap(),
        plan: Plan::Koran,
        starts_at: clock(),
        ends_at: clock() + TimeDelta::days(1),
        changed_at: clock(),
    };
    site.database.subscribe(&subscription).await.unwrap();
    for (who, mut reader, may_read) in [
        ("a guest", Reader::new(&site), vec![]),
        ("an unconfirmed reader", waiting, vec![]),
        ("a confirmed reader", confirmed, vec![]),
        ("a reader with two receipts", opened, vec!["koran-1", "majalah-1"]),
        ("a subscriber of the newspaper", subscriber, vec!["koran-1", "koran-2", "online-2"]),
    ] {
        let mut heard = BTreeSet::new();
        for address in all_addresses() {
            for (method, headers) in questions() {
                let found = sung(&ask(&mut reader, &address, &method, headers).await);
                let is_asked = |id: &&str| address.contains(&format!("/read/{id}/"));
                let allowed: BTreeSet<_> = match method {
                    Method::POST => may_read.iter().copied().filter(is_asked).collect(),
                    _ => BTreeSet::new(),
                };
                assert!(found.is_subset(&allowed), "{who}: {method} {address} {headers:?} holds {found:?}");
                heard.extend(found);
            }
        }
        assert_eq!(
            heard,
            may_read.iter().copied().collect(),
            "{who} reads what is open, so the test can hear"
        );
    }
}

#[tokio::test]
async fn no_server_function_holds_a_locked_sentence() {
    let records: Vec<Value> = LOCKED.into_iter().map(locked).collect();
    let site = Arc::new(TestSite::of(&records).await);
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let guest = Reader::new(&site);
    let functions: Vec<_> = server_fn_paths().collect();
    assert!(functions.len() > 20, "{functions:?}");
    let paths = functions.iter().flat_map(|(path, _)| [(*path).to_owned(), format!("/en{path}")]);
    for path in paths {
        for fields in
            ["", "id=koran-1&article=koran-1&slug=judul-koran-1&path=/read/koran-1/judul-koran-1&open=1"]
        {
            for accept in ["text/html", "application/x-postcard"] {
                let request = Request::post(&path)
                    .header("sec-fetch-site", "same-origin")
                    .header(header::ACCEPT, accept)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                let request = reader.request(request).body(Body::from(fields)).unwrap();
                let answer = reader.clone().send(request).await;
                // A reader with a unit reads what the unit opens, where that is what was asked.
                let opens = path.ends_with("/open_article") || path.ends_with("/read_article");
                let allowed = if opens { BTreeSet::from(["koran-1"]) } else { BTreeSet::new() };
                assert!(sung(&answer).is_subset(&allowed), "{path} {fields}");
                let request = Request::post(&path)
                    .header("sec-fetch-site", "same-origin")
                    .header(header::ACCEPT, accept)
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                let request = guest.request(request).body(Body::from(fields)).unwrap();
                assert_eq!(sung(&guest.clone().send(request).await), BTreeSet::new(), "{path} {fields}");
            }
        }
    }
    reader.get("/").await;
}
