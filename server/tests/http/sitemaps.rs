//! Sitemaps, and the small files for crawlers.

use http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::fixtures::{article, newsroom, with};
use crate::site::TestSite;
use crate::xml::Element;

/// Addresses and times of change of a sitemap or an index of sitemaps.
async fn listed(site: &TestSite, path: &str) -> Vec<(String, String)> {
    let answer = site.get(path).await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (StatusCode::OK, "application/xml; charset=utf-8"),
        "{path}"
    );
    let root = Element::parse(&answer.body);
    assert_eq!(root.attribute("xmlns"), "http://www.sitemaps.org/schemas/sitemap/0.9");
    let changed =
        |entry: &Element| entry.all("lastmod").first().map_or(String::new(), |time| time.text.clone());
    root.children.iter().map(|entry| (entry.words("loc").to_owned(), changed(entry))).collect()
}

#[tokio::test]
async fn the_index_leads_to_every_article_with_the_time_of_its_last_change() {
    let mut gone = article("tarik", 10);
    gone["corrections"] =
        json!([{"kind": "pencabutan", "noted_at": "2024-06-20T15:00:00+07:00", "text": "Keliru."}]);
    let mut corrected = with(article("ralat", 1), json!({"published_at": "2024-05-31T23:59:00+07:00"}));
    corrected["corrections"] = json!([
        {"kind": "ralat", "noted_at": "2024-06-02T15:00:00+07:00", "text": "Salah nama."},
        {"kind": "ralat", "noted_at": "2031-06-02T15:00:00+07:00", "text": "Nanti."},
    ]);
    let records = [
        article("7", 1),
        with(article("8", 2), json!({"updated_at": "2024-06-19T12:00:00+07:00"})),
        with(article("lama", 1), json!({"published_at": "1999-01-01T00:00:00+07:00"})),
        corrected,
        gone,
        with(article("depan", 1), json!({"published_at": "2031-01-01T00:00:00Z"})),
    ];
    let site = TestSite::of(&records).await;
    let index = listed(&site, "/sitemap.xml").await;
    let address = |path: &str| format!("https://warta.example{path}");
    assert_eq!(
        index,
        [
            (address("/sitemap/halaman.xml"), String::new()),
            (address("/sitemap/1999-01.xml"), "1998-12-31T17:00:00Z".to_owned()),
            (address("/sitemap/2024-05.xml"), "2024-06-02T08:00:00Z".to_owned()),
            (address("/sitemap/2024-06.xml"), "2024-06-19T05:00:00Z".to_owned()),
        ]
    );
    assert_eq!(
        listed(&site, "/sitemap/2024-06.xml").await,
        [
            (address("/read/7/judul-7"), "2024-06-01T05:00:00Z".to_owned()),
            (address("/read/8/judul-8"), "2024-06-19T05:00:00Z".to_owned()),
        ]
    );
    assert_eq!(
        listed(&site, "/sitemap/2024-05.xml").await,
        [(address("/read/ralat/judul-ralat"), "2024-06-02T08:00:00Z".to_owned())]
    );
    let pages: Vec<String> =
        listed(&site, "/sitemap/halaman.xml").await.into_iter().map(|(page, _)| page).collect();
    assert_eq!(pages, ["/", "/rubrik/dunia", "/koreksi"].map(address));
    for page in pages.iter().chain(index.iter().map(|(file, _)| file)) {
        let path = page.strip_prefix("https://warta.example").unwrap();
        assert_eq!(site.get(path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_month_of_many_articles_is_paged_without_loss() {
    let records: Vec<Value> =
        (0..5_003).map(|number| article(&format!("a{number}"), 1 + number % 20)).collect();
    let site = TestSite::of(&records).await;
    let files: Vec<String> = listed(&site, "/sitemap.xml").await.into_iter().map(|(file, _)| file).collect();
    assert_eq!(
        files[1..],
        ["https://warta.example/sitemap/2024-06.xml", "https://warta.example/sitemap/2024-06-2.xml"]
    );
    let mut seen = std::collections::BTreeSet::new();
    for (file, entries) in [("/sitemap/2024-06.xml", 5_000), ("/sitemap/2024-06-2.xml", 3)] {
        let found = listed(&site, file).await;
        assert_eq!(found.len(), entries, "{file}");
        seen.extend(found.into_iter().map(|(address, _)| address));
    }
    assert_eq!(seen.len(), 5_003, "each once");
    assert_eq!(site.get("/sitemap/2024-06-3.xml").await.status, StatusCode::NOT_FOUND);
    // More news than Google takes: the newest thousand.
    let records: Vec<Value> = (0..1_200)
        .map(|number| with(article(&format!("b{number}"), 1), json!({"published_at": format!("2024-06-21T{:02}:{:02}:00+07:00", number / 120, number % 60)})))
        .collect();
    let site = TestSite::of(&records).await;
    assert_eq!(listed(&site, "/sitemap-news.xml").await.len(), 1_000);
}

#[tokio::test]
async fn news_are_of_two_days_with_what_google_requires() {
    let records = [
        with(article("baru", 20), json!({"language": "en", "title": "Judul <baru> & \"besar\""})),
        with(article("batas", 1), json!({"published_at": "2024-06-19T12:00:00+07:00"})),
        with(article("lama", 1), json!({"published_at": "2024-06-19T11:58:00+07:00"})),
    ];
    let site = TestSite::of(&records).await;
    let root = Element::parse(&site.get("/sitemap-news.xml").await.body);
    assert_eq!(root.attribute("xmlns:news"), "http://www.google.com/schemas/sitemap-news/0.9");
    let news: Vec<&Element> = root.all("url").into_iter().map(|url| url.child("news:news")).collect();
    assert_eq!(news.len(), 2, "{root:?}");
    let publication = news[0].child("news:publication");
    assert_eq!((publication.words("news:name"), publication.words("news:language")), ("Warta", "en"));
    assert_eq!(news[0].words("news:publication_date"), "2024-06-20T05:00:00Z");
    assert_eq!(news[0].words("news:title"), "Judul <baru> & \"besar\"");
}

#[tokio::test]
async fn sitemaps_are_kept_for_minutes_and_other_names_are_unknown() {
    let site = TestSite::of(&newsroom()).await;
    for path in ["/sitemap.xml", "/sitemap-news.xml", "/sitemap/2024-06.xml"] {
        let answer = site.get(path).await;
        assert_eq!(answer.header("cache-control"), "public, max-age=300", "{path}");
        let again = site.send(Request::get(path).header("if-none-match", answer.header("etag"))).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
    }
    for path in [
        "/sitemap/2024-06",
        "/sitemap/2024-07.xml",
        "/sitemap/2031-01.xml",
        "/sitemap/2024-6.xml",
        "/sitemap/2024-06-1.xml",
        "/sitemap/2024-06-4294967295.xml",
        "/sitemap/%ff.xml",
        "/sitemap/x.xml",
        "/sitemap/",
        "/en/sitemap.xml",
    ] {
        let answer = site.get(path).await;
        assert!(answer.status.is_client_error() && answer.body.contains("<h1"), "{path} {}", answer.status);
    }
}

#[tokio::test]
async fn robots_txt_is_made_of_the_settings() {
    let site = TestSite::of(&[]).await;
    let robots = site.get("/robots.txt").await;
    assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
    let (refused, everyone) = robots.body.split_once("Disallow: /\n\n").unwrap();
    assert!(refused.contains("User-agent: GPTBot\n") && !refused.contains('*'), "{}", robots.body);
    assert_eq!(
        everyone,
        "User-agent: *\nAllow: /\n\nSitemap: https://warta.example/sitemap.xml\nSitemap: https://warta.example/sitemap-news.xml\n"
    );
    let site = TestSite::set(&[], "machines.refused_crawlers = []").await;
    assert!(site.get("/robots.txt").await.body.starts_with("User-agent: *\nAllow: /\n"));
}

#[tokio::test]
async fn files_by_setting_are_there_where_the_setting_is() {
    let plain = TestSite::of(&[]).await;
    let settings = "machines.security_contact = 'https://warta.example/tentang/redaksi'\nmachines.security_policy = '/tentang/privasi'\n\
                    machines.index_now_key = 'kunci-warta-2024'";
    let site = TestSite::set(&[], settings).await;
    for path in ["/.well-known/security.txt", "/kunci-warta-2024.txt"] {
        assert_eq!(plain.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(site.get(path).await.header("content-type"), "text/plain; charset=utf-8", "{path}");
    }
    assert_eq!(site.get("/kunci-warta-2024.txt").await.body, "kunci-warta-2024");
    assert_eq!(
        site.get("/.well-known/security.txt").await.body,
        "Contact: https://warta.example/tentang/redaksi\nExpires: 2024-12-01T00:00:00Z\nPreferred-Languages: id, en\n\
         Canonical: https://warta.example/.well-known/security.txt\nPolicy: https://warta.example/tentang/privasi\n"
    );
    let logo = site.get("/logo.svg").await;
    assert_eq!(logo.header("content-type"), "image/svg+xml");
    assert!(Element::parse(&logo.body).name == "svg" && !logo.body.contains('%'), "{}", logo.body);
}
