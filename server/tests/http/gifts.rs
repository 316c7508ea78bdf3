//! Articles that subscribers give.

use std::sync::Arc;

use chrono::TimeDelta;
use domain::access::Plan;
use domain::account::EmailAddress;
use domain::subscription::{Subscription, SubscriptionStore};
use http::StatusCode;

use crate::fixtures::{CANARY, newsroom};
use crate::reader::Reader;
use crate::site::{TestSite, clock};

const KORAN: &str = "/read/koran-1/judul-koran-1";

async fn site(settings: &str) -> (Arc<TestSite>, Reader) {
    let site = Arc::new(TestSite::set(&newsroom(), settings).await);
    let giver = Reader::join(&site, "sari@example.com").await;
    let subscription = Subscription {
        reference: "sari".to_owned(),
        email: EmailAddress::parse("sari@example.com").unwrap(),
        plan: Plan::Koran,
        starts_at: clock() - TimeDelta::days(1),
        ends_at: clock() + TimeDelta::days(30),
        changed_at: clock(),
    };
    assert!(site.database.subscribe(&subscription).await.unwrap());
    (site, giver)
}

/// The token in an address.
fn token(address: &str) -> String {
    address.split("token=").nth(1).unwrap().to_owned()
}

#[tokio::test]
async fn a_subscriber_gives_an_article_and_whoever_has_the_link_reads_it() {
    let (site, mut giver) = site("").await;
    let own = giver.read(KORAN, false).await.body;
    assert!(own.contains(CANARY) && own.contains("Hadiahkan artikel"));
    let answer = giver.post("give_article", &[("article", "koran-1")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let address = answer.header("location").to_owned();
    let shown = giver.get(&address).await;
    for part in [
        "Hadiah siap dikirim",
        &format!(">https://warta.example{address}</output>"),
        &format!("https://warta.example{address}~"),
        "data-component=\"CopyLink\"",
        &format!("href=\"{KORAN}\""),
    ] {
        assert!(shown.body.contains(part), "{part}: {}", shown.body);
    }
    assert!(
        !shown.body.contains("hadiah untuk Anda") && !shown.body.contains("Baca artikel ini"),
        "its giver receives nothing"
    );

    let mut stranger = Reader::new(&site);
    for _ in 0..3 {
        let offer = stranger.get(&address).await;
        assert_eq!((offer.status, offer.header("cache-control")), (StatusCode::OK, "private, no-store"));
        assert!(offer.body.contains("Artikel ini hadiah untuk Anda"));
        assert!(offer.body.contains("Judul koran-1") && offer.body.contains("5 Juli 2024"));
        assert!(!offer.body.contains(CANARY) && !offer.body.contains("sari@example.com"));
        assert!(!offer.body.contains("Tautan hadiah"), "the link is for its giver to copy");
    }
    let fields = [("token", token(&address))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for _ in 0..2 {
        let read = stranger.post_to("/hadiah", &fields).await;
        assert!(read.status == StatusCode::OK && read.body.contains(CANARY));
        assert_eq!(read.header("cache-control"), "private, no-store");
        assert!(!read.body.contains("Hadiahkan artikel"), "a gift is not given on");
    }
    assert!(!stranger.read(KORAN, true).await.body.contains(CANARY), "by the link only");
    assert!(giver.get("/akun").await.body.contains("Dibaca 2 kali"));

    let account = giver.get("/akun").await.body;
    let id = account.split("name=\"gift\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let other = Reader::join(&site, "budi@example.com").await.post("revoke_gift", &[("gift", &id)]).await;
    assert_eq!(other.status, StatusCode::SEE_OTHER);
    assert!(
        stranger.post_to("/hadiah", &fields).await.body.contains(CANARY),
        "another's gift is not theirs to take back"
    );
    giver.post("revoke_gift", &[("gift", &id)]).await;
    for answer in [stranger.get(&address).await, stranger.post_to("/hadiah", &fields).await] {
        assert!(answer.status == StatusCode::GONE && !answer.body.contains(CANARY));
        assert!(answer.body.contains("Hadiah ini sudah tidak berlaku"));
    }
}

#[tokio::test]
async fn only_subscribers_give_and_only_so_many_a_month() {
    let (site, mut giver) = site("quota.gift_articles = 2").await;
    for (article, expected) in [
        ("majalah-1", StatusCode::FORBIDDEN),
        ("20", StatusCode::FORBIDDEN),
        ("tidak-ada", StatusCode::FORBIDDEN),
        ("", StatusCode::FORBIDDEN),
        ("koran-1", StatusCode::SEE_OTHER),
        ("koran-1", StatusCode::SEE_OTHER),
        ("koran-1", StatusCode::CONFLICT),
    ] {
        let answer = giver.post("give_article", &[("article", article)]).await;
        assert_eq!(answer.status, expected, "{article}");
        assert_eq!(
            answer.body.contains("Jatah hadiah bulan ini sudah habis."),
            expected == StatusCode::CONFLICT
        );
    }
    let mut confirmed = Reader::join(&site, "budi@example.com").await;
    confirmed.read(KORAN, true).await;
    let answer = confirmed.post("give_article", &[("article", "koran-1")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "opened with a free unit");
    let guest = Reader::new(&site).ask("give_article", &[("article", "koran-1")]).await;
    assert_eq!(guest.status, StatusCode::UNAUTHORIZED);
    let none = Reader::new(&site).get("/hadiah").await;
    assert_eq!(none.status, StatusCode::GONE);
    let made_up = format!("/hadiah?token={}", "a".repeat(43));
    assert_eq!(Reader::new(&site).get(&made_up).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn where_nobody_may_give_nothing_says_so() {
    let (_site, mut giver) = site("quota.gift_articles = 0").await;
    assert!(!giver.read(KORAN, false).await.body.contains("Hadiahkan artikel"));
    assert_eq!(giver.post("give_article", &[("article", "koran-1")]).await.status, StatusCode::CONFLICT);
}
