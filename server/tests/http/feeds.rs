//! Feeds: their formats, whose texts are in them, and how they are kept.

use http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::fixtures::{CANARY, article, long_body, newsroom, with};
use crate::site::TestSite;
use crate::xml::Element;

/// Paths of lists that have feeds.
const LISTS: [&str; 6] = ["", "/rubrik/dunia", "/topik/korea-utara", "/penulis/nadira", "/koran", "/majalah"];
const FEEDS: [(&str, &str); 3] = [
    ("/rss.xml", "application/rss+xml; charset=utf-8"),
    ("/atom.xml", "application/atom+xml; charset=utf-8"),
    ("/feed.json", "application/feed+json; charset=utf-8"),
];

fn is_instant(text: &str) -> bool {
    chrono::DateTime::parse_from_rfc3339(text).is_ok()
}

#[tokio::test]
async fn every_list_has_feeds_in_three_formats_and_its_page_leads_to_them() {
    let site = TestSite::of(&newsroom()).await;
    for prefix in ["", "/en"] {
        for list in LISTS {
            let page = match (prefix, list) {
                ("", "") => site.get("/").await,
                _ => site.get(&format!("{prefix}{list}")).await,
            };
            for (feed, kind) in FEEDS {
                let path = format!("{prefix}{list}{feed}");
                let answer = site.get(&path).await;
                assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, kind), "{path}");
                let address = format!("https://warta.example{path}");
                assert!(answer.body.contains(&address), "{path} names itself");
                let kind = kind.split(';').next().unwrap();
                let link = page.body.split("<link ").find(|link| {
                    link.contains(&format!("href=\"{address}\"")) && link.contains("rel=\"alternate\"")
                });
                assert!(
                    link.is_some_and(|found| found.contains(&format!("type=\"{kind}\""))),
                    "{path}: {link:?}"
                );
            }
        }
    }
    let article = site.get("/read/20/judul-20").await.body;
    assert!(
        article.contains("href=\"https://warta.example/rss.xml\""),
        "an article leads to the feed of the site"
    );
}

#[tokio::test]
async fn rss_has_what_its_readers_need() {
    let site = TestSite::of(&newsroom()).await;
    let rss = Element::parse(&site.get("/rss.xml").await.body);
    assert_eq!((rss.name.as_str(), rss.attribute("version")), ("rss", "2.0"));
    let channel = rss.child("channel");
    for (name, words) in [("title", "Warta"), ("link", "https://warta.example/"), ("language", "id")] {
        assert_eq!(channel.words(name), words);
    }
    assert!(!channel.words("description").is_empty());
    assert!(chrono::DateTime::parse_from_rfc2822(channel.words("lastBuildDate")).is_ok());
    let items = channel.all("item");
    assert_eq!(items.len(), 23, "all but the one of the future");
    for item in &items {
        assert!(item.words("link").starts_with("https://warta.example/read/"), "{item:?}");
        let guid = item.child("guid");
        assert_eq!(guid.attribute("isPermaLink"), "false");
        assert!(item.words("link").starts_with(&guid.text), "{guid:?} is the address without the headline");
        assert!(chrono::DateTime::parse_from_rfc2822(item.words("pubDate")).is_ok(), "{item:?}");
        assert_eq!(item.words("dc:creator"), "Nadira");
        let categories: Vec<_> = item.all("category").iter().map(|category| category.text.as_str()).collect();
        assert_eq!(categories, ["Dunia", "Korea Utara"]);
        assert!(item.words("description").starts_with("Ringkasan "));
    }
    let english = Element::parse(&site.get("/en/rss.xml").await.body);
    let item = english.child("channel").all("item")[0].clone();
    assert!(item.words("link").starts_with("https://warta.example/en/read/"), "{item:?}");
    assert_eq!(item.words("guid"), items[0].words("guid"), "one article in any language");
}

#[tokio::test]
async fn atom_has_what_its_readers_need() {
    let site = TestSite::of(&newsroom()).await;
    let feed = Element::parse(&site.get("/rubrik/dunia/atom.xml").await.body);
    assert_eq!(feed.attribute("xmlns"), "http://www.w3.org/2005/Atom");
    assert_eq!(feed.words("id"), "https://warta.example/rubrik/dunia");
    assert!(is_instant(feed.words("updated")));
    assert_eq!(feed.words("title"), "Dunia – Warta");
    let own = feed.all("link").into_iter().find(|link| link.attribute("rel") == "self").unwrap();
    assert_eq!(own.attribute("href"), "https://warta.example/rubrik/dunia/atom.xml");
    for entry in feed.all("entry") {
        assert!(is_instant(entry.words("updated")) && is_instant(entry.words("published")));
        let author = entry.child("author");
        assert_eq!(author.words("name"), "Nadira");
        assert_eq!(author.words("uri"), "https://warta.example/penulis/nadira");
        assert_eq!(entry.child("content").attribute("type"), "html");
        assert!(entry.words("id").starts_with("https://warta.example/read/"));
    }
}

#[tokio::test]
async fn json_has_what_its_readers_need() {
    let site = TestSite::of(&newsroom()).await;
    let feed: Value = serde_json::from_str(&site.get("/feed.json").await.body).unwrap();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["feed_url"], "https://warta.example/feed.json");
    for item in feed["items"].as_array().unwrap() {
        assert!(item["id"].is_string() && item["url"].is_string(), "{item}");
        assert!(is_instant(item["date_published"].as_str().unwrap()));
        assert_eq!(item["authors"][0]["url"], "https://warta.example/penulis/nadira");
        assert_eq!(item["tags"], json!(["Dunia", "Korea Utara"]));
    }
    let empty: Value = serde_json::from_str(&TestSite::of(&[]).await.get("/feed.json").await.body).unwrap();
    assert_eq!(empty["items"], json!([]));
}

#[tokio::test]
async fn free_texts_are_whole_and_locked_ones_end_with_their_teaser_by_the_publishers_policy() {
    let open = with(
        article("bebas", 20),
        json!({"body_html": format!("{}<p><a href=\"/read/1\">Tautan</a></p>", long_body())}),
    );
    let records: Vec<Value> = newsroom().into_iter().chain([open]).collect();
    let site = TestSite::of(&records).await;
    let free = TestSite::set(&records, "quota.paid_editions = []\nquota.cover_stories = 'as_others'").await;
    for (feed, _) in FEEDS {
        for list in LISTS {
            let path = format!("{list}{feed}");
            let has_open = !["/koran", "/majalah"].contains(&list);
            let body = site.get(&path).await.body;
            assert_eq!(body.contains(CANARY), has_open, "{path} holds the free text only");
            assert_eq!(body.matches(CANARY).count(), if has_open { 20 } else { 0 }, "{path}");
            assert!(!has_open || body.contains("https://warta.example/read/1"), "{path}");
            assert!(free.get(&path).await.body.contains(CANARY), "{path}, where nothing is paid");
        }
    }
    let rss = Element::parse(&site.get("/koran/rss.xml").await.body);
    let item = rss.child("channel").child("item");
    let text = item.words("content:encoded");
    assert!(text.starts_with("<p>Alinea pembuka") && text.contains("Lanjutkan membaca"), "{text}");
}

#[tokio::test]
async fn withdrawn_articles_are_in_no_feed() {
    let mut gone = article("tarik", 20);
    gone["corrections"] =
        json!([{"kind": "pencabutan", "noted_at": "2024-06-20T15:00:00+07:00", "text": "Keliru."}]);
    let site = TestSite::of(&[gone, article("7", 19)]).await;
    for (feed, _) in FEEDS {
        let body = site.get(feed).await.body;
        assert!(body.contains("Judul 7") && !body.contains("Judul tarik"), "{feed}");
    }
}

#[tokio::test]
async fn a_feed_is_kept_and_asked_for_again_as_pages_are() {
    let site = TestSite::of(&newsroom()).await;
    for (feed, _) in FEEDS {
        let answer = site.get(feed).await;
        assert_eq!(
            answer.header("cache-control"),
            "public, max-age=30, stale-while-revalidate=120",
            "{feed}"
        );
        assert!(!answer.headers.contains_key("set-cookie"));
        let etag = answer.header("etag").to_owned();
        let again = site.send(Request::get(feed).header("if-none-match", &etag)).await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{feed}");
        let packed = site.send(Request::get(feed).header("accept-encoding", "gzip")).await;
        assert_eq!(packed.header("content-encoding"), "gzip", "{feed}");
    }
}

#[tokio::test]
async fn what_is_no_feed_says_so_in_words() {
    let site = TestSite::of(&newsroom()).await;
    for list in ["/rubrik/tidak-ada", "/rubrik/nanti", "/topik/A%20B", "/penulis/%ff", "/online", "/en/en"] {
        for (feed, _) in FEEDS {
            let answer = site.get(&format!("{list}{feed}")).await;
            assert!(answer.status.is_client_error(), "{list}{feed} {}", answer.status);
            assert!(
                answer.body.contains("<h1") && answer.header("content-type").starts_with("text/html"),
                "{list}{feed}"
            );
        }
    }
}

#[tokio::test]
async fn hostile_words_stay_words() {
    let hostile = with(
        article("7", 19),
        json!({"title": "]]></title><script>&amp;\u{b}\u{1}", "summary": "<b>&nbsp;</b>", "tags": ["A & <B>"]}),
    );
    let site = TestSite::of(&[hostile]).await;
    let rss = Element::parse(&site.get("/rss.xml").await.body);
    let item = rss.child("channel").child("item");
    assert!(item.words("title").starts_with("]]></title><script>&amp;"), "{item:?}");
    let atom = Element::parse(&site.get("/atom.xml").await.body);
    assert_eq!(atom.child("entry").all("category")[1].attribute("term"), "A & <B>");
}

#[tokio::test]
async fn a_hub_is_named_where_there_is_one() {
    let hub = "https://hub.example/";
    let site = TestSite::set(&newsroom(), &format!("machines.hub = '{hub}'")).await;
    let plain = TestSite::of(&newsroom()).await;
    for (feed, _) in FEEDS {
        let answer = site.get(feed).await;
        let expected = format!("<{hub}>; rel=\"hub\", <https://warta.example{feed}>; rel=\"self\"");
        assert_eq!(answer.header("link"), expected, "{feed}");
        assert!(answer.body.contains(hub), "{feed}");
        assert_eq!(plain.get(feed).await.header("link"), "");
    }
    let etag = site.get("/rss.xml").await.header("etag").to_owned();
    assert!(!etag.is_empty());
}
