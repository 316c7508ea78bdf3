//! A new password for who has forgotten the old one.

use chrono::{DateTime, Utc};

use super::registration::verify;
use super::sign_in::ask_of_account;
use super::{
    Account, AccountError, AccountService, ClientContext, Confirmation, EmailKind, EmailProof, Purpose,
    ReturnTo, SignInMethod, Token,
};

/// Asks for a mail with a link to choose a new password. The answer is the same for every address.
pub async fn request_reset(
    accounts: &AccountService,
    client: &ClientContext,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Token, AccountError> {
    ask_of_account(accounts, client, email, Purpose::ResetPassword, ReturnTo::default(), now).await
}

/// Keeps the new password, ends every session, removes what else lets in but for `keep`, and tells the owner. Nobody is
/// signed in by it.
pub async fn reset_password(
    accounts: &AccountService,
    client: &ClientContext,
    proof: &EmailProof,
    password: &str,
    keep: &[SignInMethod],
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let confirmation = verify(accounts, client, proof, now).await?;
    if confirmation.purpose != Purpose::ResetPassword {
        return Err(AccountError::LinkUnknown);
    }
    let account = owner_of(accounts, &confirmation).await?;
    let password = accounts.new_password(password, &confirmation.email)?;
    let password = accounts.hasher.hash(&password).await?;
    let notice = accounts.notice(EmailKind::PasswordChanged, &account, None, now);
    accounts.store.reset_password(&confirmation, &password, keep, &notice, now).await?.done()
}

/// The account that a mail was sent about, as long as it has the address to which it was sent.
pub(super) async fn owner_of(
    accounts: &AccountService,
    confirmation: &Confirmation,
) -> Result<Account, AccountError> {
    let account =
        accounts.store.account(confirmation.account.as_ref().ok_or(AccountError::LinkUnknown)?).await?;
    account.filter(|account| account.email == confirmation.email).ok_or(AccountError::LinkUnknown)
}
