//! Lists over HTTP: their pages, and who is on them.

use http::StatusCode;

use crate::fixtures::newsroom;
use crate::site::TestSite;

#[tokio::test]
async fn a_cursor_that_is_none_is_a_bad_address() {
    let site = TestSite::of(&newsroom()).await;
    for cursor in ["x", "1", "-1", "9223372036854775807-1", "1-%27"] {
        let answer = site.get(&format!("/rubrik/dunia?sebelum={cursor}")).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{cursor}");
        assert!(answer.body.contains("Alamat ini tidak kami kenali"), "{cursor}");
    }
}

#[tokio::test]
async fn a_list_is_paged_to_its_end_without_loss() {
    let site = TestSite::of(&newsroom()).await;
    let mut path = "/rubrik/dunia".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = site.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let links = page.body.split("<a href=\"/read/").skip(1).filter_map(|rest| rest.split('/').next());
        seen.extend(links.map(str::to_owned));
        let Some((_, next)) = page.body.split_once("rel=\"next\"") else { break };
        path = next.split('"').nth(1).unwrap().to_owned();
    }
    assert_eq!(seen.len(), 23);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 23, "each article once");
}

#[tokio::test]
async fn lists_by_edition_topic_and_person_are_there() {
    let site = TestSite::of(&newsroom()).await;
    for (path, shown, hidden) in [
        ("/koran", "Judul koran-1", "Judul majalah-1"),
        ("/majalah", "Judul laput-1", "Judul koran-1"),
        ("/topik/korea-utara", "Judul 20", "Judul depan-1"),
        ("/penulis/nadira", "Judul 20", "Judul depan-1"),
        ("/penulis/sita", "Judul 20", "Judul depan-1"),
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.body.contains(shown) && !answer.body.contains(hidden), "{path}");
    }
}

#[tokio::test]
async fn an_empty_paper_says_so() {
    let site = TestSite::of(&[]).await;
    let page = site.get("/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Belum ada berita"));
    assert_eq!(site.get("/koran").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_day_has_the_articles_of_that_day_and_ways_to_its_neighbours() {
    let site = TestSite::of(&newsroom()).await;
    let page = site.get("/arsip/2024/06/20").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Judul 20") && !page.body.contains("Judul 19"), "{}", page.body);
    assert!(page.body.contains("<h1 class=\"list__name\">Kamis, 20 Juni 2024</h1>"));
    assert!(page.body.contains("href=\"/arsip/2024/06/19\""), "the day before");
    let moved = site.get("/arsip/2024/6/19").await;
    assert_eq!(
        (moved.status, moved.header("location")),
        (StatusCode::PERMANENT_REDIRECT, "/arsip/2024/06/19")
    );
    for (path, status) in [
        ("/arsip/2031/01/01", StatusCode::NOT_FOUND),
        ("/arsip/1999/01/01", StatusCode::NOT_FOUND),
        ("/arsip/2024/02/30", StatusCode::BAD_REQUEST),
        ("/arsip/2024/06/x", StatusCode::BAD_REQUEST),
        ("/arsip/2024/06", StatusCode::NOT_FOUND),
        ("/arsip/99999999999/1/1", StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(site.get(path).await.status, status, "{path}");
    }
}
