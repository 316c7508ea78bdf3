//! Resetting a forgotten password.

use chrono::{DateTime, Utc};

use super::confirmation::{create_for_account, owner_of, verify};
use super::{
    AccountError, AccountService, ClientContext, EmailKind, EmailProof, Purpose, ReturnTo, SignInMethod,
    Token,
};

/// Requests an email with a link to choose a new password. The answer is the same for every address.
pub async fn request_reset(
    accounts: &AccountService,
    client: &ClientContext,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Token, AccountError> {
    create_for_account(accounts, client, email, Purpose::ResetPassword, ReturnTo::default(), now).await
}

/// Sets the new password, ends every session, removes all other sign-in methods but those in `keep`, and tells the owner. Nobody is
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
