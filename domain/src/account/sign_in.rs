//! Signing in and out.

use chrono::{DateTime, Utc};

use super::join::{is_same_browser, letter_of, limit_mail, prove};
use super::limit::{forgive, give_back};
use super::reset::owner_of;
use super::{
    Account, Action, Browser, By, Confirmation, Denied, Desk, EmailAddress, Proof, Purpose, ReturnTo,
    Session, Token, Verified, Written, limit,
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
    let known = known_reader(desk, browser, account.as_ref()).await?;
    let tried = match known {
        Some(account) => (By::Subject, account.id.as_str()),
        None => (By::Email, email.as_str()),
    };
    for action in [Action::SignIn, Action::Password] {
        limit(&*desk.store, action, &[(tried.0, Some(tried.1))], now).await?;
    }
    let hash = account.as_ref().and_then(|account| account.password.as_ref());
    let verified = desk.hasher.verify(&password, hash).await?;
    let Some(account) = account.as_ref().filter(|_| verified != Verified::No) else {
        return Err(Denied::Credentials);
    };
    forgive(&*desk.store, Action::SignIn, By::Email, email.as_str()).await?;
    give_back(&*desk.store, Action::Password, tried.0, tried.1).await?;
    if verified == Verified::YesOutdated {
        let hash = desk.hasher.hash(&password).await?;
        stale_is_wrong(desk.store.rehash(account, &hash).await?)?;
    }
    let (entry, signed_in) = desk.entry(account, browser, return_to, now).await?;
    stale_is_wrong(desk.store.begin_session(account, &entry, now).await?)?;
    Ok(signed_in)
}

/// A password that was right when it was compared, and may be the one before by now.
fn stale_is_wrong(written: Written) -> Result<(), Denied> {
    if written == Written::Done { Ok(()) } else { Err(Denied::Credentials) }
}

/// Strangers may exhaust the tries of an address, but not those of its reader's own browsers.
async fn known_reader<'a>(
    desk: &Desk,
    browser: &Browser,
    account: Option<&'a Account>,
) -> Result<Option<&'a Account>, Denied> {
    let (Some(account), Some(device)) = (account, &browser.device) else { return Ok(None) };
    let is_known = desk.store.is_known_device(&account.id, &device.hash()).await?;
    Ok(is_known.then_some(account))
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
    let account = owner_of(desk, &wish).await?;
    let (entry, signed_in) = desk.entry(&account, browser, wish.return_to.clone(), now).await?;
    desk.store.open_session(&wish.id, &account, &entry, now).await?.done()?;
    Ok(signed_in)
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
