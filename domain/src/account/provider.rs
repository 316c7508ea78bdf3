//! Coming in by way of somebody else (OpenID Connect): what is asked of a provider, and what its word is worth.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::manage::proven;
use super::{
    Account, AccountId, Action, Browser, By, Denied, Desk, EmailAddress, Entry, LetterKind, Opened, ReturnTo,
    SignedIn, Token, TokenHash, limit,
};

/// A reader as a provider knows them. Addresses change hands; this does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider, as it calls itself.
    pub issuer: String,
    /// The reader, as the provider calls them.
    pub subject: String,
}

/// What a provider says of a reader, its signature checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Who it is.
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
    /// As it calls itself.
    pub issuer: String,
}

/// A reader sent on the way: where to, and what must come back.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The provider's own page.
    pub address: String,
    /// Comes back in the address.
    pub state: String,
    /// Comes back in the signed word.
    pub nonce: String,
    /// Shows that who fetches the word is who asked (PKCE).
    pub verifier: String,
}

/// A reader who is at a provider just now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detour {
    /// The hash of the token that the asking browser holds in a cookie.
    pub id: TokenHash,
    /// Which provider.
    pub provider: String,
    /// Of [`Begun`].
    pub state: String,
    /// Of [`Begun`].
    pub nonce: String,
    /// Of [`Begun`].
    pub verifier: String,
    /// Where the reader was.
    pub return_to: ReturnTo,
    /// The account to be linked; `None` to sign in.
    pub account: Option<AccountId>,
    /// When the reader left.
    pub started_at: DateTime<Utc>,
}

/// What a reader brings back from a provider, beside the state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorizationResponse {
    /// Is exchanged for the provider's word.
    pub code: String,
    /// Who answers, if it says so (RFC 9207): a reader who was sent to one provider must not come back from another.
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
    /// Sends a reader on the way; `None` where there is no such provider.
    async fn begin(&self, slug: &str) -> Result<Option<Begun>, ProviderError>;
    /// Fetches and checks the provider's word: issuer, audience, signature, time, nonce.
    async fn finish(
        &self,
        detour: &Detour,
        response: &AuthorizationResponse,
        now: DateTime<Utc>,
    ) -> Result<Claims, ProviderError>;
}

/// A detour takes no longer.
const LONGEST_DETOUR: TimeDelta = TimeDelta::minutes(15);

/// Sends the reader to a provider: to sign in, or with `links`, which holds the password, to link it to the own account.
/// Returns its address and the token of the detour.
pub async fn set_out(
    desk: &Desk,
    browser: &Browser,
    slug: &str,
    return_to: ReturnTo,
    links: Option<&str>,
    now: DateTime<Utc>,
) -> Result<(String, Token), Denied> {
    limit(&*desk.store, Action::SignIn, &[(By::Network, browser.network.as_deref())], now).await?;
    let account = match links {
        Some(password) => Some(proven(desk, browser, password, now).await?.0),
        None => None,
    };
    let begun = desk.providers.begin(slug).await?.ok_or(Denied::LinkUnknown)?;
    let token = Token::random(&*desk.dice);
    let detour = Detour {
        id: token.hash(),
        provider: slug.to_owned(),
        state: begun.state,
        nonce: begun.nonce,
        verifier: begun.verifier,
        return_to,
        account: account.as_ref().map(|account| account.id.clone()),
        started_at: now,
    };
    desk.store.leave(&detour, account.as_ref()).await?.done()?;
    Ok((begun.address, token))
}

/// How a detour ended.
#[derive(Clone, Debug)]
pub enum Arrival {
    /// Signed in, perhaps to a new account.
    SignedIn(SignedIn),
    /// Linked to the account of the reader who is signed in.
    Linked(ReturnTo),
}

/// The reader comes back from a provider. Each detour ends once, in the browser in which it began.
pub async fn arrive(
    desk: &Desk,
    browser: &Browser,
    (slug, state, response): (&str, &str, impl Into<AuthorizationResponse>),
    now: DateTime<Utc>,
) -> Result<Arrival, Denied> {
    let token = browser.detour.as_ref().ok_or(Denied::LinkUnknown)?;
    let detour = desk.store.come_back(&token.hash()).await?.ok_or(Denied::LinkUnknown)?;
    if detour.provider != slug || detour.state != state {
        return Err(Denied::LinkUnknown);
    }
    if detour.started_at + LONGEST_DETOUR <= now {
        return Err(Denied::LinkExpired);
    }
    let claims = desk.providers.finish(&detour, &response.into(), now).await?;
    if let Some(id) = &detour.account {
        return link(desk, browser, (id, &claims), detour.return_to, now).await;
    }
    if let Some(account) = desk.store.account_by(&claims.identity).await? {
        let (entry, signed_in) = desk.entry(&account, browser, detour.return_to, now).await?;
        desk.store.begin_session(&account, &entry, now).await?.done()?;
        return Ok(Arrival::SignedIn(signed_in));
    }
    // Nobody is made a reader by an address that the provider has not verified.
    let email = claims.verified_email.ok_or(Denied::ProviderEmail)?;
    let account = Account::new(&*desk.dice, email, None, browser.language, now);
    let (entry, signed_in) = desk.entry(&account, browser, detour.return_to, now).await?;
    // Who makes an account knows of it.
    let entry = Entry { notice: None, ..entry };
    match desk.store.open_account_by(&claims.identity, &account, &entry, now).await? {
        Opened::Done => Ok(Arrival::SignedIn(signed_in)),
        // Its owner links the provider on the account page, after coming in some other way.
        Opened::Taken | Opened::Gone | Opened::Stale => Err(Denied::NotLinked),
    }
}

/// Links a provider, for the reader who asked for it and is still signed in, and tells the owner.
async fn link(
    desk: &Desk,
    browser: &Browser,
    (id, claims): (&AccountId, &Claims),
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<Arrival, Denied> {
    let (account, _) = super::reader(desk, browser, now).await?.ok_or(Denied::SignedOut)?;
    if account.id != *id {
        return Err(Denied::LinkUnknown);
    }
    let name = provider_name(desk, &claims.identity.issuer);
    let notice = desk.notice(LetterKind::ProviderLinked, &account, Some(name), now);
    desk.store.link_identity(&claims.identity, &account, &notice, now).await?.done()?;
    Ok(Arrival::Linked(return_to))
}

/// Gives up a provider, unless it is the only way in, and tells the owner.
pub async fn unlink(
    desk: &Desk,
    browser: &Browser,
    issuer: &str,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let (account, _) = proven(desk, browser, password, now).await?;
    let name = provider_name(desk, issuer);
    let notice = desk.notice(LetterKind::ProviderUnlinked, &account, Some(name), now);
    desk.store.unlink_identity(&account, issuer, &notice, now).await?.done()
}

/// As it is called on screen; a provider that is not in the settings any more, as it calls itself.
fn provider_name(desk: &Desk, issuer: &str) -> String {
    let known = desk.providers.names().into_iter().find(|provider| provider.issuer == issuer);
    known.map_or_else(|| issuer.to_owned(), |provider| provider.name)
}
