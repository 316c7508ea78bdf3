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
    Account, AccountId, AccountStore, Confirmation, ConfirmationStore, Entry, LetterKind, Lifetimes,
    LinkState, Opened, Outbox, PasswordHash, Purpose, Session, SessionStore, Written,
};
use store::Database;

use letters::{
    a_letter_does_not_wait_for_a_clock_that_was_set_back, a_letter_is_taken_by_one_at_a_time_until_it_left,
    a_letter_that_failed_is_due_again_or_given_up, the_oldest_letter_that_is_still_to_leave_is_known,
};
use limits::{
    a_burst_is_exact_whoever_tries_at_once, a_clock_that_was_set_back_makes_nobody_wait_longer_than_ever,
    a_doubling_limit_makes_strangers_wait_longer_and_longer, a_limit_frees_one_try_after_the_other,
};
use providers::{a_detour_ends_once, an_identity_is_one_readers};
use sample::{
    account, close, departure, email, enter, entry, hash, join, later, letter, letter_of, link, noon, notice,
    now_of, session, wish,
};

contract! {
    a_wish_to_join_is_answered_once
    an_address_has_one_account
    a_link_tells_what_it_is_worth
    a_refused_link_stays_refused_whatever_the_clock_says
    asking_again_makes_earlier_links_old
    a_new_password_ends_every_other_session
    a_reset_ends_every_session_and_every_wish
    an_address_changes_in_two_steps
    an_address_that_was_taken_meanwhile_is_not_taken_over
    sessions_are_kept_listed_and_ended
    a_browser_that_was_not_known_is_told_once
    a_burst_is_exact_whoever_tries_at_once
    a_limit_frees_one_try_after_the_other
    a_doubling_limit_makes_strangers_wait_longer_and_longer
    a_clock_that_was_set_back_makes_nobody_wait_longer_than_ever
    a_letter_does_not_wait_for_a_clock_that_was_set_back
    the_oldest_letter_that_is_still_to_leave_is_known
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
        let account = Account { id: AccountId::from_store(format!("{n}")), ..account("sari") };
        let session = Session { account: account.id.clone(), ..session(&format!("token-{n}"), "sari") };
        let entry = Entry { session, ..entry("", "sari") };
        tokio::spawn(async move {
            database.open_account(&hash("w"), &account, Some(&entry), noon()).await.unwrap()
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
    database.open_account(&wish.id, &account("sari"), None, noon()).await.unwrap().done().unwrap();
    assert_eq!(database.link(&hash("t"), noon()).await.unwrap(), LinkState::Used);
    assert_eq!(database.code(&wish.id, &hash("code-t"), noon()).await.unwrap(), LinkState::Used);
}

async fn a_refused_link_stays_refused_whatever_the_clock_says(database: Database) {
    let wish = wish("w", Purpose::Join, "sari");
    database.ask(&wish, &letter_of(&wish)).await.unwrap();
    database.add_link(&link("t", "w")).await.unwrap();
    database.refuse_links(&wish.id, later(3599)).await.unwrap();
    assert_eq!(
        database.link(&hash("t"), later(3599)).await.unwrap(),
        LinkState::Open(wish.clone()),
        "not old yet"
    );
    database.refuse_links(&wish.id, later(3600)).await.unwrap();
    let yesterday = noon() - TimeDelta::days(1);
    assert_eq!(database.link(&hash("t"), yesterday).await.unwrap(), LinkState::Expired(wish.clone()));
    let code = database.code(&wish.id, &hash("code-t"), yesterday).await.unwrap();
    assert_eq!(code, LinkState::Expired(wish.clone()));
    // Another mail may be asked for.
    database.add_link(&link("new", "w")).await.unwrap();
    assert_eq!(database.link(&hash("new"), yesterday).await.unwrap(), LinkState::Open(wish));
}

async fn asking_again_makes_earlier_links_old(database: Database) {
    let first = wish("w", Purpose::Join, "sari");
    database.ask(&first, &letter_of(&first)).await.unwrap();
    database.add_link(&link("old", "w")).await.unwrap();
    let changed = Confirmation { email: email("budi"), ..first };
    let again = database.ask_again(&changed, &letter_of(&changed), later(60)).await.unwrap();
    assert_eq!(again, Opened::Done);
    database.add_link(&link("new", "w")).await.unwrap();
    assert_eq!(database.link(&hash("old"), later(61)).await.unwrap(), LinkState::Expired(changed.clone()));
    assert_eq!(database.link(&hash("new"), later(61)).await.unwrap(), LinkState::Open(changed.clone()));
    // What was answered meanwhile does not come back.
    database.open_account(&changed.id, &account("budi"), None, later(62)).await.unwrap().done().unwrap();
    let late = database.ask_again(&changed, &letter_of(&changed), later(63)).await.unwrap();
    assert_eq!((late, database.confirmation(&changed.id).await.unwrap()), (Opened::Gone, None));
}

async fn a_new_password_ends_every_other_session(database: Database) {
    let sari = join(&database, "sari").await;
    for token in ["here", "there"] {
        enter(&database, token, "sari").await;
    }
    let told = notice(LetterKind::PasskeyAdded, "sari", 1);
    database.ask(&told.secure, &told.letter).await.unwrap();
    let new = PasswordHash::from_store("new".into());
    let notice = notice(LetterKind::PasswordChanged, "sari", 2);
    let renewed = Entry { device: hash("another"), ..entry("renewed", "sari") };
    let changed = database.change_password(&sari, &new, &renewed, &notice, noon()).await.unwrap();
    assert_eq!(changed, Written::Done);
    let left: Vec<_> =
        database.sessions(&sari.id).await.unwrap().into_iter().map(|session| session.token).collect();
    assert_eq!(left, [hash("renewed")], "this browser's own is a new one too");
    assert!(!database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    assert!(database.is_known_device(&sari.id, &hash("another")).await.unwrap());
    let account = now_of(&database, &sari).await;
    assert!(account.password == Some(new) && account.credentials_version > sari.credentials_version);
    let letters = database.letters(&sari.email, 9).await.unwrap();
    assert_eq!(letters.iter().filter(|log| log.letter.letter == notice.letter).count(), 1);
    for secure in [&told.secure, &notice.secure] {
        let kept = database.confirmation(&secure.id).await.unwrap();
        assert_eq!(
            kept.as_ref(),
            Some(secure),
            "a thief who changes the password leaves the owner's links alone"
        );
    }
}

async fn a_reset_ends_every_session_and_every_wish(database: Database) {
    let sari = join(&database, "sari").await;
    enter(&database, "here", "sari").await;
    let reset =
        Confirmation { account: Some(sari.id.clone()), ..wish("reset", Purpose::ResetPassword, "sari") };
    let leave = Confirmation { account: Some(sari.id.clone()), ..wish("leave", Purpose::LeaveEmail, "evil") };
    for wish in [&reset, &leave] {
        database.ask(wish, &letter_of(wish)).await.unwrap();
    }
    let (new, notice) =
        (PasswordHash::from_store("new".into()), notice(LetterKind::PasswordChanged, "sari", 1));
    assert_eq!(database.reset_password(&reset, &new, &[], &notice, noon()).await.unwrap(), Opened::Done);
    assert_eq!(database.reset_password(&reset, &new, &[], &notice, noon()).await.unwrap(), Opened::Gone);
    assert!(database.sessions(&sari.id).await.unwrap().is_empty());
    assert!(!database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    assert_eq!(database.confirmation(&leave.id).await.unwrap(), None);
    assert_eq!(database.confirmation(&notice.secure.id).await.unwrap(), Some(notice.secure));
}

async fn an_address_changes_in_two_steps(database: Database) {
    let sari = join(&database, "sari").await;
    let leave = Confirmation { account: Some(sari.id.clone()), ..wish("w", Purpose::LeaveEmail, "baru") };
    database.ask(&leave, &letter(LetterKind::Confirmation(Purpose::LeaveEmail), "sari")).await.unwrap();
    database.add_link(&link("first", "w")).await.unwrap();
    let take = Confirmation { purpose: Purpose::TakeEmail, ..leave.clone() };
    enter(&database, "there", "sari").await;
    assert_eq!(database.leave_email(&sari, &leave, &letter_of(&take), noon()).await.unwrap(), Opened::Done);
    assert_eq!(database.link(&hash("first"), noon()).await.unwrap(), LinkState::Used);
    database.add_link(&link("second", "w")).await.unwrap();
    assert_eq!(database.link(&hash("second"), noon()).await.unwrap(), LinkState::Open(take.clone()));
    let notice = letter(LetterKind::EmailChanged, "sari");
    let renewed = entry("renewed", "sari");
    let taken = database.take_email(&sari, &take, &renewed, &notice, noon()).await.unwrap();
    assert_eq!(taken, Opened::Done);
    let account = now_of(&database, &sari).await;
    let again = database.take_email(&account, &take, &renewed, &notice, noon()).await.unwrap();
    assert_eq!((again, account.email), (Opened::Gone, email("baru")));
    let left: Vec<_> =
        database.sessions(&sari.id).await.unwrap().into_iter().map(|session| session.token).collect();
    assert_eq!(left, [hash("renewed")]);
}

async fn an_address_that_was_taken_meanwhile_is_not_taken_over(database: Database) {
    let sari = join(&database, "sari").await;
    join(&database, "budi").await;
    let take = Confirmation { account: Some(sari.id.clone()), ..wish("w", Purpose::TakeEmail, "budi") };
    database.ask(&take, &letter_of(&take)).await.unwrap();
    let notice = letter(LetterKind::EmailChanged, "sari");
    let taken = database.take_email(&sari, &take, &entry("renewed", "sari"), &notice, noon()).await.unwrap();
    assert_eq!((taken, now_of(&database, &sari).await.email), (Opened::Taken, email("sari")));
}

async fn sessions_are_kept_listed_and_ended(database: Database) {
    let sari = join(&database, "sari").await;
    join(&database, "budi").await;
    for token in ["one", "two", "three"] {
        enter(&database, token, "sari").await;
    }
    enter(&database, "budis", "budi").await;
    assert_eq!(database.session(&hash("one")).await.unwrap(), Some((session("one", "sari"), sari.clone())));
    database.touch(&hash("two"), later(300)).await.unwrap();
    let tokens = async || -> Vec<_> {
        database.sessions(&sari.id).await.unwrap().into_iter().map(|session| session.token).collect()
    };
    assert_eq!(tokens().await[0], hash("two"));
    enter(&database, "four", "sari").await;
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
    assert!(database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    assert!(!database.is_known_device(&sari.id, &hash("other")).await.unwrap());
    assert!(!database.is_known_device(&account("siapa").id, &hash("device")).await.unwrap());
}

async fn a_browser_that_was_not_known_is_told_once(database: Database) {
    let sari = join(&database, "sari").await;
    let told = async || {
        let letters = database.letters(&sari.email, 9).await.unwrap();
        letters.iter().filter(|log| log.letter.letter.kind == LetterKind::NewDevice).count()
    };
    for (number, device, expected) in [(1, "phone", 1), (2, "phone", 1), (3, "laptop", 2), (4, "phone", 2)] {
        let notice = Some(notice(LetterKind::NewDevice, "sari", number));
        let token = format!("token-{number}");
        let entry = Entry { device: hash(device), notice, ..entry(&token, "sari") };
        database.begin_session(&sari, &entry, later(number.into())).await.unwrap().done().unwrap();
        assert_eq!(told().await, expected, "{number} {device}");
    }
    // The session that the browser had before ends in the same breath.
    let entry = Entry { replaces: Some(hash("token-4")), ..entry("token-5", "sari") };
    database.begin_session(&sari, &entry, later(5)).await.unwrap().done().unwrap();
    assert_eq!(database.session(&hash("token-4")).await.unwrap(), None);
}

async fn who_leaves_leaves_nothing(database: Database) {
    let sari = join(&database, "sari").await;
    enter(&database, "here", "sari").await;
    let reset =
        Confirmation { account: Some(sari.id.clone()), ..wish("reset", Purpose::ResetPassword, "sari") };
    database.ask(&reset, &letter_of(&reset)).await.unwrap();
    close(&database, &sari, "nobody").await;
    let (nobody, farewell) =
        (AccountId::from_store("nobody".into()), letter(LetterKind::AccountClosed, "sari"));
    let again = database.close_account(&sari, &nobody, &farewell, &departure(), noon()).await.unwrap();
    assert_eq!(again, Written::Stale);
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
    enter(&database, "resting", "sari").await;
    enter(&database, "used", "sari").await;
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
