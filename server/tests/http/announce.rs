//! Announcements of changes to a WebSub hub and by IndexNow, with a fake service.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use server::announce::Announcer;
use server::settings::Settings;

use crate::fixtures::{article, newsroom, with};
use crate::site::{TestSite, clock};

/// Fake service, with the bodies that it received and the status of its responses.
#[derive(Clone, Default)]
struct Service {
    told: Arc<Mutex<Vec<String>>>,
    status: Arc<Mutex<StatusCode>>,
}

impl Service {
    async fn start(&self) -> String {
        let listen = |State(service): State<Self>, body: String| async move {
            service.told.lock().unwrap().push(body);
            *service.status.lock().unwrap()
        };
        let routes = Router::new().route("/", post(listen)).with_state(self.clone());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        address
    }

    /// Bodies since the last call.
    fn heard(&self) -> Vec<String> {
        std::mem::take(&mut self.told.lock().unwrap())
    }

    fn answers(&self, status: StatusCode) {
        *self.status.lock().unwrap() = status;
    }
}

fn announcer(site: &TestSite, settings: &str, clock: fn() -> DateTime<Utc>) -> Option<Announcer> {
    let mut services = site.services.clone();
    services.clock = clock;
    Announcer::new(&Settings::of(settings).unwrap().machines, &site.database, services)
}

fn feeds(body: &str) -> BTreeSet<String> {
    let pairs: Vec<(String, String)> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    assert!(pairs.contains(&("hub.mode".to_owned(), "publish".to_owned())), "{body}");
    pairs.into_iter().filter(|(name, _)| name == "hub.url").map(|(_, feed)| feed).collect()
}

#[tokio::test]
async fn a_hub_is_told_of_the_feeds_that_a_change_is_in() {
    let service = Service::default();
    let address = service.start().await;
    let site = TestSite::of(&newsroom()).await;
    let mut announcer = announcer(&site, &format!("machines.hub = '{address}'"), clock).unwrap();
    announcer.tick().await.unwrap();
    announcer.tick().await.unwrap();
    assert_eq!(service.heard(), Vec::<String>::new(), "what was there before is no news");
    site.import(&[with(article("baru", 21), json!({"edition": "koran"}))]).await;
    announcer.tick().await.unwrap();
    let heard = service.heard();
    assert_eq!(heard.len(), 1);
    let lists = ["", "/rubrik/dunia", "/topik/korea-utara", "/penulis/nadira", "/penulis/sita", "/koran"];
    let mut expected = BTreeSet::new();
    for list in lists {
        for prefix in ["", "/en"] {
            let feeds = ["rss.xml", "atom.xml", "feed.json"];
            expected.extend(feeds.map(|feed| format!("https://warta.example{prefix}{list}/{feed}")));
        }
    }
    assert_eq!(feeds(&heard[0]), expected);
    for feed in &expected {
        let answer = site.get(feed.strip_prefix("https://warta.example").unwrap()).await;
        assert_eq!(answer.status, StatusCode::OK, "{feed}");
    }
    announcer.tick().await.unwrap();
    assert!(service.heard().is_empty(), "once");
}

#[tokio::test]
async fn search_engines_are_told_of_new_changed_and_withdrawn_articles_and_of_those_whose_time_has_come() {
    static MINUTES: AtomicI64 = AtomicI64::new(0);
    let service = Service::default();
    let address = service.start().await;
    let site = TestSite::of(&newsroom()).await;
    let settings = format!("machines.index_now_key = 'kunci-warta'\nmachines.index_now_at = '{address}'");
    let pages = |service: &Service| -> Vec<Value> {
        let heard: Vec<Value> =
            service.heard().iter().map(|body| serde_json::from_str(body).unwrap()).collect();
        for body in &heard {
            assert_eq!((&body["host"], &body["key"]), (&json!("warta.example"), &json!("kunci-warta")));
            assert_eq!(body["keyLocation"], "https://warta.example/kunci-warta.txt");
        }
        heard.into_iter().map(|body| body["urlList"].clone()).collect()
    };
    let mut early = announcer(&site, &settings, clock).unwrap();
    early.tick().await.unwrap();
    let later = with(article("nanti", 1), json!({"published_at": "2024-06-21T12:30:00+07:00"}));
    let withdrawn = with(
        article("3", 3),
        json!({"corrections": [{"kind": "pencabutan", "noted_at": "2024-06-21T11:00:00+07:00", "text": "Keliru."}]}),
    );
    site.import(&[
        article("baru", 21),
        with(article("4", 4), json!({"title": "Judul lain"})),
        withdrawn,
        later,
    ])
    .await;
    early.tick().await.unwrap();
    let addresses = ["3/judul-3", "4/judul-lain", "baru/judul-baru"];
    assert_eq!(pages(&service), [json!(addresses.map(|page| format!("https://warta.example/read/{page}")))]);
    // Another server looks at 12:00 and again at 13:00, when the time of one article has come.
    let mut late =
        announcer(&site, &settings, || clock() + TimeDelta::minutes(MINUTES.load(Ordering::SeqCst))).unwrap();
    late.tick().await.unwrap();
    late.tick().await.unwrap();
    assert_eq!(pages(&service), Vec::<Value>::new());
    MINUTES.store(60, Ordering::SeqCst);
    late.tick().await.unwrap();
    assert_eq!(pages(&service), [json!(["https://warta.example/read/nanti/judul-nanti"])]);
}

#[tokio::test]
async fn a_service_that_fails_is_told_later_and_one_that_refuses_is_not_asked_again() {
    static SECONDS: AtomicI64 = AtomicI64::new(0);
    let service = Service::default();
    let address = service.start().await;
    let site = TestSite::of(&newsroom()).await;
    let settings = format!("machines.index_now_key = 'kunci-warta'\nmachines.index_now_at = '{address}'");
    let now = || clock() + TimeDelta::seconds(SECONDS.load(Ordering::SeqCst));
    let mut announcer = announcer(&site, &settings, now).unwrap();
    announcer.tick().await.unwrap();
    service.answers(StatusCode::SERVICE_UNAVAILABLE);
    site.import(&[article("baru", 20)]).await;
    announcer.tick().await.unwrap();
    assert_eq!(service.heard().len(), 1);
    announcer.tick().await.unwrap();
    assert!(service.heard().is_empty(), "it is left alone for a while");
    SECONDS.store(10, Ordering::SeqCst);
    announcer.tick().await.unwrap();
    assert_eq!(service.heard().len(), 1);
    SECONDS.store(20, Ordering::SeqCst);
    announcer.tick().await.unwrap();
    assert!(service.heard().is_empty(), "and for longer each time");
    service.answers(StatusCode::OK);
    SECONDS.store(30, Ordering::SeqCst);
    announcer.tick().await.unwrap();
    assert!(service.heard()[0].contains("/read/baru/judul-baru"), "nothing is lost");
    service.answers(StatusCode::FORBIDDEN);
    site.import(&[article("lagi", 20)]).await;
    announcer.tick().await.unwrap();
    assert_eq!(service.heard().len(), 1);
    SECONDS.store(9_000, Ordering::SeqCst);
    announcer.tick().await.unwrap();
    assert!(service.heard().is_empty(), "what is refused is dropped");
}

#[tokio::test]
async fn without_settings_nobody_is_told() {
    let site = TestSite::of(&[]).await;
    assert!(announcer(&site, "", clock).is_none());
}
