//! Changes that readers make to their own accounts.

use chrono::{DateTime, Utc};

use super::confirmation::{email_of, verify};
use super::limit::limit_mail;
use super::session::{require_recent_login, signed_in};
use super::{
    Account, AccountError, AccountId, AccountService, ClientContext, Confirmation, Departure, Email,
    EmailAddress, EmailKind, EmailProof, Entry, Purpose, ReturnTo, Session, SessionId, SignedIn, Token,
};

/// An email about a change that cannot be undone.
fn farewell(kind: EmailKind, account: &Account) -> Email {
    let (to, language) = (account.email.clone(), account.language);
    Email { kind, to, confirmation: None, detail: None, language }
}

/// Changes the password; every session ends, this browser gets a new one, and an email tells the owner.
pub async fn change_password(
    accounts: &AccountService,
    client: &ClientContext,
    current: &str,
    new: &str,
    now: DateTime<Utc>,
) -> Result<SignedIn, AccountError> {
    let (account, _) = require_recent_login(accounts, client, current, now).await?;
    let password = accounts.new_password(new, &account.email)?;
    let password = accounts.hasher.hash(&password).await?;
    let notice = accounts.notice(EmailKind::PasswordChanged, &account, None, now);
    let (entry, signed_in) = accounts.enter(&account, client, ReturnTo::parse("/akun"), now).await?;
    let entry = Entry { notice: None, ..entry };
    accounts.store.change_password(&account, &password, &entry, &notice, now).await?.done()?;
    Ok(signed_in)
}

/// Begins a change of address: the old address has to confirm it first. Returns the token of the confirmation.
pub async fn change_email(
    accounts: &AccountService,
    client: &ClientContext,
    password: &str,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Token, AccountError> {
    let email = EmailAddress::parse(email)?;
    let (account, _) = require_recent_login(accounts, client, password, now).await?;
    limit_mail(accounts, client, &account.email, now).await?;
    let token = Token::random(&*accounts.rng);
    let confirmation = Confirmation {
        id: token.hash(),
        purpose: Purpose::ConfirmOldEmail,
        email,
        account: Some(account.id.clone()),
        password: None,
        language: account.language,
        return_to: ReturnTo::parse("/akun"),
        asked_at: now,
    };
    let email = Email { to: account.email.clone(), ..email_of(&confirmation) };
    accounts.store.create_account_confirmation(&account, &confirmation, &email).await?.done()?;
    Ok(token)
}

/// Step that a change of address has reached.
#[derive(Clone, Debug)]
pub enum EmailStep {
    /// The old address has confirmed; an email was queued to the new one.
    Left,
    /// The new address has confirmed. Every session has ended, and this browser has a new one.
    Taken(SignedIn),
}

/// Redeems either confirmation of a change of address: first that of the old address, then that of the new one. Only for the
/// reader who is signed in to that account.
pub async fn confirm_email(
    accounts: &AccountService,
    client: &ClientContext,
    proof: &EmailProof,
    now: DateTime<Utc>,
) -> Result<EmailStep, AccountError> {
    let (account, session) = signed_in(accounts, client, now).await?;
    let confirmation = verify(accounts, client, proof, now).await?;
    if confirmation.account.as_ref() != Some(&account.id) {
        return Err(AccountError::LinkUnknown);
    }
    match confirmation.purpose {
        Purpose::ConfirmOldEmail => {
            limit_mail(accounts, client, &confirmation.email, now).await?;
            let next = Confirmation { purpose: Purpose::ConfirmNewEmail, ..confirmation.clone() };
            accounts.store.confirm_old_email(&account, &confirmation, &email_of(&next), now).await?.done()?;
            Ok(EmailStep::Left)
        }
        Purpose::ConfirmNewEmail => {
            let told = farewell(EmailKind::EmailChanged, &account);
            let (entry, signed_in) = accounts.enter(&account, client, ReturnTo::parse("/akun"), now).await?;
            // A link shows that a mail was read, not that its reader has come in just now.
            let Session { started_at, authenticated_at, .. } = session;
            let entry = Entry {
                session: Session { started_at, authenticated_at, ..entry.session },
                notice: None,
                ..entry
            };
            accounts.store.confirm_new_email(&account, &confirmation, &entry, &told, now).await?.done()?;
            Ok(EmailStep::Taken(signed_in))
        }
        _ => Err(AccountError::LinkUnknown),
    }
}

/// The reader's live sessions, last used first.
pub async fn sessions(
    accounts: &AccountService,
    account: &Account,
    now: DateTime<Utc>,
) -> Result<Vec<Session>, AccountError> {
    let mut sessions = accounts.store.sessions(&account.id).await?;
    sessions.retain(|session| session.is_live(accounts.rules.lifetimes, now));
    Ok(sessions)
}

/// Ends one of the reader's sessions, or all but this one.
pub async fn end_session(
    accounts: &AccountService,
    client: &ClientContext,
    one: Option<&SessionId>,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let (account, session) = signed_in(accounts, client, now).await?;
    Ok(accounts.store.end_sessions(&account.id, one, &session.token).await?)
}

/// Deletes the account at once; an email tells the owner.
pub async fn close(
    accounts: &AccountService,
    client: &ClientContext,
    password: &str,
    departure: &Departure,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let (account, _) = require_recent_login(accounts, client, password, now).await?;
    let (nobody, email) = (AccountId::random(&*accounts.rng), farewell(EmailKind::AccountClosed, &account));
    accounts.store.close_account(&account, &nobody, &email, departure, now).await?.done()
}
