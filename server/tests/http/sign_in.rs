//! Readers sign in and out and set passwords anew, and attackers get nowhere.

use std::sync::Arc;

use http::StatusCode;

use crate::fixtures::newsroom;
use crate::reader::{PASSWORD, Reader};
use crate::site::TestSite;

const ARTICLE: &str = "/read/koran-1/judul-koran-1";

async fn site() -> Arc<TestSite> {
    Arc::new(TestSite::of(&newsroom()).await)
}

#[tokio::test]
async fn signing_in_answers_the_same_to_everyone_who_may_not() {
    let site = site().await;
    Reader::join(&site, "sinta@example.com").await;
    Reader::new(&site).register("belum@example.com", "/").await;
    let mut answers = Vec::new();
    for (email, password) in [
        ("sinta@example.com", "bukan kata sandinya"),
        ("siapa@example.com", PASSWORD),
        ("belum@example.com", PASSWORD),
        ("sinta@example.com", "x"),
    ] {
        let answer = Reader::new(&site).post("sign_in", &[("email", email), ("password", password)]).await;
        assert!(answer.headers.get("set-cookie").is_none());
        answers.push((answer.status, answer.body.replace(email, "EMAIL")));
    }
    assert_eq!(answers[0].0, StatusCode::UNAUTHORIZED);
    assert!(answers[0].1.contains("Email atau kata sandi tidak cocok."));
    assert!(answers[0].1.contains("belum dikonfirmasi?") && answers[0].1.contains("/api/send_confirmation"));
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    let mut reader = Reader::new(&site);
    let fields = [("email", " SINTA@example.com "), ("password", PASSWORD), ("return_to", ARTICLE)];
    let answer = reader.post("sign_in", &fields).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, ARTICLE));
}

#[tokio::test]
async fn signing_in_gives_a_new_session_and_signing_out_ends_it() {
    let site = site().await;
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let before = reader.cookies["__Host-sid"].clone();
    reader.post("sign_in", &[("email", "sari@example.com"), ("password", PASSWORD)]).await;
    let after = reader.cookies["__Host-sid"].clone();
    assert_ne!(before, after);
    let mut thief = Reader::new(&site);
    thief.cookies.insert("__Host-sid".into(), before);
    assert_eq!(thief.name().await, None, "the session before has ended");
    thief.cookies.insert("__Host-sid".into(), after);
    assert!(thief.name().await.is_some());
    let answer = reader.post("sign_out", &[("return_to", ARTICLE)]).await;
    assert_eq!((answer.header("location"), answer.header("clear-site-data")), (ARTICLE, "\"cache\""));
    assert!(!reader.cookies.contains_key("__Host-sid") && !reader.cookies.contains_key("__Host-reader"));
    assert_eq!(thief.name().await, None);
}

#[tokio::test]
async fn a_mail_signs_in_the_browser_that_asked_and_no_other() {
    let site = site().await;
    Reader::join(&site, "sari@example.com").await;
    let mut reader = Reader::new(&site);
    let answer = reader.post("send_link", &[("email", "sari@example.com"), ("return_to", ARTICLE)]).await;
    assert_eq!(answer.header("location"), "/masuk/kode");
    let mail = site.open_mail().await.unwrap();
    let mut victim = Reader::new(&site);
    let page = victim.get(&format!("/masuk/kode?token={}", mail.token)).await.body;
    assert!(page.contains("peramban lain") && !page.contains("sari@example.com"), "{page}");
    assert!(victim.post("redeem", &[("token", &mail.token)]).await.status.is_client_error());
    assert_eq!(victim.name().await, None);
    let answer = reader.post("redeem", &[("code", &mail.code)]).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, ARTICLE));
    assert!(reader.post("redeem", &[("token", &mail.token)]).await.status.is_client_error());
    assert!(site.open_mail().await.unwrap().mail.subject.contains("perangkat baru"));
    // For an unknown address all looks the same, and nothing is sent.
    let mut stranger = Reader::new(&site);
    let answer = stranger.post("send_link", &[("email", "siapa@example.com")]).await;
    assert_eq!(answer.header("location"), "/masuk/kode");
    assert!(stranger.get("/masuk/kode").await.body.contains("siapa@example.com"));
    assert!(site.open_mail().await.is_none());
}

#[tokio::test]
async fn a_new_password_ends_all_sessions_and_is_told() {
    let site = site().await;
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let mut elsewhere = Reader::new(&site);
    let answer = elsewhere.post("request_reset", &[("email", "sari@example.com")]).await;
    assert_eq!(answer.header("location"), "/sandi/lupa?kabar=terkirim");
    let mail = site.open_mail().await.unwrap();
    assert!(mail.mail.text.contains("/sandi/atur?token="));
    assert!(elsewhere.get(&format!("/sandi/atur?token={}", mail.token)).await.body.contains("new-password"));
    let bad = elsewhere.post("reset_password", &[("token", &mail.token), ("password", "pendek")]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bad.body.contains(&mail.token), "the link still works");
    let new = "empat ekor merpati";
    let answer = elsewhere.post("reset_password", &[("token", &mail.token), ("password", new)]).await;
    assert_eq!(answer.header("location"), "/masuk?kabar=sandi");
    assert_eq!((reader.name().await, elsewhere.name().await), (None, None));
    assert!(site.open_mail().await.unwrap().mail.subject.contains("sudah diganti"));
    let again = elsewhere.post("reset_password", &[("token", &mail.token), ("password", new)]).await;
    assert_eq!(again.status, StatusCode::GONE);
    let old = elsewhere.post("sign_in", &[("email", "sari@example.com"), ("password", PASSWORD)]).await;
    assert_eq!(old.status, StatusCode::UNAUTHORIZED);
    let right = elsewhere.post("sign_in", &[("email", "sari@example.com"), ("password", new)]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_reset_of_an_unknown_address_looks_the_same_and_sends_nothing() {
    let site = site().await;
    Reader::new(&site).register("belum@example.com", "/").await;
    for email in ["siapa@example.com", "belum@example.com"] {
        let answer = Reader::new(&site).post("request_reset", &[("email", email)]).await;
        assert_eq!(answer.header("location"), "/sandi/lupa?kabar=terkirim");
        assert!(site.open_mail().await.is_none(), "{email}");
    }
}

#[tokio::test]
async fn a_form_may_be_sent_to_its_own_page_and_stays_there_when_it_fails() {
    let site = site().await;
    Reader::join(&site, "sari@example.com").await;
    let mut reader = Reader::new(&site);
    for (page, form) in [
        ("/masuk", "/masuk"),
        ("/daftar", "/daftar"),
        ("/sandi/lupa", "/sandi/lupa"),
        ("/masuk/tautan", "/masuk/tautan"),
    ] {
        let html = reader.get(page).await.body;
        assert!(html.contains(&format!("action=\"{form}\"")), "{page}");
    }
    let fields = [("email", "sari@example.com"), ("password", "bukan kata sandinya")];
    let answer = reader.post_to("/masuk", &fields).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    assert!(
        answer.body.contains("Email atau kata sandi tidak cocok.")
            && answer.body.contains("value=\"sari@example.com\"")
    );
    let fields = [("email", "sari@example.com"), ("password", PASSWORD), ("return_to", ARTICLE)];
    let answer = reader.post_to("/masuk/", &fields).await;
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, ARTICLE));
    assert_eq!(reader.post_to("/akun", &fields).await.status, StatusCode::METHOD_NOT_ALLOWED);
}
