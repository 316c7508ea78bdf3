//! Joining: a reader registers, and the answer to a mail makes the account.

use chrono::{DateTime, Utc};

use super::{
    Account, Action, Browser, By, Code, Confirmation, Denied, Desk, EmailAddress, Entry, Letter, LetterKind,
    LinkState, Purpose, ReturnTo, SignedIn, Token, TokenHash, Verified, limit,
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
        LinkState::Expired(wish) => {
            desk.store.refuse_links(&wish.id, now).await?;
            Err(Denied::LinkExpired)
        }
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
    let account = Account::new(&*desk.dice, wish.email, wish.password, wish.language, now);
    let (entry, signed_in) = desk.entry(&account, browser, wish.return_to, now).await?;
    // Who makes an account knows of it.
    let entry = Entry { notice: None, ..entry };
    desk.store.open_account(&wish.id, &account, Some(&entry), now).await?.done()?;
    Ok(signed_in)
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

/// Has the mail of a newcomer sent again: of this browser's wish, or of an old link. The links before it are dead.
///
/// Only of newcomers: other mails do not all go to the address that their wish names.
pub async fn resend(
    desk: &Desk,
    browser: &Browser,
    old_link: Option<&Token>,
    now: DateTime<Utc>,
) -> Result<Confirmation, Denied> {
    let wish = match old_link {
        Some(token) => match find_link(desk, token, now).await? {
            LinkState::Open(wish) | LinkState::Expired(wish) => Some(wish),
            LinkState::Used => return Err(Denied::LinkUsed),
            LinkState::Unknown => None,
        },
        None => waiting(desk, browser, now).await?,
    };
    ask_again(desk, browser, newcomers(wish)?, now).await
}

/// Sends a newcomer's mail to another address than the one first given.
pub async fn change_address(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Confirmation, Denied> {
    let email = EmailAddress::parse(email)?;
    let wish = newcomers(waiting(desk, browser, now).await?)?;
    ask_again(desk, browser, Confirmation { email, ..wish }, now).await
}

fn newcomers(wish: Option<Confirmation>) -> Result<Confirmation, Denied> {
    wish.filter(|wish| wish.purpose == Purpose::Join).ok_or(Denied::LinkUnknown)
}

async fn ask_again(
    desk: &Desk,
    browser: &Browser,
    wish: Confirmation,
    now: DateTime<Utc>,
) -> Result<Confirmation, Denied> {
    limit(&*desk.store, Action::Resend, &[(By::Subject, Some(wish.id.as_str()))], now).await?;
    limit_mail(desk, browser, &wish.email, now).await?;
    desk.store.ask_again(&wish, &letter_of(&wish), now).await?.done()?;
    Ok(wish)
}

/// Has the mail of a newcomer sent again from any browser: a browser that did not register tells nobody apart. Whatever the
/// address, a letter is posted, and the worker finds that there is nothing to send. Links before it work on, so that
/// strangers cannot make them old.
pub async fn send_confirmation(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let email = EmailAddress::parse(email)?;
    limit_mail(desk, browser, &email, now).await?;
    let wish = desk.store.joining(&email).await?.map(|wish| wish.id);
    let letter = Letter {
        kind: LetterKind::Confirmation(Purpose::Join),
        to: email,
        confirmation: Some(wish.unwrap_or_else(|| Token::random(&*desk.dice).hash())),
        detail: None,
        language: browser.language,
    };
    Ok(desk.store.post(&letter, now).await?)
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
        detail: None,
        language: wish.language,
    }
}
