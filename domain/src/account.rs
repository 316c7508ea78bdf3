//! Readers' accounts: registration, sign-in, sessions, and the limits that guard them.
//!
//! Time comes in as an argument; [`AccountService`] holds the store, the hasher, the providers and the source of randomness.

mod confirmation;
mod credentials;
mod departure;
mod email;
mod limit;
mod mail;
mod manage;
mod passkey;
mod password;
mod provider;
mod reader_import;
mod registration;
mod reset;
mod return_to;
mod secret;
mod secure;
mod service;
mod session;
mod sign_in;
mod store;
pub mod strength;

use chrono::{DateTime, Utc};

pub use confirmation::{Confirmation, EmailProof, Link, LinkState, Purpose, find_link};
pub use credentials::{Notice, Redemption, SignInMethod, Written};
pub use departure::{Departure, departed_name};
pub use email::{BadEmail, EmailAddress};
pub use limit::{Action, Backoff, LIMITS, Limit, LimitKey, limit};
pub use mail::{Email, EmailKind, Outgoing, QueuedEmail};
pub use manage::{EmailStep, change_email, change_password, close, confirm_email, end_session, sessions};
pub use passkey::{
    Challenge, ChallengeOptions, Passkey, PasskeyError, PasskeyVerifier, begin_passkey, begin_signature,
    finish_passkey, finish_signature, remove_passkey,
};
pub use password::{
    BadPassword, Busy, CommonPasswords, NewPassword, Password, PasswordHash, PasswordHasher, Verified,
};
pub use provider::{
    AuthorizationRequest, AuthorizationResponse, Claims, Identity, LoginOutcome, OidcLogin, ProviderError,
    ProviderName, Providers, begin_login, complete_login, unlink,
};
pub use reader_import::{ImportedAs, ImportedReader, ReaderImportStore};
pub use registration::{change_address, confirm, register, resend, send_confirmation, waiting};
pub use reset::{request_reset, reset_password};
pub use return_to::ReturnTo;
pub use secret::{Code, Rng, Token, TokenHash};
pub use secure::secure_account;
pub use service::{AccountError, AccountService, ClientContext, Rules};
pub use session::{Entry, Lifetimes, Session, SessionId, SignedIn, reader, sign_in_methods, sign_out};
pub use sign_in::{redeem, send_link, sign_in};
pub use store::{
    AccountStore, ConfirmationStore, EmailDelivery, LimitStore, Outbox, PasskeyStore, ProviderStore,
    ReaderStore, SessionStore,
};

use crate::article::Language;

/// Stable identifier of an account, never reused. It is random, so it reveals nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AccountId(String);

impl AccountId {
    /// A new one.
    pub fn random(rng: &dyn Rng) -> Self {
        Self(secret::random_text::<16>(rng))
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
    /// Stable identifier, never reused.
    pub id: AccountId,
    /// Confirmed address. No other account has it.
    pub email: EmailAddress,
    /// `None` for readers who sign in by email, provider or passkey only.
    pub password: Option<PasswordHash>,
    /// Language of emails to this reader.
    pub language: Language,
    /// Time of the first confirmation of the address.
    pub created_at: DateTime<Utc>,
    /// Whether recommendations may leave out articles that this reader has read.
    pub uses_history: bool,
    /// Raised by every change of password, address or sign-in method. A write that relies on the account as it was read compares it.
    pub credentials_version: i64,
}

impl Account {
    /// A new one, of an address that has just been confirmed.
    pub fn new(
        rng: &dyn Rng,
        email: EmailAddress,
        password: Option<PasswordHash>,
        language: Language,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id: AccountId::random(rng),
            email,
            password,
            language,
            created_at: now,
            uses_history: true,
            credentials_version: 1,
        }
    }
}
