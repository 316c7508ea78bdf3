//! The use cases of accounts on both databases, with the clock in hand.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "accounts/fakes.rs"]
mod fakes;
#[path = "accounts/races.rs"]
mod races;
#[path = "accounts/thieves.rs"]
mod thieves;
#[path = "contract/place.rs"]
#[macro_use]
mod place;

use chrono::TimeDelta;
use domain::account::{
    AccountError, ClientContext, Departure, EmailAddress, EmailProof, LinkState, LoginOutcome, Purpose,
    ReturnTo, Token, begin_login, begin_passkey, begin_signature, change_email, change_password, close,
    complete_login, confirm, confirm_email, find_link, finish_passkey, finish_signature, reader, redeem,
    register, remove_passkey, request_reset, resend, reset_password, send_link, sign_in, unlink,
};
use store::Database;

use fakes::{PASSWORD, account_service_on, later, noon};
use races::{
    the_last_way_in_is_not_given_up_by_two_at_once,
    what_rests_on_a_password_is_void_once_the_account_has_changed,
};
use thieves::{
    a_change_of_address_is_not_sent_again_to_the_new_one,
    a_hundred_wrong_passwords_an_hour_are_the_most_over_all_doors,
    a_reset_keeps_the_ways_in_that_were_ticked, every_way_in_is_told_and_an_owner_ends_what_a_thief_began,
    who_has_not_confirmed_is_led_on_from_any_browser,
};

fn departure() -> Departure {
    Departure { period: "once".into(), expires_at: later(400 * 86_400) }
}

fn session_of(arrival: LoginOutcome) -> Token {
    let LoginOutcome::SignedIn(signed_in) = arrival else { panic!("not signed in: {arrival:?}") };
    signed_in.session
}

contract! {
    a_link_to_confirm_works_for_a_day_and_can_be_renewed_for_a_week
    links_that_let_in_work_for_half_an_hour
    a_link_that_was_refused_stays_refused_when_the_clock_is_set_back
    a_session_ends_by_rest_and_by_age_and_use_renews_only_the_first
    what_an_account_hangs_on_is_changed_by_who_has_proved_it_lately
    what_was_mailed_to_an_old_address_dies_when_it_is_left
    a_hash_that_has_grown_weak_is_renewed_at_the_next_sign_in
    a_provider_makes_a_reader_once_and_links_nobody_silently
    a_provider_login_ends_in_its_own_browser_with_its_own_state_and_in_time
    a_provider_that_is_the_only_way_in_is_not_given_up
    a_passkey_is_its_readers_and_every_question_is_answered_once
    the_outbox_drops_what_was_answered_meanwhile
    a_change_of_address_is_not_sent_again_to_the_new_one
    every_way_in_is_told_and_an_owner_ends_what_a_thief_began
    a_reset_keeps_the_ways_in_that_were_ticked
    a_hundred_wrong_passwords_an_hour_are_the_most_over_all_doors
    who_has_not_confirmed_is_led_on_from_any_browser
    what_rests_on_a_password_is_void_once_the_account_has_changed
    the_last_way_in_is_not_given_up_by_two_at_once
}

async fn a_link_to_confirm_works_for_a_day_and_can_be_renewed_for_a_week(database: Database) {
    let (accounts, post) = account_service_on(database);
    let token = register(
        &accounts,
        &ClientContext::default(),
        "sari@example.com",
        PASSWORD,
        ReturnTo::default(),
        noon(),
    )
    .await
    .unwrap();
    let client = ClientContext { confirmation: Some(token), ..ClientContext::default() };
    let first = post.open(&accounts, noon()).await.unwrap();
    for (seconds, is_open) in [(0, true), (86_399, true), (86_400, false), (6 * 86_400, false)] {
        let state = find_link(&accounts, &first.token, later(seconds)).await.unwrap();
        assert_eq!(matches!(state, LinkState::Open(_)), is_open, "{seconds}: {state:?}");
    }
    let proof = EmailProof::Link(first.token.clone());
    let late = confirm(&accounts, &client, &proof, None, later(86_400)).await;
    assert!(matches!(late, Err(AccountError::LinkExpired)), "{late:?}");
    // The old link is proof enough that the mail is read, from any browser.
    let day = later(2 * 86_400);
    resend(&accounts, &ClientContext::default(), Some(&first.token), day).await.unwrap();
    let second = post.open(&accounts, day).await.unwrap();
    confirm(&accounts, &client, &EmailProof::Link(second.token), None, day).await.unwrap();
    let gone = resend(&accounts, &client, None, later(8 * 86_400)).await;
    assert!(matches!(gone, Err(AccountError::LinkUnknown)), "{gone:?}");
}

async fn links_that_let_in_work_for_half_an_hour(database: Database) {
    let (accounts, post) = account_service_on(database);
    post.join(&accounts, "sari@example.com", noon()).await;
    for purpose in [Purpose::SignIn, Purpose::ResetPassword] {
        let (begin, to) =
            (later(if purpose == Purpose::SignIn { 7200 } else { 14_400 }), ReturnTo::default());
        let stranger = ClientContext::default();
        let token = match purpose {
            Purpose::SignIn => send_link(&accounts, &stranger, "sari@example.com", to, begin).await.unwrap(),
            _ => request_reset(&accounts, &stranger, "sari@example.com", begin).await.unwrap(),
        };
        let client = ClientContext { confirmation: Some(token), ..ClientContext::default() };
        let mail = post.open(&accounts, begin).await.unwrap();
        // Looked at, not refused: what was refused once stays so, and here the clock goes back by a second.
        let state = find_link(&accounts, &mail.token, begin + TimeDelta::seconds(1800)).await.unwrap();
        assert!(matches!(state, LinkState::Expired(_)), "{purpose:?}: {state:?}");
        let (proof, now) = (EmailProof::Link(mail.token), begin + TimeDelta::seconds(1799));
        match purpose {
            Purpose::SignIn => redeem(&accounts, &client, &proof, now).await.map(drop),
            _ => reset_password(&accounts, &client, &proof, "empat ekor merpati", &[], now).await,
        }
        .unwrap();
    }
}

async fn a_link_that_was_refused_stays_refused_when_the_clock_is_set_back(database: Database) {
    let (accounts, post) = account_service_on(database);
    post.join(&accounts, "sari@example.com", noon()).await;
    let begin = later(7200);
    let token =
        send_link(&accounts, &ClientContext::default(), "sari@example.com", ReturnTo::default(), begin)
            .await
            .unwrap();
    let client = ClientContext { confirmation: Some(token), ..ClientContext::default() };
    let mail = post.open(&accounts, begin).await.unwrap();
    for (proof, seconds) in
        [(EmailProof::Link(mail.token.clone()), 1800), (EmailProof::Link(mail.token), -86_400)]
    {
        let refused = redeem(&accounts, &client, &proof, begin + TimeDelta::seconds(seconds)).await;
        assert!(matches!(refused, Err(AccountError::LinkExpired)), "{proof:?} at {seconds} s: {refused:?}");
    }
}

async fn a_session_ends_by_rest_and_by_age_and_use_renews_only_the_first(database: Database) {
    const DAY: i64 = 86_400;
    let (accounts, post) = account_service_on(database);
    let client = post.join(&accounts, "sari@example.com", noon()).await;
    assert!(reader(&accounts, &client, later(14 * DAY - 1)).await.unwrap().is_some());
    assert!(reader(&accounts, &client, later(14 * DAY)).await.unwrap().is_none(), "rested too long");
    for day in [10, 20, 29] {
        let (_, session) = reader(&accounts, &client, later(day * DAY)).await.unwrap().unwrap();
        accounts.store.touch(&session.token, later(day * DAY)).await.unwrap();
    }
    assert!(reader(&accounts, &client, later(30 * DAY - 1)).await.unwrap().is_some());
    assert!(reader(&accounts, &client, later(30 * DAY)).await.unwrap().is_none(), "however much it is used");
}

async fn what_an_account_hangs_on_is_changed_by_who_has_proved_it_lately(database: Database) {
    let (accounts, post) = account_service_on(database);
    let client = post.join(&accounts, "sari@example.com", noon()).await;
    let wrong = change_password(&accounts, &client, "bukan yang ini", "empat ekor merpati", noon()).await;
    assert!(matches!(wrong, Err(AccountError::Credentials)), "{wrong:?}");
    let guest = close(&accounts, &ClientContext::default(), PASSWORD, &departure(), noon()).await;
    assert!(matches!(guest, Err(AccountError::SignedOut)), "{guest:?}");
    // The password proves it at any time; without one, being signed in does for a quarter of an hour.
    change_password(&accounts, &client, PASSWORD, "empat ekor merpati", later(7200)).await.unwrap();
    post.provider.says("1", Some("tanpa@example.com"));
    let away = post.oidc_login(&accounts, &ClientContext::default(), false, noon()).await;
    let arrived = complete_login(&accounts, &away, ("kampus", "state", "code"), noon()).await.unwrap();
    let client = ClientContext { session: Some(session_of(arrived)), ..ClientContext::default() };
    for (seconds, works) in [(899, true), (900, false)] {
        let linked =
            begin_login(&accounts, &client, "kampus", ReturnTo::default(), Some(""), later(seconds)).await;
        assert_eq!(linked.is_ok(), works, "{seconds} {linked:?}");
    }
}

async fn what_was_mailed_to_an_old_address_dies_when_it_is_left(database: Database) {
    let (accounts, post) = account_service_on(database);
    let client = post.join(&accounts, "lama@example.com", noon()).await;
    let reset =
        request_reset(&accounts, &ClientContext::default(), "lama@example.com", noon()).await.unwrap();
    let thief = ClientContext { confirmation: Some(reset), ..ClientContext::default() };
    let stolen = post.open(&accounts, noon()).await.unwrap();
    change_email(&accounts, &client, PASSWORD, "baru@example.com", noon()).await.unwrap();
    for _ in 0..2 {
        let mail = post.open(&accounts, noon()).await.unwrap();
        confirm_email(&accounts, &client, &EmailProof::Link(mail.token), noon()).await.unwrap();
    }
    let proof = EmailProof::Link(stolen.token);
    let late = reset_password(&accounts, &thief, &proof, "empat ekor merpati", &[], noon()).await;
    assert!(matches!(late, Err(AccountError::LinkUsed)), "{late:?}");
}

async fn a_hash_that_has_grown_weak_is_renewed_at_the_next_sign_in(database: Database) {
    let (accounts, post) = account_service_on(database);
    post.join(&accounts, "sari@example.com", noon()).await;
    let account =
        accounts.store.account_of(&EmailAddress::parse("sari@example.com").unwrap()).await.unwrap().unwrap();
    accounts.store.rehash(&account, &fakes::weak(PASSWORD)).await.unwrap().done().unwrap();
    let enter =
        || sign_in(&accounts, &post.elsewhere, "sari@example.com", PASSWORD, ReturnTo::default(), noon());
    enter().await.unwrap();
    let account = accounts.store.account(&account.id).await.unwrap().unwrap();
    assert_ne!(account.password, Some(fakes::weak(PASSWORD)));
    enter().await.unwrap();
}

async fn a_provider_makes_a_reader_once_and_links_nobody_silently(database: Database) {
    let (accounts, post) = account_service_on(database);
    post.join(&accounts, "lama@example.com", noon()).await;
    for (subject, email, expected) in [
        ("1", Some("baru@example.com"), None),
        ("1", Some("baru@example.com"), None),
        ("1", None, None),
        ("2", Some("lama@example.com"), Some("an account of the same address is not linked")),
        ("3", None, Some("the provider has not verified the address")),
    ] {
        post.provider.says(subject, email);
        let client = post.oidc_login(&accounts, &ClientContext::default(), false, noon()).await;
        let arrived = complete_login(&accounts, &client, ("kampus", "state", "code"), noon()).await;
        assert_eq!(
            arrived.err().map(|denied| denied.to_string()).as_deref(),
            expected,
            "{subject} {email:?}"
        );
    }
    // An attacker who is waiting for the address to be confirmed waits in vain.
    let attacker = register(
        &accounts,
        &ClientContext::default(),
        "korban@example.com",
        PASSWORD,
        ReturnTo::default(),
        noon(),
    )
    .await
    .unwrap();
    let attacker = ClientContext { confirmation: Some(attacker), ..ClientContext::default() };
    let mail = post.open(&accounts, noon()).await.unwrap();
    post.provider.says("4", Some("korban@example.com"));
    let client = post.oidc_login(&accounts, &ClientContext::default(), false, noon()).await;
    complete_login(&accounts, &client, ("kampus", "state", "code"), noon()).await.unwrap();
    let late = confirm(&accounts, &attacker, &EmailProof::Link(mail.token), None, noon()).await;
    assert!(matches!(late, Err(AccountError::LinkUsed)), "{late:?}");
}

async fn a_provider_login_ends_in_its_own_browser_with_its_own_state_and_in_time(database: Database) {
    let (accounts, post) = account_service_on(database);
    post.provider.says("1", Some("baru@example.com"));
    for (slug, state, seconds, own, works) in [
        ("kampus", "state", 0, false, false),
        ("kampus", "other", 0, true, false),
        ("lain", "state", 0, true, false),
        ("kampus", "state", 900, true, false),
        ("kampus", "state", 899, true, true),
    ] {
        let client = post.oidc_login(&accounts, &ClientContext::default(), false, noon()).await;
        let client = if own { client } else { ClientContext::default() };
        let arrived = complete_login(&accounts, &client, (slug, state, "code"), later(seconds)).await;
        assert_eq!(arrived.is_ok(), works, "{slug} {state} {seconds} {own}: {arrived:?}");
        let again = complete_login(&accounts, &client, ("kampus", "state", "code"), later(seconds)).await;
        assert!(matches!(again, Err(AccountError::LinkUnknown)), "once, whatever came of it: {again:?}");
    }
}

async fn a_provider_that_is_the_only_way_in_is_not_given_up(database: Database) {
    let (accounts, post) = account_service_on(database);
    let client = post.join(&accounts, "sari@example.com", noon()).await;
    post.provider.says("1", Some("lain@example.com"));
    let away = post.oidc_login(&accounts, &client, true, noon()).await;
    let linked = complete_login(&accounts, &away, ("kampus", "state", "code"), noon()).await.unwrap();
    assert!(matches!(linked, LoginOutcome::Linked(_)), "{linked:?}");
    unlink(&accounts, &client, fakes::ISSUER, PASSWORD, noon()).await.unwrap();
    // Without a password it is.
    post.provider.says("2", Some("tanpa@example.com"));
    let away = post.oidc_login(&accounts, &ClientContext::default(), false, noon()).await;
    let arrived = complete_login(&accounts, &away, ("kampus", "state", "code"), noon()).await.unwrap();
    let client = ClientContext { session: Some(session_of(arrived)), ..ClientContext::default() };
    let kept = unlink(&accounts, &client, fakes::ISSUER, "", noon()).await;
    assert!(matches!(kept, Err(AccountError::OnlyWay)), "{kept:?}");
}

async fn the_outbox_drops_what_was_answered_meanwhile(database: Database) {
    let (accounts, post) = account_service_on(database);
    let token = register(
        &accounts,
        &ClientContext::default(),
        "sari@example.com",
        PASSWORD,
        ReturnTo::default(),
        noon(),
    )
    .await
    .unwrap();
    let client = ClientContext { confirmation: Some(token), ..ClientContext::default() };
    let mail = post.open(&accounts, noon()).await.unwrap();
    resend(&accounts, &client, None, noon()).await.unwrap();
    // The first link has died with the second mail, although that has not left yet.
    let dead = confirm(&accounts, &client, &EmailProof::Link(mail.token), None, later(1)).await;
    assert!(matches!(dead, Err(AccountError::LinkExpired)), "{dead:?}");
    assert!(
        post.open(&accounts, later(8 * 86_400)).await.is_none(),
        "a week later it asks for nothing any more"
    );
}

async fn a_passkey_is_its_readers_and_every_question_is_answered_once(database: Database) {
    let (accounts, post) = account_service_on(database);
    let sari = post.join(&accounts, "sari@example.com", noon()).await;
    let budi = post.join(&accounts, "budi@example.com", noon()).await;
    let asked = |client: &ClientContext, token| ClientContext { challenge: Some(token), ..client.clone() };
    let thief = begin_passkey(&accounts, &sari, "bukan yang ini", noon()).await;
    assert!(matches!(thief, Err(AccountError::Credentials)), "{thief:?}");
    let (options, token) = begin_passkey(&accounts, &sari, PASSWORD, noon()).await.unwrap();
    assert_eq!(options, "sari@example.com has 0");
    let stolen = finish_passkey(&accounts, &asked(&budi, token.clone()), "kunci", noon()).await;
    assert!(matches!(stolen, Err(AccountError::LinkUnknown)), "{stolen:?}");
    let again = finish_passkey(&accounts, &asked(&sari, token), "kunci", noon()).await;
    assert!(
        matches!(again, Err(AccountError::LinkUnknown)),
        "answered, whatever the answer was worth: {again:?}"
    );
    let (_, token) = begin_passkey(&accounts, &sari, PASSWORD, noon()).await.unwrap();
    finish_passkey(&accounts, &asked(&sari, token), "kunci", noon()).await.unwrap();

    let guest = ClientContext::default();
    for (answer, seconds, works) in [
        ("kunci", 0, true),
        ("kunci forged", 0, false),
        ("lain", 0, false),
        ("kunci", 600, false),
        ("kunci", 599, true),
    ] {
        let (_, token) = begin_signature(&accounts, &guest, noon()).await.unwrap();
        let client = asked(&guest, token);
        let now = later(seconds);
        let signed = finish_signature(&accounts, &client, answer, ReturnTo::default(), now).await;
        assert_eq!(signed.is_ok(), works, "{answer} after {seconds} s: {signed:?}");
        let again = finish_signature(&accounts, &client, answer, ReturnTo::default(), now).await;
        assert!(matches!(again, Err(AccountError::LinkUnknown)), "{again:?}");
        if let Ok(signed_in) = signed {
            let client = ClientContext { session: Some(signed_in.session), ..ClientContext::default() };
            let (account, _) = reader(&accounts, &client, now).await.unwrap().unwrap();
            assert_eq!(account.email.as_str(), "sari@example.com");
        }
    }
    let (key, _) = accounts.store.passkey("kunci").await.unwrap().unwrap();
    assert_eq!((key.data.as_str(), key.used_at), ("counted", Some(later(599))));
    // What was asked for a new key is no signature.
    let (_, token) = begin_passkey(&accounts, &sari, PASSWORD, noon()).await.unwrap();
    let mixed =
        finish_signature(&accounts, &asked(&guest, token), "kunci", ReturnTo::default(), noon()).await;
    assert!(matches!(mixed, Err(AccountError::LinkUnknown)), "{mixed:?}");
    remove_passkey(&accounts, &budi, "kunci", PASSWORD, noon()).await.unwrap();
    assert!(accounts.store.passkey("kunci").await.unwrap().is_some(), "it is not budi's");
    remove_passkey(&accounts, &sari, "kunci", PASSWORD, noon()).await.unwrap();
    assert!(accounts.store.passkey("kunci").await.unwrap().is_none());
}
