//! Passkeys: a key in the reader's device instead of a password (WebAuthn).

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::manage::proven_session;
use super::sign_in::enter;
use super::{
    Account, AccountId, Action, Browser, By, Denied, Desk, ReturnTo, SignedIn, Token, TokenHash, limit,
    reader,
};

/// A key that a reader has put into a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// As the device calls it, in letters.
    pub id: String,
    /// Whose it is.
    pub account: AccountId,
    /// Where it was made, for the reader to know it again.
    pub device: String,
    /// The public key and what else the judge wants to know; no secret.
    pub data: String,
    /// When it was made.
    pub made_at: DateTime<Utc>,
    /// When it was last used.
    pub used_at: Option<DateTime<Utc>>,
}

/// A question that a device has been asked, until it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// The hash of the token that the asking browser holds in a cookie.
    pub id: TokenHash,
    /// For whom a key is made; `None` to sign in.
    pub account: Option<AccountId>,
    /// What the judge needs to know when the answer comes.
    pub state: String,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
}

/// A question as the browser takes it, and what to keep until the answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// JSON of the WebAuthn API.
    pub options: String,
    /// For [`Challenge::state`].
    pub state: String,
}

/// The answer of a device does not hold, or passkeys are not to be had at this address.
#[derive(Debug, thiserror::Error)]
#[error("passkey: {0}")]
pub struct PasskeyError(pub String);

/// Judges what devices say.
#[async_trait]
pub trait PasskeyJudge: Send + Sync {
    /// Whether passkeys are to be had at all: not for sites without a name.
    fn is_available(&self) -> bool;
    /// Asks for a new key; `known` are those that the account has.
    fn ask_for_key(&self, account: &Account, known: &[Passkey]) -> Result<Question, PasskeyError>;
    /// The new key: its name and its data.
    fn new_key(&self, state: &str, answer: &str) -> Result<(String, String), PasskeyError>;
    /// Asks whoever has a key of ours to sign.
    fn ask_for_signature(&self) -> Result<Question, PasskeyError>;
    /// The name of the key that an answer says it was signed with.
    fn key_of(&self, answer: &str) -> Result<String, PasskeyError>;
    /// Checks the signature of that key; its data from now on, where they have changed.
    fn check_signature(
        &self,
        state: &str,
        answer: &str,
        key: &Passkey,
    ) -> Result<Option<String>, PasskeyError>;
}

/// Who is asked answers by then.
const LONGEST: TimeDelta = TimeDelta::minutes(10);

/// Asks the reader's device for a new key. Returns the question and the token of the challenge.
pub async fn begin_passkey(
    desk: &Desk,
    browser: &Browser,
    now: DateTime<Utc>,
) -> Result<(String, Token), Denied> {
    let account = proven_session(desk, browser, now).await?;
    let known = desk.store.passkeys(&account.id).await?;
    let question = desk.passkeys.ask_for_key(&account, &known)?;
    Ok((question.options, challenge(desk, Some(account.id), question.state, now).await?))
}

/// Keeps the key that the device has made.
pub async fn finish_passkey(
    desk: &Desk,
    browser: &Browser,
    answer: &str,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let (account, _) = reader(desk, browser, now).await?.ok_or(Denied::SignedOut)?;
    let challenge = answered(desk, browser, now).await?;
    if challenge.account.as_ref() != Some(&account.id) {
        return Err(Denied::LinkUnknown);
    }
    let (id, data) = desk.passkeys.new_key(&challenge.state, answer)?;
    let device = browser.name.clone();
    let passkey = Passkey { id, account: account.id, device, data, made_at: now, used_at: None };
    Ok(desk.store.add_passkey(&passkey).await?)
}

/// Asks whoever sits there to sign with a key of ours.
pub async fn begin_signature(
    desk: &Desk,
    browser: &Browser,
    now: DateTime<Utc>,
) -> Result<(String, Token), Denied> {
    limit(&*desk.store, Action::Challenge, &[(By::Network, browser.network.as_deref())], now).await?;
    let question = desk.passkeys.ask_for_signature()?;
    Ok((question.options, challenge(desk, None, question.state, now).await?))
}

/// Signs in by a signature.
pub async fn finish_signature(
    desk: &Desk,
    browser: &Browser,
    answer: &str,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<SignedIn, Denied> {
    limit(&*desk.store, Action::SignIn, &[(By::Network, browser.network.as_deref())], now).await?;
    let challenge = answered(desk, browser, now).await?;
    if challenge.account.is_some() {
        return Err(Denied::LinkUnknown);
    }
    let id = desk.passkeys.key_of(answer)?;
    let key = desk.store.passkey(&id).await?.ok_or_else(|| PasskeyError("no such key".into()))?;
    let renewed = desk.passkeys.check_signature(&challenge.state, answer, &key)?;
    let account = desk.store.account(&key.account).await?.ok_or(Denied::LinkUnknown)?;
    desk.store.used_passkey(&key.id, renewed.as_deref().unwrap_or(&key.data), now).await?;
    let (session, token) = desk.new_session(&account, browser, now);
    desk.store.begin_session(&session).await?;
    enter(desk, browser, &account, token, return_to, now).await
}

/// Gives up a key, unless it is the only way in.
pub async fn remove_passkey(
    desk: &Desk,
    browser: &Browser,
    id: &str,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let account = proven_session(desk, browser, now).await?;
    if account.password.is_none() && ways_in(desk, &account).await? <= 1 {
        return Err(Denied::OnlyWay);
    }
    Ok(desk.store.remove_passkey(&account.id, id).await?)
}

/// How many keys and providers let the reader in.
pub(super) async fn ways_in(desk: &Desk, account: &Account) -> Result<usize, Denied> {
    Ok(desk.store.passkeys(&account.id).await?.len() + desk.store.identities(&account.id).await?.len())
}

async fn challenge(
    desk: &Desk,
    account: Option<AccountId>,
    state: String,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    let token = Token::random(&*desk.dice);
    desk.store.challenge(&Challenge { id: token.hash(), account, state, asked_at: now }).await?;
    Ok(token)
}

/// The question of this browser. It is answered once, whatever the answer is worth.
async fn answered(desk: &Desk, browser: &Browser, now: DateTime<Utc>) -> Result<Challenge, Denied> {
    let token = browser.challenge.as_ref().ok_or(Denied::LinkUnknown)?;
    let challenge = desk.store.answer_challenge(&token.hash()).await?.ok_or(Denied::LinkUnknown)?;
    if now < challenge.asked_at + LONGEST { Ok(challenge) } else { Err(Denied::LinkExpired) }
}
