//! Pending email confirmations. Deleting the row consumes it, so each works once.

use chrono::{DateTime, TimeDelta, Utc};

use super::limit::limit_mail;
use super::{
    Account, AccountError, AccountId, AccountService, Action, ClientContext, Code, Email, EmailAddress,
    EmailKind, LimitKey, PasswordHash, ReturnTo, Token, TokenHash, limit,
};
use crate::article::Language;

/// Effect of a confirmed email.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A new account, which is made when the address is confirmed.
    Register,
    /// A session without a password.
    SignIn,
    /// A new password.
    ResetPassword,
    /// First half of a change of address: the old address confirms.
    ConfirmOldEmail,
    /// Second half: the new address confirms.
    ConfirmNewEmail,
    /// The owner has not made a change that an email reported: all sessions end, and a new password is chosen.
    SecureAccount,
}

const PURPOSES: [Purpose; 6] = [
    Purpose::Register,
    Purpose::SignIn,
    Purpose::ResetPassword,
    Purpose::ConfirmOldEmail,
    Purpose::ConfirmNewEmail,
    Purpose::SecureAccount,
];

impl Purpose {
    /// Time for which a link in an email works.
    pub fn link_life(self) -> TimeDelta {
        match self {
            Self::Register | Self::ConfirmOldEmail | Self::ConfirmNewEmail => TimeDelta::hours(24),
            Self::SignIn | Self::ResetPassword => TimeDelta::minutes(30),
            // Nobody has asked for the mail, so it may lie for a while before it is read.
            Self::SecureAccount => TimeDelta::days(7),
        }
    }

    /// Time for which another email may be requested.
    pub fn life(self) -> TimeDelta {
        match self {
            Self::Register | Self::SecureAccount => TimeDelta::days(7),
            _ => TimeDelta::days(1),
        }
    }

    /// As kept in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::SignIn => "sign_in",
            Self::ResetPassword => "reset_password",
            Self::ConfirmOldEmail => "confirm_old_email",
            Self::ConfirmNewEmail => "confirm_new_email",
            Self::SecureAccount => "secure_account",
        }
    }

    /// As kept in the store; `None` for what no version of the program writes.
    pub fn parse(text: &str) -> Option<Self> {
        PURPOSES.into_iter().find(|purpose| purpose.as_str() == text)
    }
}

/// An email confirmation that is pending.
///
/// It is made for known and unknown addresses alike, so that nobody learns from it who has an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// The hash of the token that the asking browser holds in a cookie.
    pub id: TokenHash,
    /// Effect of the confirmation.
    pub purpose: Purpose,
    /// Recipient of the email; for a change of address, the new address.
    pub email: EmailAddress,
    /// Account that it belongs to; `None` for new readers and for addresses without an account.
    pub account: Option<AccountId>,
    /// The password that a new reader chose.
    pub password: Option<PasswordHash>,
    /// Language of the email.
    pub language: Language,
    /// Page that the reader came from.
    pub return_to: ReturnTo,
    /// Time of the request.
    pub asked_at: DateTime<Utc>,
}

impl Confirmation {
    /// Whether another email may still be requested.
    pub fn is_open(&self, now: DateTime<Utc>) -> bool {
        now < self.asked_at + self.purpose.life()
    }
}

/// A link that was sent in an email, and the code beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Hash of the token in the link.
    pub token: TokenHash,
    /// Hash of the code in the email.
    pub code: TokenHash,
    /// Confirmation that it redeems.
    pub confirmation: TokenHash,
    /// Time from which it is refused.
    pub expires_at: DateTime<Utc>,
}

/// State of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// It may be used, once.
    Open(Confirmation),
    /// It was used.
    Used,
    /// The link is too old, or a newer one was requested; another email may be requested.
    Expired(Confirmation),
    /// There is no such link.
    Unknown,
}

/// Proof that an email was read.
#[derive(Clone, Debug)]
pub enum EmailProof {
    /// The token of its link.
    Link(Token),
    /// Its code, typed in the browser that asked.
    Code(String),
}

/// State of the link in an email. Changes nothing: mail scanners follow links too.
pub async fn find_link(
    accounts: &AccountService,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<LinkState, AccountError> {
    Ok(accounts.store.link(&token.hash(), now).await?)
}

/// Verifies the proof; returns its confirmation. Tries of codes are limited: there are only a million.
pub(super) async fn verify(
    accounts: &AccountService,
    client: &ClientContext,
    proof: &EmailProof,
    now: DateTime<Utc>,
) -> Result<Confirmation, AccountError> {
    let state = match proof {
        EmailProof::Link(token) => accounts.store.link(&token.hash(), now).await?,
        EmailProof::Code(text) => {
            let id = client.confirmation.as_ref().ok_or(AccountError::LinkUnknown)?.hash();
            let by = [(LimitKey::Network, client.network.as_deref()), (LimitKey::Subject, Some(id.as_str()))];
            limit(&*accounts.store, Action::Verify, &by, now).await?;
            let code = Code::parse(text).ok_or(AccountError::Code)?;
            match accounts.store.code(&id, &code.hash(&id), now).await? {
                LinkState::Unknown => return Err(AccountError::Code),
                state => state,
            }
        }
    };
    match state {
        LinkState::Open(confirmation) => Ok(confirmation),
        LinkState::Used => Err(AccountError::LinkUsed),
        LinkState::Expired(confirmation) => {
            accounts.store.refuse_links(&confirmation.id, now).await?;
            Err(AccountError::LinkExpired)
        }
        LinkState::Unknown => Err(AccountError::LinkUnknown),
    }
}

/// Whether the confirmation was requested in this browser.
pub(super) fn is_same_browser(client: &ClientContext, confirmation: &TokenHash) -> bool {
    client.confirmation.as_ref().is_some_and(|token| token.hash() == *confirmation)
}

/// The account of a confirmation, as long as it still has the address of the email.
pub(super) async fn owner_of(
    accounts: &AccountService,
    confirmation: &Confirmation,
) -> Result<Account, AccountError> {
    let account =
        accounts.store.account(confirmation.account.as_ref().ok_or(AccountError::LinkUnknown)?).await?;
    account.filter(|account| account.email == confirmation.email).ok_or(AccountError::LinkUnknown)
}

/// Creates a confirmation that only the owner of an account can answer. One is created for addresses without an account too.
pub(super) async fn create_for_account(
    accounts: &AccountService,
    client: &ClientContext,
    email: &str,
    purpose: Purpose,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<Token, AccountError> {
    let email = EmailAddress::parse(email)?;
    limit_mail(accounts, client, &email, now).await?;
    let account = accounts.store.account_of(&email).await?.map(|account| account.id);
    let token = Token::random(&*accounts.rng);
    let language = client.language;
    let confirmation = Confirmation {
        id: token.hash(),
        purpose,
        email,
        account,
        password: None,
        language,
        return_to,
        asked_at: now,
    };
    accounts.store.create_confirmation(&confirmation, &email_of(&confirmation)).await?;
    Ok(token)
}

pub(super) fn email_of(confirmation: &Confirmation) -> Email {
    Email {
        kind: EmailKind::Confirmation(confirmation.purpose),
        to: confirmation.email.clone(),
        confirmation: Some(confirmation.id.clone()),
        detail: None,
        language: confirmation.language,
    }
}
