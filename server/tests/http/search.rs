//! The search: what it finds, for whom, and that it tells nothing of locked texts.

use std::sync::Arc;

use app::api::OpenedArticle;
use axum::body::Body;
use domain::newsroom::{ArticleRepository, Rewrite, StoredArticle};
use http::{Request, StatusCode};
use serde_json::{Value, json};
use server::search::Ticked;

use crate::fixtures::{CANARY, article, newsroom, with};
use crate::reader::Reader;
use crate::site::TestSite;

/// A site whose index is current.
async fn searched(records: &[Value]) -> TestSite {
    let site = TestSite::of(records).await;
    assert_eq!(site.search_updater().await.tick().await.unwrap(), Ticked::Built);
    site
}

/// Ids of the results, in order.
async fn found(site: &TestSite, query: &str) -> Vec<String> {
    let page = site.get(&format!("/cari?{query}")).await;
    assert_eq!(page.status, StatusCode::OK, "{query}");
    hits(&page.body)
}

fn hits(page: &str) -> Vec<String> {
    let hits = page.split_once("search__hits").map_or("", |(_, rest)| rest);
    let hits = hits.split_once("</ol>").map_or("", |(hits, _)| hits).split("href=\"/read/").skip(1);
    let mut ids: Vec<String> = hits.filter_map(|rest| Some(rest.split_once('/')?.0.to_owned())).collect();
    ids.dedup();
    ids
}

fn texts() -> Vec<Value> {
    let text = |id: &str, day, title: &str, body: &str| {
        with(
            article(id, day),
            json!({"title": title, "body_html": format!("<p>{body}</p>"), "summary": null, "tags": [], "reporters": [], "editors": []}),
        )
    };
    vec![
        text("a", 1, "Banjir Rob di Semarang", "Air laut menggenangi kereta cepat di pesisir utara."),
        with(
            text("b", 2, "Gempa di Cianjur", "Warga membaca doa sesudah banjir kecil dan gempa."),
            json!({"section": "Nasional", "language": "en"}),
        ),
        with(
            text("c", 3, "Kereta Lokal", "Jadwal yang cepat berubah untuk kereta ekonomi."),
            json!({"reporters": ["Nadira"], "tags": ["Korea Utara"]}),
        ),
    ]
}

#[tokio::test]
async fn a_query_finds_what_it_says() {
    let site = searched(&texts()).await;
    for (query, expected) in [
        ("q=semarang", &["a"][..]),
        ("q=%22kereta+cepat%22", &["a"]),
        ("q=kereta+-lokal", &["a"]),
        ("q=kereta+-%22kereta+cepat%22", &["c"]),
        ("q=semrang", &["a"]),
        ("q=sema", &["a"]),
        ("q=dibacakan", &["b"]),
        ("q=banjir", &["a", "b"]),
        ("q=banjir&urut=terbaru", &["b", "a"]),
        ("q=banjir&rubrik=nasional", &["b"]),
        ("q=banjir&bahasa=en", &["b"]),
        ("q=banjir&edisi=koran", &[]),
        ("q=kereta&penulis=nadira", &["c"]),
        ("q=kereta&penulis=Nadira", &["c"]),
        ("q=banjir&dari=2024-06-02", &["b"]),
        ("q=banjir&sampai=2024-06-01", &["a"]),
        ("q=xyzzyxyz", &[]),
    ] {
        assert_eq!(found(&site, query).await, expected, "{query}");
    }
    let page = site.get("/cari?q=semrang").await;
    assert!(page.body.contains("/cari?q=semarang"), "did you mean: {}", page.body);
    assert!(page.body.contains("<mark>Semarang</mark>") || page.body.contains("Semarang"), "{}", page.body);
    assert!(site.get("/cari?q=korea").await.body.contains("href=\"/topik/korea-utara\""));
    let nothing = site.get("/cari?q=xyzzyxyz").await;
    assert!(nothing.body.contains("search__newest") && nothing.body.contains("Tidak ada artikel"));
}

#[tokio::test]
async fn hostile_queries_get_a_clear_page() {
    let site = searched(&newsroom()).await;
    let long = "a%22b-c+".repeat(900);
    for (query, status) in [
        (format!("q={long}"), StatusCode::OK),
        ("q=title:*+AND+(a+OR+%22)+%7E2+%5E9".to_owned(), StatusCode::OK),
        ("q=%00%FF%22%27%3Cscript%3E".to_owned(), StatusCode::OK),
        ("q=artikel&hal=1000000".to_owned(), StatusCode::OK),
        ("q=artikel&hal=99999999999999999999".to_owned(), StatusCode::NOT_FOUND),
    ] {
        let page = site.get(&format!("/cari?{query}")).await;
        let is_expected = page.status == status || page.status == StatusCode::BAD_REQUEST;
        assert!(is_expected && !page.body.contains("<script>\u{22}"), "{query}: {}", page.status);
    }
    let page = site.get("/cari?q=%3Cb%3Eartikel%3C/b%3E").await;
    assert!(!page.body.contains("<b>artikel"), "what was typed is escaped");
    assert_eq!(page.header("cache-control"), "private, max-age=30");
}

#[tokio::test]
async fn the_index_follows_the_newsroom() {
    let site = searched(&texts()).await;
    let mut updater = site.search_updater().await;
    assert_eq!(updater.tick().await.unwrap(), Ticked::Followed, "it goes on from where it was");
    let changed = with(texts().remove(0), json!({"title": "Angin Puyuh di Semarang"}));
    let future =
        with(article("kelak", 1), json!({"title": "Purnama Kelak", "published_at": "2031-01-01T00:00:00Z"}));
    site.import(&[changed, future]).await;
    updater.tick().await.unwrap();
    assert_eq!(found(&site, "q=puyuh").await, ["a"]);
    assert!(found(&site, "q=rob").await.is_empty(), "the old headline is forgotten");
    assert!(found(&site, "q=purnama").await.is_empty(), "its time has not come");
    let withdrawn = with(
        texts().remove(1),
        json!({"corrections": [{"kind": "pencabutan", "text": "Ditarik.", "noted_at": "2024-06-10T00:00:00Z"}]}),
    );
    site.import(&[withdrawn]).await;
    updater.tick().await.unwrap();
    assert!(found(&site, "q=cianjur").await.is_empty(), "withdrawn");
    assert_eq!(updater.rebuild().await.unwrap(), 2);
    assert_eq!(found(&site, "q=puyuh&hal=1").await, ["a"]);
}

/// Paragraphs of locked texts that stand in no teaser.
fn locked_words() -> Vec<String> {
    let text = crate::fixtures::long_body();
    let plain = text.replace("</p>", "").replace("<p>", "\n");
    let mut asked: Vec<String> = Vec::new();
    for paragraph in plain.lines().filter(|line| !line.is_empty()) {
        asked.push(paragraph.to_owned());
        let words: Vec<&str> = paragraph.split_whitespace().collect();
        asked.extend(words.windows(5).flat_map(|five| [five.join(" "), format!("\"{}\"", five.join(" "))]));
    }
    asked.push(CANARY.to_owned());
    asked.sort();
    asked.dedup();
    asked
}

#[tokio::test]
async fn the_public_search_is_the_same_whatever_locked_texts_say() {
    let whole = searched(&newsroom()).await;
    let blank = TestSite::of(&newsroom()).await;
    let stored = blank.database.page_after(None, 100).await.unwrap();
    let locked =
        stored.into_iter().map(Result::unwrap).filter(|stored| stored.article.edition.as_str() != "online");
    let rewrites: Vec<Rewrite> = locked
        .map(|StoredArticle { article, .. }| Rewrite {
            id: article.id,
            body_html: String::new(),
            teaser: article.teaser,
        })
        .collect();
    assert_eq!(rewrites.len(), 3);
    blank.database.rewrite(&rewrites, server::content::SANITISER).await.unwrap();
    blank.search_updater().await.tick().await.unwrap();
    for words in locked_words() {
        for order in ["", "&urut=terbaru"] {
            let query: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
            let address = format!("/cari?q={query}{order}");
            let (with_texts, without) = (whole.get(&address).await, blank.get(&address).await);
            assert_eq!(with_texts.body, without.body, "{words}");
        }
    }
}

/// Ids of the results of the search that a reader sends by a form.
async fn found_by(reader: &mut Reader, query: &str) -> Vec<String> {
    let form = Request::post("/cari")
        .header("accept", "text/html")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded");
    let form = reader.request(form).body(Body::from(query.to_owned())).unwrap();
    let page = reader.send(form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert_eq!(page.header("cache-control"), "private, no-store");
    hits(&page.body)
}

#[tokio::test]
async fn a_reader_finds_locked_words_in_what_that_reader_has_opened_and_nobody_else() {
    let site = Arc::new(searched(&newsroom()).await);
    let query = "q=%22kenari+rahasia%22";
    let mut sari = Reader::join(&site, "sari@example.com").await;
    assert!(found_by(&mut sari, query).await.is_empty(), "nothing is open yet");
    let opened: OpenedArticle = sari.call("open_article", &[("article", "koran-1")]).await.unwrap();
    assert!(opened.body.is_some());
    assert_eq!(found_by(&mut sari, query).await, ["koran-1"]);
    let mut stranger = Reader::join(&site, "budi@example.com").await;
    assert!(found_by(&mut stranger, query).await.is_empty());
    assert!(found(&site, query).await.is_empty());
}
