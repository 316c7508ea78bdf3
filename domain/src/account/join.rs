//! Joining: a reader registers, and the answer to a mail makes the account.

use chrono::{DateTime, Utc};

use super::sign_in::enter;
use super::{
    Account, AccountId, Action, Browser, By, Code, Confirmation, Denied, Desk, EmailAddress, Letter,
    LetterKind, LinkState, Opened, Purpose, ReturnTo, SignedIn, Token, TokenHash, Verified, limit,
};

/// Asks for an account. The answer is the same whether the address has one or not; the mail tells its owner.
pub async fn register(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    password: &str,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    let email = EmailAddress::parse(email)?;
    let password = desk.new_password(password, &email)?;
    limit(&*desk.store, Action::Join, &[(By::Network, browser.network.as_deref())], now).await?;
    limit_mail(desk, browser, &email, now).await?;
    let password = desk.hasher.hash(&password).await?;
    let token = Token::random(&*desk.dice);
    let confirmation = Confirmation {
        id: token.hash(),
        purpose: Purpose::Join,
        email,
        account: None,
        password: Some(password),
        language: browser.language,
        return_to,
        asked_at: now,
    };
    desk.store.ask(&confirmation, &letter_of(&confirmation)).await?;
    Ok(token)
}

/// What shows that a mail was read.
#[derive(Clone, Debug)]
pub enum Proof {
    /// The token of its link.
    Link(Token),
    /// Its code, typed in the browser that asked.
    Code(String),
}

/// What the link in a mail is worth. Changes nothing: scanners of mails follow links too.
pub async fn find_link(desk: &Desk, token: &Token, now: DateTime<Utc>) -> Result<LinkState, Denied> {
    Ok(desk.store.link(&token.hash(), now).await?)
}

/// The wish that a proof belongs to. Codes are counted: there are only a million.
pub(super) async fn prove(
    desk: &Desk,
    browser: &Browser,
    proof: &Proof,
    now: DateTime<Utc>,
) -> Result<Confirmation, Denied> {
    let state = match proof {
        Proof::Link(token) => desk.store.link(&token.hash(), now).await?,
        Proof::Code(text) => {
            let id = browser.confirmation.as_ref().ok_or(Denied::LinkUnknown)?.hash();
            let by = [(By::Network, browser.network.as_deref()), (By::Subject, Some(id.as_str()))];
            limit(&*desk.store, Action::Prove, &by, now).await?;
            let code = Code::parse(text).ok_or(Denied::Code)?;
            match desk.store.code(&id, &code.hash(&id), now).await? {
                LinkState::Unknown => return Err(Denied::Code),
                state => state,
            }
        }
    };
    match state {
        LinkState::Open(confirmation) => Ok(confirmation),
        LinkState::Used => Err(Denied::LinkUsed),
        LinkState::Expired(_) => Err(Denied::LinkExpired),
        LinkState::Unknown => Err(Denied::LinkUnknown),
    }
}

/// Makes the account, and signs the reader in.
///
/// Who registered a stranger's address holds the browser, the stranger the mail: only who has both, or knows the
/// password too, gets the account.
pub async fn confirm(
    desk: &Desk,
    browser: &Browser,
    proof: &Proof,
    password: Option<&str>,
    now: DateTime<Utc>,
) -> Result<SignedIn, Denied> {
    let wish = prove(desk, browser, proof, now).await?;
    if wish.purpose != Purpose::Join {
        return Err(Denied::LinkUnknown);
    }
    if !is_same_browser(browser, &wish.id) {
        check_password(desk, browser, &wish, password.ok_or(Denied::OtherBrowser)?, now).await?;
    }
    let account = Account {
        id: AccountId::random(&*desk.dice),
        email: wish.email,
        password: wish.password,
        language: wish.language,
        created_at: now,
        uses_history: true,
    };
    let (session, token) = desk.new_session(&account, browser, now);
    match desk.store.open_account(&wish.id, &account, Some(&session), now).await? {
        Opened::Done => enter(desk, browser, &account, token, wish.return_to, now).await,
        Opened::Taken => Err(Denied::Taken),
        Opened::Gone => Err(Denied::LinkUsed),
    }
}

/// Whether the wish is this browser's.
pub(super) fn is_same_browser(browser: &Browser, wish: &TokenHash) -> bool {
    browser.confirmation.as_ref().is_some_and(|token| token.hash() == *wish)
}

async fn check_password(
    desk: &Desk,
    browser: &Browser,
    wish: &Confirmation,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let by = [(By::Network, browser.network.as_deref()), (By::Subject, Some(wish.id.as_str()))];
    limit(&*desk.store, Action::Prove, &by, now).await?;
    let password = desk.typed_password(password)?;
    match desk.hasher.verify(&password, wish.password.as_ref()).await? {
        Verified::No => Err(Denied::Credentials),
        Verified::Yes | Verified::YesOutdated => Ok(()),
    }
}

/// Has the mail of this browser's wish, or of an old link, sent again. The links before it are dead.
pub async fn resend(
    desk: &Desk,
    browser: &Browser,
    old_link: Option<&Token>,
    now: DateTime<Utc>,
) -> Result<Confirmation, Denied> {
    let wish = match old_link {
        Some(token) => match find_link(desk, token, now).await? {
            LinkState::Open(wish) | LinkState::Expired(wish) => wish,
            LinkState::Used => return Err(Denied::LinkUsed),
            LinkState::Unknown => return Err(Denied::LinkUnknown),
        },
        None => waiting(desk, browser, now).await?.ok_or(Denied::LinkUnknown)?,
    };
    limit(&*desk.store, Action::Resend, &[(By::Subject, Some(wish.id.as_str()))], now).await?;
    limit_mail(desk, browser, &wish.email, now).await?;
    desk.store.ask_again(&wish, &letter_of(&wish), now).await?;
    Ok(wish)
}

/// Sends a newcomer's mail to another address than the one first given.
pub async fn change_address(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Confirmation, Denied> {
    let email = EmailAddress::parse(email)?;
    let wish = waiting(desk, browser, now).await?.filter(|wish| wish.purpose == Purpose::Join);
    let wish = Confirmation { email, ..wish.ok_or(Denied::LinkUnknown)? };
    limit(&*desk.store, Action::Resend, &[(By::Subject, Some(wish.id.as_str()))], now).await?;
    limit_mail(desk, browser, &wish.email, now).await?;
    desk.store.ask_again(&wish, &letter_of(&wish), now).await?;
    Ok(wish)
}

/// What this browser waits for.
pub async fn waiting(
    desk: &Desk,
    browser: &Browser,
    now: DateTime<Utc>,
) -> Result<Option<Confirmation>, Denied> {
    let Some(token) = &browser.confirmation else { return Ok(None) };
    Ok(desk.store.confirmation(&token.hash()).await?.filter(|wish| wish.is_open(now)))
}

pub(super) async fn limit_mail(
    desk: &Desk,
    browser: &Browser,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let by = [(By::Network, browser.network.as_deref()), (By::Email, Some(email.as_str()))];
    limit(&*desk.store, Action::Mail, &by, now).await
}

pub(super) fn letter_of(wish: &Confirmation) -> Letter {
    Letter {
        kind: LetterKind::Confirmation(wish.purpose),
        to: wish.email.clone(),
        confirmation: Some(wish.id.clone()),
        language: wish.language,
    }
}
