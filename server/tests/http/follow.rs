//! Topics and people that readers follow.

use std::sync::Arc;

use http::StatusCode;

use crate::fixtures::newsroom;
use crate::reader::Reader;
use crate::site::TestSite;

const TOPIC: &[(&str, &str)] = &[("kind", "topic"), ("slug", "korea-utara")];

#[tokio::test]
async fn what_is_followed_comes_on_a_page_of_the_readers_own() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let empty = reader.get("/untuk-anda").await;
    assert!(empty.body.contains("Belum ada yang Anda ikuti") && !empty.body.contains("Judul"));
    let answer = reader.post("follow", TOPIC).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/untuk-anda"));
    // Unknown, of another kind, no slug at all: nothing is kept, and nothing breaks.
    for (kind, slug) in [("topic", "tidak-ada"), ("section", "dunia"), ("person", "../akun"), ("", "")] {
        let answer = reader.post("follow", &[("kind", kind), ("slug", slug)]).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, "/untuk-anda"));
    }
    let page = reader.get("/untuk-anda").await;
    assert!(page.header("cache-control").contains("no-store"));
    assert!(
        page.body.contains("Judul") && page.body.contains("Berhenti mengikuti Korea Utara"),
        "{}",
        page.body
    );
    assert_eq!(page.body.matches("/api/unfollow").count(), 1);
    assert!(!page.body.contains("depan-1"), "nothing of the future");
    let mut other = Reader::join(&site, "budi@example.com").await;
    assert!(!other.get("/untuk-anda").await.body.contains("Korea Utara</a>"), "everyone follows alone");
    assert!(
        reader
            .post("download", &[])
            .await
            .body
            .contains("\"followed\":[{\"kind\":\"topic\",\"name\":\"Korea Utara\"")
    );
    reader.post("unfollow", TOPIC).await;
    assert!(!reader.get("/untuk-anda").await.body.contains("/api/unfollow"));
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_that_and_back_to_the_subject() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut guest = Reader::new(&site);
    let answer = guest.post("follow", TOPIC).await;
    assert_eq!(
        (answer.status, answer.header("location")),
        (StatusCode::SEE_OTHER, "/masuk?return_to=/topik/korea-utara")
    );
    assert_eq!(guest.ask("unfollow", TOPIC).await.status, StatusCode::UNAUTHORIZED);
    let page = guest.get("/untuk-anda").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("/masuk?return_to=/untuk-anda") && !page.body.contains("/api/unfollow"));
    let bad = guest.get("/untuk-anda?sebelum=x").await;
    assert_eq!(bad.status, StatusCode::BAD_REQUEST);
}
