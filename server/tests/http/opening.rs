//! Calls of an open page that read on in an article.

use std::collections::BTreeSet;
use std::sync::Arc;

use app::api::{ApiError, OpenedArticle, UnitsLeft};
use app::islands::{Asker, GateView, StepKind};
use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::json;

use crate::fixtures::{CANARY, article, long_body, newsroom, with};
use crate::reader::Reader;
use crate::site::TestSite;

const KORAN: &str = "/read/koran-1/judul-koran-1";

async fn call(reader: &mut Reader, function: &str, article: &str) -> Result<OpenedArticle, ApiError> {
    reader.call(function, &[("article", article)]).await
}

async fn gate(reader: &mut Reader, article: &str) -> Option<GateView> {
    reader.call("gate", &[("article", article)]).await.unwrap()
}

/// Gate of a response to a reader who may read no more than the teaser: it holds nothing of the text.
fn gate_of(answer: OpenedArticle) -> GateView {
    assert_eq!(answer.body, None);
    answer.gate.expect("a gate")
}

fn kinds(gate: &GateView) -> Vec<StepKind> {
    gate.steps.iter().map(|step| step.kind).collect()
}

#[tokio::test]
async fn a_call_spends_a_unit_where_one_is_left_and_only_where_it_is_meant_to() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let left = |left| Some(UnitsLeft { left, granted: 2 });
    for _ in 0..2 {
        let looked = call(&mut sari, "read_article", "koran-1").await.unwrap();
        assert_eq!(looked.left, left(2), "looking costs nothing");
        let shown = gate_of(looked);
        assert_eq!((shown.asker, kinds(&shown)), (Asker::SignedIn, vec![StepKind::Open]));
        assert_eq!(gate(&mut sari, "koran-1").await, Some(shown));
    }
    let opened = call(&mut sari, "open_article", "koran-1").await.unwrap();
    assert_eq!((opened.gate.is_none(), opened.left), (true, left(1)));
    let body = opened.body.unwrap();
    assert!(body.contains(CANARY) && !body.contains("<!>"), "{body}");
    assert_eq!(gate(&mut sari, "koran-1").await, None);
    // What a page that is open gets by its form is the same.
    let form = Request::post(KORAN)
        .header("x-fragment", "1")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/x-www-form-urlencoded");
    let form = sari.request(form).body(Body::empty()).unwrap();
    assert_eq!(sari.send(form).await.body, body);
    // Opened once, it is open by every way, and never charged again.
    for function in ["open_article", "read_article"] {
        let again = call(&mut sari, function, "koran-1").await.unwrap();
        assert_eq!((again.body.as_ref(), again.left), (Some(&body), left(1)), "{function}");
    }
    assert!(sari.read(KORAN, false).await.body.contains(CANARY));
    assert!(call(&mut sari, "open_article", "majalah-1").await.unwrap().body.is_some());
    assert_eq!(call(&mut sari, "open_article", "laput-1").await.unwrap().left, left(0));
    assert!(gate_of(call(&mut sari, "open_article", "laput-1").await.unwrap()).heading.contains("Laput"));
}

#[tokio::test]
async fn who_may_not_read_is_told_why_and_gets_nothing_of_the_text() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut guest = Reader::new(&site);
    let shown = gate_of(call(&mut guest, "open_article", "koran-1").await.unwrap());
    assert_eq!((shown.asker, kinds(&shown)), (Asker::SignedOut, vec![StepKind::Register, StepKind::SignIn]));
    assert_eq!(shown.steps[0].href, format!("/daftar?return_to={KORAN}"));
    guest.register("sari@example.com", KORAN).await;
    let shown = gate_of(call(&mut guest, "open_article", "koran-1").await.unwrap());
    assert_eq!((shown.asker, kinds(&shown)), (Asker::Pending, vec![StepKind::Confirm]));
    for none in ["tidak-ada", "depan-1", "a b", ""] {
        for function in ["open_article", "read_article"] {
            assert_eq!(call(&mut guest, function, none).await, Err(ApiError::NoArticle), "{function} {none}");
        }
        let none: Result<Option<GateView>, _> = guest.call("gate", &[("article", none)]).await;
        assert_eq!(none, Err(ApiError::NoArticle));
    }
    let answer = guest.ask("open_article", &[("article", "koran-1")]).await;
    assert_eq!((answer.header("cache-control"), answer.header("etag")), ("private, no-store", ""));
}

#[tokio::test]
async fn behind_the_prefix_all_leads_to_pages_in_that_language() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let ask = async |reader: &mut Reader, function: &str| {
        let request = Request::post(format!("/en/api/{function}"))
            .header("accept", "application/x-postcard")
            .header("sec-fetch-site", "same-origin")
            .header("content-type", "application/x-www-form-urlencoded");
        let request = reader.request(request).body(Body::from("article=koran-1")).unwrap();
        reader.send(request).await.typed::<OpenedArticle>().unwrap()
    };
    let shown = gate_of(ask(&mut Reader::new(&site), "read_article").await);
    assert_eq!(shown.steps[1].href, format!("/en/masuk?return_to={KORAN}"));
    assert_eq!(shown.region, "Article access");
    let shown = gate_of(ask(&mut sari, "read_article").await);
    assert_eq!(shown.steps[0].href, format!("/en{KORAN}"));
    assert!(ask(&mut sari, "open_article").await.body.unwrap().contains(CANARY));
}

#[tokio::test]
async fn what_a_browser_fetches_in_case_costs_nothing_and_other_sites_ask_in_vain() {
    let site = Arc::new(TestSite::of(&newsroom()).await);
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let ask = |reader: &Reader, header: (&str, &str), origin: &str| {
        let request = Request::post("/api/open_article")
            .header("accept", "application/x-postcard")
            .header(header.0, header.1)
            .header("sec-fetch-site", origin)
            .header("content-type", "application/x-www-form-urlencoded");
        reader.request(request).body(Body::from("article=koran-1")).unwrap()
    };
    let guess = ask(&sari, ("sec-purpose", "prefetch;prerender"), "same-origin");
    gate_of(sari.send(guess).await.typed().unwrap());
    let foreign = ask(&sari, ("dnt", "1"), "cross-site");
    assert_eq!(sari.send(foreign).await.status, StatusCode::FORBIDDEN);
    assert_eq!(sari.get("/api/open_article?article=koran-1").await.status, StatusCode::SEE_OTHER);
    assert_eq!(call(&mut sari, "read_article", "koran-1").await.unwrap().left.unwrap().left, 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_calls_and_forms_at_once_exactly_the_units_open() {
    let record = |number| {
        with(article(&format!("k{number}"), 20), json!({"edition": "koran", "body_html": long_body()}))
    };
    let site = Arc::new(TestSite::of(&(0..9).map(record).collect::<Vec<_>>()).await);
    let sari = Reader::join(&site, "sari@example.com").await;
    let presses: Vec<_> = (0..45)
        .map(|press| {
            let mut sari = sari.clone();
            tokio::spawn(async move {
                let number = press % 9;
                let is_whole = if press % 2 == 0 {
                    let answer = call(&mut sari, "open_article", &format!("k{number}")).await.unwrap();
                    answer.body.is_some_and(|body| body.contains(CANARY))
                } else {
                    sari.read(&format!("/read/k{number}/judul-k{number}"), true).await.body.contains(CANARY)
                };
                is_whole.then_some(number)
            })
        })
        .collect();
    let mut open = BTreeSet::new();
    for press in presses {
        open.extend(press.await.unwrap());
    }
    assert_eq!(open.len(), 2);
}
