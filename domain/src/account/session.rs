//! Sessions: signing a reader in and out of a browser, and asking for a recent login.

use chrono::{DateTime, TimeDelta, Utc};

use super::limit::reset_limit;
use super::secret::random_text;
use super::{
    Account, AccountError, AccountId, AccountService, Action, ClientContext, EmailKind, Identity, LimitKey,
    Notice, Passkey, ReturnTo, Rng, Token, TokenHash, Verified, limit,
};
use crate::newsroom::StoreError;

/// Identifier of a session in lists and forms. It reveals nothing of the token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionId(String);

impl SessionId {
    /// A new one.
    pub fn random(rng: &dyn Rng) -> Self {
        Self(random_text::<9>(rng))
    }

    /// As kept in the store and named in forms.
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As kept in the store and named in forms.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A browser in which a reader is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Identifier in lists and forms.
    pub id: SessionId,
    /// Hash of the token in the cookie.
    pub token: TokenHash,
    /// Account that is signed in.
    pub account: AccountId,
    pub started_at: DateTime<Utc>,
    /// Time of the last use, with a precision of five minutes.
    pub seen_at: DateTime<Utc>,
    /// Time at which the reader last signed in or entered the password.
    pub authenticated_at: DateTime<Utc>,
    /// Name of the browser, for lists.
    pub device: String,
}

/// Maximum ages of sessions.
#[derive(Clone, Copy, Debug)]
pub struct Lifetimes {
    /// Time without use after which a session ends.
    pub idle: TimeDelta,
    /// Time after which every session ends.
    pub absolute: TimeDelta,
}

/// Age up to which a login is recent enough to change credentials.
const FRESH: TimeDelta = TimeDelta::minutes(15);
/// Age from which `seen_at` is written again.
const SEEN: TimeDelta = TimeDelta::minutes(5);

impl Session {
    /// Whether the session has neither been idle too long nor grown too old.
    pub fn is_live(&self, lifetimes: Lifetimes, now: DateTime<Utc>) -> bool {
        now < self.seen_at + lifetimes.idle && now < self.started_at + lifetimes.absolute
    }

    /// Whether the login is recent enough to change credentials.
    pub fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        now < self.authenticated_at + FRESH
    }

    /// Whether `seen_at` is old enough to be written again.
    pub fn needs_touch(&self, now: DateTime<Utc>) -> bool {
        now >= self.seen_at + SEEN
    }
}

/// A reader who has signed in: what the browser is to keep, and where to go.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Token of the session.
    pub session: Token,
    /// Token by which this browser is known from now on.
    pub device: Token,
    /// Page that the reader came from.
    pub return_to: ReturnTo,
}

/// Entry of a reader who signs in. The store writes all of it or nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Session that begins.
    pub session: Session,
    /// Hash of the token by which the browser is known from now on.
    pub device: TokenHash,
    /// Session that the browser had until now, which ends.
    pub replaces: Option<TokenHash>,
    /// Email to the owner where the browser was not known; `None` where none is due.
    pub notice: Option<Notice>,
}

impl AccountService {
    /// Makes the entry of a reader in this browser: what the store writes, and what the browser is to keep.
    pub(super) async fn enter(
        &self,
        account: &Account,
        client: &ClientContext,
        return_to: ReturnTo,
        now: DateTime<Utc>,
    ) -> Result<(Entry, SignedIn), AccountError> {
        let (session, token) = self.new_session(account, client, now);
        let device = match &client.device {
            Some(device) if self.store.is_known_device(&account.id, &device.hash()).await? => device.clone(),
            // A new one: a token that two readers shared would let one in by the other's merits.
            _ => Token::random(&*self.rng),
        };
        let entry = Entry {
            session,
            device: device.hash(),
            replaces: client.session.as_ref().map(Token::hash),
            notice: Some(self.notice(EmailKind::NewDevice, account, Some(client.name.clone()), now)),
        };
        Ok((entry, SignedIn { session: token, device, return_to }))
    }

    /// A new session of this account in this browser, and its token.
    fn new_session(&self, account: &Account, client: &ClientContext, now: DateTime<Utc>) -> (Session, Token) {
        let token = Token::random(&*self.rng);
        let session = Session {
            id: SessionId::random(&*self.rng),
            token: token.hash(),
            account: account.id.clone(),
            started_at: now,
            seen_at: now,
            authenticated_at: now,
            device: client.name.clone(),
        };
        (session, token)
    }
}

/// The reader who is signed in in this browser. Writes nothing.
pub async fn reader(
    accounts: &AccountService,
    client: &ClientContext,
    now: DateTime<Utc>,
) -> Result<Option<(Account, Session)>, AccountError> {
    let Some(token) = &client.session else { return Ok(None) };
    let found = accounts.store.session(&token.hash()).await?;
    Ok(found
        .filter(|(session, _)| session.is_live(accounts.rules.lifetimes, now))
        .map(|(session, account)| (account, session)))
}

/// The reader who is signed in in this browser, or an error.
pub(super) async fn signed_in(
    accounts: &AccountService,
    client: &ClientContext,
    now: DateTime<Utc>,
) -> Result<(Account, Session), AccountError> {
    reader(accounts, client, now).await?.ok_or(AccountError::SignedOut)
}

/// The reader of this browser, authenticated just now: by the password, or without one by a sign-in of the last minutes. A session
/// alone may be stolen.
pub(super) async fn require_recent_login(
    accounts: &AccountService,
    client: &ClientContext,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(Account, Session), AccountError> {
    let (account, session) = signed_in(accounts, client, now).await?;
    let by = [(LimitKey::Subject, Some(account.id.as_str()))];
    limit(&*accounts.store, Action::Change, &by, now).await?;
    match &account.password {
        Some(hash) => {
            let password = accounts.typed_password(password)?;
            limit(&*accounts.store, Action::Password, &by, now).await?;
            if accounts.hasher.verify(&password, Some(hash)).await? == Verified::No {
                return Err(AccountError::Credentials);
            }
            reset_limit(&*accounts.store, Action::Password, LimitKey::Subject, account.id.as_str()).await?;
        }
        None if !session.is_fresh(now) => return Err(AccountError::NotFresh),
        None => {}
    }
    Ok((account, session))
}

/// Sign-in methods besides password and email: passkeys and identities at providers.
pub async fn sign_in_methods(
    accounts: &AccountService,
    account: &AccountId,
) -> Result<(Vec<Passkey>, Vec<Identity>), StoreError> {
    Ok((accounts.store.passkeys(account).await?, accounts.store.identities(account).await?))
}

/// Ends the session of this browser.
pub async fn sign_out(accounts: &AccountService, client: &ClientContext) -> Result<(), AccountError> {
    if let Some(token) = &client.session {
        accounts.store.end_session(&token.hash()).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_by_rest_and_by_age() {
        let lifetimes = Lifetimes { idle: TimeDelta::days(14), absolute: TimeDelta::days(30) };
        let start = DateTime::UNIX_EPOCH;
        for (seen, now, is_live) in
            [(0, 0, true), (0, 13, true), (0, 14, false), (20, 29, true), (29, 30, false)]
        {
            let session = Session {
                id: SessionId::from_text("s"),
                token: TokenHash::from_store("t".into()),
                account: AccountId::from_store("a".into()),
                started_at: start,
                seen_at: start + TimeDelta::days(seen),
                authenticated_at: start,
                device: String::new(),
            };
            assert_eq!(session.is_live(lifetimes, start + TimeDelta::days(now)), is_live, "{seen} {now}");
            assert!(!session.is_fresh(start + TimeDelta::minutes(15)));
            assert!(session.is_fresh(start + TimeDelta::minutes(14)));
        }
    }
}
