//! What waits for a reader to answer a mail.

use chrono::{DateTime, TimeDelta, Utc};

use super::{AccountId, EmailAddress, PasswordHash, ReturnTo, TokenHash};
use crate::article::Language;

/// What the answer to a mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A new account. Until the answer there is none.
    Join,
    /// A session without a password.
    SignIn,
    /// A new password.
    ResetPassword,
    /// The old address lets the account go to a new one.
    LeaveEmail,
    /// The new address takes it.
    TakeEmail,
    /// An owner who has not done what a mail tells of ends all sessions and chooses a new password.
    SecureAccount,
}

const PURPOSES: [Purpose; 6] = [
    Purpose::Join,
    Purpose::SignIn,
    Purpose::ResetPassword,
    Purpose::LeaveEmail,
    Purpose::TakeEmail,
    Purpose::SecureAccount,
];

impl Purpose {
    /// How long a link in a mail works.
    pub fn link_life(self) -> TimeDelta {
        match self {
            Self::Join | Self::LeaveEmail | Self::TakeEmail => TimeDelta::hours(24),
            Self::SignIn | Self::ResetPassword => TimeDelta::minutes(30),
            // Nobody has asked for the mail, so it may lie for a while before it is read.
            Self::SecureAccount => TimeDelta::days(7),
        }
    }

    /// How long one may ask for another mail.
    pub fn life(self) -> TimeDelta {
        match self {
            Self::Join | Self::SecureAccount => TimeDelta::days(7),
            _ => TimeDelta::days(1),
        }
    }

    /// As kept in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Join => "join",
            Self::SignIn => "sign_in",
            Self::ResetPassword => "reset_password",
            Self::LeaveEmail => "leave_email",
            Self::TakeEmail => "take_email",
            Self::SecureAccount => "secure_account",
        }
    }

    /// As kept in the store; `None` for what no version of the program writes.
    pub fn parse(text: &str) -> Option<Self> {
        PURPOSES.into_iter().find(|purpose| purpose.as_str() == text)
    }
}

/// A wish that an answer to a mail will fulfil.
///
/// It is made for known and unknown addresses alike, so that nobody learns from it who has an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The hash of the token that the asking browser holds in a cookie.
    pub id: TokenHash,
    /// What it is for.
    pub purpose: Purpose,
    /// Where the mail goes; for a change of address, the new one.
    pub email: EmailAddress,
    /// Whose it is; `None` for new readers and for addresses that nobody has.
    pub account: Option<AccountId>,
    /// The password that a new reader chose.
    pub password: Option<PasswordHash>,
    /// Of the mail.
    pub language: Language,
    /// Where the reader was.
    pub return_to: ReturnTo,
    /// When it was asked for.
    pub asked_at: DateTime<Utc>,
}

impl Confirmation {
    /// Whether one may still ask for another mail.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        now < self.asked_at + self.purpose.life()
    }
}

/// A link that went out with a mail, and the code beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Of the token in the link.
    pub token: TokenHash,
    /// Of the code in the mail.
    pub code: TokenHash,
    /// What it answers.
    pub confirmation: TokenHash,
    /// From then on it is refused.
    pub expires_at: DateTime<Utc>,
}

/// What a link is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It may be used, once.
    Open(Confirmation),
    /// It was used.
    Used,
    /// It is too old, or a newer one was asked for; another mail may be.
    Expired(Confirmation),
    /// There is no such link.
    Unknown,
}
