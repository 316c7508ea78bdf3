//! What an account hangs on, and what rests on it.
//!
//! Hashing a password takes long, and an account may change meanwhile. So whatever rests on an account as it was read
//! says so: the store compares [`Account::credentials_version`] in its transaction, and writes nothing where it has been
//! raised. It is raised by every change of password, address or way in.

use chrono::{DateTime, Utc};

use super::{
    Account, AccountError, AccountService, Confirmation, Email, EmailKind, Purpose, ReturnTo, Token,
};

/// What became of a write that rests on an account as it was read.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was done.
    Done,
    /// The account has changed since it was read, or is gone. Nothing was written.
    Stale,
    /// What is to be added is another account's. Nothing was written.
    Taken,
    /// What is to be given up is the only way in. Nothing was written.
    OnlyWay,
}

impl Written {
    /// Anything but [`Written::Done`] is a reason to deny.
    pub fn done(self) -> Result<(), AccountError> {
        match self {
            Self::Done => Ok(()),
            Self::Stale => Err(AccountError::Stale),
            Self::Taken => Err(AccountError::Taken),
            Self::OnlyWay => Err(AccountError::OnlyWay),
        }
    }
}

/// What became of an answer to a mail.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redemption {
    /// It was done, now.
    Done,
    /// Somebody has the address already.
    Taken,
    /// Somebody was first: it had been answered before.
    Gone,
    /// The account has changed since it was read. Nothing was written, and the answer may be given again.
    Stale,
}

impl Redemption {
    /// Anything but [`Redemption::Done`] is a reason to deny.
    pub fn done(self) -> Result<(), AccountError> {
        match self {
            Self::Done => Ok(()),
            Self::Taken => Err(AccountError::Taken),
            Self::Gone => Err(AccountError::LinkUsed),
            Self::Stale => Err(AccountError::Stale),
        }
    }
}

/// A mail that tells an owner of what was done, with a link for an owner who has not done it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The mail.
    pub email: Email,
    /// Of [`Purpose::SecureAccount`]; its link is in the mail.
    pub secure: Confirmation,
}

/// What lets a reader in beside password and mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInMethod {
    /// The key of this name.
    Passkey(String),
    /// The provider of this issuer.
    Provider(String),
}

impl SignInMethod {
    /// As forms name it.
    pub fn to_text(&self) -> String {
        match self {
            Self::Passkey(id) => format!("passkey:{id}"),
            Self::Provider(issuer) => format!("provider:{issuer}"),
        }
    }

    /// As forms name it; `None` for what no form of ours holds.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once(':')? {
            ("passkey", id) => Some(Self::Passkey(id.to_owned())),
            ("provider", issuer) => Some(Self::Provider(issuer.to_owned())),
            _ => None,
        }
    }
}

impl AccountService {
    /// Tells the owner of what is being done. `detail` is the name of the device or provider.
    pub(super) fn notice(
        &self,
        kind: EmailKind,
        account: &Account,
        detail: Option<String>,
        now: DateTime<Utc>,
    ) -> Notice {
        let secure = Confirmation {
            // No browser holds the token: only the link of the mail leads to it.
            id: Token::random(&*self.rng).hash(),
            purpose: Purpose::SecureAccount,
            email: account.email.clone(),
            account: Some(account.id.clone()),
            password: None,
            language: account.language,
            return_to: ReturnTo::default(),
            asked_at: now,
        };
        let email = Email {
            kind,
            to: account.email.clone(),
            confirmation: Some(secure.id.clone()),
            detail,
            language: account.language,
        };
        Notice { email, secure }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_in_is_read_as_it_was_written() {
        for method in
            [SignInMethod::Passkey("a-b_c".into()), SignInMethod::Provider("https://p.example:8443/x".into())]
        {
            assert_eq!(SignInMethod::parse(&method.to_text()), Some(method));
        }
        for text in ["", "passkey", "password:x", "https://p.example"] {
            assert_eq!(SignInMethod::parse(text), None, "{text}");
        }
    }
}
