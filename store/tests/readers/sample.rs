//! Readers to keep.

use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{
    Account, AccountId, AccountStore, Confirmation, ConfirmationStore, Departure, Email, EmailAddress,
    EmailKind, Entry, Link, Notice, PasswordHash, Purpose, Redemption, ReturnTo, Session, SessionId,
    SessionStore, TokenHash, Written,
};
use domain::article::Language;
use store::Database;

pub fn noon() -> DateTime<Utc> {
    "2024-06-20T05:00:00Z".parse().unwrap()
}

pub fn later(seconds: i64) -> DateTime<Utc> {
    noon() + TimeDelta::seconds(seconds)
}

pub fn address(name: &str) -> EmailAddress {
    EmailAddress::parse(&format!("{name}@example.com")).unwrap()
}

pub fn hash(text: &str) -> TokenHash {
    TokenHash::from_store(text.into())
}

pub fn account(name: &str) -> Account {
    Account {
        id: AccountId::from_store(format!("id-{name}")),
        email: address(name),
        password: Some(PasswordHash::from_store("phc".into())),
        language: Language::Indonesian,
        created_at: noon(),
        uses_history: true,
        credentials_version: 1,
    }
}

pub fn confirmation(id: &str, purpose: Purpose, name: &str) -> Confirmation {
    Confirmation {
        id: hash(id),
        purpose,
        email: address(name),
        account: None,
        password: Some(PasswordHash::from_store("phc".into())),
        language: Language::English,
        return_to: ReturnTo::parse("/read/7/judul-7"),
        asked_at: noon(),
    }
}

pub fn email(kind: EmailKind, name: &str) -> Email {
    Email { kind, to: address(name), confirmation: None, detail: None, language: Language::Indonesian }
}

pub fn email_of(confirmation: &Confirmation) -> Email {
    Email {
        kind: EmailKind::Confirmation(confirmation.purpose),
        to: confirmation.email.clone(),
        confirmation: Some(confirmation.id.clone()),
        detail: None,
        language: confirmation.language,
    }
}

pub fn link(token: &str, confirmation: &str) -> Link {
    Link {
        token: hash(token),
        code: hash(&format!("code-{token}")),
        confirmation: hash(confirmation),
        expires_at: later(3600),
    }
}

pub fn session(token: &str, name: &str) -> Session {
    Session {
        id: SessionId::from_text(&format!("session-{token}")),
        token: hash(token),
        account: account(name).id,
        started_at: noon(),
        seen_at: noon(),
        authenticated_at: noon(),
        device: "Firefox di Linux".into(),
    }
}

/// The account as it is now.
pub async fn now_of(database: &Database, account: &Account) -> Account {
    database.account(&account.id).await.unwrap().unwrap()
}

/// A reader who comes in with this token, in a browser of the name `device`.
pub fn entry(token: &str, name: &str) -> Entry {
    Entry { session: session(token, name), device: hash("device"), replaces: None, notice: None }
}

/// Lets a reader in.
pub async fn enter(database: &Database, token: &str, name: &str) {
    let account = now_of(database, &account(name)).await;
    let written = database.begin_session(&account, &entry(token, name), noon()).await.unwrap();
    assert_eq!(written, Written::Done);
}

/// A mail that tells this reader of something, with its link's confirmation.
pub fn notice(kind: EmailKind, name: &str, number: u32) -> Notice {
    let secure = Confirmation {
        account: Some(account(name).id),
        password: None,
        ..confirmation(&format!("secure-{name}-{number}"), Purpose::SecureAccount, name)
    };
    Notice { email: Email { kind, ..email_of(&secure) }, secure }
}

/// In a period that lasts.
pub fn departure() -> Departure {
    Departure { period: "once".into(), expires_at: later(400 * 86_400) }
}

/// Deletes an account, whose receipts go to this name.
pub async fn close(database: &Database, account: &Account, nobody: &str) {
    let (nobody, farewell) = (
        AccountId::from_store(nobody.into()),
        Email {
            kind: EmailKind::AccountClosed,
            to: account.email.clone(),
            confirmation: None,
            detail: None,
            language: account.language,
        },
    );
    let account = now_of(database, account).await;
    let closed = database.close_account(&account, &nobody, &farewell, &departure(), noon()).await;
    assert_eq!(closed.unwrap(), Written::Done);
}

/// An account of this name, by the way that readers take.
pub async fn join(database: &Database, name: &str) -> Account {
    let confirmation = confirmation(&format!("wish-{name}"), Purpose::Register, name);
    database.create_confirmation(&confirmation, &email_of(&confirmation)).await.unwrap();
    assert_eq!(
        database.open_account(&confirmation.id, &account(name), None, noon()).await.unwrap(),
        Redemption::Done
    );
    account(name)
}
