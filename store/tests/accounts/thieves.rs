//! Somebody has a reader's session or password, or tries for it.

use chrono::{DateTime, Utc};
use domain::account::{
    Browser, Denied, Desk, LetterKind, LinkState, Proof, ReturnTo, SignInMethod, arrive, begin_passkey,
    begin_signature, change_email, change_password, close, confirm, find_link, finish_passkey,
    finish_signature, reader, register, request_reset, resend, reset_password, secure_account,
    send_confirmation, sign_in, unlink,
};
use store::Database;

use super::departure;
use super::desk::{ISSUER, PASSWORD, desk_on, later, noon};

pub async fn a_change_of_address_is_not_sent_again_to_the_new_one(database: Database) {
    let (desk, post) = desk_on(database);
    let thief = post.join(&desk, "korban@example.com", noon()).await;
    let wish = change_email(&desk, &thief, PASSWORD, "maling@example.com", noon()).await.unwrap();
    let mail = post.open(&desk, noon()).await.unwrap();
    assert_eq!(mail.to, "korban@example.com");
    // The token of the wish is in the thief's cookies, and the link is not.
    let thief = Browser { confirmation: Some(wish), ..thief };
    for link in [None, Some(&mail.token)] {
        let again = resend(&desk, &thief, link, later(120)).await;
        assert!(matches!(again, Err(Denied::LinkUnknown)), "{again:?}");
    }
    assert!(post.open(&desk, later(120)).await.is_none());
}

pub async fn every_way_in_is_told_and_an_owner_ends_what_a_thief_began(database: Database) {
    let (desk, post) = desk_on(database);
    let thief = post.join(&desk, "sari@example.com", noon()).await;
    assert_eq!(post.told(&desk, noon()).await.0, [], "who makes an account is not told of it");
    let (_, asked) = begin_passkey(&desk, &thief, PASSWORD, noon()).await.unwrap();
    let asked = Browser { challenge: Some(asked), ..thief.clone() };
    finish_passkey(&desk, &asked, "kunci", noon()).await.unwrap();
    post.provider.says("1", None);
    let away = post.detour(&desk, &thief, true, noon()).await;
    arrive(&desk, &away, ("kampus", "state", "code"), noon()).await.unwrap();
    let enter = || sign_in(&desk, &post.elsewhere, "sari@example.com", PASSWORD, ReturnTo::default(), noon());
    let there = enter().await.unwrap();
    let (kinds, link) = post.told(&desk, noon()).await;
    assert_eq!(kinds, [LetterKind::PasskeyAdded, LetterKind::ProviderLinked, LetterKind::NewDevice]);
    // The thief goes on as long as the mail is not read.
    let there = Browser { session: Some(there.session), device: Some(there.device), ..Browser::default() };
    let again = there.clone();
    let again =
        sign_in(&desk, &again, "sari@example.com", PASSWORD, ReturnTo::default(), noon()).await.unwrap();
    assert_eq!(post.told(&desk, noon()).await.0, [], "the device is known by now");
    let there = Browser { session: Some(again.session), ..there };

    let week = 7 * 86_400;
    let late = secure_account(&desk, &Browser::default(), link.clone().unwrap(), later(week)).await;
    assert!(late.is_err(), "{late:?}");
    let link = link.unwrap();
    let reset = secure_account(&desk, &Browser::default(), link.clone(), later(week - 1)).await.unwrap();
    for browser in [&thief, &there] {
        assert!(reader(&desk, browser, noon()).await.unwrap().is_none(), "every session has ended");
    }
    let twice = secure_account(&desk, &Browser::default(), link, later(week - 1)).await;
    assert!(matches!(twice, Err(Denied::LinkUsed)), "{twice:?}");
    let (proof, new) = (Proof::Link(reset), "empat ekor merpati");
    reset_password(&desk, &Browser::default(), &proof, new, &[], later(week)).await.unwrap();
    // Neither the key nor the provider of the thief lets in any more.
    let (_, asked) = begin_signature(&desk, &Browser::default(), noon()).await.unwrap();
    let asked = Browser { challenge: Some(asked), ..Browser::default() };
    assert!(finish_signature(&desk, &asked, "kunci", ReturnTo::default(), noon()).await.is_err());
    let away = post.detour(&desk, &Browser::default(), false, noon()).await;
    assert!(arrive(&desk, &away, ("kampus", "state", "code"), noon()).await.is_err());
    assert!(enter().await.is_err());
}

pub async fn a_reset_keeps_the_ways_in_that_were_ticked(database: Database) {
    let (desk, post) = desk_on(database);
    let sari = post.join(&desk, "sari@example.com", noon()).await;
    for key in ["ponsel", "maling"] {
        let (_, asked) = begin_passkey(&desk, &sari, PASSWORD, noon()).await.unwrap();
        finish_passkey(&desk, &Browser { challenge: Some(asked), ..sari.clone() }, key, noon())
            .await
            .unwrap();
    }
    post.provider.says("1", None);
    let away = post.detour(&desk, &sari, true, noon()).await;
    arrive(&desk, &away, ("kampus", "state", "code"), noon()).await.unwrap();
    let (account, _) = reader(&desk, &sari, noon()).await.unwrap().unwrap();
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
        request_reset(&desk, &Browser::default(), "sari@example.com", now).await.unwrap();
        let proof = Proof::Link(post.open(&desk, now).await.unwrap().token);
        reset_password(&desk, &Browser::default(), &proof, PASSWORD, &keep, now).await.unwrap();
        assert_eq!(desk.store.passkeys(&account.id).await.unwrap().len(), keys, "{keep:?}");
        assert_eq!(desk.store.identities(&account.id).await.unwrap().len(), linked, "{keep:?}");
    }
}

pub async fn a_hundred_wrong_passwords_an_hour_are_the_most_over_all_doors(database: Database) {
    let (desk, post) = desk_on(database);
    let here = post.join(&desk, "sari@example.com", noon()).await;
    let right = || sign_in(&desk, &post.elsewhere, "sari@example.com", PASSWORD, ReturnTo::default(), noon());
    let known = Browser { device: Some(right().await.unwrap().device), ..Browser::default() };
    let mut wrong = 0;
    for minute in 0..=60 {
        let now = later(60 * minute);
        for _ in 0..8 {
            let tried = [
                enter(&desk, &Browser::default(), "bukan yang ini", now).await,
                enter(&desk, &known, "bukan yang ini", now).await,
                change_password(&desk, &here, "bukan yang ini", "empat ekor merpati", now).await.map(drop),
                close(&desk, &here, "bukan yang ini", &departure(), now).await,
                begin_passkey(&desk, &here, "bukan yang ini", now).await.map(drop),
                unlink(&desk, &here, ISSUER, "bukan yang ini", now).await,
            ];
            wrong += tried.iter().filter(|tried| matches!(tried, Err(Denied::Credentials))).count();
        }
        // Coming in by strangers' browsers, as the reader may do meanwhile, makes no new tries of old ones.
        if minute % 20 == 0 {
            let _ = enter(&desk, &Browser::default(), PASSWORD, now).await;
        }
    }
    assert!((40..=100).contains(&wrong), "{wrong} wrong passwords were compared");
}

async fn enter(desk: &Desk, browser: &Browser, password: &str, now: DateTime<Utc>) -> Result<(), Denied> {
    sign_in(desk, browser, "sari@example.com", password, ReturnTo::default(), now).await.map(drop)
}

pub async fn who_has_not_confirmed_is_led_on_from_any_browser(database: Database) {
    let (desk, post) = desk_on(database);
    register(&desk, &Browser::default(), "sari@example.com", PASSWORD, ReturnTo::default(), noon())
        .await
        .unwrap();
    let first = post.open(&desk, noon()).await.unwrap();
    let phone = Browser::default();
    for email in ["sari@example.com", "siapa@example.com"] {
        let refused = sign_in(&desk, &phone, email, PASSWORD, ReturnTo::default(), noon()).await;
        assert!(matches!(refused, Err(Denied::Credentials)), "{refused:?}");
        send_confirmation(&desk, &phone, email, noon()).await.unwrap();
    }
    let second = post.open(&desk, noon()).await.unwrap();
    assert_eq!(second.to, "sari@example.com");
    assert!(post.open(&desk, noon()).await.is_none(), "nothing waits for anybody else");
    // Strangers may ask for the mail too, so they must not make the first link old.
    let state = find_link(&desk, &first.token, noon()).await.unwrap();
    assert!(matches!(state, LinkState::Open(_)), "{state:?}");
    let proof = Proof::Link(second.token);
    let without = confirm(&desk, &phone, &proof, None, noon()).await;
    assert!(matches!(without, Err(Denied::OtherBrowser)), "{without:?}");
    confirm(&desk, &phone, &proof, Some(PASSWORD), noon()).await.unwrap();
}
