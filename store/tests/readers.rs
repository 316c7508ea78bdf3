//! Every promise that is made of what is kept of readers, tested once against every database.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "readers/limits.rs"]
mod limits;
#[path = "readers/outbox.rs"]
mod outbox;
#[path = "readers/providers.rs"]
mod providers;
#[path = "readers/sample.rs"]
mod sample;

use chrono::TimeDelta;
use domain::account::{
    Account, AccountId, AccountStore, Confirmation, ConfirmationStore, EmailKind, Entry, Lifetimes,
    LinkState, Outbox, PasswordHash, Purpose, Redemption, Session, SessionStore, Written,
};
use store::Database;

use limits::{
    a_burst_is_exact_whoever_tries_at_once, a_clock_that_was_set_back_makes_nobody_wait_longer_than_ever,
    a_doubling_limit_makes_strangers_wait_longer_and_longer, a_limit_frees_one_try_after_the_other,
};
use outbox::{
    an_email_does_not_wait_for_a_clock_that_was_set_back, an_email_is_taken_by_one_at_a_time_until_it_left,
    an_email_that_failed_is_due_again_or_given_up, the_oldest_email_that_is_still_to_leave_is_known,
};
use providers::{a_provider_login_ends_once, an_identity_is_one_readers};
use sample::{
    account, address, close, confirmation, departure, email, email_of, enter, entry, hash, join, later, link,
    noon, notice, now_of, session,
};

contract! {
    a_registration_is_confirmed_once
    an_address_has_one_account
    a_link_tells_what_it_is_worth
    a_refused_link_stays_refused_whatever_the_clock_says
    asking_again_makes_earlier_links_old
    a_new_password_ends_every_other_session
    a_reset_ends_every_session_and_every_confirmation
    an_address_changes_in_two_steps
    an_address_that_was_taken_meanwhile_is_not_taken_over
    sessions_are_kept_listed_and_ended
    a_browser_that_was_not_known_is_told_once
    a_burst_is_exact_whoever_tries_at_once
    a_limit_frees_one_try_after_the_other
    a_doubling_limit_makes_strangers_wait_longer_and_longer
    a_clock_that_was_set_back_makes_nobody_wait_longer_than_ever
    an_email_does_not_wait_for_a_clock_that_was_set_back
    the_oldest_email_that_is_still_to_leave_is_known
    an_email_is_taken_by_one_at_a_time_until_it_left
    an_email_that_failed_is_due_again_or_given_up
    a_provider_login_ends_once
    an_identity_is_one_readers
    who_leaves_leaves_nothing
    tidying_removes_what_nobody_can_use
}

async fn a_registration_is_confirmed_once(database: Database) {
    let confirmation = confirmation("w", Purpose::Register, "sari");
    database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    assert_eq!(database.confirmation(&confirmation.id).await.unwrap(), Some(confirmation.clone()));
    assert_eq!(database.pending_registration(&confirmation.email).await.unwrap(), Some(confirmation.clone()));
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
    assert_eq!(opened.iter().filter(|opened| **opened == Redemption::Done).count(), 1, "{opened:?}");
    assert_eq!(opened.iter().filter(|opened| **opened == Redemption::Gone).count(), 19, "{opened:?}");
    let kept = database.account_of(&address("sari")).await.unwrap().unwrap();
    assert_eq!(database.sessions(&kept.id).await.unwrap().len(), 1);
    assert_eq!(database.confirmation(&confirmation.id).await.unwrap(), None);
}

async fn an_address_has_one_account(database: Database) {
    for id in ["mine", "strangers"] {
        let confirmation = confirmation(id, Purpose::Register, "sari");
        database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    }
    database.add_link(&link("strangers-link", "strangers")).await.unwrap();
    assert_eq!(
        database.open_account(&hash("mine"), &account("sari"), None, noon()).await.unwrap(),
        Redemption::Done
    );
    let other = Account { id: AccountId::from_store("other".into()), ..account("sari") };
    assert_eq!(
        database.open_account(&hash("strangers"), &other, None, noon()).await.unwrap(),
        Redemption::Gone
    );
    assert_eq!(database.link(&hash("strangers-link"), noon()).await.unwrap(), LinkState::Used);
    // One who asks only now.
    let late = confirmation("late", Purpose::Register, "sari");
    database.create_confirmation(&late, &email_of(&late)).await.unwrap();
    assert_eq!(database.open_account(&late.id, &other, None, noon()).await.unwrap(), Redemption::Taken);
    assert_eq!(database.account(&other.id).await.unwrap(), None);
    assert_eq!(database.account(&account("sari").id).await.unwrap(), Some(account("sari")));
    join(&database, "budi").await;
    let names =
        |accounts: Vec<Account>| accounts.into_iter().map(|account| account.email).collect::<Vec<_>>();
    assert_eq!(names(database.accounts(None, 9).await.unwrap()), [address("budi"), address("sari")]);
    assert_eq!(names(database.accounts(Some(&address("budi")), 9).await.unwrap()), [address("sari")]);
}

async fn a_link_tells_what_it_is_worth(database: Database) {
    let confirmation = confirmation("w", Purpose::Register, "sari");
    database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    database.add_link(&link("t", "w")).await.unwrap();
    for (token, at, expected) in [
        ("t", 0, LinkState::Open(confirmation.clone())),
        ("t", 3599, LinkState::Open(confirmation.clone())),
        ("t", 3600, LinkState::Expired(confirmation.clone())),
        ("t", 8 * 86_400, LinkState::Unknown),
        ("x", 0, LinkState::Unknown),
    ] {
        assert_eq!(database.link(&hash(token), later(at)).await.unwrap(), expected, "{token} {at}");
    }
    assert_eq!(
        database.code(&confirmation.id, &hash("code-t"), noon()).await.unwrap(),
        LinkState::Open(confirmation.clone())
    );
    assert_eq!(database.code(&confirmation.id, &hash("code-x"), noon()).await.unwrap(), LinkState::Unknown);
    assert_eq!(database.code(&hash("other"), &hash("code-t"), noon()).await.unwrap(), LinkState::Unknown);
    database.open_account(&confirmation.id, &account("sari"), None, noon()).await.unwrap().done().unwrap();
    assert_eq!(database.link(&hash("t"), noon()).await.unwrap(), LinkState::Used);
    assert_eq!(database.code(&confirmation.id, &hash("code-t"), noon()).await.unwrap(), LinkState::Used);
}

async fn a_refused_link_stays_refused_whatever_the_clock_says(database: Database) {
    let confirmation = confirmation("w", Purpose::Register, "sari");
    database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    database.add_link(&link("t", "w")).await.unwrap();
    database.refuse_links(&confirmation.id, later(3599)).await.unwrap();
    assert_eq!(
        database.link(&hash("t"), later(3599)).await.unwrap(),
        LinkState::Open(confirmation.clone()),
        "not old yet"
    );
    database.refuse_links(&confirmation.id, later(3600)).await.unwrap();
    let yesterday = noon() - TimeDelta::days(1);
    assert_eq!(database.link(&hash("t"), yesterday).await.unwrap(), LinkState::Expired(confirmation.clone()));
    let code = database.code(&confirmation.id, &hash("code-t"), yesterday).await.unwrap();
    assert_eq!(code, LinkState::Expired(confirmation.clone()));
    // Another mail may be asked for.
    database.add_link(&link("new", "w")).await.unwrap();
    assert_eq!(database.link(&hash("new"), yesterday).await.unwrap(), LinkState::Open(confirmation));
}

async fn asking_again_makes_earlier_links_old(database: Database) {
    let first = confirmation("w", Purpose::Register, "sari");
    database.create_confirmation(&first, &email_of(&first)).await.unwrap();
    database.add_link(&link("old", "w")).await.unwrap();
    let changed = Confirmation { email: address("budi"), ..first };
    let again = database.renew_confirmation(&changed, &email_of(&changed), later(60)).await.unwrap();
    assert_eq!(again, Redemption::Done);
    database.add_link(&link("new", "w")).await.unwrap();
    assert_eq!(database.link(&hash("old"), later(61)).await.unwrap(), LinkState::Expired(changed.clone()));
    assert_eq!(database.link(&hash("new"), later(61)).await.unwrap(), LinkState::Open(changed.clone()));
    // What was answered meanwhile does not come back.
    database.open_account(&changed.id, &account("budi"), None, later(62)).await.unwrap().done().unwrap();
    let late = database.renew_confirmation(&changed, &email_of(&changed), later(63)).await.unwrap();
    assert_eq!((late, database.confirmation(&changed.id).await.unwrap()), (Redemption::Gone, None));
}

async fn a_new_password_ends_every_other_session(database: Database) {
    let sari = join(&database, "sari").await;
    for token in ["here", "there"] {
        enter(&database, token, "sari").await;
    }
    let told = notice(EmailKind::PasskeyAdded, "sari", 1);
    database.create_confirmation(&told.secure, &told.email).await.unwrap();
    let new = PasswordHash::from_store("new".into());
    let notice = notice(EmailKind::PasswordChanged, "sari", 2);
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
    let emails = database.emails(&sari.email, 9).await.unwrap();
    assert_eq!(emails.iter().filter(|log| log.email.email == notice.email).count(), 1);
    for secure in [&told.secure, &notice.secure] {
        let kept = database.confirmation(&secure.id).await.unwrap();
        assert_eq!(
            kept.as_ref(),
            Some(secure),
            "a thief who changes the password leaves the owner's links alone"
        );
    }
}

async fn a_reset_ends_every_session_and_every_confirmation(database: Database) {
    let sari = join(&database, "sari").await;
    enter(&database, "here", "sari").await;
    let reset = Confirmation {
        account: Some(sari.id.clone()),
        ..confirmation("reset", Purpose::ResetPassword, "sari")
    };
    let leave = Confirmation {
        account: Some(sari.id.clone()),
        ..confirmation("leave", Purpose::ConfirmOldEmail, "evil")
    };
    for confirmation in [&reset, &leave] {
        database.create_confirmation(confirmation, &email_of(confirmation)).await.unwrap();
    }
    let (new, notice) =
        (PasswordHash::from_store("new".into()), notice(EmailKind::PasswordChanged, "sari", 1));
    assert_eq!(database.reset_password(&reset, &new, &[], &notice, noon()).await.unwrap(), Redemption::Done);
    assert_eq!(database.reset_password(&reset, &new, &[], &notice, noon()).await.unwrap(), Redemption::Gone);
    assert!(database.sessions(&sari.id).await.unwrap().is_empty());
    assert!(!database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    assert_eq!(database.confirmation(&leave.id).await.unwrap(), None);
    assert_eq!(database.confirmation(&notice.secure.id).await.unwrap(), Some(notice.secure));
}

async fn an_address_changes_in_two_steps(database: Database) {
    let sari = join(&database, "sari").await;
    let leave = Confirmation {
        account: Some(sari.id.clone()),
        ..confirmation("w", Purpose::ConfirmOldEmail, "baru")
    };
    database
        .create_confirmation(&leave, &email(EmailKind::Confirmation(Purpose::ConfirmOldEmail), "sari"))
        .await
        .unwrap();
    database.add_link(&link("first", "w")).await.unwrap();
    let take = Confirmation { purpose: Purpose::ConfirmNewEmail, ..leave.clone() };
    enter(&database, "there", "sari").await;
    assert_eq!(
        database.confirm_old_email(&sari, &leave, &email_of(&take), noon()).await.unwrap(),
        Redemption::Done
    );
    assert_eq!(database.link(&hash("first"), noon()).await.unwrap(), LinkState::Used);
    database.add_link(&link("second", "w")).await.unwrap();
    assert_eq!(database.link(&hash("second"), noon()).await.unwrap(), LinkState::Open(take.clone()));
    let notice = email(EmailKind::EmailChanged, "sari");
    let renewed = entry("renewed", "sari");
    let taken = database.confirm_new_email(&sari, &take, &renewed, &notice, noon()).await.unwrap();
    assert_eq!(taken, Redemption::Done);
    let account = now_of(&database, &sari).await;
    let again = database.confirm_new_email(&account, &take, &renewed, &notice, noon()).await.unwrap();
    assert_eq!((again, account.email), (Redemption::Gone, address("baru")));
    let left: Vec<_> =
        database.sessions(&sari.id).await.unwrap().into_iter().map(|session| session.token).collect();
    assert_eq!(left, [hash("renewed")]);
}

async fn an_address_that_was_taken_meanwhile_is_not_taken_over(database: Database) {
    let sari = join(&database, "sari").await;
    join(&database, "budi").await;
    let take = Confirmation {
        account: Some(sari.id.clone()),
        ..confirmation("w", Purpose::ConfirmNewEmail, "budi")
    };
    database.create_confirmation(&take, &email_of(&take)).await.unwrap();
    let notice = email(EmailKind::EmailChanged, "sari");
    let taken =
        database.confirm_new_email(&sari, &take, &entry("renewed", "sari"), &notice, noon()).await.unwrap();
    assert_eq!((taken, now_of(&database, &sari).await.email), (Redemption::Taken, address("sari")));
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
        let emails = database.emails(&sari.email, 9).await.unwrap();
        emails.iter().filter(|log| log.email.email.kind == EmailKind::NewDevice).count()
    };
    for (number, device, expected) in [(1, "phone", 1), (2, "phone", 1), (3, "laptop", 2), (4, "phone", 2)] {
        let notice = Some(notice(EmailKind::NewDevice, "sari", number));
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
    let reset = Confirmation {
        account: Some(sari.id.clone()),
        ..confirmation("reset", Purpose::ResetPassword, "sari")
    };
    database.create_confirmation(&reset, &email_of(&reset)).await.unwrap();
    close(&database, &sari, "nobody").await;
    let (nobody, farewell) =
        (AccountId::from_store("nobody".into()), email(EmailKind::AccountClosed, "sari"));
    let again = database.close_account(&sari, &nobody, &farewell, &departure(), noon()).await.unwrap();
    assert_eq!(again, Written::Stale);
    assert_eq!(database.account(&sari.id).await.unwrap(), None);
    assert_eq!(database.session(&hash("here")).await.unwrap(), None);
    assert_eq!(database.confirmation(&reset.id).await.unwrap(), None);
    assert!(!database.is_known_device(&sari.id, &hash("device")).await.unwrap());
    let emails = database.emails(&sari.email, 9).await.unwrap();
    assert_eq!(emails.iter().map(|log| log.email.email.kind).collect::<Vec<_>>(), [EmailKind::AccountClosed]);
    database.email_done(emails[0].email.id, None, noon()).await.unwrap();
    assert!(
        database.emails(&sari.email, 9).await.unwrap().is_empty(),
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
    let old = confirmation("old", Purpose::SignIn, "sari");
    database.create_confirmation(&old, &email_of(&old)).await.unwrap();
    database.add_link(&link("t", "old")).await.unwrap();
    database.purge_expired(lifetimes, later(86_400 * 15)).await.unwrap();
    let left: Vec<_> =
        database.sessions(&sari.id).await.unwrap().into_iter().map(|session| session.token).collect();
    assert_eq!(left, [hash("used")]);
    assert_eq!(database.confirmation(&old.id).await.unwrap(), None);
    assert_eq!(database.link(&hash("t"), later(0)).await.unwrap(), LinkState::Used);
    database.purge_expired(lifetimes, later(86_400 * 40)).await.unwrap();
    assert_eq!(database.link(&hash("t"), later(0)).await.unwrap(), LinkState::Unknown);
    assert!(database.sessions(&sari.id).await.unwrap().is_empty());
    assert!(!database.emails(&sari.email, 9).await.unwrap().is_empty(), "what is due yet is not thrown away");
}
