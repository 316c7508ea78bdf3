//! What accounts need from outside, and what they answer.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{
    Account, BadEmail, BadPassword, Busy, CommonPasswords, Dice, EmailAddress, Lifetimes, NewPassword,
    PasskeyError, PasskeyJudge, Password, PasswordHasher, ProviderError, Providers, ReaderStore, Session,
    SessionId, Token,
};
use crate::article::Language;
use crate::newsroom::StoreError;

/// Where readers' wishes are answered.
#[derive(Clone)]
pub struct Desk {
    /// What is kept.
    pub store: Arc<dyn ReaderStore>,
    /// Hashes passwords.
    pub hasher: Arc<dyn PasswordHasher>,
    /// Judges passkeys.
    pub passkeys: Arc<dyn PasskeyJudge>,
    /// Who else may say who a reader is.
    pub providers: Arc<dyn Providers>,
    /// Chance.
    pub dice: Arc<dyn Dice>,
    /// What nobody may choose.
    pub common: Arc<CommonPasswords>,
    /// What the publisher has set.
    pub rules: Rules,
}

/// What the publisher has set.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The fewest characters of a password.
    pub shortest_password: usize,
    /// The most.
    pub longest_password: usize,
    /// Of sessions.
    pub lifetimes: Lifetimes,
    /// The name of the publication, which no password may be.
    pub site_name: String,
}

/// What a browser brings with each request.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// Its network; `None` for this very machine, where its developer sits.
    pub network: Option<String>,
    /// Of its session.
    pub session: Option<Token>,
    /// Of what waits for an answer to a mail.
    pub confirmation: Option<Token>,
    /// Of a question that a device was asked.
    pub challenge: Option<Token>,
    /// Of a reader who is at a provider just now.
    pub detour: Option<Token>,
    /// Of articles that were opened here without an account.
    pub guest: Option<Token>,
    /// Of a reader who has signed in here before.
    pub device: Option<Token>,
    /// What it calls itself, in a few words.
    pub name: String,
    /// Of its page.
    pub language: Language,
}

/// Why a wish is not fulfilled. Expected, but for the last two.
#[derive(Debug, thiserror::Error)]
pub enum Denied {
    /// The text is no email address.
    #[error("not an email address")]
    Email,
    /// The new password will not do.
    #[error("a bad password: {0:?}")]
    Password(BadPassword),
    /// No such account, or another password. Which of them is not told.
    #[error("wrong address or password")]
    Credentials,
    /// Another code than the one in the mail.
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
    /// There is no such link, or nothing waits for an answer.
    #[error("unknown link")]
    LinkUnknown,
    /// The address is another account's.
    #[error("the address is taken")]
    Taken,
    /// Nobody is signed in.
    #[error("not signed in")]
    SignedOut,
    /// The account has changed since the reader began.
    #[error("the account has changed meanwhile")]
    Stale,
    /// Too long ago that the reader proved who they are.
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
    /// What a device says does not hold.
    #[error(transparent)]
    Passkey(#[from] PasskeyError),
    /// What is to be given up is the only way in.
    #[error("the only way in")]
    OnlyWay,
    /// Too often.
    #[error("too often, wait {retry_after_seconds} s")]
    TooMany {
        /// Until then.
        retry_after_seconds: u32,
    },
    /// Too much to do.
    #[error("busy")]
    Busy,
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<BadEmail> for Denied {
    fn from(_: BadEmail) -> Self {
        Self::Email
    }
}

impl From<BadPassword> for Denied {
    fn from(bad: BadPassword) -> Self {
        Self::Password(bad)
    }
}

impl From<Busy> for Denied {
    fn from(_: Busy) -> Self {
        Self::Busy
    }
}

impl Desk {
    /// A password for an account of this address, if it is good enough.
    pub(super) fn new_password(&self, text: &str, email: &EmailAddress) -> Result<Password, Denied> {
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
    pub(super) fn typed_password(&self, text: &str) -> Result<Password, Denied> {
        Password::typed(text, self.rules.longest_password).map_err(|_| Denied::Credentials)
    }

    /// A new session of this account in this browser, and its token.
    pub(super) fn new_session(
        &self,
        account: &Account,
        browser: &Browser,
        now: DateTime<Utc>,
    ) -> (Session, Token) {
        let token = Token::random(&*self.dice);
        let session = Session {
            id: SessionId::random(&*self.dice),
            token: token.hash(),
            account: account.id.clone(),
            started_at: now,
            seen_at: now,
            proven_at: now,
            device: browser.name.clone(),
        };
        (session, token)
    }
}
