//! Registration: a reader registers, and the account is made when the address is confirmed.

use chrono::{DateTime, Utc};

use super::confirmation::{email_of, is_same_browser, verify};
use super::limit::limit_mail;
use super::{
    Account, AccountError, AccountService, Action, ClientContext, Confirmation, Email, EmailAddress,
    EmailKind, EmailProof, Entry, LimitKey, LinkState, Purpose, ReturnTo, SignedIn, Token, Verified,
    find_link, limit,
};

/// Registers an address. The answer is the same whether the address has one or not; the email tells its owner.
pub async fn register(
    accounts: &AccountService,
    client: &ClientContext,
    email: &str,
    password: &str,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<Token, AccountError> {
    let email = EmailAddress::parse(email)?;
    let password = accounts.new_password(password, &email)?;
    limit(&*accounts.store, Action::Register, &[(LimitKey::Network, client.network.as_deref())], now).await?;
    limit_mail(accounts, client, &email, now).await?;
    let password = accounts.hasher.hash(&password).await?;
    let token = Token::random(&*accounts.rng);
    let confirmation = Confirmation {
        id: token.hash(),
        purpose: Purpose::Register,
        email,
        account: None,
        password: Some(password),
        language: client.language,
        return_to,
        asked_at: now,
    };
    accounts.store.create_confirmation(&confirmation, &email_of(&confirmation)).await?;
    Ok(token)
}

/// Makes the account, and signs the reader in.
///
/// Whoever registers a stranger's address has the browser, and the stranger has the email: only who has both, or also knows the
/// password, gets the account.
pub async fn confirm(
    accounts: &AccountService,
    client: &ClientContext,
    proof: &EmailProof,
    password: Option<&str>,
    now: DateTime<Utc>,
) -> Result<SignedIn, AccountError> {
    let confirmation = verify(accounts, client, proof, now).await?;
    if confirmation.purpose != Purpose::Register {
        return Err(AccountError::LinkUnknown);
    }
    if !is_same_browser(client, &confirmation.id) {
        check_password(accounts, client, &confirmation, password.ok_or(AccountError::OtherBrowser)?, now)
            .await?;
    }
    let account =
        Account::new(&*accounts.rng, confirmation.email, confirmation.password, confirmation.language, now);
    let (entry, signed_in) = accounts.enter(&account, client, confirmation.return_to, now).await?;
    // Who makes an account knows of it.
    let entry = Entry { notice: None, ..entry };
    accounts.store.open_account(&confirmation.id, &account, Some(&entry), now).await?.done()?;
    Ok(signed_in)
}

async fn check_password(
    accounts: &AccountService,
    client: &ClientContext,
    confirmation: &Confirmation,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let by =
        [(LimitKey::Network, client.network.as_deref()), (LimitKey::Subject, Some(confirmation.id.as_str()))];
    limit(&*accounts.store, Action::Verify, &by, now).await?;
    let password = accounts.typed_password(password)?;
    match accounts.hasher.verify(&password, confirmation.password.as_ref()).await? {
        Verified::No => Err(AccountError::Credentials),
        Verified::Yes | Verified::YesOutdated => Ok(()),
    }
}

/// Sends the email of a registration again: the one of this browser, or the one of an old link. Earlier links expire.
///
/// Only for registrations: other emails do not all go to the address of their confirmation.
pub async fn resend(
    accounts: &AccountService,
    client: &ClientContext,
    old_link: Option<&Token>,
    now: DateTime<Utc>,
) -> Result<Confirmation, AccountError> {
    let confirmation = match old_link {
        Some(token) => match find_link(accounts, token, now).await? {
            LinkState::Open(confirmation) | LinkState::Expired(confirmation) => Some(confirmation),
            LinkState::Used => return Err(AccountError::LinkUsed),
            LinkState::Unknown => None,
        },
        None => waiting(accounts, client, now).await?,
    };
    renew_confirmation(accounts, client, newcomers(confirmation)?, now).await
}

/// Sends the email of a registration to another address than the one first given.
pub async fn change_address(
    accounts: &AccountService,
    client: &ClientContext,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Confirmation, AccountError> {
    let email = EmailAddress::parse(email)?;
    let confirmation = newcomers(waiting(accounts, client, now).await?)?;
    renew_confirmation(accounts, client, Confirmation { email, ..confirmation }, now).await
}

fn newcomers(confirmation: Option<Confirmation>) -> Result<Confirmation, AccountError> {
    confirmation
        .filter(|confirmation| confirmation.purpose == Purpose::Register)
        .ok_or(AccountError::LinkUnknown)
}

async fn renew_confirmation(
    accounts: &AccountService,
    client: &ClientContext,
    confirmation: Confirmation,
    now: DateTime<Utc>,
) -> Result<Confirmation, AccountError> {
    limit(&*accounts.store, Action::Resend, &[(LimitKey::Subject, Some(confirmation.id.as_str()))], now)
        .await?;
    limit_mail(accounts, client, &confirmation.email, now).await?;
    accounts.store.renew_confirmation(&confirmation, &email_of(&confirmation), now).await?.done()?;
    Ok(confirmation)
}

/// Sends the email of a registration again, requested from any browser. An email is queued whatever the address, and the worker
/// finds out whether there is anything to send, so the answer does not tell who has registered. Earlier links stay valid, so that
/// strangers cannot expire them.
pub async fn send_confirmation(
    accounts: &AccountService,
    client: &ClientContext,
    email: &str,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let email = EmailAddress::parse(email)?;
    limit_mail(accounts, client, &email, now).await?;
    let confirmation = accounts.store.pending_registration(&email).await?.map(|confirmation| confirmation.id);
    let email = Email {
        kind: EmailKind::Confirmation(Purpose::Register),
        to: email,
        confirmation: Some(confirmation.unwrap_or_else(|| Token::random(&*accounts.rng).hash())),
        detail: None,
        language: client.language,
    };
    Ok(accounts.store.post(&email, now).await?)
}

/// The pending confirmation of this browser.
pub async fn waiting(
    accounts: &AccountService,
    client: &ClientContext,
    now: DateTime<Utc>,
) -> Result<Option<Confirmation>, AccountError> {
    let Some(token) = &client.confirmation else { return Ok(None) };
    Ok(accounts.store.confirmation(&token.hash()).await?.filter(|confirmation| confirmation.is_open(now)))
}
