//! Counting of reads: which reports count, and which do not.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::Body;
use chrono::TimeDelta;
use domain::article::ArticleId;
use domain::recommendation::ReadStore;
use http::{Request, StatusCode, header};
use server::account::SystemRng;
use server::recommendation::IndexUpdater;

use crate::fixtures::newsroom;
use crate::reader::Reader;
use crate::site::{HOST, TestSite, clock};

/// Reports that the reader has read the article after opening its page a while ago.
pub async fn note(reader: &mut Reader, article: &str, previous: &str) -> StatusCode {
    let token = opened(reader, article, TimeDelta::seconds(4));
    bring(reader, article, previous, &token).await
}

/// Token of a page that this reader opened some time ago. The clock of these tests does not move.
fn opened(reader: &Reader, article: &str, ago: TimeDelta) -> String {
    let network = IpAddr::from(reader.address);
    let network = (!network.is_loopback()).then(|| format!("{network}/32"));
    let Ok(article) = ArticleId::parse(article) else { return String::new() };
    reader.site.services.reads.open(&article, network.as_deref(), clock() - ago, &SystemRng)
}

async fn bring(reader: &mut Reader, article: &str, previous: &str, token: &str) -> StatusCode {
    let fields = [("article", article), ("previous", previous), ("token", token)];
    reader.ask("read", &fields).await.status
}

/// Sum of all counted reads.
async fn counted(site: &TestSite, index_updater: &mut Option<IndexUpdater>) -> u32 {
    site.keep(index_updater).await;
    let reads = site.database.since(clock() - TimeDelta::hours(1)).await.unwrap();
    reads.iter().map(|read| read.count).sum()
}

#[tokio::test]
async fn what_was_counted_before_the_index_was_there_is_kept_by_a_server_that_ends() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut reader = Reader::at(&site, 1);
    for article in ["7", "tidak-ada"] {
        assert_eq!(note(&mut reader, article, "").await, StatusCode::OK);
    }
    let (ends, ended) = tokio::sync::oneshot::channel();
    // It is asked to end before it has begun to load.
    drop(ends);
    IndexUpdater::new(site.engine.clone(), &site.database, site.services.clone()).run(ended).await;
    let counted = site.database.since(clock() - TimeDelta::hours(1)).await.unwrap();
    let told: Vec<_> = counted.iter().map(|read| (read.article.as_str(), read.count)).collect();
    assert_eq!(told, [("7", 1)]);
}

#[tokio::test]
async fn reads_are_counted_without_anyone_and_nothing_else_is() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut index_updater = None;
    site.keep(&mut index_updater).await;
    let mut reader = Reader::at(&site, 1);
    for (article, previous) in
        [("7", "8"), ("tidak-ada", ""), ("a b", ""), ("", ""), ("9", "tidak-ada"), ("7", "7")]
    {
        assert_eq!(note(&mut reader, article, previous).await, StatusCode::OK, "{article}");
    }
    // A GET counts nothing, nor does a request with `Sec-GPC` or `DNT`.
    assert_eq!(site.get("/api/read?article=7").await.status, StatusCode::METHOD_NOT_ALLOWED);
    for name in ["sec-gpc", "dnt"] {
        let request = Request::post("/api/read")
            .header(name, "1")
            .header(header::HOST, HOST)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let token = opened(&Reader::new(&site), "7", TimeDelta::seconds(4));
        let body = Body::from(format!("article=7&token={token}"));
        assert_eq!(site.send_all(request.body(body).unwrap()).await.status, StatusCode::OK);
    }
    site.keep(&mut index_updater).await;
    let counted = site.database.since(clock() - TimeDelta::hours(1)).await.unwrap();
    let told: Vec<_> = counted
        .iter()
        .map(|read| (read.article.as_str(), read.previous.as_ref().map(ArticleId::as_str), read.count))
        .collect();
    // A transition between articles counts only if several networks make it.
    assert_eq!(told, [("7", None, 2), ("9", None, 1)]);
    // Another site cannot make browsers send reports.
    let foreign = Request::post("/api/read")
        .header(header::HOST, HOST)
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    let answer = site.send_all(foreign.body(Body::from("article=7")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_report_counts_with_what_the_page_got_when_it_was_opened_and_once() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut index_updater = None;
    site.keep(&mut index_updater).await;
    let (mut sari, mut budi) = (Reader::at(&site, 1), Reader::at(&site, 2));
    let begin =
        async |reader: &mut Reader| reader.call::<String>("read_begin", &[("article", "7")]).await.unwrap();
    // Tokens that do not count: too new, of another network, of another article, too old, empty, and malformed.
    let just = begin(&mut sari).await;
    assert!(!just.is_empty() && just != begin(&mut sari).await);
    let of_budi = opened(&budi, "7", TimeDelta::seconds(4));
    let of_eight = opened(&sari, "8", TimeDelta::seconds(4));
    let old = opened(&sari, "7", TimeDelta::minutes(31));
    for token in [&just, &of_budi, &of_eight, &old, "", "x"] {
        assert_eq!(bring(&mut sari, "7", "", token).await, StatusCode::OK, "and is not told so");
    }
    assert_eq!(counted(&site, &mut index_updater).await, 0);
    for _ in 0..5 {
        assert_eq!(bring(&mut budi, "7", "", &of_budi).await, StatusCode::OK);
    }
    assert_eq!(counted(&site, &mut index_updater).await, 1);
    // Another server of the site accepts the token too. The cached page does not contain it.
    let other = TestSite::beside(&site).await;
    let article = ArticleId::parse("7").unwrap();
    let token = other.services.reads.open(
        &article,
        Some("203.0.113.1/32"),
        clock() - TimeDelta::seconds(4),
        &SystemRng,
    );
    bring(&mut sari, "7", "", &token).await;
    assert_eq!(counted(&site, &mut index_updater).await, 2);
    assert_eq!(
        site.get("/read/7/judul-7").await.header("etag"),
        site.get("/read/7/judul-7").await.header("etag")
    );
}

#[tokio::test]
async fn who_wants_not_to_be_counted_gets_nothing_to_bring_back() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    for (name, value, is_given) in [("sec-gpc", "1", false), ("dnt", "1", false), ("dnt", "0", true)] {
        let request = Request::post("/api/read_begin")
            .header(name, value)
            .header(header::HOST, HOST)
            .header(header::ACCEPT, "application/x-postcard")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let answer = site.send_all(request.body(Body::from("article=7")).unwrap()).await;
        assert_eq!(answer.typed::<String>().map(|token| !token.is_empty()), Ok(is_given), "{name} {value}");
    }
    assert_eq!(site.get("/api/read_begin?article=7").await.status, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn one_connection_does_not_lift_an_article() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut index_updater = None;
    site.keep(&mut index_updater).await;
    let mut reader = Reader::at(&site, 1);
    for _ in 0..200 {
        assert_eq!(note(&mut reader, "7", "").await, StatusCode::OK, "and is not told so");
    }
    assert_eq!(counted(&site, &mut index_updater).await, 2);
}
