//! Recommendations from Gorse, with a fake server that speaks its interface.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use domain::article::ArticleId;
use domain::recommendation::{Beside, ListLengths, Ranked, Reason, Recommender};
use server::recommendation::Gorse;
use server::settings::Settings;

use crate::fixtures::newsroom;
use crate::site::{TestSite, clock};

/// Fake Gorse server, with the received requests and the next response.
#[derive(Clone, Default)]
struct Peer {
    asked: Arc<Mutex<Vec<String>>>,
    answer: Arc<Mutex<String>>,
}

impl Peer {
    fn says(&self, answer: &str) {
        answer.clone_into(&mut self.answer.lock().unwrap());
    }

    fn hear(&self, what: String, headers: &HeaderMap) -> String {
        let key = headers.get("x-api-key").map_or("", |key| key.to_str().unwrap());
        self.asked.lock().unwrap().push(format!("{what} {key}"));
        self.answer.lock().unwrap().clone()
    }
}

async fn neighbours(State(peer): State<Peer>, Path(id): Path<String>, headers: HeaderMap) -> String {
    peer.hear(format!("neighbours of {id}"), &headers)
}

async fn session(State(peer): State<Peer>, headers: HeaderMap, body: String) -> String {
    peer.hear(format!("session {body}"), &headers)
}

async fn start(peer: Peer) -> String {
    let routes = Router::new()
        .route("/api/item/{id}/neighbors", get(neighbours))
        .route("/api/session/recommend", post(session))
        .with_state(peer);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, routes).await });
    address
}

fn gorse(address: &str, site: &TestSite) -> Gorse {
    let settings = format!(
        "[recommendation.gorse]\naddress = '{address}'\napi_key = 'kunci'\ntimeout_milliseconds = 5000"
    );
    Gorse::new(&Settings::of(&settings).unwrap().recommendation.gorse, site.engine.clone())
}

fn id(text: &str) -> ArticleId {
    ArticleId::parse(text).unwrap()
}

/// Recommendations beside article 7.
async fn beside(recommender: &dyn Recommender) -> Beside {
    recommender.beside(&id("7"), clock(), ListLengths { related: 4, next: 6 }).await
}

fn ids(list: &[Ranked]) -> Vec<&str> {
    list.iter().map(|ranked| ranked.id.as_str()).collect()
}

#[tokio::test]
async fn what_it_says_comes_first_and_the_engine_fills_up() {
    let site = TestSite::of(&newsroom()).await;
    site.keep(&mut None).await;
    let peer = Peer::default();
    let gorse = gorse(&start(peer.clone()).await, &site);
    peer.says(r#"[{"Id":"3","Score":0.9},{"Id":"7","Score":0.8},{"Id":"tidak-ada","Score":0.7},{"Id":"3"},{"Id":"a b"},{"Id":"5"}]"#);
    let Beside { related, next } = beside(&gorse).await;
    let shown = ids(&related);
    assert_eq!(
        (shown[..2].join(" "), shown.len()),
        ("3 5".into(), 4),
        "itself, strangers and doubles are left out"
    );
    assert_eq!(related[0].reason, Reason::SimilarText);
    // The server names the same articles for both lists; those of the first list are left out of the second.
    assert!(!next.is_empty() && ids(&next).iter().all(|id| !shown.contains(id) && *id != "7"), "{next:?}");
    let asked = peer.asked.lock().unwrap().clone();
    assert_eq!(asked[0], "neighbours of 7 kunci");
    assert!(asked[1].contains(r#""ItemId":"7","UserId":"""#), "nobody is named: {asked:?}");
}

#[tokio::test]
async fn where_it_answers_badly_the_engine_does_and_it_is_left_alone_for_a_while() {
    let site = TestSite::of(&newsroom()).await;
    site.keep(&mut None).await;
    let own = beside(&*site.engine).await;
    assert_eq!((own.related.len(), own.next.len()), (4, 3), "three of a section");
    let peer = Peer::default();
    let gorse = gorse(&start(peer.clone()).await, &site);
    for wrong in ["", "<html>", r#"{"Id":"3"}"#, r#"[{"Id":7}]"#] {
        let gorse = self::gorse(&start(peer.clone()).await, &site);
        peer.says(wrong);
        assert_eq!(beside(&gorse).await, own, "{wrong}");
    }
    peer.asked.lock().unwrap().clear();
    for _ in 0..5 {
        beside(&gorse).await;
    }
    assert_eq!(peer.asked.lock().unwrap().len(), 1, "a recommender in trouble is not asked by every page");
    peer.says("[]");
    let later = clock() + chrono::TimeDelta::seconds(11);
    gorse.beside(&id("7"), later, ListLengths { related: 4, next: 6 }).await;
    assert_eq!(peer.asked.lock().unwrap().len(), 3, "about both lists");
}

#[tokio::test]
async fn where_nobody_listens_or_nobody_answers_pages_do_not_wait() {
    let site = TestSite::of(&newsroom()).await;
    site.keep(&mut None).await;
    // This socket accepts connections and never sends anything.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", silent.local_addr().unwrap());
    let settings = format!("[recommendation.gorse]\naddress = '{address}'\ntimeout_milliseconds = 20");
    let silent_gorse =
        Gorse::new(&Settings::of(&settings).unwrap().recommendation.gorse, site.engine.clone());
    let own = beside(&*site.engine).await;
    assert_eq!(beside(&silent_gorse).await, own);
    drop(silent);
    let nobody = gorse(&address, &site);
    assert_eq!(beside(&nobody).await, own);
}
