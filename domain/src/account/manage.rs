//! What readers do with their own accounts.

use chrono::{DateTime, Utc};

use super::join::{letter_of, limit_mail, prove};
use super::passkey::ways_in;
use super::{
    Account, AccountId, Action, Browser, By, Confirmation, Denied, Desk, EmailAddress, Letter, LetterKind,
    Opened, Proof, Purpose, ReturnTo, Session, SessionId, Token, Verified, limit, reader,
};

/// The reader of this browser.
async fn signed_in(desk: &Desk, browser: &Browser, now: DateTime<Utc>) -> Result<(Account, Session), Denied> {
    reader(desk, browser, now).await?.ok_or(Denied::SignedOut)
}

/// The reader of this browser, who has just proved who they are: by the password, or by having come in lately.
async fn proven(
    desk: &Desk,
    browser: &Browser,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(Account, Session), Denied> {
    let (account, session) = signed_in(desk, browser, now).await?;
    limit(&*desk.store, Action::Change, &[(By::Subject, Some(account.id.as_str()))], now).await?;
    match &account.password {
        Some(hash) => {
            let password = desk.typed_password(password)?;
            if desk.hasher.verify(&password, Some(hash)).await? == Verified::No {
                return Err(Denied::Credentials);
            }
        }
        None if !session.is_fresh(now) => return Err(Denied::NotFresh),
        None => {}
    }
    Ok((account, session))
}

/// The reader of this browser, who has come in lately.
pub(super) async fn proven_session(
    desk: &Desk,
    browser: &Browser,
    now: DateTime<Utc>,
) -> Result<Account, Denied> {
    let (account, session) = signed_in(desk, browser, now).await?;
    if session.is_fresh(now) { Ok(account) } else { Err(Denied::NotFresh) }
}

/// Gives up a provider, unless it is the only way in.
pub async fn unlink(desk: &Desk, browser: &Browser, issuer: &str, now: DateTime<Utc>) -> Result<(), Denied> {
    let account = proven_session(desk, browser, now).await?;
    if account.password.is_none() && ways_in(desk, &account).await? <= 1 {
        return Err(Denied::OnlyWay);
    }
    Ok(desk.store.unlink_identity(&account.id, issuer).await?)
}

fn notice(kind: LetterKind, account: &Account) -> Letter {
    Letter { kind, to: account.email.clone(), confirmation: None, language: account.language }
}

/// Changes the password; every other session ends, and a mail tells.
pub async fn change_password(
    desk: &Desk,
    browser: &Browser,
    current: &str,
    new: &str,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let (account, session) = proven(desk, browser, current, now).await?;
    let password = desk.new_password(new, &account.email)?;
    let password = desk.hasher.hash(&password).await?;
    let letter = notice(LetterKind::PasswordChanged, &account);
    Ok(desk.store.change_password(&account.id, &password, &session.token, &letter, now).await?)
}

/// Asks the old address to let the account go to another one. Returns the token of the wish.
pub async fn change_email(
    desk: &Desk,
    browser: &Browser,
    password: &str,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    let email = EmailAddress::parse(email)?;
    let (account, _) = proven(desk, browser, password, now).await?;
    limit_mail(desk, browser, &account.email, now).await?;
    let token = Token::random(&*desk.dice);
    let wish = Confirmation {
        id: token.hash(),
        purpose: Purpose::LeaveEmail,
        email,
        account: Some(account.id.clone()),
        password: None,
        language: account.language,
        return_to: ReturnTo::parse("/akun"),
        asked_at: now,
    };
    let letter = Letter { to: account.email.clone(), ..letter_of(&wish) };
    desk.store.ask(&wish, &letter).await?;
    Ok(token)
}

/// Answers either mail of a change of address: the old one lets go, then the new one takes. Only for the reader who is
/// signed in to that very account.
pub async fn confirm_email(
    desk: &Desk,
    browser: &Browser,
    proof: &Proof,
    now: DateTime<Utc>,
) -> Result<Purpose, Denied> {
    let (account, _) = signed_in(desk, browser, now).await?;
    let wish = prove(desk, browser, proof, now).await?;
    if wish.account.as_ref() != Some(&account.id) {
        return Err(Denied::LinkUnknown);
    }
    let answered = match wish.purpose {
        Purpose::LeaveEmail => {
            limit_mail(desk, browser, &wish.email, now).await?;
            let next = Confirmation { purpose: Purpose::TakeEmail, ..wish.clone() };
            desk.store.leave_email(&wish, &letter_of(&next), now).await?
        }
        Purpose::TakeEmail => {
            desk.store.take_email(&wish, &notice(LetterKind::EmailChanged, &account), now).await?
        }
        _ => return Err(Denied::LinkUnknown),
    };
    match answered {
        Opened::Done => Ok(wish.purpose),
        Opened::Taken => Err(Denied::Taken),
        Opened::Gone => Err(Denied::LinkUsed),
    }
}

/// The reader's sessions that still count, last used first.
pub async fn sessions(desk: &Desk, account: &Account, now: DateTime<Utc>) -> Result<Vec<Session>, Denied> {
    let mut sessions = desk.store.sessions(&account.id).await?;
    sessions.retain(|session| session.is_live(desk.rules.lifetimes, now));
    Ok(sessions)
}

/// Ends one of the reader's sessions, or all but this one.
pub async fn end_session(
    desk: &Desk,
    browser: &Browser,
    one: Option<&SessionId>,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let (account, session) = signed_in(desk, browser, now).await?;
    Ok(desk.store.end_sessions(&account.id, one, &session.token).await?)
}

/// Removes the account at once; a mail tells.
pub async fn close(desk: &Desk, browser: &Browser, password: &str, now: DateTime<Utc>) -> Result<(), Denied> {
    let (account, _) = proven(desk, browser, password, now).await?;
    let (nobody, letter) = (AccountId::random(&*desk.dice), notice(LetterKind::AccountClosed, &account));
    Ok(desk.store.close_account(&account.id, &nobody, &letter, now).await?)
}
