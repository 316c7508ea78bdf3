//! The meter on both databases, with the clock in hand.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "readers/sample.rs"]
#[expect(dead_code, reason = "shared with the tests of accounts")]
mod sample;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Plan;
use domain::account::{
    AccountId, AccountStore, ConfirmationStore, EmailKind, Lifetimes, Outbox, Purpose, Redemption,
};
use domain::article::ArticleId;
use domain::newsroom::{ArticleRepository, StoreError};
use domain::quota::{MeterUsage, OpenOutcome, QuotaStore, Totals};
use domain::subscription::{Change, State, Subscription, SubscriptionStore};
use store::Database;

use sample::{account, address, close, confirmation, email, email_of, entry, hash, join, later, noon};

contract! {
    opening_costs_a_unit_once_and_looking_nothing
    a_new_period_brings_new_units_and_takes_no_receipt
    a_clock_that_is_set_back_grants_nothing
    units_follow_the_setting_and_never_fall_below_what_is_spent
    of_all_who_try_at_once_exactly_the_units_open
    a_browser_without_an_account_has_units_of_its_own
    readers_do_not_wait_for_each_others_units
    who_leaves_takes_the_name_from_the_receipts
    nobody_opens_for_an_account_that_is_gone
    who_registers_anew_goes_on_with_what_is_left
    what_is_left_of_an_address_is_no_address_and_does_not_stay
    a_subscription_runs_from_its_start_to_its_end
    news_of_a_subscription_counts_in_the_order_of_its_making
    changes_of_one_instant_count_by_their_state_in_every_order_of_delivery
    an_event_that_is_delivered_again_changes_nothing_as_long_as_it_is_kept
    a_subscription_waits_for_its_reader_and_follows_a_change_of_address
}

fn article(number: u32) -> ArticleId {
    ArticleId::parse(&number.to_string()).unwrap()
}

async fn usage(database: &Database, name: &str, number: u32, period: &str, now: DateTime<Utc>) -> MeterUsage {
    database.usage(&account(name), Some(&article(number)), period, now).await.unwrap()
}

async fn open(database: &Database, name: &str, number: u32, period: &str) -> OpenOutcome {
    database.open(&account(name).id, &article(number), period, 2, noon()).await.unwrap()
}

/// Integrity errors of the receipts, as `warta check` says it.
async fn integrity_errors(database: &Database) -> Vec<String> {
    database.integrity_errors().await.unwrap()
}

async fn opening_costs_a_unit_once_and_looking_nothing(database: Database) {
    join(&database, "sari").await;
    for _ in 0..3 {
        assert_eq!(usage(&database, "sari", 1, "once", noon()).await, MeterUsage::default());
    }
    assert_eq!(open(&database, "sari", 1, "once").await, OpenOutcome::Spent);
    assert_eq!(open(&database, "sari", 1, "once").await, OpenOutcome::Free);
    assert_eq!(open(&database, "sari", 2, "once").await, OpenOutcome::Spent);
    assert_eq!(open(&database, "sari", 3, "once").await, OpenOutcome::Closed);
    assert_eq!(open(&database, "sari", 1, "once").await, OpenOutcome::Free, "open for good");
    for (number, has_opened) in [(1, true), (2, true), (3, false)] {
        let expected = MeterUsage { spent: 2, has_opened, plans: vec![] };
        assert_eq!(usage(&database, "sari", number, "once", noon()).await, expected, "{number}");
    }
    assert_eq!(database.totals().await.unwrap(), Totals { granted: 2, spent: 2 });
    let receipts = database.receipts(&account("sari").id).await.unwrap();
    assert_eq!(receipts.iter().map(|receipt| receipt.article.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn a_new_period_brings_new_units_and_takes_no_receipt(database: Database) {
    join(&database, "sari").await;
    for (number, period, expected) in [
        (1, "2024-06", OpenOutcome::Spent),
        (2, "2024-06", OpenOutcome::Spent),
        (3, "2024-06", OpenOutcome::Closed),
        (1, "2024-07", OpenOutcome::Free),
        (3, "2024-07", OpenOutcome::Spent),
        (2, "2024-07", OpenOutcome::Free),
        (4, "2024-07", OpenOutcome::Spent),
        (5, "2024-07", OpenOutcome::Closed),
    ] {
        assert_eq!(open(&database, "sari", number, period).await, expected, "{number} in {period}");
    }
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn a_clock_that_is_set_back_grants_nothing(database: Database) {
    join(&database, "sari").await;
    for period in ["2024-06", "2024-07", "2024-06", "2024-07"] {
        for number in 0..10 {
            open(&database, "sari", number, period).await;
        }
    }
    assert_eq!(database.receipts(&account("sari").id).await.unwrap().len(), 4);
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn units_follow_the_setting_and_never_fall_below_what_is_spent(database: Database) {
    join(&database, "sari").await;
    let id = account("sari").id;
    for (number, units, expected) in [
        (1, 3, OpenOutcome::Spent),
        (2, 3, OpenOutcome::Spent),
        (3, 1, OpenOutcome::Closed),
        (3, 0, OpenOutcome::Closed),
        (3, 3, OpenOutcome::Spent),
        (4, 3, OpenOutcome::Closed),
        (4, 4, OpenOutcome::Spent),
    ] {
        let opened = database.open(&id, &article(number), "once", units, noon()).await.unwrap();
        assert_eq!(opened, expected, "article {number} with {units} units");
        assert_eq!(integrity_errors(&database).await, [""; 0]);
    }
}

/// 1,000 tries at 50 articles by a reader with two units.
async fn of_all_who_try_at_once_exactly_the_units_open(database: Database) {
    join(&database, "sari").await;
    let tries = (0..1000).map(|number| {
        let database = database.clone();
        tokio::spawn(async move {
            database.open(&account("sari").id, &article(number % 50), "once", 2, noon()).await
        })
    });
    let tries: Vec<_> = tries.collect();
    let mut spent = 0;
    for one in tries {
        match one.await.unwrap() {
            Ok(opening) => spent += u32::from(opening == OpenOutcome::Spent),
            // Who waits too long for a connection is told so, and pays nothing.
            Err(error) => assert!(matches!(error, StoreError::Unavailable(_)), "{error}"),
        }
    }
    let receipts = database.receipts(&account("sari").id).await.unwrap();
    assert_eq!((spent, receipts.len()), (2, 2));
    for receipt in receipts {
        let again = database.open(&account("sari").id, &receipt.article, "once", 2, noon()).await.unwrap();
        assert_eq!(again, OpenOutcome::Free);
    }
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn a_browser_without_an_account_has_units_of_its_own(database: Database) {
    let (guest, other) = (hash("guest"), hash("other"));
    let tries = (0..40).map(|number| {
        let (database, guest) = (database.clone(), guest.clone());
        tokio::spawn(async move {
            database.open_as_guest(&guest, &article(number), "once", 1, noon()).await.unwrap()
        })
    });
    let mut spent = 0;
    for one in tries.collect::<Vec<_>>() {
        spent += u32::from(one.await.unwrap() == OpenOutcome::Spent);
    }
    assert_eq!(spent, 1);
    let open = database.guest_usage(&guest, &article(1), "once").await.unwrap();
    assert_eq!(open.spent, 1);
    assert_eq!(database.guest_usage(&other, &article(1), "once").await.unwrap(), MeterUsage::default());
    assert_eq!(database.openings(None, 10).await.unwrap(), [], "no rules for readers are tried on them");
    assert_eq!(database.totals().await.unwrap(), Totals { granted: 1, spent: 1 });
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn readers_do_not_wait_for_each_others_units(database: Database) {
    for number in 0..100 {
        join(&database, &format!("pembaca-{number}")).await;
    }
    let tries = (0..500).map(|number| {
        let database = database.clone();
        tokio::spawn(async move {
            let id = account(&format!("pembaca-{}", number % 100)).id;
            loop {
                match database.open(&id, &article(number / 100), "once", 2, noon()).await {
                    Ok(opening) => return opening,
                    Err(error) => assert!(matches!(error, StoreError::Unavailable(_)), "{error}"),
                }
            }
        })
    });
    for one in tries.collect::<Vec<_>>() {
        one.await.unwrap();
    }
    for number in 0..100 {
        let receipts = database.receipts(&account(&format!("pembaca-{number}")).id).await.unwrap();
        assert_eq!(receipts.len(), 2, "of reader {number}");
    }
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn who_leaves_takes_the_name_from_the_receipts(database: Database) {
    let sari = join(&database, "sari").await;
    open(&database, "sari", 1, "once").await;
    open(&database, "sari", 2, "once").await;
    close(&database, &sari, "nobody").await;
    let nobody = AccountId::from_store("nobody".into());
    assert_eq!(database.receipts(&sari.id).await.unwrap(), []);
    let left = database.receipts(&nobody).await.unwrap();
    let days: BTreeSet<_> = left.iter().map(|receipt| receipt.opened_at.to_rfc3339()).collect();
    assert_eq!(left.len(), 2, "the receipts stay");
    assert_eq!(days, BTreeSet::from(["2024-06-20T00:00:00+00:00".to_owned()]), "to the day only");
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn nobody_opens_for_an_account_that_is_gone(database: Database) {
    assert_eq!(open(&database, "nobody", 1, "once").await, OpenOutcome::Closed);
    let sari = join(&database, "sari").await;
    let tries = (0..20).map(|number| {
        let database = database.clone();
        tokio::spawn(async move { open(&database, "sari", number, "once").await })
    });
    let tries: Vec<_> = tries.collect();
    close(&database, &sari, "nobody").await;
    for one in tries {
        one.await.unwrap();
    }
    assert_eq!(database.receipts(&sari.id).await.unwrap(), [], "none was written behind the farewell");
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn who_registers_anew_goes_on_with_what_is_left(database: Database) {
    let sari = join(&database, "sari").await;
    open(&database, "sari", 1, "once").await;
    close(&database, &sari, "nobody").await;
    for round in 0..3 {
        let sari = join(&database, "sari").await;
        assert_eq!(usage(&database, "sari", 1, "once", noon()).await.spent, if round == 0 { 1 } else { 2 });
        assert!(!usage(&database, "sari", 1, "once", noon()).await.has_opened, "what was open is gone");
        let expected = if round == 0 { OpenOutcome::Spent } else { OpenOutcome::Closed };
        assert_eq!(open(&database, "sari", 2, "once").await, expected, "{round}");
        assert_eq!(open(&database, "sari", 3, "once").await, OpenOutcome::Closed, "{round}");
        // Another period and another address have units of their own.
        assert_eq!(usage(&database, "sari", 1, "2024-06", noon()).await.spent, 0);
        close(&database, &sari, &format!("nobody-{round}")).await;
    }
    join(&database, "budi").await;
    assert_eq!(usage(&database, "budi", 1, "once", noon()).await.spent, 0);
    assert_eq!(integrity_errors(&database).await, [""; 0]);
}

async fn what_is_left_of_an_address_is_no_address_and_does_not_stay(database: Database) {
    let lifetimes = Lifetimes { idle: TimeDelta::days(14), absolute: TimeDelta::days(30) };
    for (name, days, expected) in [("sari", 399, 1), ("budi", 400, 0)] {
        let reader = join(&database, name).await;
        open(&database, name, 1, "once").await;
        close(&database, &reader, &format!("nobody-{name}")).await;
        database.purge_expired(lifetimes, later(days * 86_400)).await.unwrap();
        join(&database, name).await;
        assert_eq!(usage(&database, name, 1, "once", noon()).await.spent, expected, "after {days} days");
    }
}

fn subscription(reference: &str, name: &str, plan: Plan, days: i64) -> Subscription {
    Subscription {
        reference: reference.to_owned(),
        email: address(name),
        plan,
        starts_at: noon(),
        ends_at: noon() + TimeDelta::days(days),
        changed_at: noon(),
    }
}

async fn a_subscription_runs_from_its_start_to_its_end(database: Database) {
    const DAY: i64 = 86_400;
    join(&database, "sari").await;
    for (reference, plan, days) in [("a", Plan::Koran, 30), ("b", Plan::Day, 1), ("c", Plan::Koran, 60)] {
        assert!(database.subscribe(&subscription(reference, "sari", plan, days)).await.unwrap());
    }
    for (seconds, expected) in [
        (-1, vec![]),
        (0, vec![Plan::Day, Plan::Koran]),
        (DAY - 1, vec![Plan::Day, Plan::Koran]),
        (DAY, vec![Plan::Koran]),
        (60 * DAY - 1, vec![Plan::Koran]),
        (60 * DAY, vec![]),
    ] {
        let mut plans = usage(&database, "sari", 1, "once", later(seconds)).await.plans;
        plans.sort_by_key(|plan| plan.as_str());
        assert_eq!(plans, expected, "{seconds} s");
    }
    let all = database.subscriptions(&address("sari")).await.unwrap();
    assert_eq!(all.iter().map(|one| one.reference.as_str()).collect::<Vec<_>>(), ["c", "a", "b"]);
}

async fn news_of_a_subscription_counts_in_the_order_of_its_making(database: Database) {
    join(&database, "sari").await;
    let begun = subscription("a", "sari", Plan::All, 30);
    let ended = Subscription {
        ends_at: later(3600),
        changed_at: later(3600),
        ..subscription("a", "sari", Plan::All, 30)
    };
    assert!(database.subscribe(&begun).await.unwrap());
    assert!(!database.subscribe(&begun).await.unwrap(), "told twice");
    assert!(database.subscribe(&ended).await.unwrap());
    assert!(!database.subscribe(&begun).await.unwrap(), "late news");
    assert_eq!(usage(&database, "sari", 1, "once", later(3600)).await.plans, []);
}

/// All orders of these.
fn orders<T: Clone>(all: &[T]) -> Vec<Vec<T>> {
    if all.is_empty() {
        return vec![vec![]];
    }
    let led_by = |first: usize| {
        let (mut rest, mut found) = (all.to_vec(), vec![]);
        let first = rest.remove(first);
        for order in orders(&rest) {
            found.push([vec![first.clone()], order].concat());
        }
        found
    };
    (0..all.len()).flat_map(led_by).collect()
}

async fn changes_of_one_instant_count_by_their_state_in_every_order_of_delivery(database: Database) {
    use State::{Ended, Open, Waiting};
    // State, second of the change, end in seconds; then the end that counts.
    let mut count = 0;
    for (told, expected) in [
        (vec![(Waiting, 0, 0), (Open, 0, 300)], 300),
        (vec![(Waiting, 0, 0), (Open, 0, 300), (Open, 0, 900), (Open, 0, 600)], 900),
        (vec![(Waiting, 0, 0), (Open, 0, 300), (Ended, 0, 0)], 0),
        (vec![(Waiting, 0, 0), (Open, 0, 300), (Waiting, 1, 1)], 1),
        (vec![(Open, 0, 300), (Ended, 1, 1), (Open, 2, 600), (Waiting, 2, 2)], 600),
    ] {
        for order in orders(&told) {
            count += 1;
            let reference = format!("r{count}");
            for (number, (state, changed_at, ends_at)) in order.iter().enumerate() {
                let subscription = Subscription {
                    ends_at: later(*ends_at),
                    changed_at: later(*changed_at),
                    ..subscription(&reference, &reference, Plan::All, 0)
                };
                let event = Some(format!("{reference} {number}"));
                database.apply(&Change { subscription, state: *state, event }, noon()).await.unwrap();
            }
            let kept = database.subscriptions(&address(&reference)).await.unwrap();
            assert_eq!(kept[0].ends_at, later(expected), "{order:?}");
        }
    }
    assert_eq!(count, 2 + 24 + 6 + 6 + 24);
}

async fn an_event_that_is_delivered_again_changes_nothing_as_long_as_it_is_kept(database: Database) {
    let lifetimes = Lifetimes { idle: TimeDelta::days(14), absolute: TimeDelta::days(30) };
    let change = |event: &str, seconds: i64| Change {
        event: Some(event.to_owned()),
        ..Subscription { changed_at: later(seconds), ..subscription("a", "sari", Plan::All, 30) }.into()
    };
    assert!(database.apply(&change("e1", 0), noon()).await.unwrap());
    assert!(!database.apply(&change("e1", 1), noon()).await.unwrap(), "the same event");
    assert!(database.apply(&change("e2", 1), noon()).await.unwrap());
    assert!(!database.apply(&change("e3", 0), noon()).await.unwrap(), "an older one");
    assert!(!database.apply(&change("e3", 2), noon()).await.unwrap(), "it is known all the same");
    database.purge_expired(lifetimes, noon() + TimeDelta::days(30)).await.unwrap();
    assert!(!database.apply(&change("e1", 2), noon()).await.unwrap(), "after thirty days");
    database.purge_expired(lifetimes, noon() + TimeDelta::days(31)).await.unwrap();
    assert!(database.apply(&change("e1", 2), noon()).await.unwrap(), "after more it is forgotten");
}

async fn a_subscription_waits_for_its_reader_and_follows_a_change_of_address(database: Database) {
    database.subscribe(&subscription("a", "sari", Plan::All, 30)).await.unwrap();
    let sari = join(&database, "sari").await;
    assert_eq!(usage(&database, "sari", 1, "once", noon()).await.plans, [Plan::All]);
    let mut take = confirmation("take", Purpose::ConfirmNewEmail, "baru");
    take.account = Some(sari.id.clone());
    database.create_confirmation(&take, &email_of(&take)).await.unwrap();
    let told = email(EmailKind::EmailChanged, "sari");
    let taken = database.confirm_new_email(&sari, &take, &entry("here", "sari"), &told, noon()).await;
    assert_eq!(taken.unwrap(), Redemption::Done);
    let moved = database.account(&sari.id).await.unwrap().unwrap();
    assert_eq!(database.usage(&moved, None, "once", noon()).await.unwrap().plans, [Plan::All]);
    // Who takes the money still knows the old address.
    let renewed = Subscription { changed_at: later(60), ..subscription("a", "sari", Plan::All, 60) };
    assert!(database.subscribe(&renewed).await.unwrap());
    assert_eq!(database.subscriptions(&address("baru")).await.unwrap().len(), 1);
    assert_eq!(database.subscriptions(&address("sari")).await.unwrap(), []);
}
