//! A new password for who has forgotten the old one.

use chrono::{DateTime, Utc};

use super::join::prove;
use super::sign_in::ask_of_account;
use super::{Browser, Denied, Desk, Letter, LetterKind, Opened, Proof, Purpose, ReturnTo, Token};

/// Asks for a mail with a link to choose a new password. The answer is the same for every address.
pub async fn request_reset(
    desk: &Desk,
    browser: &Browser,
    email: &str,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    ask_of_account(desk, browser, email, Purpose::ResetPassword, ReturnTo::default(), now).await
}

/// Keeps the new password, ends every session and tells the owner. Nobody is signed in by it.
pub async fn reset_password(
    desk: &Desk,
    browser: &Browser,
    proof: &Proof,
    password: &str,
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    let wish = prove(desk, browser, proof, now).await?;
    if wish.purpose != Purpose::ResetPassword || wish.account.is_none() {
        return Err(Denied::LinkUnknown);
    }
    let password = desk.new_password(password, &wish.email)?;
    let password = desk.hasher.hash(&password).await?;
    let letter = Letter {
        kind: LetterKind::PasswordChanged,
        to: wish.email.clone(),
        confirmation: None,
        language: wish.language,
    };
    match desk.store.reset_password(&wish, &password, &letter, now).await? {
        Opened::Done => Ok(()),
        Opened::Taken | Opened::Gone => Err(Denied::LinkUsed),
    }
}
