//! The account service: what accounts need from outside, and the errors they answer with.

use std::sync::Arc;

use super::{
    BadEmail, BadPassword, Busy, CommonPasswords, EmailAddress, Lifetimes, NewPassword, PasskeyError,
    PasskeyVerifier, Password, PasswordHasher, ProviderError, Providers, ReaderStore, Rng, Token,
};
use crate::article::Language;
use crate::newsroom::StoreError;

/// Registers readers, signs them in and changes their accounts.
#[derive(Clone)]
pub struct AccountService {
    /// Storage of accounts, sessions, confirmations and emails.
    pub store: Arc<dyn ReaderStore>,
    /// Hashes passwords.
    pub hasher: Arc<dyn PasswordHasher>,
    /// Verifies passkeys.
    pub passkeys: Arc<dyn PasskeyVerifier>,
    /// Providers of OpenID Connect.
    pub providers: Arc<dyn Providers>,
    /// Source of randomness.
    pub rng: Arc<dyn Rng>,
    /// Passwords that nobody may choose.
    pub common: Arc<CommonPasswords>,
    /// Settings of the publisher.
    pub rules: Rules,
}

/// Settings of the publisher.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The fewest characters of a password.
    pub shortest_password: usize,
    /// The most.
    pub longest_password: usize,
    /// Lifetimes of sessions.
    pub lifetimes: Lifetimes,
    /// The name of the publication, which no password may be.
    pub site_name: String,
}

/// Data that a browser sends with a request: its network, its cookies, its language.
#[derive(Clone, Debug, Default)]
pub struct ClientContext {
    /// Network of the browser; `None` for this machine itself, where a developer works.
    pub network: Option<String>,
    /// Token of the session.
    pub session: Option<Token>,
    /// Token of the pending confirmation.
    pub confirmation: Option<Token>,
    /// Token of the passkey challenge.
    pub challenge: Option<Token>,
    /// Token of the login that is under way at a provider.
    pub oidc_login: Option<Token>,
    /// Token under which articles were opened without an account.
    pub guest: Option<Token>,
    /// Token of a browser in which a reader has signed in before.
    pub device: Option<Token>,
    /// Name of the browser, shortened from its User-Agent.
    pub name: String,
    /// Language of the page.
    pub language: Language,
}

/// Why the account service refuses. All are expected but the last two.
#[derive(Debug, thiserror::Error)]
pub enum AccountError {
    /// The text is no email address.
    #[error("not an email address")]
    Email,
    /// The new password will not do.
    #[error("a bad password: {0:?}")]
    Password(BadPassword),
    /// No such account, or a wrong password; the error does not tell which.
    #[error("wrong address or password")]
    Credentials,
    /// Another code than the one in the email.
    #[error("wrong code")]
    Code,
    /// The link was opened in a browser that did not ask for it; the password chosen there must be typed.
    #[error("another browser: password needed")]
    OtherBrowser,
    /// The link was used before.
    #[error("used link")]
    LinkUsed,
    /// The link is too old.
    #[error("expired link")]
    LinkExpired,
    /// There is no such link, or no pending confirmation.
    #[error("unknown link")]
    LinkUnknown,
    /// The address is another account's.
    #[error("the address is taken")]
    Taken,
    /// The request needs a session.
    #[error("not signed in")]
    SignedOut,
    /// The account has changed since the reader began.
    #[error("the account has changed meanwhile")]
    Stale,
    /// The login is not recent enough.
    #[error("signed in too long ago")]
    NotFresh,
    /// The provider has not verified the reader's address.
    #[error("the provider has not verified the address")]
    ProviderEmail,
    /// The address has an account, to which the provider is not linked.
    #[error("an account of the same address is not linked")]
    NotLinked,
    /// The provider does not answer, or not as it should.
    #[error(transparent)]
    Provider(#[from] ProviderError),
    /// The answer of a device cannot be verified.
    #[error(transparent)]
    Passkey(#[from] PasskeyError),
    /// The sign-in method is the only one of the account.
    #[error("the only way in")]
    OnlyWay,
    /// A rate limit was exceeded.
    #[error("too often, wait {retry_after_seconds} s")]
    TooMany {
        /// Seconds after which the limit allows another try.
        retry_after_seconds: u32,
    },
    /// Too many passwords are being hashed.
    #[error("busy")]
    Busy,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<BadEmail> for AccountError {
    fn from(_: BadEmail) -> Self {
        Self::Email
    }
}

impl From<BadPassword> for AccountError {
    fn from(bad: BadPassword) -> Self {
        Self::Password(bad)
    }
}

impl From<Busy> for AccountError {
    fn from(_: Busy) -> Self {
        Self::Busy
    }
}

impl AccountService {
    /// A password for an account of this address, if it is good enough.
    pub(super) fn new_password(&self, text: &str, email: &EmailAddress) -> Result<Password, AccountError> {
        Ok(self.judge_password(text, email.as_str())?)
    }

    /// The same for an address that may not be one.
    pub fn judge_password(&self, text: &str, email: &str) -> Result<Password, BadPassword> {
        let context = [email, &self.rules.site_name];
        let rules = NewPassword {
            shortest: self.rules.shortest_password,
            longest: self.rules.longest_password,
            common: &self.common,
            context: &context,
        };
        rules.read(text)
    }

    /// A password to compare; what cannot be one is simply wrong.
    pub(super) fn typed_password(&self, text: &str) -> Result<Password, AccountError> {
        Password::typed(text, self.rules.longest_password).map_err(|_| AccountError::Credentials)
    }
}
