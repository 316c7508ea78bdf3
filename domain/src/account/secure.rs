//! Securing an account whose owner has not made a reported change: all sessions end, and a new password is chosen.

use chrono::{DateTime, Utc};

use super::confirmation::verify;
use super::{
    AccountError, AccountService, ClientContext, Code, Confirmation, EmailProof, Link, Purpose, ReturnTo,
    Token,
};

/// Ends every session of the account that the link of the email belongs to, and forgets its devices. Returns the token of a link
/// that chooses a new password, so that no second email is needed.
pub async fn secure_account(
    accounts: &AccountService,
    client: &ClientContext,
    link: Token,
    now: DateTime<Utc>,
) -> Result<Token, AccountError> {
    let confirmation = verify(accounts, client, &EmailProof::Link(link), now).await?;
    if confirmation.purpose != Purpose::SecureAccount {
        return Err(AccountError::LinkUnknown);
    }
    let reset = Confirmation {
        id: Token::random(&*accounts.rng).hash(),
        purpose: Purpose::ResetPassword,
        return_to: ReturnTo::default(),
        asked_at: now,
        ..confirmation.clone()
    };
    let token = Token::random(&*accounts.rng);
    let link = Link {
        token: token.hash(),
        code: Code::random(&*accounts.rng).hash(&reset.id),
        confirmation: reset.id.clone(),
        expires_at: now + reset.purpose.link_life(),
    };
    accounts.store.secure_account(&confirmation, &reset, &link, now).await?.done()?;
    Ok(token)
}
