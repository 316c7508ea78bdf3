//! Readers join and confirm their address, and attackers get nowhere.

use std::sync::Arc;

use app::api::Next;
use http::StatusCode;

use crate::fixtures::newsroom;
use crate::reader::{PASSWORD, Reader};
use crate::site::TestSite;

const ARTICLE: &str = "/read/koran-1/judul-koran-1";

async fn site() -> Arc<TestSite> {
    Arc::new(TestSite::of(&newsroom()).await)
}

#[tokio::test]
async fn a_newcomer_registers_confirms_and_is_back_at_the_article() {
    let site = site().await;
    let mut reader = Reader::new(&site);
    let page = reader.get(&format!("/daftar?return_to={ARTICLE}")).await.body;
    assert!(page.contains(&format!("name=\"return_to\" value=\"{ARTICLE}\"")), "{page}");
    let mail = reader.register("Sari@Example.COM", ARTICLE).await;
    let page = reader.get("/konfirmasi").await.body;
    assert!(page.contains("Tautan aktivasi sudah kami kirim ke sari@example.com."), "{page}");
    assert!(
        page.contains(
            "Buka tautan itu untuk membaca 2 artikel gratis non-Laput dari koran dan majalah Warta."
        )
    );
    for words in ["Belum menerima email?", "Kirim Lagi Sekarang"] {
        assert!(page.contains(words), "{words}");
    }
    assert_eq!(mail.to, "sari@example.com");
    assert!(mail.mail.text.contains(&format!("https://warta.example/aktivasi?token={}", mail.token)));
    assert!(mail.mail.html.contains(&mail.token) && mail.mail.text.contains(&mail.code));
    // Scanners of mails follow links, too.
    for _ in 0..3 {
        let page = reader.get(&format!("/aktivasi?token={}", mail.token)).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert!(page.body.contains("sari@example.com") && !page.body.contains("type=\"password\""));
    }
    assert_eq!(reader.name().await, None);
    let answer = reader.post("confirm", &[("token", &mail.token)]).await;
    let place = format!("{ARTICLE}#dikonfirmasi");
    assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, &*place));
    let page = reader.get(ARTICLE).await.body;
    assert!(
        page.contains("id=\"dikonfirmasi\"") && page.contains("Email Anda sudah dikonfirmasi."),
        "{page}"
    );
    assert_eq!(reader.name().await.as_deref(), Some("sari@example.com"));
    let used = reader.get(&format!("/aktivasi?token={}", mail.token)).await;
    assert_eq!(used.status, StatusCode::GONE);
    assert!(used.body.contains("sudah dipakai"), "{}", used.body);
}

#[tokio::test]
async fn a_code_does_what_the_link_does_and_only_in_the_browser_that_asked() {
    let site = site().await;
    let mut reader = Reader::new(&site);
    let mail = reader.register("sari@example.com", "/").await;
    let mut stranger = Reader::new(&site);
    stranger.register("budi@example.com", "/").await;
    let answer = stranger.post("confirm", &[("code", &mail.code)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("Kode ini tidak cocok") && answer.body.contains("aria-invalid=\"true\""));
    assert_eq!(reader.post("confirm", &[("code", &mail.code)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(reader.name().await.as_deref(), Some("sari@example.com"));
}

#[tokio::test]
async fn codes_cannot_be_tried_out() {
    let site = site().await;
    let mut reader = Reader::new(&site);
    let mail = reader.register("sari@example.com", "/").await;
    let wrong = if mail.code == "000000" { "000001" } else { "000000" };
    for _ in 0..6 {
        assert_eq!(reader.post("confirm", &[("code", wrong)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = reader.post("confirm", &[("code", &mail.code)]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!answer.header("retry-after").is_empty() && answer.body.contains("Terlalu sering"));
    assert_eq!(reader.post("confirm", &[("token", &mail.token)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_registered_a_strangers_address_gets_nothing_from_the_strangers_click() {
    let site = site().await;
    let mut attacker = Reader::new(&site);
    let mail = attacker.register("korban@example.com", "/").await;
    let mut victim = Reader::new(&site);
    let page = victim.get(&format!("/aktivasi?token={}", mail.token)).await.body;
    assert!(page.contains("type=\"password\"") && page.contains("peramban lain"), "{page}");
    for fields in [
        &[("token", mail.token.as_str())][..],
        &[("token", &mail.token), ("password", "bukan kata sandinya")],
    ] {
        let answer = victim.post("confirm", fields).await;
        assert!(answer.status.is_client_error(), "{fields:?}: {}", answer.status);
    }
    assert_eq!((attacker.name().await, victim.name().await), (None, None));
    // The victim's own registration is another one, and ends the attacker's.
    let own = victim.register("korban@example.com", "/").await;
    assert_eq!(victim.post("confirm", &[("token", &own.token)]).await.status, StatusCode::SEE_OTHER);
    let late = attacker.post("confirm", &[("token", &mail.token)]).await;
    assert_eq!(late.status, StatusCode::GONE);
}

#[tokio::test]
async fn the_owner_confirms_in_another_browser_with_the_password() {
    let site = site().await;
    let mail = Reader::new(&site).register("sari@example.com", "/").await;
    let mut phone = Reader::new(&site);
    let answer = phone.post("confirm", &[("token", &mail.token), ("password", PASSWORD)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(phone.name().await.as_deref(), Some("sari@example.com"));
}

#[tokio::test]
async fn a_link_is_used_once_whoever_presses_at_once() {
    let site = site().await;
    let mut reader = Reader::new(&site);
    let mail = reader.register("sari@example.com", "/").await;
    let presses = (0..20).map(|_| {
        let (mut reader, token) = (reader.clone(), mail.token.clone());
        tokio::spawn(async move { reader.post("confirm", &[("token", &token)]).await.status })
    });
    let mut done = 0;
    for press in presses.collect::<Vec<_>>() {
        done += u32::from(press.await.unwrap() == StatusCode::SEE_OTHER);
    }
    assert_eq!(done, 1);
}

#[tokio::test]
async fn a_known_address_gets_the_same_answer_and_another_mail() {
    let site = site().await;
    Reader::join(&site, "sari@example.com").await;
    let mut stranger = Reader::new(&site);
    let mail = stranger.register("sari@example.com", "/").await;
    assert!(mail.token.is_empty() && mail.mail.subject.contains("sudah punya akun"), "{mail:?}");
    assert!(mail.mail.text.contains("https://warta.example/masuk"));
    let page = stranger.get("/konfirmasi").await.body;
    assert!(page.contains("Tautan aktivasi sudah kami kirim ke sari@example.com."));
}

#[tokio::test]
async fn sending_again_kills_the_link_before_and_waits_a_minute() {
    let site = site().await;
    let mut reader = Reader::new(&site);
    let first = reader.register("sari@example.com", "/").await;
    let answer = reader.post("resend", &[]).await;
    assert_eq!(answer.header("location"), "/konfirmasi?kabar=terkirim");
    assert!(
        reader.get("/konfirmasi?kabar=terkirim").await.body.contains("Dapat dikirim lagi dalam {} detik")
    );
    let second = site.open_mail().await.unwrap();
    let old = reader.get(&format!("/aktivasi?token={}", first.token)).await;
    assert_eq!(old.status, StatusCode::GONE);
    assert!(old.body.contains("kedaluwarsa") && old.body.contains("Kirim Email Baru"));
    assert_eq!(reader.post("confirm", &[("token", &first.token)]).await.status, StatusCode::GONE);
    assert_eq!(reader.post("resend", &[]).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(reader.post("confirm", &[("token", &second.token)]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_address_is_changed_before_it_is_confirmed() {
    let site = site().await;
    let mut reader = Reader::new(&site);
    reader.register("sari@exmaple.example", "/").await;
    let answer = reader.post("change_address", &[("email", "sari@example.com")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let mail = site.open_mail().await.unwrap();
    assert_eq!(mail.to, "sari@example.com");
    assert_eq!(reader.post("confirm", &[("token", &mail.token)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(reader.name().await.as_deref(), Some("sari@example.com"));
}

#[tokio::test]
async fn a_form_tells_all_that_is_wrong_at_once_and_each_beside_its_field() {
    let site = site().await;
    let (no_email, no_password) = ("Isi alamat email.", "Isi kata sandi.");
    let (bad_email, short) = ("Alamat email ini belum benar.", "Terlalu pendek: minimal 12 karakter.");
    for (endpoint, email, password, expected) in [
        ("register", "", "", [Some(no_email), Some(no_password)]),
        ("register", " ", "kuda77", [Some(no_email), Some(short)]),
        ("register", "sari@", "kuda77", [Some(bad_email), Some(short)]),
        ("register", "sari@", PASSWORD, [Some(bad_email), None]),
        ("sign_in", "", "", [Some(no_email), Some(no_password)]),
        ("sign_in", "sari", "", [Some(bad_email), Some(no_password)]),
        ("sign_in", "sari@example.com", "", [None, Some(no_password)]),
        ("send_link", "", "", [Some(no_email), None]),
        ("request_reset", "", "", [Some(no_email), None]),
    ] {
        let answer = Reader::new(&site).post(endpoint, &[("email", email), ("password", password)]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{endpoint} {email:?} {password:?}");
        let main = answer.body.split_once("<main").unwrap().1;
        let beside = |name: &str| {
            let id = format!("id=\"{endpoint}-{name}-error\" class=\"field__error\">");
            main.split_once(&id).map(|(_, rest)| rest.split_once("</p>").unwrap().0)
        };
        for (name, expected) in ["email", "password"].into_iter().zip(expected) {
            let said = beside(name);
            assert_eq!(said.is_some(), expected.is_some(), "{endpoint} {name}: {said:?}");
            assert!(said.unwrap_or_default().starts_with(expected.unwrap_or_default()), "{said:?}");
        }
        assert_eq!(main.matches(" autofocus").count(), 1, "at the first of them: {main}");
        assert!(!main.contains("role=\"alert\" class="), "nothing is wrong with the form as a whole");
    }
    let mut sari = Reader::join(&site, "sari@example.com").await;
    let answer = sari.post("change_password", &[("current_password", ""), ("password", "kuda77")]).await;
    assert!(answer.body.contains(no_password) && answer.body.contains(short), "{}", answer.body);
    let answer = sari.post("change_email", &[("current_password", ""), ("email", "")]).await;
    assert!(answer.body.contains(no_password) && answer.body.contains(no_email), "{}", answer.body);
    let answer = sari.post("delete_account", &[]).await;
    assert!(answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains(no_password));
}

#[tokio::test]
async fn a_form_that_fails_comes_back_with_what_was_typed_but_not_the_password() {
    let site = site().await;
    for (endpoint, fields, words) in [
        ("register", [("email", "sari@"), ("password", PASSWORD)], "Alamat email ini belum benar."),
        (
            "register",
            [("email", "sari@example.com"), ("password", "kuda77")],
            "Terlalu pendek: minimal 12 karakter.",
        ),
        ("register", [("email", "sari@example.com"), ("password", "password1234")], "terlalu mudah ditebak"),
        (
            "register",
            [("email", "sari.kusuma@example.com"), ("password", "sarikusuma12")],
            "mirip dengan email Anda",
        ),
        ("sign_in", [("email", "sari"), ("password", PASSWORD)], "Alamat email ini belum benar."),
    ] {
        let fields = [fields[0], fields[1], ("return_to", ARTICLE)];
        let answer = Reader::new(&site).post(endpoint, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
        assert!(answer.body.contains(&format!("value=\"{}\"", fields[0].1)), "the address is kept");
        assert!(
            answer.body.contains(&format!("name=\"return_to\" value=\"{ARTICLE}\"")),
            "so is the way back"
        );
        assert!(!answer.body.contains(fields[1].1), "the password is not");
        let invalid = answer.body.split("<input").find(|field| field.contains("aria-invalid")).unwrap();
        assert!(invalid.contains("autofocus") && invalid.contains("aria-describedby="), "{invalid}");
        let error = Reader::new(&site).call::<Next>(endpoint, &fields).await.unwrap_err();
        assert!(error.field().is_some(), "{error:?}");
    }
}
