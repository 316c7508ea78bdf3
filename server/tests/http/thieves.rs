//! Somebody has a reader's session or password, and the reader gets the account back.

use std::sync::Arc;

use app::api::{ApiError, FormField, Next};
use domain::account::{
    Account, Confirmation, Email, EmailAddress, EmailKind, Notice, Passkey, Purpose, ReturnTo, TokenHash,
};
use http::StatusCode;

use crate::fixtures::newsroom;
use crate::reader::{OpenedEmail, PASSWORD, Reader};
use crate::site::{TestSite, clock};

const NEW: &str = "empat ekor merpati";

async fn site() -> Arc<TestSite> {
    Arc::new(TestSite::of(&newsroom()).await)
}

/// The account of an address, with a passkey of this name.
async fn with_passkey(site: &TestSite, email: &str, id: &str) -> Account {
    let store = &site.services.accounts.store;
    let email = EmailAddress::parse(email).unwrap();
    let account = store.account_of(&email).await.unwrap().unwrap();
    let secure = Confirmation {
        id: TokenHash::from_store(format!("of-{id}")),
        purpose: Purpose::SecureAccount,
        email: email.clone(),
        account: Some(account.id.clone()),
        password: None,
        language: account.language,
        return_to: ReturnTo::default(),
        asked_at: clock(),
    };
    let (confirmation, detail) = (Some(secure.id.clone()), Some("Firefox, Linux".to_owned()));
    let kind = EmailKind::PasskeyAdded;
    let email = Email { kind, to: email, confirmation, detail, language: account.language };
    let passkey = Passkey {
        id: id.into(),
        account: account.id.clone(),
        device: "Firefox, Linux".into(),
        data: "{}".into(),
        made_at: clock(),
        used_at: None,
    };
    store.add_passkey(&account, &passkey, &Notice { email, secure }).await.unwrap().done().unwrap();
    account
}

/// The next mail whose subject says this.
async fn mail_about(site: &TestSite, words: &str) -> OpenedEmail {
    while let Some(mail) = site.open_mail().await {
        if mail.mail.subject.contains(words) {
            return mail;
        }
    }
    panic!("no mail about {words}");
}

#[tokio::test]
async fn a_session_alone_changes_no_way_in() {
    let site = site().await;
    let mut thief = Reader::join(&site, "sari@example.com").await;
    let account = with_passkey(&site, "sari@example.com", "kunci").await;
    for (endpoint, fields) in [
        ("begin_passkey", vec![]),
        ("remove_passkey", vec![("passkey", "kunci")]),
        ("by_provider", vec![("provider", "kampus"), ("link", "1")]),
        ("unlink", vec![("issuer", "https://provider.example")]),
        ("change_password", vec![("password", NEW)]),
        ("change_email", vec![("email", "maling@example.com")]),
        ("delete_account", vec![]),
    ] {
        let guess = [("current_password", "sebuah tebakan saja")];
        for (fields, error) in [
            (fields.clone(), ApiError::Missing { field: FormField::CurrentPassword }),
            ([&fields[..], &guess].concat(), ApiError::Credentials),
        ] {
            assert_eq!(thief.ask(endpoint, &fields).await.typed::<Next>(), Err(error), "{endpoint}");
        }
    }
    assert_eq!(site.services.accounts.store.passkeys(&account.id).await.unwrap().len(), 1);
    let page = thief.get("/akun").await.body;
    assert!(page.contains("remove_passkey-current_password-0"), "the form asks for it: {page}");
    let fields = [("passkey", "kunci"), ("current_password", PASSWORD)];
    assert_eq!(thief.post("remove_passkey", &fields).await.status, StatusCode::SEE_OTHER);
    let told = mail_about(&site, "Kunci sandi dihapus").await;
    assert!(told.mail.text.contains("Firefox, Linux") && told.mail.text.contains("12.00 WIB"), "{told:?}");
}

#[tokio::test]
async fn who_is_told_of_a_stranger_ends_all_sessions_and_chooses_a_new_password() {
    let site = site().await;
    let mut reader = Reader::join(&site, "sari@example.com").await;
    let account = with_passkey(&site, "sari@example.com", "maling").await;
    let mut thief = Reader::new(&site);
    thief.post("sign_in", &[("email", "sari@example.com"), ("password", PASSWORD)]).await;
    let mail = mail_about(&site, "perangkat baru").await;
    let path = format!("/akun/bukan-saya?token={}", mail.token);
    assert!(mail.mail.text.contains(&path) && mail.mail.text.contains("Jumat, 21 Juni 2024 | 12.00 WIB"));
    assert!(!mail.mail.text.contains(&mail.code), "there is nowhere to type a code");
    // Scanners of mails follow links, too.
    let mut owner = Reader::new(&site);
    for _ in 0..3 {
        let page = owner.get(&path).await;
        assert!(page.status == StatusCode::OK && page.body.contains("Bukan Saya, Keluarkan Semua"));
        assert_eq!(page.header("referrer-policy"), "no-referrer");
    }
    assert_eq!((reader.name().await.is_some(), thief.name().await.is_some()), (true, true));
    let answer = owner.post_to("/akun/bukan-saya", &[("token", &mail.token)]).await;
    let form = answer.header("location").to_owned();
    assert!(answer.status == StatusCode::SEE_OTHER && form.starts_with("/sandi/atur?token="), "{form}");
    assert_eq!((reader.name().await, thief.name().await), (None, None));
    assert_eq!(owner.get(&path).await.status, StatusCode::GONE);

    // The form is there at once, with what else lets in, not ticked.
    let page = owner.get(&form).await.body;
    assert!(page.contains("Kunci sandi: Firefox, Linux") && page.contains("passkey:maling"), "{page}");
    let boxes = page.split("<input").find(|input| input.contains("name=\"keep[]\"")).unwrap();
    assert!(!boxes.split('>').next().unwrap().contains("checked"), "{boxes}");
    let token = form.split('=').nth(1).unwrap();
    let bad = [("token", token), ("password", "pendek"), ("keep[]", "passkey:maling")];
    let again = owner.post_to("/sandi/atur", &bad).await;
    let boxes = again.body.split("<input").find(|input| input.contains("name=\"keep[]\"")).unwrap();
    assert!(boxes.split('>').next().unwrap().contains("checked"), "what was ticked stays so: {boxes}");
    let answer = owner.post_to("/sandi/atur", &[("token", token), ("password", NEW)]).await;
    assert_eq!(answer.header("location"), "/masuk?kabar=sandi");
    assert!(site.services.accounts.store.passkeys(&account.id).await.unwrap().is_empty());
    let wrong = thief.post("sign_in", &[("email", "sari@example.com"), ("password", PASSWORD)]).await;
    assert_eq!(wrong.status, StatusCode::UNAUTHORIZED);
    let right = owner.post("sign_in", &[("email", "sari@example.com"), ("password", NEW)]).await;
    assert_eq!(right.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_reset_keeps_what_is_ticked() {
    let site = site().await;
    Reader::join(&site, "sari@example.com").await;
    with_passkey(&site, "sari@example.com", "ponsel").await;
    let account = with_passkey(&site, "sari@example.com", "maling").await;
    let mut reader = Reader::new(&site);
    reader.post("request_reset", &[("email", "sari@example.com")]).await;
    let mail = mail_about(&site, "Buat kata sandi baru").await;
    let fields =
        [("token", mail.token.as_str()), ("password", NEW), ("keep[]", "passkey:ponsel"), ("keep[]", "x")];
    assert_eq!(reader.post_to("/sandi/atur", &fields).await.status, StatusCode::SEE_OTHER);
    let left = site.services.accounts.store.passkeys(&account.id).await.unwrap();
    assert_eq!(left.iter().map(|key| key.id.as_str()).collect::<Vec<_>>(), ["ponsel"]);
}

#[tokio::test]
async fn a_change_of_password_or_address_gives_a_new_session() {
    let site = site().await;
    let mut reader = Reader::join(&site, "lama@example.com").await;
    let mut thief = reader.clone();
    let fields = [("current_password", PASSWORD), ("password", NEW)];
    reader.post("change_password", &fields).await;
    assert_ne!(reader.cookies["__Host-sid"], thief.cookies["__Host-sid"]);
    assert_eq!((reader.name().await.is_some(), thief.name().await), (true, None));

    let mut thief = reader.clone();
    reader.post("change_email", &[("email", "baru@example.com"), ("current_password", NEW)]).await;
    for address in ["lama@example.com", "baru@example.com"] {
        let mail = mail_about(&site, "Konfirmasi").await;
        assert_eq!(mail.to, address);
        reader.post("confirm_email", &[("token", &mail.token)]).await;
    }
    assert_ne!(reader.cookies["__Host-sid"], thief.cookies["__Host-sid"]);
    assert_eq!((reader.name().await.as_deref(), thief.name().await), (Some("baru@example.com"), None));
}

#[tokio::test]
async fn who_has_not_confirmed_is_led_on_in_another_browser() {
    let site = site().await;
    Reader::new(&site).register("sari@example.com", "/").await;
    let mut phone = Reader::new(&site);
    let refused = phone.post_to("/masuk", &[("email", "sari@example.com"), ("password", PASSWORD)]).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
    let form = refused.body.split("/api/send_confirmation").nth(1).unwrap();
    assert!(form.contains("value=\"sari@example.com\""), "{form}");
    let mut pages = Vec::new();
    for email in ["siapa@example.com", "sari@example.com"] {
        let answer = phone.post("send_confirmation", &[("email", email)]).await;
        assert_eq!(answer.header("location"), "/konfirmasi?kabar=konfirmasi-terkirim");
        pages.push(phone.get(answer.header("location")).await.body);
    }
    assert!(pages[0] == pages[1] && pages[0].contains("menunggu konfirmasi"), "{}", pages[0]);
    let mail = site.open_mail().await.unwrap();
    assert!(mail.to == "sari@example.com" && site.open_mail().await.is_none(), "{mail:?}");
    let fields = [("token", mail.token.as_str()), ("password", PASSWORD)];
    assert_eq!(phone.post("confirm", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(phone.name().await.as_deref(), Some("sari@example.com"));
    // Where nothing waits, the page offers the same.
    assert!(Reader::new(&site).get("/konfirmasi").await.body.contains("/api/send_confirmation"));
}

#[tokio::test]
async fn who_deletes_the_account_and_registers_anew_has_no_units_anew() {
    let site = site().await;
    let mut reader = Reader::join(&site, "sari@example.com").await;
    for article in ["/read/koran-1/judul-koran-1", "/read/majalah-1/judul-majalah-1"] {
        assert_eq!(reader.read(article, true).await.status, StatusCode::OK);
    }
    let page = reader.get("/akun").await.body;
    assert!(page.contains("Sisa 0 dari 2 artikel gratis"), "{page}");
    assert!(page.contains("paling lama sampai Sabtu, 26 Juli 2025"), "said before it is done: {page}");
    reader.post("delete_account", &[("current_password", PASSWORD)]).await;
    while site.open_mail().await.is_some() {}
    let mut anew = Reader::join(&site, "sari@example.com").await;
    assert!(anew.get("/akun").await.body.contains("Sisa 0 dari 2 artikel gratis"));
    let mut other = Reader::join(&site, "budi@example.com").await;
    assert!(other.get("/akun").await.body.contains("Sisa 2 dari 2 artikel gratis"));
}
