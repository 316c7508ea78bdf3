//! Signing in through a provider (OpenID Connect): the authorization request, its answer, and which claims count.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::session::require_recent_login;
use super::{
    Account, AccountError, AccountId, AccountService, Action, ClientContext, EmailAddress, EmailKind, Entry,
    LimitKey, Redemption, ReturnTo, SignedIn, Token, TokenHash, limit,
};

/// A reader as a provider knows them. Addresses change hands; this does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider, as it calls itself.
    pub issuer: String,
    /// The reader, as the provider calls them.
    pub subject: String,
}

/// Claims of a provider about a reader, with a verified signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Identity of the reader at the provider.
    pub identity: Identity,
    /// The address, if the provider says that it has verified it, in so many words.
    pub verified_email: Option<EmailAddress>,
}

/// A provider that the publisher has set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderName {
    /// In addresses.
    pub slug: String,
    /// On screen.
    pub name: String,
    /// Issuer identifier of the provider.
    pub issuer: String,
}

/// An authorization request: the address at the provider, and the values that its answer must repeat.
#[derive(Clone, Debug)]
pub struct AuthorizationRequest {
    /// The provider's own page.
    pub address: String,
    /// Comes back in the address.
    pub state: String,
    /// Comes back in the signed word.
    pub nonce: String,
    /// Shows that who fetches the word is who asked (PKCE).
    pub verifier: String,
}

/// A login that is under way at a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OidcLogin {
    /// The hash of the token that the asking browser holds in a cookie.
    pub id: TokenHash,
    /// Name of the provider.
    pub provider: String,
    /// Of [`AuthorizationRequest`].
    pub state: String,
    /// Of [`AuthorizationRequest`].
    pub nonce: String,
    /// Of [`AuthorizationRequest`].
    pub verifier: String,
    /// Page to which the reader returns.
    pub return_to: ReturnTo,
    /// The account to be linked; `None` to sign in.
    pub account: Option<AccountId>,
    /// Start of the login.
    pub started_at: DateTime<Utc>,
}

/// Parameters of the redirect from a provider, besides the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationResponse {
    /// Is exchanged for the provider's word.
    pub code: String,
    /// Issuer of the response, if the provider sends it (RFC 9207). A login that began at one provider must not end at another.
    pub issuer: Option<String>,
}

impl From<&str> for AuthorizationResponse {
    /// A code from a provider that does not say who it is.
    fn from(code: &str) -> Self {
        Self { code: code.to_owned(), issuer: None }
    }
}

/// A provider does not answer, or not as it should.
#[derive(Debug, thiserror::Error)]
#[error("provider: {0}")]
pub struct ProviderError(pub String);

/// The providers of the settings.
#[async_trait]
pub trait Providers: Send + Sync {
    /// All, in the order of the settings.
    fn names(&self) -> Vec<ProviderName>;
    /// Makes the authorization request; `None` where there is no such provider.
    async fn begin(&self, slug: &str) -> Result<Option<AuthorizationRequest>, ProviderError>;
    /// Fetches and checks the provider's word: issuer, audience, signature, time, nonce.
    async fn finish(
        &self,
        oidc_login: &OidcLogin,
        response: &AuthorizationResponse,
        now: DateTime<Utc>,
    ) -> Result<Claims, ProviderError>;
}

/// A login at a provider takes no longer.
const LONGEST_LOGIN: TimeDelta = TimeDelta::minutes(15);

/// Begins a login at a provider: to sign in, or with `links`, which holds the password, to link the provider to the reader's account.
/// Returns the provider's address and the token of the login.
pub async fn begin_login(
    accounts: &AccountService,
    client: &ClientContext,
    slug: &str,
    return_to: ReturnTo,
    links: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(String, Token), AccountError> {
    limit(&*accounts.store, Action::SignIn, &[(LimitKey::Network, client.network.as_deref())], now).await?;
    let account = match links {
        Some(password) => Some(require_recent_login(accounts, client, password, now).await?.0),
        None => None,
    };
    let request = accounts.providers.begin(slug).await?.ok_or(AccountError::LinkUnknown)?;
    let token = Token::random(&*accounts.rng);
    let oidc_login = OidcLogin {
        id: token.hash(),
        provider: slug.to_owned(),
        state: request.state,
        nonce: request.nonce,
        verifier: request.verifier,
        return_to,
        account: account.as_ref().map(|account| account.id.clone()),
        started_at: now,
    };
    accounts.store.insert_login(&oidc_login, account.as_ref()).await?.done()?;
    Ok((request.address, token))
}

/// Result of a login at a provider.
#[derive(Clone, Debug)]
pub enum LoginOutcome {
    /// Signed in, perhaps to a new account.
    SignedIn(SignedIn),
    /// Linked to the account of the reader who is signed in.
    Linked(ReturnTo),
}

/// Completes the login when the reader comes back from the provider: once, and only in the browser in which it began.
pub async fn complete_login(
    accounts: &AccountService,
    client: &ClientContext,
    (slug, state, response): (&str, &str, impl Into<AuthorizationResponse>),
    now: DateTime<Utc>,
) -> Result<LoginOutcome, AccountError> {
    let token = client.oidc_login.as_ref().ok_or(AccountError::LinkUnknown)?;
    let oidc_login = accounts.store.take_login(&token.hash()).await?.ok_or(AccountError::LinkUnknown)?;
    if oidc_login.provider != slug || oidc_login.state != state {
        return Err(AccountError::LinkUnknown);
    }
    if oidc_login.started_at + LONGEST_LOGIN <= now {
        return Err(AccountError::LinkExpired);
    }
    let claims = accounts.providers.finish(&oidc_login, &response.into(), now).await?;
    if let Some(id) = &oidc_login.account {
        return link(accounts, client, (id, &claims), oidc_login.return_to, now).await;
    }
    if let Some(account) = accounts.store.account_by(&claims.identity).await? {
        let (entry, signed_in) = accounts.enter(&account, client, oidc_login.return_to, now).await?;
        accounts.store.begin_session(&account, &entry, now).await?.done()?;
        return Ok(LoginOutcome::SignedIn(signed_in));
    }
    // Nobody is made a reader by an address that the provider has not verified.
    let email = claims.verified_email.ok_or(AccountError::ProviderEmail)?;
    let account = Account::new(&*accounts.rng, email, None, client.language, now);
    let (entry, signed_in) = accounts.enter(&account, client, oidc_login.return_to, now).await?;
    // Who makes an account knows of it.
    let entry = Entry { notice: None, ..entry };
    match accounts.store.open_account_by(&claims.identity, &account, &entry, now).await? {
        Redemption::Done => Ok(LoginOutcome::SignedIn(signed_in)),
        // Its owner links the provider on the account page, after coming in some other way.
        Redemption::Taken | Redemption::Gone | Redemption::Stale => Err(AccountError::NotLinked),
    }
}

/// Links a provider, for the reader who asked for it and is still signed in, and tells the owner.
async fn link(
    accounts: &AccountService,
    client: &ClientContext,
    (id, claims): (&AccountId, &Claims),
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<LoginOutcome, AccountError> {
    let (account, _) = super::reader(accounts, client, now).await?.ok_or(AccountError::SignedOut)?;
    if account.id != *id {
        return Err(AccountError::LinkUnknown);
    }
    let name = provider_name(accounts, &claims.identity.issuer);
    let notice = accounts.notice(EmailKind::ProviderLinked, &account, Some(name), now);
    accounts.store.link_identity(&claims.identity, &account, &notice, now).await?.done()?;
    Ok(LoginOutcome::Linked(return_to))
}

/// Gives up a provider, unless it is the only way in, and tells the owner.
pub async fn unlink(
    accounts: &AccountService,
    client: &ClientContext,
    issuer: &str,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let (account, _) = require_recent_login(accounts, client, password, now).await?;
    let name = provider_name(accounts, issuer);
    let notice = accounts.notice(EmailKind::ProviderUnlinked, &account, Some(name), now);
    accounts.store.unlink_identity(&account, issuer, &notice, now).await?.done()
}

/// Name of a provider on screen; the issuer for a provider that is no longer in the settings.
fn provider_name(accounts: &AccountService, issuer: &str) -> String {
    let known = accounts.providers.names().into_iter().find(|provider| provider.issuer == issuer);
    known.map_or_else(|| issuer.to_owned(), |provider| provider.name)
}
