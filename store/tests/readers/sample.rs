//! Readers to keep.

use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{
    Account, AccountId, AccountStore, Confirmation, ConfirmationStore, Departure, EmailAddress, Entry,
    Letter, LetterKind, Link, Notice, Opened, PasswordHash, Purpose, ReturnTo, Session, SessionId,
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

pub fn email(name: &str) -> EmailAddress {
    EmailAddress::parse(&format!("{name}@example.com")).unwrap()
}

pub fn hash(text: &str) -> TokenHash {
    TokenHash::from_store(text.into())
}

pub fn account(name: &str) -> Account {
    Account {
        id: AccountId::from_store(format!("id-{name}")),
        email: email(name),
        password: Some(PasswordHash::from_store("phc".into())),
        language: Language::Indonesian,
        created_at: noon(),
        uses_history: true,
        credentials_version: 1,
    }
}

pub fn wish(id: &str, purpose: Purpose, name: &str) -> Confirmation {
    Confirmation {
        id: hash(id),
        purpose,
        email: email(name),
        account: None,
        password: Some(PasswordHash::from_store("phc".into())),
        language: Language::English,
        return_to: ReturnTo::parse("/read/7/judul-7"),
        asked_at: noon(),
    }
}

pub fn letter(kind: LetterKind, name: &str) -> Letter {
    Letter { kind, to: email(name), confirmation: None, detail: None, language: Language::Indonesian }
}

pub fn letter_of(wish: &Confirmation) -> Letter {
    Letter {
        kind: LetterKind::Confirmation(wish.purpose),
        to: wish.email.clone(),
        confirmation: Some(wish.id.clone()),
        detail: None,
        language: wish.language,
    }
}

pub fn link(token: &str, wish: &str) -> Link {
    Link {
        token: hash(token),
        code: hash(&format!("code-{token}")),
        confirmation: hash(wish),
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
        proven_at: noon(),
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

/// A mail that tells this reader of something, with its link's wish.
pub fn notice(kind: LetterKind, name: &str, number: u32) -> Notice {
    let secure = Confirmation {
        account: Some(account(name).id),
        password: None,
        ..wish(&format!("secure-{name}-{number}"), Purpose::SecureAccount, name)
    };
    Notice { letter: Letter { kind, ..letter_of(&secure) }, secure }
}

/// In a period that lasts.
pub fn departure() -> Departure {
    Departure { period: "once".into(), expires_at: later(400 * 86_400) }
}

/// Deletes an account, whose receipts go to this name.
pub async fn close(database: &Database, account: &Account, nobody: &str) {
    let (nobody, farewell) = (
        AccountId::from_store(nobody.into()),
        Letter {
            kind: LetterKind::AccountClosed,
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
    let wish = wish(&format!("wish-{name}"), Purpose::Join, name);
    database.ask(&wish, &letter_of(&wish)).await.unwrap();
    assert_eq!(database.open_account(&wish.id, &account(name), None, noon()).await.unwrap(), Opened::Done);
    account(name)
}
