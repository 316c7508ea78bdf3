//! The light page of an article.

use std::sync::Arc;

use http::StatusCode;
use serde_json::json;

use crate::fixtures::{CANARY, article, long_body, newsroom, with};
use crate::reader::Reader;
use crate::site::TestSite;

#[tokio::test]
async fn the_light_page_is_the_article_and_hardly_more() {
    let sentence = "Kalimat yang cukup panjang untuk sebuah artikel majalah dengan banyak kata. ";
    let paragraphs: String = (0..40).map(|_| format!("<p>{}</p>", sentence.repeat(3))).collect();
    let full = json!({
        "body_html": format!("{paragraphs}<figure><img src=\"a.png\" alt=\"Sebuah gambar\"></figure>"),
        "editor_pick": "5", "agency": "KANTOR BERITA"
    });
    let site = TestSite::of(&[with(article("7", 19), full), article("5", 18)]).await;
    let page = site.get("/read/7/judul-7/lite").await;
    assert_eq!(page.status, StatusCode::OK);
    for part in
        ["<h1", "Judul 7", "Nadira", "Sita", "KANTOR BERITA", "Pilihan Editor:", "/read/5/judul-5/lite"]
    {
        assert!(page.body.contains(part), "{part}");
    }
    assert_eq!(page.body.matches(sentence).count(), 120);
    assert!(page.body.contains("<link href=\"https://warta.example/read/7/judul-7\" rel=\"canonical\">"));
    for heavy in ["<script", "<img", ".woff2", "preload", "<svg", "<!>"] {
        assert!(!page.body.contains(heavy), "{heavy}");
    }
    let style = page.body.split_once("rel=\"stylesheet\" href=\"").unwrap().1.split_once('"').unwrap().0;
    let style = site.get(style).await;
    assert_eq!(style.header("content-type"), "text/css; charset=utf-8");
    assert!(style.header("cache-control").contains("immutable"));
    let text = 120 * sentence.len();
    assert!(page.body.len() - text + style.body.len() < 6 * 1024, "what is not text takes little");
    let moved = site.get("/read/7/salah/lite").await;
    assert_eq!(
        (moved.status, moved.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/read/7/judul-7/lite")
    );
    assert_eq!(site.get("/read/99/x/lite").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_light_page_has_the_same_gate() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let path = "/read/koran-1/judul-koran-1/lite";
    let page = site.get(path).await;
    assert!(page.body.contains("Akses artikel") && !page.body.contains(CANARY), "{}", page.body);
    assert!(page.body.contains(&format!("action=\"{path}\"")), "{}", page.body);
    let mut reader = Reader::join(&site, "sari@example.com").await;
    assert!(!reader.post_to(path, &[]).await.body.contains(CANARY), "asking spends nothing");
    let opened = reader.post_to(path, &[("open", "1")]).await;
    assert!(opened.body.contains(CANARY) && !opened.body.contains("<script"), "{}", opened.body);
    assert!(long_body().contains(CANARY));
}
