//! The meter, as readers meet it.

use std::sync::Arc;

use axum::body::Body;
use chrono::TimeDelta;
use domain::access::Plan;
use domain::account::EmailAddress;
use domain::subscription::{Subscription, SubscriptionStore};
use http::{Request, StatusCode};
use serde_json::json;

use crate::fixtures::{CANARY, article, long_body, newsroom, with};
use crate::reader::Reader;
use crate::site::{TestSite, clock};

const KORAN: &str = "/read/koran-1/judul-koran-1";
const MAJALAH: &str = "/read/majalah-1/judul-majalah-1";
const THIRD: &str = "/read/koran-2/judul-koran-2";
const LAPUT: &str = "/read/laput-1/judul-laput-1";

async fn site() -> Arc<TestSite> {
    let mut records = newsroom();
    records.push(with(article("koran-2", 20), json!({"edition": "koran", "body_html": long_body()})));
    Arc::new(TestSite::of(&records).await)
}

async fn subscribe(site: &TestSite, email: &str, plan: Plan) {
    let subscription = Subscription {
        reference: format!("{email} {}", plan.as_str()),
        email: EmailAddress::parse(email).unwrap(),
        plan,
        starts_at: clock(),
        ends_at: clock() + TimeDelta::days(30),
        changed_at: clock(),
    };
    assert!(site.database.subscribe(&subscription).await.unwrap());
}

/// Whether the whole text is in the answer, and that nobody may keep it.
fn is_whole(answer: &crate::site::TestResponse) -> bool {
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("cache-control"), "private, no-store");
    assert_eq!(answer.header("etag"), "");
    answer.body.contains(CANARY)
}

#[tokio::test]
async fn a_reader_opens_two_articles_is_stopped_at_the_third_and_never_gets_a_cover_story() {
    let site = site().await;
    let mut guest = Reader::new(&site);
    let answer = guest.read(KORAN, true).await;
    assert!(!is_whole(&answer) && answer.body.contains("Koran Warta, edisi berbayar"));
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let gate = sari.read(KORAN, false).await;
    assert!(!is_whole(&gate));
    for words in ["Sisa 2 dari 2 artikel gratis", "Baca artikel ini", "aria-label=\"Akses artikel\""] {
        assert!(gate.body.contains(words), "{words}");
    }
    assert!(!gate.body.contains("Lanjutkan membaca"), "it is known who asks");
    assert!(is_whole(&sari.read(KORAN, true).await));
    assert!(sari.read(MAJALAH, false).await.body.contains("Sisa 1 dari 2 artikel gratis"));
    assert!(is_whole(&sari.read(MAJALAH, true).await));
    for opens in [false, true] {
        let third = sari.read(THIRD, opens).await;
        assert!(!is_whole(&third) && third.body.contains("Jatah 2 artikel gratis Anda sudah habis"));
        assert!(!third.body.contains("Baca artikel ini"), "nothing is left to spend");
        let laput = sari.read(LAPUT, opens).await;
        assert!(!is_whole(&laput) && laput.body.contains("Laput khusus untuk pelanggan"));
        for opened in [KORAN, MAJALAH] {
            assert!(is_whole(&sari.read(opened, opens).await), "{opened} stays open");
        }
    }
    let account = sari.get("/akun").await.body;
    for words in ["Sisa 0 dari 2 artikel gratis", "Judul koran-1", "Judul majalah-1", KORAN] {
        assert!(account.contains(words), "{words}");
    }
    let data = sari.ask("download", &[]).await.body;
    assert!(data.contains("\"article\":\"koran-1\""), "{data}");
}

#[tokio::test]
async fn a_subscriber_reads_all_and_spends_nothing() {
    let site = site().await;
    let mut sari = Reader::join(&site, "sari@example.com").await;
    subscribe(&site, "sari@example.com", Plan::Koran).await;
    assert!(is_whole(&sari.read(KORAN, true).await));
    assert!(is_whole(&sari.read(THIRD, false).await));
    assert!(sari.read(MAJALAH, false).await.body.contains("Sisa 2 dari 2 artikel gratis"));
    assert!(!is_whole(&sari.read(LAPUT, false).await), "of the magazine");
    subscribe(&site, "sari@example.com", Plan::All).await;
    for path in [MAJALAH, LAPUT] {
        assert!(is_whole(&sari.read(path, false).await), "{path}");
    }
    let account = sari.get("/akun").await.body;
    assert!(account.contains("Langganan semua edisi, berlaku sampai Minggu, 21 Juli 2024 | 12.00 WIB"));
}

#[tokio::test]
async fn who_has_paid_until_the_end_of_a_day_is_told_that_day() {
    let site = site().await;
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let subscription = Subscription {
        reference: "sari".to_owned(),
        email: EmailAddress::parse("sari@example.com").unwrap(),
        plan: Plan::All,
        starts_at: clock(),
        // Midnight in Jakarta.
        ends_at: "2024-12-31T17:00:00Z".parse().unwrap(),
        changed_at: clock(),
    };
    assert!(site.database.subscribe(&subscription).await.unwrap());
    for (path, words) in [
        ("/akun", "Langganan semua edisi, berlaku sampai Selasa, 31 Desember 2024</p>"),
        ("/en/akun", "until Tuesday, 31 December 2024</p>"),
    ] {
        let account = sari.get(path).await.body;
        assert!(account.contains(words), "{path}: {account}");
    }
}

#[tokio::test]
async fn a_page_is_the_same_for_everyone_whoever_asks() {
    let site = site().await;
    let stranger = site.get(KORAN).await;
    assert!(stranger.header("cache-control").starts_with("public"));
    let mut sari = Reader::join(&site, "sari@example.com").await;
    assert!(is_whole(&sari.read(KORAN, true).await));
    let own = sari.get(KORAN).await;
    assert_eq!(own.body, stranger.body);
    assert_eq!(own.header("etag"), stranger.header("etag"));
    assert_eq!((own.header("set-cookie"), own.header("vary").contains("ookie")), ("", false));
    for words in ["Lanjutkan membaca", "Mengapa artikel ini terkunci?", "method=\"post\""] {
        assert!(stranger.body.contains(words), "{words}");
    }
    assert!(!stranger.body.contains("Sisa ") && !stranger.body.contains("Baca artikel ini"));
}

#[tokio::test]
async fn looking_costs_nothing() {
    let site = site().await;
    let mut sari = Reader::join(&site, "sari@example.com").await;
    for method in ["GET", "HEAD"] {
        let request = sari.request(Request::builder().method(method).uri(format!("{KORAN}?open=1")));
        assert_eq!(sari.send(request.body(Body::empty()).unwrap()).await.status, StatusCode::OK);
    }
    let form = |request: http::request::Builder| {
        request
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from("open=1"))
            .unwrap()
    };
    let guess = Request::post(KORAN)
        .header("sec-purpose", "prefetch;prerender")
        .header("sec-fetch-site", "same-origin");
    let guess = form(sari.request(guess));
    assert!(!is_whole(&sari.send(guess).await));
    for (name, value) in
        [("sec-fetch-site", "cross-site"), ("origin", "https://jahat.example"), ("origin", "null")]
    {
        let foreign = form(sari.request(Request::post(KORAN).header(name, value)));
        assert_eq!(sari.send(foreign).await.status, StatusCode::FORBIDDEN, "{name}: {value}");
    }
    let request =
        Request::post(KORAN).header("sec-fetch-site", "same-origin").header("content-type", "text/plain");
    let request = sari.request(request).body(Body::from("open=1")).unwrap();
    assert_eq!(sari.send(request).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert_eq!(sari.read("/read/tidak-ada/x", true).await.status, StatusCode::NOT_FOUND);
    assert_eq!(sari.read("/read/depan-1/judul-depan-1", true).await.status, StatusCode::NOT_FOUND);
    assert!(sari.read(KORAN, false).await.body.contains("Sisa 2 dari 2 artikel gratis"));
}

#[tokio::test]
async fn an_article_is_one_article_by_whatever_address() {
    let site = site().await;
    let mut sari = Reader::join(&site, "sari@example.com").await;
    for path in ["/read/koran-1", "/read/koran-1/judul-lama", "/read/koran%2D1/judul-koran-1"] {
        let answer = sari.read(path, true).await;
        assert!(matches!(answer.status.as_u16(), 200 | 308), "{path}: {}", answer.status);
        let is_moved = answer.status == StatusCode::PERMANENT_REDIRECT;
        assert_eq!(answer.body.contains(CANARY), !is_moved, "{path}");
        let left = if is_moved { "Sisa 2 dari 2" } else { "Sisa 1 dari 2" };
        assert!(sari.read(THIRD, false).await.body.contains(left), "{path}: led on before anything is spent");
    }
    assert!(is_whole(&sari.read(KORAN, true).await));
    assert!(sari.read(THIRD, false).await.body.contains("Sisa 1 dari 2 artikel gratis"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_presses_often_and_everywhere_at_once_opens_no_more() {
    let records: Vec<_> = (0..9)
        .map(|number| {
            with(article(&format!("k{number}"), 20), json!({"edition": "koran", "body_html": long_body()}))
        })
        .collect();
    let site = Arc::new(TestSite::of(&records).await);
    let sari = Reader::join(&site, "sari@example.com").await;
    let presses: Vec<_> = (0..45)
        .map(|press| {
            let mut sari = sari.clone();
            let path = format!("/read/k{}/judul-k{}", press % 9, press % 9);
            tokio::spawn(async move { is_whole(&sari.read(&path, true).await).then_some(press % 9) })
        })
        .collect();
    let mut open = std::collections::BTreeSet::new();
    for press in presses {
        open.extend(press.await.unwrap());
    }
    assert_eq!(open.len(), 2);
}

#[tokio::test]
async fn who_has_not_confirmed_is_shown_the_way_there() {
    let site = site().await;
    let mut sari = Reader::new(&site);
    sari.register("sari@example.com", KORAN).await;
    let gate = sari.read(KORAN, true).await;
    assert!(!is_whole(&gate));
    assert!(gate.body.contains("Email Anda belum dikonfirmasi") && gate.body.contains("/konfirmasi"));
    // Scripts of other tabs see that somebody waits, and no more.
    assert_eq!(sari.cookies["__Host-pending"], "1");
    sari.post("send_link", &[("email", "sari@example.com")]).await;
    assert!(!sari.cookies.contains_key("__Host-pending"), "something else is awaited now");
    let mail = sari.register("sari@example.com", KORAN).await;
    sari.post("confirm", &[("token", &mail.token)]).await;
    assert!(!sari.cookies.contains_key("__Host-pending"));
}

/// The words and addresses of the ways on that a gate offers, the main one first.
fn ways(answer: &crate::site::TestResponse) -> Vec<String> {
    let page = answer.shown();
    let gate = page.split_once("aria-label=\"Akses artikel\"").expect("a gate").1;
    let steps = gate.split_once("gate__steps\">").unwrap().1.split_once("</div>").unwrap().0;
    let classes: Vec<_> =
        steps.split("class=\"button").skip(1).map(|rest| rest.starts_with(" button--quiet")).collect();
    let others = classes.iter().skip(1);
    assert!(!classes[0] && others.copied().all(|is_quiet| is_quiet), "one main action: {steps}");
    let words = |part: &str| part.rsplit('>').next().unwrap_or_default().to_owned();
    let ends = ["</a>", "</button>"];
    let mut parts = vec![steps];
    for end in ends {
        parts = parts.into_iter().flat_map(|part| part.split(end)).collect();
    }
    parts.into_iter().map(words).filter(|words| !words.trim().is_empty()).collect()
}

#[tokio::test]
async fn every_gate_offers_one_way_on_that_is_true_for_this_reader() {
    for (subscribe_at, subscriber, nothing) in [
        ("/tentang/langganan", &["Berlangganan", "Masuk"][..], "Berlangganan"),
        ("", &["Masuk"], "Baca berita gratis"),
    ] {
        let settings = format!("quota.subscribe_at = '{subscribe_at}'");
        let mut records = newsroom();
        records.push(with(article("koran-2", 20), json!({"edition": "koran", "body_html": long_body()})));
        let site = Arc::new(TestSite::set(&records, &settings).await);
        assert_eq!(ways(&site.get(KORAN).await), ["Daftar", "Masuk", "Lanjutkan membaca"]);
        assert_eq!(ways(&site.get(LAPUT).await), [subscriber, &["Lanjutkan membaca"]].concat());
        let mut guest = Reader::new(&site);
        let own = guest.read(KORAN, false).await;
        assert_eq!(ways(&own), ["Daftar", "Masuk"]);
        assert!(own.body.contains("Anda belum masuk"), "an answer to who asked: {}", own.body);
        assert_eq!(ways(&guest.read(LAPUT, false).await), subscriber);
        let mail = guest.register("sari@example.com", KORAN).await;
        assert_eq!(ways(&guest.read(KORAN, false).await), ["Kirim ulang atau isi kode"]);
        assert_eq!(ways(&guest.read(LAPUT, false).await), subscriber);
        guest.post("confirm", &[("token", &mail.token)]).await;
        assert_eq!(ways(&guest.read(KORAN, false).await), ["Baca artikel ini"]);
        assert_eq!(ways(&guest.read(LAPUT, false).await), [nothing]);
        guest.read(KORAN, true).await;
        guest.read(MAJALAH, true).await;
        assert_eq!(ways(&guest.read(THIRD, false).await), [nothing]);
    }
    // Where an account opens nothing, nobody is asked to make one.
    let site = Arc::new(TestSite::set(&newsroom(), "quota.free_articles = 0").await);
    assert_eq!(ways(&site.get(KORAN).await), ["Masuk", "Lanjutkan membaca"]);
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let gate = sari.read(KORAN, false).await;
    assert_eq!(ways(&gate), ["Baca berita gratis"]);
    assert!(!gate.body.contains("Jatah 0") && !gate.body.contains(" 0 artikel"), "{}", gate.body);
}

#[tokio::test]
async fn why_an_article_is_locked_is_told_in_two_sentences() {
    let site = site().await;
    let why = |answer: &crate::site::TestResponse| {
        let page = answer.shown();
        let rest = page.split_once("Mengapa artikel ini terkunci?</summary><p>").expect("the question").1;
        rest.split_once("</p>").unwrap().0.to_owned()
    };
    let mut sari = Reader::new(&site);
    let mut told =
        vec![why(&site.get(KORAN).await), why(&site.get(LAPUT).await), why(&sari.read(KORAN, false).await)];
    let mail = sari.register("sari@example.com", "/").await;
    told.push(why(&sari.read(KORAN, false).await));
    sari.post("confirm", &[("token", &mail.token)]).await;
    told.push(why(&sari.read(KORAN, false).await));
    told.push(why(&sari.read(LAPUT, false).await));
    sari.read(KORAN, true).await;
    sari.read(MAJALAH, true).await;
    told.push(why(&sari.read(THIRD, false).await));
    for (place, words) in told.iter().enumerate() {
        assert_eq!(words.matches(['.', '?', '!']).count(), 2, "{words}");
        assert!(!told[..place].contains(words), "each reader has an own one: {words}");
    }
}

#[tokio::test]
async fn a_script_gets_the_text_and_the_gate_and_no_more() {
    let site = site().await;
    let mut sari = Reader::join(&site, "sari@example.com").await;
    for (opens, whole) in [("", false), ("open=1", true), ("", true)] {
        let request = Request::post(KORAN)
            .header("x-fragment", "1")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        let request = sari.request(request).body(Body::from(opens)).unwrap();
        let answer = sari.send(request).await;
        assert_eq!(is_whole(&answer), whole);
        assert_eq!(answer.header("x-fragment"), "1");
        assert!(answer.body.starts_with("<div lang=\"id\" class=\"article-body"), "{}", answer.body);
        assert!(!answer.body.contains("<h1") && !answer.body.contains("<script"));
        assert_eq!(answer.body.contains("Akses artikel"), !whole);
    }
}

#[tokio::test]
async fn the_publisher_sets_how_many_and_how_often_and_what() {
    let settings = "quota = { free_articles = 1, period = 'month', paid_editions = ['majalah'], \
                    cover_stories = 'as_others', subscribe_at = 'https://langganan.example/warta' }";
    let site = Arc::new(TestSite::set(&newsroom(), settings).await);
    let mut sari = Reader::join(&site, "sari@example.com").await;
    assert!(site.get(KORAN).await.body.contains(CANARY), "free for everyone");
    assert!(sari.read(LAPUT, false).await.body.contains("Sisa 1 dari 1 artikel gratis"));
    assert!(is_whole(&sari.read(LAPUT, true).await));
    let closed = sari.read(MAJALAH, true).await.body;
    for words in ["Jatah 1 artikel gratis", "mulai Senin, 1 Juli 2024", "https://langganan.example/warta"] {
        assert!(closed.contains(words), "{words}: {closed}");
    }
}

#[tokio::test]
async fn a_publisher_may_let_browsers_without_an_account_open_some() {
    let site = Arc::new(TestSite::set(&newsroom(), "quota.anonymous_articles = 1").await);
    let mut guest = Reader::new(&site);
    assert!(guest.read(KORAN, false).await.body.contains("Sisa 1 dari 1 artikel gratis"));
    assert!(guest.cookies.is_empty(), "looking leaves nothing behind");
    assert!(is_whole(&guest.read(KORAN, true).await));
    assert!(is_whole(&guest.read(KORAN, false).await), "open for good");
    let second = guest.read(MAJALAH, true).await;
    assert!(!is_whole(&second) && second.body.contains("Daftar") && !second.body.contains("Sisa"));
    assert!(!is_whole(&guest.read(LAPUT, true).await));
    assert!(!is_whole(&Reader::new(&site).read(KORAN, false).await), "another browser");
    // Who has registered since is not worse off, and reads what was opened before.
    guest.register("sari@example.com", "/").await;
    assert!(is_whole(&guest.read(KORAN, false).await));
    assert!(guest.read(MAJALAH, false).await.body.contains("Email Anda belum dikonfirmasi"));
}

#[tokio::test]
async fn deleting_cookies_ends_at_the_network() {
    let site = Arc::new(TestSite::set(&newsroom(), "quota.anonymous_articles = 1").await);
    let mut opened = 0;
    for _ in 0..15 {
        let mut guest = Reader { address: [203, 0, 113, 9], ..Reader::new(&site) };
        opened += u32::from(is_whole(&guest.read(KORAN, true).await));
    }
    assert_eq!(opened, 10);
    let mut neighbour = Reader { address: [203, 0, 113, 10], ..Reader::new(&site) };
    assert!(is_whole(&neighbour.read(KORAN, true).await));
}
