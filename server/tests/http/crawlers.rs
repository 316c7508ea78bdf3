//! Search engines, where the publisher lets them read everything.

use axum::body::Body;
use http::{Method, Request, StatusCode};
use server::http::Peer;

use crate::fixtures::{CANARY, newsroom};
use crate::site::{HOST, TestResponse, TestSite};

const KORAN: &str = "/read/koran-1/judul-koran-1";
const BOT: &str = "Mozilla/5.0 (compatible; Perayapbot/1.0)";
const SETTINGS: &str =
    "quota.crawlers = { networks = ['203.0.113.0/24', '2001:db8::/32'], names = ['perayap.example'] }";

async fn ask(site: &TestSite, method: &Method, address: &str, agent: &str) -> TestResponse {
    let request =
        Request::builder().method(method).uri(KORAN).header("host", HOST).header("user-agent", agent);
    let request = request.header("x-forwarded-for", "203.0.113.7").extension(Peer(address.parse().unwrap()));
    site.send_all(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_proven_crawler_reads_everything_and_nobody_may_keep_it() {
    let site = TestSite::set(&newsroom(), SETTINGS).await;
    let text_for_all = ask(&site, &Method::GET, "198.18.0.1", BOT).await;
    for (address, agent, whole) in [
        ("203.0.113.7", BOT, true),
        ("::ffff:203.0.113.7", BOT, true),
        ("2001:db8::7", BOT, true),
        ("192.0.2.7", BOT, true),
        ("198.51.100.7", BOT, false),
        ("198.18.0.1", BOT, false),
        ("203.0.113.7", "Mozilla/5.0 Firefox/140.0", false),
    ] {
        let answer = ask(&site, &Method::GET, address, agent).await;
        assert_eq!(
            (answer.status, answer.body.contains(CANARY)),
            (StatusCode::OK, whole),
            "{address} {agent}"
        );
        let keeping =
            if whole { "private, no-store" } else { "public, max-age=30, stale-while-revalidate=120" };
        assert_eq!(answer.header("cache-control"), keeping, "{address} {agent}");
        assert_eq!(answer.header("etag").is_empty(), whole, "{address} {agent}");
        // Paid it stays, whoever may read it.
        assert!(
            answer.body.contains("\"isAccessibleForFree\":false,") && answer.body.contains("\"cssSelector\"")
        );
        if !whole {
            assert_eq!(answer.body, text_for_all.body, "{address} {agent}");
        }
    }
    let free = site.get("/read/20/judul-20").await.body;
    assert!(free.contains("\"isAccessibleForFree\":true") && !free.contains("cssSelector"));
}

#[tokio::test]
async fn by_default_crawlers_read_what_everyone_reads() {
    let site = TestSite::of(&newsroom()).await;
    for address in ["203.0.113.7", "192.0.2.7"] {
        for method in [Method::GET, Method::HEAD] {
            assert!(!ask(&site, &method, address, BOT).await.body.contains(CANARY));
        }
    }
}
