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
