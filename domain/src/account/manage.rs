//! What readers do with their own accounts.

use chrono::{DateTime, Utc};

use super::join::{letter_of, limit_mail, prove};
use super::limit::give_back;
use super::{
    Account, AccountId, Action, Browser, By, Confirmation, Denied, Departure, Desk, EmailAddress, Entry,
    Letter, LetterKind, Proof, Purpose, ReturnTo, Session, SessionId, SignedIn, Token, Verified, limit,
    reader,
};

/// The reader of this browser.
async fn signed_in(desk: &Desk, browser: &Browser, now: DateTime<Utc>) -> Result<(Account, Session), Denied> {
    reader(desk, browser, now).await?.ok_or(Denied::SignedOut)
}

/// The reader of this browser, who has just proved who they are: by the password, or without one by having come in
/// lately. A session alone may be a stolen one.
pub(super) async fn proven(
    desk: &Desk,
    browser: &Browser,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(Account, Session), Denied> {
    let (account, session) = signed_in(desk, browser, now).await?;
    let by = [(By::Subject, Some(account.id.as_str()))];
    limit(&*desk.store, Action::Change, &by, now).await?;
    match &account.password {
        Some(hash) => {
            let password = desk.typed_password(password)?;
            limit(&*desk.store, Action::Password, &by, now).await?;
            if desk.hasher.verify(&password, Some(hash)).await? == Verified::No {
                return Err(Denied::Credentials);
            }
            give_back(&*desk.store, Action::Password, By::Subject, account.id.as_str()).await?;
        }
        None if !session.is_fresh(now) => return Err(Denied::NotFresh),
        None => {}
    }
    Ok((account, session))
}

/// A mail that tells of what cannot be taken back.
fn farewell(kind: LetterKind, account: &Account) -> Letter {
    let (to, language) = (account.email.clone(), account.language);
    Letter { kind, to, confirmation: None, detail: None, language }
}

/// Changes the password; every session ends, this browser gets a new one, and a mail tells.
pub async fn change_password(
    desk: &Desk,
    browser: &Browser,
    current: &str,
    new: &str,
    now: DateTime<Utc>,
) -> Result<SignedIn, Denied> {
    let (account, _) = proven(desk, browser, current, now).await?;
    let password = desk.new_password(new, &account.email)?;
    let password = desk.hasher.hash(&password).await?;
    let notice = desk.notice(LetterKind::PasswordChanged, &account, None, now);
    let (entry, signed_in) = desk.entry(&account, browser, ReturnTo::parse("/akun"), now).await?;
    let entry = Entry { notice: None, ..entry };
    desk.store.change_password(&account, &password, &entry, &notice, now).await?.done()?;
    Ok(signed_in)
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
    desk.store.ask_as(&account, &wish, &letter).await?.done()?;
    Ok(token)
}

/// How far a change of address has come.
#[derive(Clone, Debug)]
pub enum EmailStep {
    /// The old address has let go; a mail has gone to the new one.
    Left,
    /// The new one has taken. Every session has ended, and this browser has a new one.
    Taken(SignedIn),
}

/// Answers either mail of a change of address: the old one lets go, then the new one takes. Only for the reader who is
/// signed in to that very account.
pub async fn confirm_email(
    desk: &Desk,
    browser: &Browser,
    proof: &Proof,
    now: DateTime<Utc>,
) -> Result<EmailStep, Denied> {
    let (account, session) = signed_in(desk, browser, now).await?;
    let wish = prove(desk, browser, proof, now).await?;
    if wish.account.as_ref() != Some(&account.id) {
        return Err(Denied::LinkUnknown);
    }
    match wish.purpose {
        Purpose::LeaveEmail => {
            limit_mail(desk, browser, &wish.email, now).await?;
            let next = Confirmation { purpose: Purpose::TakeEmail, ..wish.clone() };
            desk.store.leave_email(&account, &wish, &letter_of(&next), now).await?.done()?;
            Ok(EmailStep::Left)
        }
        Purpose::TakeEmail => {
            let told = farewell(LetterKind::EmailChanged, &account);
            let (entry, signed_in) = desk.entry(&account, browser, ReturnTo::parse("/akun"), now).await?;
            // A link shows that a mail was read, not that its reader has come in just now.
            let Session { started_at, proven_at, .. } = session;
            let entry =
                Entry { session: Session { started_at, proven_at, ..entry.session }, notice: None, ..entry };
            desk.store.take_email(&account, &wish, &entry, &told, now).await?.done()?;
            Ok(EmailStep::Taken(signed_in))
        }
        _ => Err(Denied::LinkUnknown),
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
pub async fn close(
    desk: &Desk,
    browser: &Browser,
    password: &str,
    departure: &Departure,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let (account, _) = proven(desk, browser, password, now).await?;
    let (nobody, letter) = (AccountId::random(&*desk.dice), farewell(LetterKind::AccountClosed, &account));
    desk.store.close_account(&account, &nobody, &letter, departure, now).await?.done()
}
