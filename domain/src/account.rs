//! Readers' accounts: joining, signing in, sessions, and what guards them.
//!
//! Everything here is asked with the time and the dice as arguments; [`Desk`] holds what it needs from outside.

mod confirmation;
mod credentials;
mod departure;
mod desk;
mod email;
mod join;
mod limit;
mod mail;
mod manage;
mod passkey;
mod password;
mod provider;
mod reset;
mod return_to;
mod secret;
mod secure;
mod session;
mod sign_in;
mod store;
pub mod strength;

use chrono::{DateTime, Utc};

pub use confirmation::{Confirmation, Link, LinkState, Purpose};
pub use credentials::{Entry, Notice, Opened, SignInMethod, Written};
pub use departure::{Departure, departed_name};
pub use desk::{Browser, Denied, Desk, Rules};
pub use email::{BadEmail, EmailAddress};
pub use join::{Proof, change_address, confirm, find_link, register, resend, send_confirmation, waiting};
pub use limit::{Action, By, LIMITS, Limit, Pace, limit};
pub use mail::{Letter, LetterKind, Outgoing, Posted};
pub use manage::{EmailStep, change_email, change_password, close, confirm_email, end_session, sessions};
pub use passkey::{
    Challenge, Passkey, PasskeyError, PasskeyJudge, Question, begin_passkey, begin_signature, finish_passkey,
    finish_signature, remove_passkey,
};
pub use password::{
    BadPassword, Busy, CommonPasswords, NewPassword, Password, PasswordHash, PasswordHasher, Verified,
};
pub use provider::{
    Arrival, AuthorizationResponse, Begun, Claims, Detour, Identity, ProviderError, ProviderName, Providers,
    arrive, set_out, unlink,
};
pub use reset::{request_reset, reset_password};
pub use return_to::ReturnTo;
pub use secret::{Code, Dice, Token, TokenHash};
pub use secure::secure_account;
pub use session::{Lifetimes, Session, SessionId};
pub use sign_in::{SignedIn, reader, redeem, send_link, sign_in, sign_out};
pub use store::{
    AccountStore, ConfirmationStore, LetterLog, LimitStore, Outbox, PasskeyStore, ProviderStore, ReaderStore,
    SessionStore,
};

use crate::article::Language;

/// Names an account for good; random, so that it tells nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccountId(String);

impl AccountId {
    /// A new one.
    pub fn random(dice: &dyn Dice) -> Self {
        Self(secret::random_text::<16>(dice))
    }

    /// The sixteen random bytes of the name; `None` for what no version of the program writes.
    pub fn bytes(&self) -> Option<[u8; 16]> {
        secret::bytes(&self.0)
    }

    /// As kept in the store.
    pub fn from_store(text: String) -> Self {
        Self(text)
    }

    /// As kept in the store.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A reader whose address is confirmed; there is no account before that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// For good.
    pub id: AccountId,
    /// Confirmed, and no other account's.
    pub email: EmailAddress,
    /// `None` for readers who come by mail, provider or passkey only.
    pub password: Option<PasswordHash>,
    /// Of mails to this reader.
    pub language: Language,
    /// When the address was confirmed for the first time.
    pub created_at: DateTime<Utc>,
    /// Whether recommendations may leave out what this reader has read.
    pub uses_history: bool,
    /// Raised by every change of password, address or way in. What rests on the account as it was read compares it.
    pub credentials_version: i64,
}

impl Account {
    /// A new one, of an address that has just been confirmed.
    pub fn new(
        dice: &dyn Dice,
        email: EmailAddress,
        password: Option<PasswordHash>,
        language: Language,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id: AccountId::random(dice),
            email,
            password,
            language,
            created_at: now,
            uses_history: true,
            credentials_version: 1,
        }
    }
}
