//! Credentials of an account, and writes that rely on them.
//!
//! Hashing a password takes long, and the account may change meanwhile. A write that relies on the account as it was read is
//! therefore conditional: the store compares [`Account::credentials_version`] in its transaction, and writes nothing where the
//! version has been raised. Every change of password, address or sign-in method raises it.

use chrono::{DateTime, Utc};

use super::{
    Account, AccountError, AccountService, Confirmation, Email, EmailKind, Purpose, ReturnTo, Token,
};

/// Outcome of a write that relies on an account as it was read.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was done.
    Done,
    /// The account has changed since it was read, or is gone. Nothing was written.
    Stale,
    /// The identity or key belongs to another account. Nothing was written.
    Taken,
    /// The sign-in method is the only one of the account. Nothing was written.
    OnlyWay,
}

impl Written {
    /// Anything but [`Written::Done`] becomes an error.
    pub fn done(self) -> Result<(), AccountError> {
        match self {
            Self::Done => Ok(()),
            Self::Stale => Err(AccountError::Stale),
            Self::Taken => Err(AccountError::Taken),
            Self::OnlyWay => Err(AccountError::OnlyWay),
        }
    }
}

/// Outcome of redeeming a confirmation.
#[must_use]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redemption {
    /// The confirmation was redeemed.
    Done,
    /// Another account has the address.
    Taken,
    /// The confirmation had been redeemed before.
    Gone,
    /// The account has changed since it was read. Nothing was written, and the confirmation can still be redeemed.
    Stale,
}

impl Redemption {
    /// Anything but [`Redemption::Done`] becomes an error.
    pub fn done(self) -> Result<(), AccountError> {
        match self {
            Self::Done => Ok(()),
            Self::Taken => Err(AccountError::Taken),
            Self::Gone => Err(AccountError::LinkUsed),
            Self::Stale => Err(AccountError::Stale),
        }
    }
}

/// An email that tells the owner about a change, with a link for an owner who has not made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub email: Email,
    /// Confirmation of [`Purpose::SecureAccount`], whose link is in the email.
    pub secure: Confirmation,
}

/// A sign-in method beside password and email.
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
    /// Makes the notice of a change. `detail` is the name of the device or provider.
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
