//! Articles that readers put aside.

use std::sync::Arc;

use http::StatusCode;

use crate::fixtures::newsroom;
use crate::reader::Reader;
use crate::site::TestSite;

#[tokio::test]
async fn an_article_is_put_aside_in_the_account_and_taken_back() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let answer = reader.post("save_article", &[("article", "7")]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/tersimpan"));
    // Not published yet, never there, no id at all: nothing is kept, and nothing breaks.
    for other in ["depan-1", "tidak-ada", "a b", ""] {
        assert_eq!(reader.post("save_article", &[("article", other)]).await.status, StatusCode::SEE_OTHER);
    }
    let page = reader.get("/tersimpan").await;
    assert!(page.body.contains("Judul 7") && page.header("cache-control").contains("no-store"));
    assert_eq!(page.body.matches("/api/forget_article").count(), 1);
    let asked = |mut reader: Reader, id: &'static str| async move {
        reader.call::<bool>("is_saved", &[("article", id)]).await.unwrap()
    };
    assert!(asked(reader.clone(), "7").await);
    assert!(!asked(reader.clone(), "8").await);
    let other = Reader::join(&site, "budi@example.com").await;
    assert!(!asked(other, "7").await, "everyone has a shelf of their own");
    assert!(reader.post("download", &[]).await.body.contains("\"saved_articles\":[{\"article\":\"7\""));
    reader.post("forget_article", &[("article", "7")]).await;
    assert!(!reader.get("/tersimpan").await.body.contains("Judul 7"));
}

#[tokio::test]
async fn without_an_account_there_is_a_page_and_nothing_on_the_server() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut guest = Reader::new(&site);
    for endpoint in ["save_article", "forget_article", "is_saved"] {
        let answer = guest.ask(endpoint, &[("article", "7")]).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{endpoint}");
    }
    let page = guest.get("/tersimpan").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.body.contains("di perangkat ini saja") && !page.body.contains("forget_article"),
        "{}",
        page.body
    );
}
