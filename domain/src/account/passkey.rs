//! Passkeys: a key in the reader's device instead of a password (WebAuthn).

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::session::require_recent_login;
use super::{
    Account, AccountError, AccountId, AccountService, Action, ClientContext, EmailKind, LimitKey, ReturnTo,
    SignedIn, Token, TokenHash, Written, limit, reader,
};

/// A key that a reader has put into a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Credential id from the device, encoded as text.
    pub id: String,
    /// Account of the owner.
    pub account: AccountId,
    /// Name of the device on which the key was created, so that the reader recognises it.
    pub device: String,
    /// The public key and what else the verifier needs; no secret.
    pub data: String,
    /// Time of creation.
    pub made_at: DateTime<Utc>,
    /// Time of the last use.
    pub used_at: Option<DateTime<Utc>>,
}

/// A WebAuthn challenge that a device has not answered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// The hash of the token that the asking browser holds in a cookie.
    pub id: TokenHash,
    /// Account for which a key is created; `None` for a sign-in.
    pub account: Option<AccountId>,
    /// State that the verifier needs when the answer comes.
    pub state: String,
    /// Time of the request.
    pub asked_at: DateTime<Utc>,
}

/// Options of a WebAuthn ceremony for the browser, and the state to keep until the answer.
#[derive(Clone, Debug)]
pub struct ChallengeOptions {
    /// JSON of the WebAuthn API.
    pub options: String,
    /// For [`Challenge::state`].
    pub state: String,
}

/// The answer of a device does not hold, or passkeys are not to be had at this address.
#[derive(Debug, thiserror::Error)]
#[error("passkey: {0}")]
pub struct PasskeyError(pub String);

/// Verifies passkeys (WebAuthn).
#[async_trait]
pub trait PasskeyVerifier: Send + Sync {
    /// Whether passkeys are to be had at all: not for sites without a name.
    fn is_available(&self) -> bool;
    /// Starts the registration of a new key; `known` are the keys that the account has.
    fn start_registration(
        &self,
        account: &Account,
        known: &[Passkey],
    ) -> Result<ChallengeOptions, PasskeyError>;
    /// Verifies the answer: the new key's credential id and its data.
    fn finish_registration(&self, state: &str, answer: &str) -> Result<(String, String), PasskeyError>;
    /// Starts an authentication with any key of this site.
    fn start_authentication(&self) -> Result<ChallengeOptions, PasskeyError>;
    /// Credential id of the key that an answer says it was signed with.
    fn credential_id(&self, answer: &str) -> Result<String, PasskeyError>;
    /// Verifies the signature by that key; the key's new data, where they have changed.
    fn finish_authentication(
        &self,
        state: &str,
        answer: &str,
        key: &Passkey,
    ) -> Result<Option<String>, PasskeyError>;
}

/// Time limit for a response from the device.
const LONGEST: TimeDelta = TimeDelta::minutes(10);

/// Asks the device of a reader who has proved who they are for a new key. Returns the options and the token of the challenge.
pub async fn begin_passkey(
    accounts: &AccountService,
    client: &ClientContext,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(String, Token), AccountError> {
    let (account, _) = require_recent_login(accounts, client, password, now).await?;
    let known = accounts.store.passkeys(&account.id).await?;
    let options = accounts.passkeys.start_registration(&account, &known)?;
    Ok((options.options, challenge(accounts, Some(&account), options.state, now).await?))
}

/// Keeps the key that the device has made, and tells the owner.
pub async fn finish_passkey(
    accounts: &AccountService,
    client: &ClientContext,
    answer: &str,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let (account, _) = reader(accounts, client, now).await?.ok_or(AccountError::SignedOut)?;
    let challenge = answered(accounts, client, now).await?;
    if challenge.account.as_ref() != Some(&account.id) {
        return Err(AccountError::LinkUnknown);
    }
    let (id, data) = accounts.passkeys.finish_registration(&challenge.state, answer)?;
    let (owner, device) = (account.id.clone(), client.name.clone());
    let notice = accounts.notice(EmailKind::PasskeyAdded, &account, Some(device.clone()), now);
    let passkey = Passkey { id, account: owner, device, data, made_at: now, used_at: None };
    match accounts.store.add_passkey(&account, &passkey, &notice).await? {
        Written::Taken => Err(PasskeyError("a key of that name is there already".into()).into()),
        written => written.done(),
    }
}

/// Asks whoever sits there to sign with a key of ours.
pub async fn begin_signature(
    accounts: &AccountService,
    client: &ClientContext,
    now: DateTime<Utc>,
) -> Result<(String, Token), AccountError> {
    limit(&*accounts.store, Action::Challenge, &[(LimitKey::Network, client.network.as_deref())], now)
        .await?;
    let options = accounts.passkeys.start_authentication()?;
    Ok((options.options, challenge(accounts, None, options.state, now).await?))
}

/// Signs in by a signature.
pub async fn finish_signature(
    accounts: &AccountService,
    client: &ClientContext,
    answer: &str,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<SignedIn, AccountError> {
    limit(&*accounts.store, Action::SignIn, &[(LimitKey::Network, client.network.as_deref())], now).await?;
    let challenge = answered(accounts, client, now).await?;
    if challenge.account.is_some() {
        return Err(AccountError::LinkUnknown);
    }
    let id = accounts.passkeys.credential_id(answer)?;
    // Read together: a key that is removed from now on raises the version of the account.
    let found = accounts.store.passkey(&id).await?;
    let (key, account) = found.ok_or_else(|| PasskeyError("no such key".into()))?;
    let renewed = accounts.passkeys.finish_authentication(&challenge.state, answer, &key)?;
    accounts.store.used_passkey(&key.id, renewed.as_deref().unwrap_or(&key.data), now).await?;
    let (entry, signed_in) = accounts.enter(&account, client, return_to, now).await?;
    accounts.store.begin_session(&account, &entry, now).await?.done()?;
    Ok(signed_in)
}

/// Gives up a key, unless it is the only way in, and tells the owner.
pub async fn remove_passkey(
    accounts: &AccountService,
    client: &ClientContext,
    id: &str,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let (account, _) = require_recent_login(accounts, client, password, now).await?;
    let device = accounts.store.passkey(id).await?.map(|(key, _)| key.device);
    let notice = accounts.notice(EmailKind::PasskeyRemoved, &account, device, now);
    accounts.store.remove_passkey(&account, id, &notice, now).await?.done()
}

async fn challenge(
    accounts: &AccountService,
    account: Option<&Account>,
    state: String,
    now: DateTime<Utc>,
) -> Result<Token, AccountError> {
    let token = Token::random(&*accounts.rng);
    let owner = account.map(|account| account.id.clone());
    let challenge = Challenge { id: token.hash(), account: owner, state, asked_at: now };
    accounts.store.challenge(&challenge, account).await?.done()?;
    Ok(token)
}

/// The challenge of this browser. Reading it deletes it, so each is answered once, whatever the answer is worth.
async fn answered(
    accounts: &AccountService,
    client: &ClientContext,
    now: DateTime<Utc>,
) -> Result<Challenge, AccountError> {
    let token = client.challenge.as_ref().ok_or(AccountError::LinkUnknown)?;
    let challenge = accounts.store.answer_challenge(&token.hash()).await?.ok_or(AccountError::LinkUnknown)?;
    if now < challenge.asked_at + LONGEST { Ok(challenge) } else { Err(AccountError::LinkExpired) }
}
