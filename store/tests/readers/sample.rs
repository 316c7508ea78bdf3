//! Readers to keep.

use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{
    Account, AccountId, Confirmation, ConfirmationStore, EmailAddress, Letter, LetterKind, Link, Opened,
    PasswordHash, Purpose, ReturnTo, Session, SessionId, TokenHash,
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
    Letter { kind, to: email(name), confirmation: None, language: Language::Indonesian }
}

pub fn letter_of(wish: &Confirmation) -> Letter {
    Letter {
        kind: LetterKind::Confirmation(wish.purpose),
        to: wish.email.clone(),
        confirmation: Some(wish.id.clone()),
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

/// An account of this name, by the way that readers take.
pub async fn join(database: &Database, name: &str) -> Account {
    let wish = wish(&format!("wish-{name}"), Purpose::Join, name);
    database.ask(&wish, &letter_of(&wish)).await.unwrap();
    assert_eq!(database.open_account(&wish.id, &account(name), None, noon()).await.unwrap(), Opened::Done);
    account(name)
}
