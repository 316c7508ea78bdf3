//! Every promise that is made of what is kept of readers, tested once against every database.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "readers/letters.rs"]
mod letters;
#[path = "readers/limits.rs"]
mod limits;
#[path = "readers/providers.rs"]
mod providers;
#[path = "readers/sample.rs"]
mod sample;

use chrono::TimeDelta;
use domain::account::{
    Account, AccountId, AccountStore, Confirmation, ConfirmationStore, LetterKind, Lifetimes, LinkState,
    Opened, Outbox, PasswordHash, Purpose, Session, SessionStore,
};
use store::Database;

use letters::{
    a_letter_is_taken_by_one_at_a_time_until_it_left, a_letter_that_failed_is_due_again_or_given_up,
};
use limits::{
    a_burst_is_exact_whoever_tries_at_once, a_doubling_limit_makes_strangers_wait_longer_and_longer,
    a_limit_frees_one_try_after_the_other,
};
use providers::{a_detour_ends_once, an_identity_is_one_readers};
use sample::{account, email, hash, join, later, letter, letter_of, link, noon, session, wish};

contract! {
    a_wish_to_join_is_answered_once
    an_address_has_one_account
    a_link_tells_what_it_is_worth
    asking_again_makes_earlier_links_old
    a_new_password_ends_every_other_session
    a_reset_ends_every_session_and_every_wish
    an_address_changes_in_two_steps
    an_address_that_was_taken_meanwhile_is_not_taken_over
    sessions_are_kept_listed_and_ended
    a_burst_is_exact_whoever_tries_at_once
    a_limit_frees_one_try_after_the_other
    a_doubling_limit_makes_strangers_wait_longer_and_longer
    a_letter_is_taken_by_one_at_a_time_until_it_left
    a_letter_that_failed_is_due_again_or_given_up
    a_detour_ends_once
    an_identity_is_one_readers
    who_leaves_leaves_nothing
    tidying_removes_what_nobody_can_use
}

async fn a_wish_to_join_is_answered_once(database: Database) {
    let wish = wish("w", Purpose::Join, "sari");
    database.ask(&wish, &letter_of(&wish)).await.unwrap();
    assert_eq!(database.confirmation(&wish.id).await.unwrap(), Some(wish.clone()));
    assert_eq!(database.joining(&wish.email).await.unwrap(), Some(wish.clone()));
    let answers = (0..20).map(|n| {
        let database = database.clone();
        let (account, session) = (
            Account { id: AccountId::from_store(format!("{n}")), ..account("sari") },
            Session {
                account: AccountId::from_store(format!("{n}")),
                ..session(&format!("token-{n}"), "sari")
            },
        );
        tokio::spawn(async move {
            database.open_account(&hash("w"), &account, Some(&session), noon()).await.unwrap()
        })
    });
    let mut opened = Vec::new();
    for answer in answers.collect::<Vec<_>>() {
        opened.push(answer.await.unwrap());
    }
    assert_eq!(opened.iter().filter(|opened| **opened == Opened::Done).count(), 1, "{opened:?}");
    assert_eq!(opened.iter().filter(|opened| **opened == Opened::Gone).count(), 19, "{opened:?}");
    let kept = database.account_of(&email("sari")).await.unwrap().unwrap();
    assert_eq!(database.sessions(&kept.id).await.unwrap().len(), 1);
    assert_eq!(database.confirmation(&wish.id).await.unwrap(), None);
}

async fn an_address_has_one_account(database: Database) {
    for id in ["mine", "strangers"] {
        let wish = wish(id, Purpose::Join, "sari");
        database.ask(&wish, &letter_of(&wish)).await.unwrap();
    }
    database.add_link(&link("strangers-link", "strangers")).await.unwrap();
    assert_eq!(
        database.open_account(&hash("mine"), &account("sari"), None, noon()).await.unwrap(),
        Opened::Done
    );
    let other = Account { id: AccountId::from_store("other".into()), ..account("sari") };
    assert_eq!(database.open_account(&hash("strangers"), &other, None, noon()).await.unwrap(), Opened::Gone);
    assert_eq!(database.link(&hash("strangers-link"), noon()).await.unwrap(), LinkState::Used);
    // One who asks only now.
    let late = wish("late", Purpose::Join, "sari");
    database.ask(&late, &letter_of(&late)).await.unwrap();
    assert_eq!(database.open_account(&late.id, &other, None, noon()).await.unwrap(), Opened::Taken);
    assert_eq!(database.account(&other.id).await.unwrap(), None);
    assert_eq!(database.account(&account("sari").id).await.unwrap(), Some(account("sari")));
    join(&database, "budi").await;
    let names =
        |accounts: Vec<Account>| accounts.into_iter().map(|account| account.email).collect::<Vec<_>>();
    assert_eq!(names(database.accounts(None, 9).await.unwrap()), [email("budi"), email("sari")]);
    assert_eq!(names(database.accounts(Some(&email("budi")), 9).await.unwrap()), [email("sari")]);
}

async fn a_link_tells_what_it_is_worth(database: Database) {
    let wish = wish("w", Purpose::Join, "sari");
    database.ask(&wish, &letter_of(&wish)).await.unwrap();
    database.add_link(&link("t", "w")).await.unwrap();
    for (token, at, expected) in [
        ("t", 0, LinkState::Open(wish.clone())),
        ("t", 3599, LinkState::Open(wish.clone())),
        ("t", 3600, LinkState::Expired(wish.clone())),
        ("t", 8 * 86_400, LinkState::Unknown),
        ("x", 0, LinkState::Unknown),
    ] {
        assert_eq!(database.link(&hash(token), later(at)).await.unwrap(), expected, "{token} {at}");
    }
    assert_eq!(
        database.code(&wish.id, &hash("code-t"), noon()).await.unwrap(),
        LinkState::Open(wish.clone())
    );
    assert_eq!(database.code(&wish.id, &hash("code-x"), noon()).await.unwrap(), LinkState::Unknown);
    assert_eq!(database.code(&hash("other"), &hash("code-t"), noon()).await.unwrap(), LinkState::Unknown);
    database.open_account(&wish.id, &account("sari"), None, noon()).await.unwrap();
    assert_eq!(database.link(&hash("t"), noon()).await.unwrap(), LinkState::Used);
    assert_eq!(database.code(&wish.id, &hash("code-t"), noon()).await.unwrap(), LinkState::Used);
}

async fn asking_again_makes_earlier_links_old(database: Database) {
    let first = wish("w", Purpose::Join, "sari");
    database.ask(&first, &letter_of(&first)).await.unwrap();
    database.add_link(&link("old", "w")).await.unwrap();
    let changed = Confirmation { email: email("budi"), ..first };
    database.ask_again(&changed, &letter_of(&changed), later(60)).await.unwrap();
    database.add_link(&link("new", "w")).await.unwrap();
    assert_eq!(database.link(&hash("old"), later(61)).await.unwrap(), LinkState::Expired(changed.clone()));
    assert_eq!(database.link(&hash("new"), later(61)).await.unwrap(), LinkState::Open(changed));
}

async fn a_new_password_ends_every_other_session(database: Database) {
    let sari = join(&database, "sari").await;
    for token in ["here", "there"] {
        database.begin_session(&session(token, "sari")).await.unwrap();
    }
    database.know_device(&sari.id, &hash("device"), noon()).await.unwrap();
    let new = PasswordHash::from_store("new".into());
    let notice = letter(LetterKind::PasswordChanged, "sari");
    database.change_password(&sari.id, &new, &hash("here"), &notice, noon()).await.unwrap();
    let left: Vec<_> =
        database.sessions(&sari.id).await.unwrap().into_iter().map(|session| session.token).collect();
    assert_eq!(left, [hash("here")]);
    assert!(!database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    assert_eq!(database.account(&sari.id).await.unwrap().unwrap().password, Some(new));
    let letters = database.letters(&sari.email, 9).await.unwrap();
    assert_eq!(letters.iter().filter(|log| log.letter.letter == notice).count(), 1);
}

async fn a_reset_ends_every_session_and_every_wish(database: Database) {
    let sari = join(&database, "sari").await;
    database.begin_session(&session("here", "sari")).await.unwrap();
    let reset =
        Confirmation { account: Some(sari.id.clone()), ..wish("reset", Purpose::ResetPassword, "sari") };
    let leave = Confirmation { account: Some(sari.id.clone()), ..wish("leave", Purpose::LeaveEmail, "evil") };
    for wish in [&reset, &leave] {
        database.ask(wish, &letter_of(wish)).await.unwrap();
    }
    let (new, notice) = (PasswordHash::from_store("new".into()), letter(LetterKind::PasswordChanged, "sari"));
    assert_eq!(database.reset_password(&reset, &new, &notice, noon()).await.unwrap(), Opened::Done);
    assert_eq!(database.reset_password(&reset, &new, &notice, noon()).await.unwrap(), Opened::Gone);
    assert!(database.sessions(&sari.id).await.unwrap().is_empty());
    assert_eq!(database.confirmation(&leave.id).await.unwrap(), None);
}

async fn an_address_changes_in_two_steps(database: Database) {
    let sari = join(&database, "sari").await;
    let leave = Confirmation { account: Some(sari.id.clone()), ..wish("w", Purpose::LeaveEmail, "baru") };
    database.ask(&leave, &letter(LetterKind::Confirmation(Purpose::LeaveEmail), "sari")).await.unwrap();
    database.add_link(&link("first", "w")).await.unwrap();
    let take = Confirmation { purpose: Purpose::TakeEmail, ..leave.clone() };
    assert_eq!(database.leave_email(&leave, &letter_of(&take), noon()).await.unwrap(), Opened::Done);
    assert_eq!(database.link(&hash("first"), noon()).await.unwrap(), LinkState::Used);
    database.add_link(&link("second", "w")).await.unwrap();
    assert_eq!(database.link(&hash("second"), noon()).await.unwrap(), LinkState::Open(take.clone()));
    let notice = letter(LetterKind::EmailChanged, "sari");
    assert_eq!(database.take_email(&take, &notice, noon()).await.unwrap(), Opened::Done);
    assert_eq!(database.take_email(&take, &notice, noon()).await.unwrap(), Opened::Gone);
    assert_eq!(database.account(&sari.id).await.unwrap().unwrap().email, email("baru"));
}

async fn an_address_that_was_taken_meanwhile_is_not_taken_over(database: Database) {
    let sari = join(&database, "sari").await;
    join(&database, "budi").await;
    let take = Confirmation { account: Some(sari.id.clone()), ..wish("w", Purpose::TakeEmail, "budi") };
    database.ask(&take, &letter_of(&take)).await.unwrap();
    let notice = letter(LetterKind::EmailChanged, "sari");
    assert_eq!(database.take_email(&take, &notice, noon()).await.unwrap(), Opened::Taken);
    assert_eq!(database.account(&sari.id).await.unwrap().unwrap().email, email("sari"));
}

async fn sessions_are_kept_listed_and_ended(database: Database) {
    let sari = join(&database, "sari").await;
    join(&database, "budi").await;
    for token in ["one", "two", "three"] {
        database.begin_session(&session(token, "sari")).await.unwrap();
    }
    database.begin_session(&session("budis", "budi")).await.unwrap();
    assert_eq!(database.session(&hash("one")).await.unwrap(), Some((session("one", "sari"), sari.clone())));
    database.touch(&hash("two"), later(300)).await.unwrap();
    let tokens = async || -> Vec<_> {
        database.sessions(&sari.id).await.unwrap().into_iter().map(|session| session.token).collect()
    };
    assert_eq!(tokens().await[0], hash("two"));
    database.begin_session(&session("four", "sari")).await.unwrap();
    database.end_session(&hash("three")).await.unwrap();
    assert_eq!(database.session(&hash("three")).await.unwrap(), None);
    // A stranger's session cannot be ended by its name.
    database.end_sessions(&sari.id, Some(&session("budis", "budi").id), &hash("one")).await.unwrap();
    assert!(database.session(&hash("budis")).await.unwrap().is_some());
    database.end_sessions(&sari.id, Some(&session("four", "sari").id), &hash("one")).await.unwrap();
    assert_eq!(tokens().await, [hash("two"), hash("one")]);
    database.end_sessions(&sari.id, None, &hash("one")).await.unwrap();
    assert_eq!(tokens().await, [hash("one")]);
    database.end_session(&hash("one")).await.unwrap();
    assert!(tokens().await.is_empty());
    assert!(!database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    database.know_device(&sari.id, &hash("device"), noon()).await.unwrap();
    database.know_device(&sari.id, &hash("device"), later(1)).await.unwrap();
    assert!(database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    assert!(!database.is_known_device(&account("budi").id, &hash("device")).await.unwrap());
}

async fn who_leaves_leaves_nothing(database: Database) {
    let sari = join(&database, "sari").await;
    database.begin_session(&session("here", "sari")).await.unwrap();
    database.know_device(&sari.id, &hash("device"), noon()).await.unwrap();
    let reset =
        Confirmation { account: Some(sari.id.clone()), ..wish("reset", Purpose::ResetPassword, "sari") };
    database.ask(&reset, &letter_of(&reset)).await.unwrap();
    let farewell = letter(LetterKind::AccountClosed, "sari");
    for _ in 0..2 {
        database
            .close_account(&sari.id, &AccountId::from_store("nobody".into()), &farewell, noon())
            .await
            .unwrap();
    }
    assert_eq!(database.account(&sari.id).await.unwrap(), None);
    assert_eq!(database.session(&hash("here")).await.unwrap(), None);
    assert_eq!(database.confirmation(&reset.id).await.unwrap(), None);
    assert!(!database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    let letters = database.letters(&sari.email, 9).await.unwrap();
    assert_eq!(
        letters.iter().map(|log| log.letter.letter.kind).collect::<Vec<_>>(),
        [LetterKind::AccountClosed]
    );
    database.letter_done(letters[0].letter.id, None, noon()).await.unwrap();
    assert!(
        database.letters(&sari.email, 9).await.unwrap().is_empty(),
        "the farewell is forgotten once it left"
    );
    join(&database, "sari").await;
}

async fn tidying_removes_what_nobody_can_use(database: Database) {
    let sari = join(&database, "sari").await;
    let lifetimes = Lifetimes { idle: TimeDelta::days(14), absolute: TimeDelta::days(30) };
    database.begin_session(&session("resting", "sari")).await.unwrap();
    database.begin_session(&session("used", "sari")).await.unwrap();
    database.touch(&hash("used"), later(86_400 * 13)).await.unwrap();
    let old = wish("old", Purpose::SignIn, "sari");
    database.ask(&old, &letter_of(&old)).await.unwrap();
    database.add_link(&link("t", "old")).await.unwrap();
    database.tidy(lifetimes, later(86_400 * 15)).await.unwrap();
    let left: Vec<_> =
        database.sessions(&sari.id).await.unwrap().into_iter().map(|session| session.token).collect();
    assert_eq!(left, [hash("used")]);
    assert_eq!(database.confirmation(&old.id).await.unwrap(), None);
    assert_eq!(database.link(&hash("t"), later(0)).await.unwrap(), LinkState::Used);
    database.tidy(lifetimes, later(86_400 * 40)).await.unwrap();
    assert_eq!(database.link(&hash("t"), later(0)).await.unwrap(), LinkState::Unknown);
    assert!(database.sessions(&sari.id).await.unwrap().is_empty());
    assert!(
        !database.letters(&sari.email, 9).await.unwrap().is_empty(),
        "what is due yet is not thrown away"
    );
}
