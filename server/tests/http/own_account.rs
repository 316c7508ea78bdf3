//! Changes that readers make to their own accounts.

use std::sync::Arc;

use http::StatusCode;

use crate::reader::{PASSWORD, Reader};
use crate::site::TestSite;

async fn site() -> Arc<TestSite> {
    Arc::new(TestSite::of(&[]).await)
}

#[tokio::test]
async fn a_password_is_changed_with_the_one_before() {
    let site = site().await;
    let mut here = Reader::join(&site, "sari@example.com").await;
    let mut there = Reader::new(&site);
    there.post("sign_in", &[("email", "sari@example.com"), ("password", PASSWORD)]).await;
    let new = "empat ekor merpati";
    let wrong =
        here.post("change_password", &[("current_password", "bukan yang ini"), ("password", new)]).await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    let right = here.post("change_password", &[("current_password", PASSWORD), ("password", new)]).await;
    assert_eq!(right.header("location"), "/akun?kabar=sandi");
    assert!(here.get("/akun?kabar=sandi").await.body.contains("Kata sandi sudah diganti."));
    assert_eq!((here.name().await.is_some(), there.name().await), (true, None));
    assert!(site.open_mail().await.unwrap().mail.subject.contains("perangkat baru"), "of the browser there");
    assert!(site.open_mail().await.unwrap().mail.subject.contains("sudah diganti"));
}

#[tokio::test]
async fn an_address_changes_once_both_have_confirmed() {
    let site = site().await;
    let mut reader = Reader::join(&site, "lama@example.com").await;
    let fields = [("email", "baru@example.com"), ("current_password", PASSWORD)];
    assert_eq!(reader.post("change_email", &fields).await.header("location"), "/akun?kabar=alamat-diminta");
    let old = site.open_mail().await.unwrap();
    assert!(old.to == "lama@example.com" && old.mail.text.contains("baru@example.com"), "{old:?}");
    assert!(
        reader.get(&format!("/akun/alamat?token={}", old.token)).await.body.contains("Konfirmasi Pergantian")
    );
    // Neither another reader nor a visitor without an account can confirm the change.
    let mut stranger = Reader::join(&site, "siapa@example.com").await;
    assert_eq!(stranger.post("confirm_email", &[("token", &old.token)]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        Reader::new(&site).post("confirm_email", &[("token", &old.token)]).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        reader.post("confirm_email", &[("token", &old.token)]).await.header("location"),
        "/akun?kabar=alamat-dilepas"
    );
    assert_eq!(reader.name().await.as_deref(), Some("lama@example.com"), "not yet");
    let new = site.open_mail().await.unwrap();
    assert_eq!(new.to, "baru@example.com");
    assert_eq!(
        reader.post("confirm_email", &[("token", &new.token)]).await.header("location"),
        "/akun?kabar=alamat-berganti"
    );
    assert_eq!(reader.name().await.as_deref(), Some("baru@example.com"));
    let told = site.open_mail().await.unwrap();
    assert!(told.to == "lama@example.com" && told.mail.subject.contains("sudah berganti"), "{told:?}");
}

#[tokio::test]
async fn an_account_is_its_readers_alone() {
    let site = site().await;
    for endpoint in
        ["change_password", "change_email", "confirm_email", "end_session", "use_history", "delete_account"]
    {
        let mut guest = Reader::new(&site);
        let fields = [
            ("current_password", PASSWORD),
            ("password", PASSWORD),
            ("email", "a@example.com"),
            ("token", &"a".repeat(43)),
        ];
        let answer = guest.ask(endpoint, &fields).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{endpoint}: {}", answer.body);
    }
}

#[tokio::test]
async fn sessions_are_listed_and_ended() {
    let site = site().await;
    let mut here = Reader::join(&site, "sari@example.com").await;
    let mut there = Reader::new(&site);
    let right = [("email", "sari@example.com"), ("password", PASSWORD)];
    there.post("sign_in", &right).await;
    let page = here.get("/akun").await.body;
    assert!(page.contains("<em>perangkat ini</em>") && page.contains("sari@example.com"), "{page}");
    let name = page.split("name=\"session\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(here.post("end_session", &[("session", &name)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!((here.name().await.is_some(), there.name().await), (true, None));
    there.post("sign_in", &right).await;
    here.post("end_session", &[]).await;
    assert_eq!((here.name().await.is_some(), there.name().await), (true, None));
}

#[tokio::test]
async fn who_leaves_is_forgotten_at_once() {
    let site = site().await;
    let mut reader = Reader::join(&site, "sari@example.com").await;
    assert_eq!(
        reader.post("delete_account", &[("current_password", "bukan yang ini")]).await.status,
        StatusCode::UNAUTHORIZED
    );
    let answer = reader.post("delete_account", &[("current_password", PASSWORD)]).await;
    assert_eq!(answer.header("location"), "/masuk?kabar=dihapus");
    assert!(site.open_mail().await.unwrap().mail.subject.contains("sudah dihapus"));
    assert_eq!(reader.name().await, None);
    let answer = reader.post("sign_in", &[("email", "sari@example.com"), ("password", PASSWORD)]).await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
    Reader::join(&site, "sari@example.com").await;
}

#[tokio::test]
async fn what_is_kept_is_given_out_and_holds_no_secret() {
    let site = site().await;
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let answer = reader.post("download", &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.header("content-disposition").contains("attachment"));
    let data: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(data["account"]["email"], "sari@example.com");
    assert_eq!(data["sessions"].as_array().unwrap().len(), 1);
    assert_eq!(data["emails"].as_array().unwrap().len(), 1);
    for secret in ["argon2", reader.cookies["__Host-sid"].as_str(), "token"] {
        assert!(!answer.body.contains(secret), "{secret}");
    }
    let guest = Reader::new(&site).post("download", &[]).await;
    assert_eq!(guest.header("location"), "/masuk?return_to=/akun");
}

#[tokio::test]
async fn reading_data_is_switched_off_and_on() {
    let site = site().await;
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let is_on = async |reader: &mut Reader| {
        let page = reader.get("/akun").await.body;
        page.split("name=\"uses\"").nth(1).unwrap().split('>').next().unwrap().contains("checked")
    };
    assert!(is_on(&mut reader).await);
    reader.post("use_history", &[]).await;
    assert!(!is_on(&mut reader).await);
    reader.post("use_history", &[("uses", "1")]).await;
    assert!(is_on(&mut reader).await);
}
