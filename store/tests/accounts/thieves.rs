//! Somebody has a reader's session or password, or tries for it.

use chrono::{DateTime, Utc};
use domain::account::{
    AccountError, AccountService, ClientContext, EmailKind, EmailProof, LinkState, ReturnTo, SignInMethod,
    begin_passkey, begin_signature, change_email, change_password, close, complete_login, confirm, find_link,
    finish_passkey, finish_signature, reader, register, request_reset, resend, reset_password,
    secure_account, send_confirmation, sign_in, unlink,
};
use store::Database;

use super::departure;
use super::fakes::{ISSUER, PASSWORD, account_service_on, later, noon};

pub async fn a_change_of_address_is_not_sent_again_to_the_new_one(database: Database) {
    let (accounts, post) = account_service_on(database);
    let thief = post.join(&accounts, "korban@example.com", noon()).await;
    let confirmation = change_email(&accounts, &thief, PASSWORD, "maling@example.com", noon()).await.unwrap();
    let mail = post.open(&accounts, noon()).await.unwrap();
    assert_eq!(mail.to, "korban@example.com");
    // The token of the confirmation is in the thief's cookies, and the link is not.
    let thief = ClientContext { confirmation: Some(confirmation), ..thief };
    for link in [None, Some(&mail.token)] {
        let again = resend(&accounts, &thief, link, later(120)).await;
        assert!(matches!(again, Err(AccountError::LinkUnknown)), "{again:?}");
    }
    assert!(post.open(&accounts, later(120)).await.is_none());
}

pub async fn every_way_in_is_told_and_an_owner_ends_what_a_thief_began(database: Database) {
    let (accounts, post) = account_service_on(database);
    let thief = post.join(&accounts, "sari@example.com", noon()).await;
    assert_eq!(post.told(&accounts, noon()).await.0, [], "who makes an account is not told of it");
    let (_, asked) = begin_passkey(&accounts, &thief, PASSWORD, noon()).await.unwrap();
    let asked = ClientContext { challenge: Some(asked), ..thief.clone() };
    finish_passkey(&accounts, &asked, "kunci", noon()).await.unwrap();
    post.provider.says("1", None);
    let away = post.oidc_login(&accounts, &thief, true, noon()).await;
    complete_login(&accounts, &away, ("kampus", "state", "code"), noon()).await.unwrap();
    let enter =
        || sign_in(&accounts, &post.elsewhere, "sari@example.com", PASSWORD, ReturnTo::default(), noon());
    let there = enter().await.unwrap();
    let (kinds, link) = post.told(&accounts, noon()).await;
    assert_eq!(kinds, [EmailKind::PasskeyAdded, EmailKind::ProviderLinked, EmailKind::NewDevice]);
    // The thief goes on as long as the mail is not read.
    let there = ClientContext {
        session: Some(there.session),
        device: Some(there.device),
        ..ClientContext::default()
    };
    let again = there.clone();
    let again =
        sign_in(&accounts, &again, "sari@example.com", PASSWORD, ReturnTo::default(), noon()).await.unwrap();
    assert_eq!(post.told(&accounts, noon()).await.0, [], "the device is known by now");
    let there = ClientContext { session: Some(again.session), ..there };

    let week = 7 * 86_400;
    let late = secure_account(&accounts, &ClientContext::default(), link.clone().unwrap(), later(week)).await;
    assert!(late.is_err(), "{late:?}");
    let link = link.unwrap();
    let reset =
        secure_account(&accounts, &ClientContext::default(), link.clone(), later(week - 1)).await.unwrap();
    for client in [&thief, &there] {
        assert!(reader(&accounts, client, noon()).await.unwrap().is_none(), "every session has ended");
    }
    let twice = secure_account(&accounts, &ClientContext::default(), link, later(week - 1)).await;
    assert!(matches!(twice, Err(AccountError::LinkUsed)), "{twice:?}");
    let (proof, new) = (EmailProof::Link(reset), "empat ekor merpati");
    reset_password(&accounts, &ClientContext::default(), &proof, new, &[], later(week)).await.unwrap();
    // Neither the key nor the provider of the thief lets in any more.
    let (_, asked) = begin_signature(&accounts, &ClientContext::default(), noon()).await.unwrap();
    let asked = ClientContext { challenge: Some(asked), ..ClientContext::default() };
    assert!(finish_signature(&accounts, &asked, "kunci", ReturnTo::default(), noon()).await.is_err());
    let away = post.oidc_login(&accounts, &ClientContext::default(), false, noon()).await;
    assert!(complete_login(&accounts, &away, ("kampus", "state", "code"), noon()).await.is_err());
    assert!(enter().await.is_err());
}

pub async fn a_reset_keeps_the_ways_in_that_were_ticked(database: Database) {
    let (accounts, post) = account_service_on(database);
    let sari = post.join(&accounts, "sari@example.com", noon()).await;
    for key in ["ponsel", "maling"] {
        let (_, asked) = begin_passkey(&accounts, &sari, PASSWORD, noon()).await.unwrap();
        finish_passkey(&accounts, &ClientContext { challenge: Some(asked), ..sari.clone() }, key, noon())
            .await
            .unwrap();
    }
    post.provider.says("1", None);
    let away = post.oidc_login(&accounts, &sari, true, noon()).await;
    complete_login(&accounts, &away, ("kampus", "state", "code"), noon()).await.unwrap();
    let (account, _) = reader(&accounts, &sari, noon()).await.unwrap().unwrap();
    let ponsel = SignInMethod::Passkey("ponsel".into());
    let strangers = SignInMethod::Passkey("tidak ada".into());
    let mut day = 0;
    for (keep, keys, linked) in [
        (vec![ponsel.clone(), strangers, SignInMethod::Provider(ISSUER.into())], 1, 1),
        (vec![ponsel], 1, 0),
        (vec![], 0, 0),
    ] {
        day += 1;
        let now = later(86_400 * day);
        request_reset(&accounts, &ClientContext::default(), "sari@example.com", now).await.unwrap();
        let proof = EmailProof::Link(post.open(&accounts, now).await.unwrap().token);
        reset_password(&accounts, &ClientContext::default(), &proof, PASSWORD, &keep, now).await.unwrap();
        assert_eq!(accounts.store.passkeys(&account.id).await.unwrap().len(), keys, "{keep:?}");
        assert_eq!(accounts.store.identities(&account.id).await.unwrap().len(), linked, "{keep:?}");
    }
}

pub async fn a_hundred_wrong_passwords_an_hour_are_the_most_over_all_doors(database: Database) {
    let (accounts, post) = account_service_on(database);
    let here = post.join(&accounts, "sari@example.com", noon()).await;
    let right =
        || sign_in(&accounts, &post.elsewhere, "sari@example.com", PASSWORD, ReturnTo::default(), noon());
    let known = ClientContext { device: Some(right().await.unwrap().device), ..ClientContext::default() };
    let mut wrong = 0;
    for minute in 0..=60 {
        let now = later(60 * minute);
        for _ in 0..8 {
            let tried = [
                enter(&accounts, &ClientContext::default(), "bukan yang ini", now).await,
                enter(&accounts, &known, "bukan yang ini", now).await,
                change_password(&accounts, &here, "bukan yang ini", "empat ekor merpati", now)
                    .await
                    .map(drop),
                close(&accounts, &here, "bukan yang ini", &departure(), now).await,
                begin_passkey(&accounts, &here, "bukan yang ini", now).await.map(drop),
                unlink(&accounts, &here, ISSUER, "bukan yang ini", now).await,
            ];
            wrong += tried.iter().filter(|tried| matches!(tried, Err(AccountError::Credentials))).count();
        }
        // Coming in by strangers' browsers, as the reader may do meanwhile, makes no new tries of old ones.
        if minute % 20 == 0 {
            let _ = enter(&accounts, &ClientContext::default(), PASSWORD, now).await;
        }
    }
    assert!((40..=100).contains(&wrong), "{wrong} wrong passwords were compared");
}

async fn enter(
    accounts: &AccountService,
    client: &ClientContext,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    sign_in(accounts, client, "sari@example.com", password, ReturnTo::default(), now).await.map(drop)
}

pub async fn who_has_not_confirmed_is_led_on_from_any_browser(database: Database) {
    let (accounts, post) = account_service_on(database);
    register(&accounts, &ClientContext::default(), "sari@example.com", PASSWORD, ReturnTo::default(), noon())
        .await
        .unwrap();
    let first = post.open(&accounts, noon()).await.unwrap();
    let phone = ClientContext::default();
    for email in ["sari@example.com", "siapa@example.com"] {
        let refused = sign_in(&accounts, &phone, email, PASSWORD, ReturnTo::default(), noon()).await;
        assert!(matches!(refused, Err(AccountError::Credentials)), "{refused:?}");
        send_confirmation(&accounts, &phone, email, noon()).await.unwrap();
    }
    let second = post.open(&accounts, noon()).await.unwrap();
    assert_eq!(second.to, "sari@example.com");
    assert!(post.open(&accounts, noon()).await.is_none(), "nothing waits for anybody else");
    // Strangers may ask for the mail too, so they must not make the first link old.
    let state = find_link(&accounts, &first.token, noon()).await.unwrap();
    assert!(matches!(state, LinkState::Open(_)), "{state:?}");
    let proof = EmailProof::Link(second.token);
    let without = confirm(&accounts, &phone, &proof, None, noon()).await;
    assert!(matches!(without, Err(AccountError::OtherBrowser)), "{without:?}");
    confirm(&accounts, &phone, &proof, Some(PASSWORD), noon()).await.unwrap();
}
