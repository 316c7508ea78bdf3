//! Signing in with a password or by email.

use chrono::{DateTime, Utc};

use super::confirmation::{create_for_account, is_same_browser, owner_of, verify};
use super::limit::reset_limit;
use super::{
    Account, AccountError, AccountService, Action, ClientContext, EmailAddress, EmailProof, LimitKey,
    Purpose, ReturnTo, SignedIn, Token, Verified, Written, limit,
};

/// Signs in with a password. Unknown addresses, wrong passwords and accounts without one get the same answer after the
/// same time.
pub async fn sign_in(
    accounts: &AccountService,
    client: &ClientContext,
    email: &str,
    password: &str,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<SignedIn, AccountError> {
    let email = EmailAddress::parse(email)?;
    let password = accounts.typed_password(password)?;
    limit(&*accounts.store, Action::SignIn, &[(LimitKey::Network, client.network.as_deref())], now).await?;
    let account = accounts.store.account_of(&email).await?;
    let known = known_reader(accounts, client, account.as_ref()).await?;
    let tried = match known {
        Some(account) => (LimitKey::Subject, account.id.as_str()),
        None => (LimitKey::Email, email.as_str()),
    };
    for action in [Action::SignIn, Action::Password] {
        limit(&*accounts.store, action, &[(tried.0, Some(tried.1))], now).await?;
    }
    let hash = account.as_ref().and_then(|account| account.password.as_ref());
    let verified = accounts.hasher.verify(&password, hash).await?;
    let Some(account) = account.as_ref().filter(|_| verified != Verified::No) else {
        return Err(AccountError::Credentials);
    };
    reset_limit(&*accounts.store, Action::SignIn, LimitKey::Email, email.as_str()).await?;
    reset_limit(&*accounts.store, Action::Password, tried.0, tried.1).await?;
    if verified == Verified::YesOutdated {
        let hash = accounts.hasher.hash(&password).await?;
        stale_is_wrong(accounts.store.rehash(account, &hash).await?)?;
    }
    let (entry, signed_in) = accounts.enter(account, client, return_to, now).await?;
    stale_is_wrong(accounts.store.begin_session(account, &entry, now).await?)?;
    Ok(signed_in)
}

/// A password that was right when it was compared, and may be the one before by now.
fn stale_is_wrong(written: Written) -> Result<(), AccountError> {
    if written == Written::Done { Ok(()) } else { Err(AccountError::Credentials) }
}

/// Strangers may exhaust the tries of an address, but not those of its reader's own browsers.
async fn known_reader<'a>(
    accounts: &AccountService,
    client: &ClientContext,
    account: Option<&'a Account>,
) -> Result<Option<&'a Account>, AccountError> {
    let (Some(account), Some(device)) = (account, &client.device) else { return Ok(None) };
    let is_known = accounts.store.is_known_device(&account.id, &device.hash()).await?;
    Ok(is_known.then_some(account))
}

/// Requests an email with a link and a code that sign in. The answer is the same for every address.
pub async fn send_link(
    accounts: &AccountService,
    client: &ClientContext,
    email: &str,
    return_to: ReturnTo,
    now: DateTime<Utc>,
) -> Result<Token, AccountError> {
    create_for_account(accounts, client, email, Purpose::SignIn, return_to, now).await
}

/// Signs in with the link or code of an email, in the browser that requested it: in another one, a stranger's link would sign a reader
/// in to the stranger's account.
pub async fn redeem(
    accounts: &AccountService,
    client: &ClientContext,
    proof: &EmailProof,
    now: DateTime<Utc>,
) -> Result<SignedIn, AccountError> {
    let confirmation = verify(accounts, client, proof, now).await?;
    if confirmation.purpose != Purpose::SignIn {
        return Err(AccountError::LinkUnknown);
    }
    if !is_same_browser(client, &confirmation.id) {
        return Err(AccountError::OtherBrowser);
    }
    let account = owner_of(accounts, &confirmation).await?;
    let (entry, signed_in) = accounts.enter(&account, client, confirmation.return_to.clone(), now).await?;
    accounts.store.open_session(&confirmation.id, &account, &entry, now).await?.done()?;
    Ok(signed_in)
}
