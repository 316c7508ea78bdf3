//! Meter compared with a model of thirty lines, on random histories of readers and both databases.
//!
//! There are 256 histories; set `PROPTEST_CASES=10000` for a long run.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/sample.rs"]
mod articles;
#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "readers/sample.rs"]
#[expect(dead_code, reason = "shared with the tests of accounts")]
mod sample;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, Datelike, TimeDelta, Utc};
use domain::access::{Access, Period, Plan, Policy, Visit, Visitor, decide};
use domain::account::{
    Account, AccountId, AccountStore, ConfirmationStore, Departure, EmailKind, Purpose, Redemption,
};
use domain::article::{Article, CoverStory, Edition};
use domain::newsroom::{ArticleRepository, ArticleStore};
use domain::quota::Quota;
use domain::subscription::{Subscription, SubscriptionStore};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use store::Database;

use sample::{account, confirmation, email, email_of};

contract! { the_books_are_those_of_the_model }

/// Event in a reader's history.
#[derive(Clone, Debug)]
enum Event {
    /// The reader registers and confirms, if there is no account.
    Join,
    /// The reader presses the button of this article, this number of times.
    Open(u32, u8),
    Subscribe(Plan, i64),
    /// The reader deletes the account.
    Leave,
    /// The clock moves by seconds, forward or back.
    Wait(i64),
    /// The publisher changes the number of units and their period.
    Set(u32, Period),
}

fn event() -> impl Strategy<Value = Event> {
    let plan = prop::sample::select(Plan::ALL.to_vec());
    let period = prop::sample::select(vec![Period::Once, Period::Week, Period::Month]);
    prop_oneof![
        2 => Just(Event::Join),
        8 => (0_u32..8, 1_u8..3).prop_map(|(article, times)| Event::Open(article, times)),
        1 => (plan, 1_i64..40).prop_map(|(plan, days)| Event::Subscribe(plan, days)),
        1 => Just(Event::Leave),
        3 => (-40_i64 * 86_400..40 * 86_400).prop_map(Event::Wait),
        1 => (0_u32..4, period).prop_map(|(units, period)| Event::Set(units, period)),
    ]
}

/// Expected state of a reader.
#[derive(Default)]
struct Model {
    is_reader: bool,
    /// Period whose unit paid for each opened article.
    receipts: BTreeMap<u32, String>,
    subscriptions: Vec<(Plan, DateTime<Utc>, DateTime<Utc>)>,
    /// Units spent by an earlier account of the same address, in the period in which that account was deleted.
    carried: Option<(String, usize)>,
}

impl Model {
    /// Key of a period in Jakarta, which is seven hours ahead of UTC all year.
    fn period(period: Period, now: DateTime<Utc>) -> String {
        let local = now + TimeDelta::hours(7);
        match period {
            Period::Once => "once".to_owned(),
            // 1 January 1970 was a Thursday.
            Period::Week => format!("week {}", (local.timestamp().div_euclid(86_400) + 3).div_euclid(7)),
            Period::Month => format!("month {} {}", local.year(), local.month()),
        }
    }

    fn may_read(&self, article: u32, now: DateTime<Utc>) -> bool {
        let covers = |plan: Plan| match plan {
            Plan::All | Plan::Day => true,
            Plan::Koran => article < 4 || article == 7,
            Plan::Majalah => article >= 4,
        };
        let is_subscribed =
            self.subscriptions.iter().any(|(plan, from, to)| covers(*plan) && *from <= now && now < *to);
        article == 7 || self.is_reader && (is_subscribed || self.receipts.contains_key(&article))
    }

    fn spent(&self, key: &String) -> usize {
        let carried = self.carried.as_ref().filter(|(period, _)| period == key);
        self.receipts.values().filter(|paid| *paid == key).count() + carried.map_or(0, |(_, units)| *units)
    }

    /// State after the account is deleted: only the spent units are kept.
    fn left(&self, period: Period, now: DateTime<Utc>) -> Self {
        let key = Self::period(period, now);
        Self { carried: Some((key.clone(), self.spent(&key))), ..Self::default() }
    }

    fn open(&mut self, article: u32, units: u32, period: Period, now: DateTime<Utc>) {
        let key = Self::period(period, now);
        let spent = self.spent(&key);
        if self.is_reader && article != 6 && !self.may_read(article, now) && spent < units as usize {
            self.receipts.insert(article, key);
        }
    }
}

/// Edition of an article: 0 to 3 are in the newspaper, 4 and 5 in the magazine, 6 is its cover story, 7 is free.
fn edition(article: u32) -> Edition {
    match article {
        0..4 => Edition::Koran,
        4..7 => Edition::Majalah,
        _ => Edition::Online,
    }
}

async fn the_books_are_those_of_the_model(database: Database) {
    let drafts = (0..8).map(|number| {
        let mut draft = articles::draft(number, DateTime::UNIX_EPOCH);
        draft.article.edition = edition(number);
        draft.article.cover_story = CoverStory::from(number == 6);
        draft
    });
    database.save(&drafts.collect::<Vec<_>>()).await.unwrap();
    let config = Config { failure_persistence: None, ..Config::default() };
    let cases = config.cases;
    // The seed is fixed, so a failure can be reproduced.
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let histories = prop::collection::vec(event(), 1..30);
    for case in 0..cases {
        let history = histories.new_tree(&mut runner).unwrap().current();
        if let Err(fault) = live(&database, case, &history).await {
            panic!("{fault} in {history:#?}");
        }
    }
    assert_eq!(database.integrity_errors().await.unwrap(), [""; 0]);
}

/// Runs one history, with its own reader.
async fn live(database: &Database, case: u32, history: &[Event]) -> Result<(), String> {
    let mut now = articles::noon();
    let (mut policy, mut model, mut reader) = (Policy::default(), Model::default(), None);
    for (step, event) in history.iter().enumerate() {
        let quota = Quota { store: Arc::new(database.clone()), policy: policy.clone() };
        match event {
            Event::Join if reader.is_none() => {
                reader = Some(join(database, &case.to_string(), now).await);
                model.is_reader = true;
            }
            Event::Open(article, times) => {
                for _ in 0..*times {
                    if let Some(reader) = &reader {
                        quota.open(database, reader, &articles::id(*article), now).await.unwrap();
                    }
                    model.open(*article, policy.free_articles, policy.period, now);
                }
            }
            Event::Subscribe(plan, days) => {
                if let Some(reader) = &reader {
                    subscribe(database, reader, &format!("{case}-{step}"), *plan, now, *days).await;
                    model.subscriptions.push((*plan, now, now + TimeDelta::days(*days)));
                }
            }
            Event::Leave => {
                if let Some(reader) = reader.take() {
                    let nobody = AccountId::from_store(format!("nobody-{case}-{step}"));
                    let farewell = email(EmailKind::AccountClosed, &case.to_string());
                    let departure = Departure::in_period(quota.span(now), now);
                    let closed = database.close_account(&reader, &nobody, &farewell, &departure, now);
                    closed.await.unwrap().done().unwrap();
                    model = model.left(policy.period, now);
                }
            }
            Event::Wait(seconds) => now += TimeDelta::seconds(*seconds),
            Event::Set(units, period) => {
                policy = Policy { free_articles: *units, period: *period, ..Policy::default() };
            }
            Event::Join => {}
        }
        let quota = Quota { store: Arc::new(database.clone()), policy: policy.clone() };
        for number in 0..8 {
            let found = may_read(database, &quota, reader.as_ref(), number, now).await;
            let expected = model.may_read(number, now);
            if found != expected {
                return Err(format!(
                    "after {event:?} (step {step}) article {number}: {found}, the model says {expected}"
                ));
            }
        }
        let receipts = match &reader {
            Some(reader) => quota.store.receipts(&reader.id).await.unwrap(),
            None => vec![],
        };
        let found: BTreeSet<_> =
            receipts.iter().map(|receipt| receipt.article.as_str().parse().unwrap()).collect();
        if found != model.receipts.keys().copied().collect() {
            return Err(format!("after {event:?} (step {step}): receipts for {found:?}"));
        }
    }
    Ok(())
}

async fn join(database: &Database, name: &str, now: DateTime<Utc>) -> Account {
    let (confirmation, account) =
        (confirmation(&format!("wish-{name}"), Purpose::Register, name), account(name));
    database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    assert_eq!(database.open_account(&confirmation.id, &account, None, now).await.unwrap(), Redemption::Done);
    account
}

async fn subscribe(
    database: &Database,
    reader: &Account,
    name: &str,
    plan: Plan,
    now: DateTime<Utc>,
    days: i64,
) {
    let subscription = Subscription {
        reference: name.to_owned(),
        email: reader.email.clone(),
        plan,
        starts_at: now,
        ends_at: now + TimeDelta::days(days),
        changed_at: now,
    };
    assert!(database.subscribe(&subscription).await.unwrap());
}

async fn may_read(
    database: &Database,
    quota: &Quota,
    reader: Option<&Account>,
    number: u32,
    now: DateTime<Utc>,
) -> bool {
    let id = articles::id(number);
    let (article, _): (Article, _) = database.find(&id).await.unwrap().unwrap();
    let visitor = match reader {
        Some(reader) => Visitor::Reader(quota.status(reader, Some(&id), now).await.unwrap()),
        None => Visitor::Anyone,
    };
    matches!(
        decide(Visit { visitor: &visitor, article: &article, policy: &quota.policy }).access,
        Access::Whole(_)
    )
}
