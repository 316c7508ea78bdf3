//! A new password for who has forgotten the old one.

use chrono::{DateTime, Utc};

use super::join::prove;
use super::sign_in::ask_of_account;
use super::{
    Account, Browser, Confirmation, Denied, Desk, LetterKind, Proof, Purpose, ReturnTo, SignInMethod, Token,
};

/// Asks for a mail with a link to choose a new password. The answer is the same for every address.
pub async fn request_reset(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    ask_of_account(desk, browser, email, Purpose::ResetPassword, ReturnTo::default(), now).await
}

/// Keeps the new password, ends every session, removes what else lets in but for `keep`, and tells the owner. Nobody is
/// signed in by it.
pub async fn reset_password(
    desk: &Desk,
    browser: &Browser,
    proof: &Proof,
    password: &str,
    keep: &[SignInMethod],
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let wish = prove(desk, browser, proof, now).await?;
    if wish.purpose != Purpose::ResetPassword {
        return Err(Denied::LinkUnknown);
    }
    let account = owner_of(desk, &wish).await?;
    let password = desk.new_password(password, &wish.email)?;
    let password = desk.hasher.hash(&password).await?;
    let notice = desk.notice(LetterKind::PasswordChanged, &account, None, now);
    desk.store.reset_password(&wish, &password, keep, &notice, now).await?.done()
}

/// The account that a mail was sent about, as long as it has the address to which it was sent.
pub(super) async fn owner_of(desk: &Desk, wish: &Confirmation) -> Result<Account, Denied> {
    let account = desk.store.account(wish.account.as_ref().ok_or(Denied::LinkUnknown)?).await?;
    account.filter(|account| account.email == wish.email).ok_or(Denied::LinkUnknown)
}
