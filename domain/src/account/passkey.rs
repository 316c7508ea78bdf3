//! Passkeys: a key in the reader's device instead of a password (WebAuthn).

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::manage::proven;
use super::{
    Account, AccountId, Action, Browser, By, Denied, Desk, LetterKind, ReturnTo, SignedIn, Token, TokenHash,
    Written, limit, reader,
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

/// Asks the device of a reader who has proved who they are for a new key. Returns the question and the token of the challenge.
pub async fn begin_passkey(
    desk: &Desk,
    browser: &Browser,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(String, Token), Denied> {
    let (account, _) = proven(desk, browser, password, now).await?;
    let known = desk.store.passkeys(&account.id).await?;
    let question = desk.passkeys.ask_for_key(&account, &known)?;
    Ok((question.options, challenge(desk, Some(&account), question.state, now).await?))
}

/// Keeps the key that the device has made, and tells the owner.
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
    let (owner, device) = (account.id.clone(), browser.name.clone());
    let notice = desk.notice(LetterKind::PasskeyAdded, &account, Some(device.clone()), now);
    let passkey = Passkey { id, account: owner, device, data, made_at: now, used_at: None };
    match desk.store.add_passkey(&account, &passkey, &notice).await? {
        Written::Taken => Err(PasskeyError("a key of that name is there already".into()).into()),
        written => written.done(),
    }
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
    // Read together: a key that is removed from now on raises the version of the account.
    let found = desk.store.passkey(&id).await?;
    let (key, account) = found.ok_or_else(|| PasskeyError("no such key".into()))?;
    let renewed = desk.passkeys.check_signature(&challenge.state, answer, &key)?;
    desk.store.used_passkey(&key.id, renewed.as_deref().unwrap_or(&key.data), now).await?;
    let (entry, signed_in) = desk.entry(&account, browser, return_to, now).await?;
    desk.store.begin_session(&account, &entry, now).await?.done()?;
    Ok(signed_in)
}

/// Gives up a key, unless it is the only way in, and tells the owner.
pub async fn remove_passkey(
    desk: &Desk,
    browser: &Browser,
    id: &str,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let (account, _) = proven(desk, browser, password, now).await?;
    let device = desk.store.passkey(id).await?.map(|(key, _)| key.device);
    let notice = desk.notice(LetterKind::PasskeyRemoved, &account, device, now);
    desk.store.remove_passkey(&account, id, &notice, now).await?.done()
}

async fn challenge(
    desk: &Desk,
    account: Option<&Account>,
    state: String,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    let token = Token::random(&*desk.dice);
    let owner = account.map(|account| account.id.clone());
    let challenge = Challenge { id: token.hash(), account: owner, state, asked_at: now };
    desk.store.challenge(&challenge, account).await?.done()?;
    Ok(token)
}

/// The question of this browser. It is answered once, whatever the answer is worth.
async fn answered(desk: &Desk, browser: &Browser, now: DateTime<Utc>) -> Result<Challenge, Denied> {
    let token = browser.challenge.as_ref().ok_or(Denied::LinkUnknown)?;
    let challenge = desk.store.answer_challenge(&token.hash()).await?.ok_or(Denied::LinkUnknown)?;
    if now < challenge.asked_at + LONGEST { Ok(challenge) } else { Err(Denied::LinkExpired) }
}
