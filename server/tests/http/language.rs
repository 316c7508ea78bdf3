//! The pages in the other language, behind their prefix.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::routes::{Routes, is_page};
use http::{Request, StatusCode};
use leptos_axum::generate_route_list;

use crate::canary;
use crate::fixtures::newsroom;
use crate::reader::Reader;
use crate::site::{TestResponse, TestSite, english};

const PAGE: &str = "/read/20/judul-20";

pub async fn site() -> Arc<TestSite> {
    Arc::new(TestSite::of(&newsroom()).await)
}

/// The tags of a page that lead somewhere, each with its addresses on this site.
pub fn leads(html: &str) -> Vec<(String, String)> {
    let mut leads = Vec::new();
    for tag in html.split('<').filter_map(|tag| Some(tag.split_once('>')?.0)) {
        for attribute in
            [" href=\"", " action=\"", " formaction=\"", " data-panel-of=\"", " data-passkey-to=\""]
        {
            let value = tag.split_once(attribute).and_then(|(_, rest)| Some(rest.split_once('"')?.0));
            leads.extend(
                value.filter(|value| value.starts_with('/')).map(|value| (tag.to_owned(), value.to_owned())),
            );
        }
    }
    leads
}

/// Whether all that the page leads to is behind the prefix, save the way to the other language and what has none.
fn keeps_prefix(address: &str, answer: &TestResponse) {
    for (tag, value) in leads(&answer.body) {
        let is_kept = value == "/en" || ["/en/", "/en?", "/en#"].iter().any(|start| value.starts_with(start));
        assert!(is_kept || tag.contains("hreflang=") || !is_page(&value), "{address}: <{tag}>");
    }
    let location = answer.header("location");
    assert!(!is_page(location), "{address} leads to {location}");
}

#[tokio::test]
async fn every_page_is_there_in_both_languages_and_leads_to_pages_in_its_own() {
    let site = Arc::new(TestSite::of(&canary::records()).await);
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let mut found = 0;
    for address in canary::addresses().into_iter().filter(|address| is_page(address)) {
        let own = reader.get(&address).await;
        let other = reader.get(&format!("/en{address}")).await;
        // The front page has one address.
        let other = if address == "/" { reader.get("/en").await } else { other };
        assert_eq!(own.status, other.status, "{address}");
        keeps_prefix(&address, &other);
        if own.status == StatusCode::OK {
            assert!(
                own.body.contains("<html lang=\"id\"") && other.body.contains("<html lang=\"en\""),
                "{address}"
            );
            assert!(
                !leads(&other.body).is_empty() && leads(&own.body).len() >= leads(&other.body).len(),
                "{address}"
            );
            for control in ["cache-control", "vary", "referrer-policy"] {
                assert_eq!(own.header(control), other.header(control), "{address}");
            }
            found += 1;
        }
    }
    assert!(found > 15, "{found}");
    for route in generate_route_list(Routes) {
        assert!(is_page(route.path()), "say in routes.rs that {} is a page", route.path());
    }
}

#[tokio::test]
async fn dates_ages_and_words_are_those_of_the_language() {
    let site = site().await;
    let (own, other) = (site.get(PAGE).await, site.get("/en/read/20/judul-20").await);
    for (indonesian, english) in [
        ("Kamis, 20 Juni 2024 | 12.00 WIB", "Thursday, 20 June 2024 | 12:00 WIB"),
        ("hari lalu", "days ago"),
        ("Waktu baca 1 menit", "1 min read"),
        (">Masuk<", ">Sign in<"),
    ] {
        assert!(own.body.contains(indonesian) && !own.body.contains(english), "{english}");
        assert!(other.body.contains(english) && !other.body.contains(indonesian), "{indonesian}");
    }
    assert!(
        other.body.contains("<h1 lang=\"id\" class=\"article__title\">Judul 20"),
        "what is read stays as it is"
    );
}

#[tokio::test]
async fn a_page_says_where_its_double_is_and_which_is_the_first() {
    let site = site().await;
    for (path, other) in [("/", "/en"), (PAGE, "/en/read/20/judul-20"), ("/rubrik/dunia", "/en/rubrik/dunia")]
    {
        for (asked, tag, counterpart) in [(path, "id", other), (other, "en", path)] {
            let page = site.get(asked).await.body;
            for head in [
                format!("<html lang=\"{tag}\" data-counterpart=\"{counterpart}\" "),
                format!("<link href=\"https://warta.example{path}\" rel=\"canonical\">"),
                format!("<link href=\"https://warta.example{path}\" hreflang=\"id\" rel=\"alternate\">"),
                format!("<link href=\"https://warta.example{other}\" hreflang=\"en\" rel=\"alternate\">"),
                format!(
                    "<link href=\"https://warta.example{path}\" hreflang=\"x-default\" rel=\"alternate\">"
                ),
                format!("<a href=\"{path}\" lang=\"id\" hreflang=\"id\" data-language"),
                format!("<a href=\"{other}\" lang=\"en\" hreflang=\"en\" data-language"),
            ] {
                assert!(page.contains(&head), "{asked}: {head}\n{}", &page[..3500]);
            }
            let here = page.split("<a ").filter(|tag| tag.contains("aria-current=\"true\""));
            assert!(
                here.clone().count() == 2
                    && here.clone().all(|link| link.contains(&format!("hreflang=\"{tag}\"")))
            );
        }
    }
    let older = site.get("/en/rubrik/dunia").await.body;
    let older =
        older.split("href=\"").find_map(|rest| rest.strip_prefix("/en/rubrik/dunia?")?.split('"').next());
    let older = older.expect("an older page").to_owned();
    let page = site.get(&format!("/en/rubrik/dunia?{older}")).await.body;
    assert!(
        page.contains(&format!("<a href=\"/rubrik/dunia?{older}\" lang=\"id\"")),
        "the same part of the list"
    );
}

#[tokio::test]
async fn what_is_kept_in_one_language_is_not_given_out_in_the_other() {
    let mut seen = BTreeMap::new();
    for order in [["", "/en"], ["/en", ""]] {
        let site = site().await;
        for round in 0..2 {
            for prefix in order {
                for path in ["/koran", "/tidak-ada", PAGE, "/rubrik/dunia"] {
                    let page = site.get(&format!("{prefix}{path}")).await;
                    let tag = if prefix.is_empty() { "id" } else { "en" };
                    assert!(page.body.contains(&format!("<html lang=\"{tag}\"")), "{prefix}{path} {round}");
                    let first = seen.entry(format!("{prefix}{path}")).or_insert_with(|| page.body.clone());
                    assert_eq!(*first, page.body, "{prefix}{path} {round}");
                }
            }
        }
    }
}

#[tokio::test]
async fn no_header_chooses_a_language() {
    for settings in ["", "site.accept_language = true"] {
        let site = TestSite::set(&newsroom(), settings).await;
        for path in ["/", "/en", PAGE, "/en/read/20/judul-20"] {
            let plain = site.get(path).await;
            for (name, value) in
                [("accept-language", "en"), ("accept-language", "id"), ("cookie", "language=en")]
            {
                let again =
                    site.send(Request::get(format!("{path}?{name}={value}")).header(name, value)).await;
                assert_eq!(
                    (again.status, &again.body),
                    (StatusCode::OK, &plain.body),
                    "{path} {name}: {value}"
                );
            }
            assert_eq!(plain.header("vary"), "accept-encoding");
            assert!(!plain.headers.contains_key("set-cookie"));
            let asks = !settings.is_empty() && !path.starts_with("/en");
            assert_eq!(plain.body.contains("data-asks-browser"), asks, "{path}");
        }
    }
}

#[tokio::test]
async fn an_english_site_has_indonesian_pages_in_the_same_way() {
    let site = TestSite::set(&newsroom(), &english()).await;
    assert!(site.get(PAGE).await.body.contains("<html lang=\"en\""));
    let other = site.get(&format!("/id{PAGE}")).await;
    assert!(other.body.contains("<html lang=\"id\"") && other.body.contains("href=\"/id/rubrik/dunia\""));
    assert_eq!(site.get("/en").await.status, StatusCode::NOT_FOUND);
}
