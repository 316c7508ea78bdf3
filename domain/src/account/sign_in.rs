//! Signing in and out.

use chrono::{DateTime, Utc};

use super::join::{is_same_browser, letter_of, limit_mail, prove};
use super::limit::forgive;
use super::{
    Account, Action, Browser, By, Confirmation, Denied, Desk, EmailAddress, Opened, Proof, Purpose, ReturnTo,
    Session, Token, Verified, limit,
};

/// A reader has come in: what the browser is to keep, and where to go.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Of the session.
    pub session: Token,
    /// By which this browser is known from now on.
    pub device: Token,
    /// Where the reader was.
    pub return_to: ReturnTo,
}

/// Signs in with a password. Unknown addresses, wrong passwords and accounts without one get the same answer after the
/// same time.
pub async fn sign_in(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    password: &str,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<SignedIn, Denied> {
    let email = EmailAddress::parse(email)?;
    let password = desk.typed_password(password)?;
    limit(&*desk.store, Action::SignIn, &[(By::Network, browser.network.as_deref())], now).await?;
    let account = desk.store.account_of(&email).await?;
    let is_known = is_known_device(desk, browser, account.as_ref()).await?;
    if !is_known {
        limit(&*desk.store, Action::SignIn, &[(By::Email, Some(email.as_str()))], now).await?;
    }
    let hash = account.as_ref().and_then(|account| account.password.as_ref());
    let verified = desk.hasher.verify(&password, hash).await?;
    let Some(account) = account.filter(|_| verified != Verified::No) else {
        return Err(Denied::Credentials);
    };
    forgive(&*desk.store, Action::SignIn, By::Email, email.as_str()).await?;
    if verified == Verified::YesOutdated {
        desk.store.rehash(&account.id, &desk.hasher.hash(&password).await?).await?;
    }
    let (session, token) = desk.new_session(&account, browser, now);
    desk.store.begin_session(&session).await?;
    enter(desk, browser, &account, token, return_to, now).await
}

/// Strangers may exhaust the tries of an account, but not for its reader's own browsers.
async fn is_known_device(desk: &Desk, browser: &Browser, account: Option<&Account>) -> Result<bool, Denied> {
    let (Some(account), Some(device)) = (account, &browser.device) else { return Ok(false) };
    Ok(desk.store.is_known_device(&account.id, &device.hash()).await?)
}

/// Makes the browser a known one of this reader's.
pub(super) async fn enter(
    desk: &Desk,
    browser: &Browser,
    account: &Account,
    session: Token,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<SignedIn, Denied> {
    let device = match &browser.device {
        Some(device) if desk.store.is_known_device(&account.id, &device.hash()).await? => device.clone(),
        // A new one: a token that two readers shared would let one in by the other's merits.
        _ => Token::random(&*desk.dice),
    };
    desk.store.know_device(&account.id, &device.hash(), now).await?;
    // Whoever was signed in here before is not any more.
    sign_out(desk, browser).await?;
    Ok(SignedIn { session, device, return_to })
}

/// Asks for a mail with a link and a code that sign in. The answer is the same for every address.
pub async fn send_link(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    ask_of_account(desk, browser, email, Purpose::SignIn, return_to, now).await
}

/// A wish that only an account's owner can answer; it is kept for other addresses too.
pub(super) async fn ask_of_account(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    purpose: Purpose,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    let email = EmailAddress::parse(email)?;
    limit_mail(desk, browser, &email, now).await?;
    let account = desk.store.account_of(&email).await?.map(|account| account.id);
    let token = Token::random(&*desk.dice);
    let language = browser.language;
    let wish = Confirmation {
        id: token.hash(),
        purpose,
        email,
        account,
        password: None,
        language,
        return_to,
        asked_at: now,
    };
    desk.store.ask(&wish, &letter_of(&wish)).await?;
    Ok(token)
}

/// Signs in with what a mail carried, in the browser that asked for it: elsewhere, a stranger's link would sign a reader in to the
/// stranger's account.
pub async fn redeem(
    desk: &Desk,
    browser: &Browser,
    proof: &Proof,
    now: DateTime<Utc>,
) -> Result<SignedIn, Denied> {
    let wish = prove(desk, browser, proof, now).await?;
    if wish.purpose != Purpose::SignIn {
        return Err(Denied::LinkUnknown);
    }
    if !is_same_browser(browser, &wish.id) {
        return Err(Denied::OtherBrowser);
    }
    let id = wish.account.as_ref().ok_or(Denied::LinkUnknown)?;
    let account = desk.store.account(id).await?.ok_or(Denied::LinkUnknown)?;
    let (session, token) = desk.new_session(&account, browser, now);
    match desk.store.open_session(&wish.id, &session, now).await? {
        Opened::Done => enter(desk, browser, &account, token, wish.return_to, now).await,
        Opened::Taken | Opened::Gone => Err(Denied::LinkUsed),
    }
}

/// Who is signed in in this browser; reads only.
pub async fn reader(
    desk: &Desk,
    browser: &Browser,
    now: DateTime<Utc>,
) -> Result<Option<(Account, Session)>, Denied> {
    let Some(token) = &browser.session else { return Ok(None) };
    let found = desk.store.session(&token.hash()).await?;
    Ok(found
        .filter(|(session, _)| session.is_live(desk.rules.lifetimes, now))
        .map(|(session, account)| (account, session)))
}

/// Ends the session of this browser.
pub async fn sign_out(desk: &Desk, browser: &Browser) -> Result<(), Denied> {
    if let Some(token) = &browser.session {
        desk.store.end_session(&token.hash()).await?;
    }
    Ok(())
}
