//! Places that somebody has paid for.

use std::sync::Arc;

use app::api::ReaderView;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Plan;
use domain::account::EmailAddress;
use domain::ad::{Ad, AdId, AdStore, Audience, Content, Shape, Slot};
use domain::subscription::{Subscription, SubscriptionStore};
use serde_json::json;

use crate::fixtures::{article, long_body, newsroom, with};
use crate::reader::Reader;
use crate::site::{TestSite, clock};

fn ad(id: &str, slots: &[Slot], shape: Shape) -> Ad {
    let now: DateTime<Utc> = clock();
    Ad {
        id: AdId::parse(id).unwrap(),
        starts_at: now - TimeDelta::hours(1),
        ends_at: now + TimeDelta::hours(1),
        content: Content {
            advertiser: "Toko <Kita>".into(),
            slots: slots.to_vec(),
            audience: Audience::Everyone,
            weight: 1,
            shape,
        },
    }
}

/// The same for who has no account.
fn for_guests(mut ad: Ad) -> Ad {
    ad.content.audience = Audience::Guests;
    ad
}

fn words(href: &str) -> Shape {
    Shape::Words {
        title: "Kain & Benang".into(),
        text: Some("Dari pasar.".into()),
        action: "Lihat".into(),
        href: href.into(),
    }
}

async fn site(settings: &str, ads: &[Ad]) -> Arc<TestSite> {
    let mut records = newsroom();
    records.push(with(article("panjang", 19), json!({"body_html": long_body(), "editor_pick": "5"})));
    let text = "kata ".repeat(21);
    let long = (0..30).fold(long_body(), |body, number| format!("{body}<p>Baris {number} {text}</p>"));
    records.push(with(article("lebih-panjang", 19), json!({"body_html": long, "editor_pick": "5"})));
    let site = TestSite::set(&records, settings).await;
    site.database.save_ads(ads).await.unwrap();
    Arc::new(site)
}

fn subscription(email: &str) -> Subscription {
    Subscription {
        reference: "uji".into(),
        email: EmailAddress::parse(email).unwrap(),
        plan: Plan::All,
        starts_at: clock() - TimeDelta::days(1),
        ends_at: clock() + TimeDelta::days(30),
        changed_at: clock(),
    }
}

fn three() -> Vec<Ad> {
    vec![
        ad("a", &[Slot::Opening], words("/koran")),
        ad("b", &[Slot::Middle], words("https://toko.example/?a=1&b=2")),
        ad("c", &[Slot::Pick], words("/majalah")),
    ]
}

#[tokio::test]
async fn each_slot_has_a_labelled_ad_in_its_place() {
    let site = site("", &three()).await;
    let page = site.get("/read/lebih-panjang/judul-lebih-panjang").await;
    assert_eq!(page.body.matches("data-slot").count(), 3, "{}", page.body);
    let places = [
        "</header>",
        "Alinea pembuka",
        "Alinea 19",
        "data-slot=\"opening\"",
        "data-slot=\"middle\"",
        "Baris 29",
        "Pilihan Editor:",
        "data-slot=\"pick\"",
    ];
    let places = places.map(|place| page.body.find(place).unwrap_or_else(|| panic!("{place}")));
    assert!(places.is_sorted(), "{places:?}");
    assert!(page.body.contains("Toko &lt;Kita&gt;") && page.body.contains("Kain &amp; Benang"));
    assert!(page.body.contains("Scroll Untuk Melanjutkan"));
    assert!(page.body.contains("rel=\"sponsored noopener\"") && !page.body.contains("<iframe"));
    // The same for everyone for an hour.
    let again = site.get("/read/lebih-panjang/judul-lebih-panjang").await;
    assert_eq!(page.header("etag"), again.header("etag"));
    // A text of fewer than 600 words is interrupted once.
    let shorter = site.get("/read/panjang/judul-panjang").await.body;
    assert!(shorter.contains("data-slot=\"middle\"") && shorter.contains("data-slot=\"pick\""));
    assert_eq!(shorter.matches("data-slot").count(), 2);
    // A short text is not interrupted, a closed one neither, and the light page has none.
    assert!(!site.get("/read/7/judul-7").await.body.contains("data-slot=\"middle\""));
    let closed = site.get("/read/koran-1/judul-koran-1").await.body;
    assert!(closed.contains("data-slot=\"pick\"") && !closed.contains("data-slot=\"middle\""));
    assert!(!site.get("/read/panjang/judul-panjang/lite").await.body.contains("data-slot"));
}

#[tokio::test]
async fn the_publisher_decides_on_places_and_frames() {
    let site = site("ads.slots = ['pick']", &three()).await;
    assert_eq!(site.get("/read/panjang/judul-panjang").await.body.matches("data-slot").count(), 1);
    let frame = Shape::Frame { address: "https://iklan.example/a?b&c".into(), height: 250 };
    let site = self::site("ads.frames = ['https://iklan.example']", &[ad("f", &[Slot::Middle], frame)]).await;
    let page = site.get("/read/panjang/judul-panjang").await;
    assert!(page.header("content-security-policy").contains("frame-src https://iklan.example;"));
    let frame = page.body.split_once("<iframe").unwrap().1.split_once('>').unwrap().0;
    for part in [
        "src=\"https://iklan.example/a?b&amp;c\"",
        "height=\"250\"",
        "loading=\"lazy\"",
        "referrerpolicy=\"no-referrer\"",
        "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\"",
    ] {
        assert!(frame.contains(part), "{part}: {frame}");
    }
    assert!(!site.get("/").await.header("content-security-policy").contains("allow-same-origin"));
}

#[tokio::test]
async fn what_offers_free_articles_is_for_who_has_no_account_and_stands_beside_no_gate() {
    let offer = for_guests(ad("a", &[Slot::Middle, Slot::Pick], words("/daftar")));
    let plan = ad("b", &[Slot::Pick], words("/tentang/langganan"));
    let site = site("quota = { subscribe_at = '/tentang/langganan' }", &[offer, plan]).await;
    let is_offered = |body: &str| body.contains("data-audience=\"guests\"");
    // A page is the same for everyone: there the browser hides it from who has come in.
    assert!(is_offered(&site.get("/read/panjang/judul-panjang").await.body));
    for closed in ["/read/koran-1/judul-koran-1", "/read/laput-1/judul-laput-1"] {
        let body = site.get(closed).await.body;
        assert!(!body.contains("data-slot"), "the gate says it: {body}");
        assert!(!Reader::new(&site).read(closed, false).await.body.contains("data-slot"), "{closed}");
    }
    let mut reader = Reader::new(&site);
    let open = "/read/panjang/judul-panjang";
    assert!(is_offered(&reader.read(open, false).await.body), "a stranger who has asked");
    let mail = reader.register("sari@example.com", "/").await;
    assert!(!is_offered(&reader.read(open, false).await.body), "who has registered");
    reader.post("confirm", &[("token", &mail.token)]).await;
    let own = reader.read("/read/koran-1/judul-koran-1", true).await.body;
    assert!(!is_offered(&own) && own.contains("data-slot"), "{own}");
}

#[tokio::test]
async fn subscribers_are_spared() {
    for (settings, is_spared) in [("", true), ("ads.for_subscribers = true", false)] {
        let site = site(settings, &three()).await;
        let mut reader = Reader::join(&site, "sari@example.com").await;
        let opened = reader.read("/read/koran-1/judul-koran-1", true).await.body;
        assert!(opened.contains("data-slot=\"middle\""), "a free article has them: {opened}");
        assert!(!reader.call::<ReaderView>("reader", &[]).await.unwrap().is_spared_ads);
        site.database.subscribe(&subscription("sari@example.com")).await.unwrap();
        let opened = reader.read("/read/majalah-1/judul-majalah-1", false).await.body;
        assert_eq!(opened.contains("data-slot"), !is_spared, "{opened}");
        assert_eq!(reader.call::<ReaderView>("reader", &[]).await.unwrap().is_spared_ads, is_spared);
    }
}
