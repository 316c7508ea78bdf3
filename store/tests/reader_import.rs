//! Import of readers on both databases.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;

use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Plan;
use domain::account::{
    Account, AccountId, AccountStore, EmailAddress, ImportedAs, ImportedReader, ReaderImportStore,
};
use domain::article::Language;
use domain::subscription::Subscription;
use store::Database;

contract! {
    importing_readers_again_changes_what_differs_and_a_dry_run_nothing
    of_two_imports_at_once_one_makes_the_account
}

fn noon() -> DateTime<Utc> {
    "2024-06-20T05:00:00Z".parse().unwrap()
}

/// A reader whose subscription lasts some days, with an id that each import makes anew.
fn reader(id: &str, days: i64) -> ImportedReader {
    let email = EmailAddress::parse("sari@example.com").unwrap();
    let account = Account {
        id: AccountId::from_store(id.to_owned()),
        email: email.clone(),
        password: None,
        language: Language::Indonesian,
        created_at: noon(),
        uses_history: true,
        credentials_version: 1,
    };
    let ends_at = noon() + TimeDelta::days(days);
    let reference = "stripe:sub_1".to_owned();
    let subscription =
        Subscription { reference, email, plan: Plan::Koran, starts_at: noon(), ends_at, changed_at: noon() };
    ImportedReader { account, subscription: Some(subscription) }
}

async fn importing_readers_again_changes_what_differs_and_a_dry_run_nothing(database: Database) {
    let import = async |reader: ImportedReader, after: i64, is_dry_run| {
        let now = noon() + TimeDelta::seconds(after);
        let changed_at = now;
        let subscription = reader.subscription.map(|paid| Subscription { changed_at, ..paid });
        let reader = ImportedReader { subscription, ..reader };
        database.import_readers(&[reader], now, is_dry_run).await.unwrap()
    };
    let email = EmailAddress::parse("sari@example.com").unwrap();
    assert_eq!(import(reader("a", 30), 1, true).await, [ImportedAs::Created]);
    assert_eq!(database.account_of(&email).await.unwrap(), None, "a dry run keeps nothing");
    assert_eq!(import(reader("a", 30), 2, false).await, [ImportedAs::Created]);
    assert_eq!(import(reader("b", 30), 3, false).await, [ImportedAs::Unchanged]);
    assert_eq!(import(reader("c", 60), 4, true).await, [ImportedAs::Updated]);
    assert_eq!(import(reader("d", 60), 5, false).await, [ImportedAs::Updated]);
    assert_eq!(import(reader("e", 60), 6, false).await, [ImportedAs::Unchanged]);
    let account = database.account_of(&email).await.unwrap().unwrap();
    assert_eq!((account.id, account.password), (AccountId::from_store("a".into()), None));
}

async fn of_two_imports_at_once_one_makes_the_account(database: Database) {
    let import = async |id: &str| database.import_readers(&[reader(id, 30)], noon(), false).await.unwrap();
    let (one, other) = tokio::join!(import("a"), import("b"));
    let mut done = [one, other].concat();
    done.sort_by_key(|done| *done != ImportedAs::Created);
    assert_eq!(done, [ImportedAs::Created, ImportedAs::Unchanged]);
}
