//! For an owner who is told of what somebody else has done: all sessions end, and a new password is chosen.

use chrono::{DateTime, Utc};

use super::join::prove;
use super::{Browser, Code, Confirmation, Denied, Desk, Link, Proof, Purpose, ReturnTo, Token};

/// Ends every session of the account that the mailed link belongs to and forgets its devices. Returns the token of a link
/// that chooses a new password, as if it had been mailed: who reads the mail needs no second one.
pub async fn secure_account(
    desk: &Desk,
    browser: &Browser,
    link: Token,
    now: DateTime<Utc>,
) -> Result<Token, Denied> {
    let wish = prove(desk, browser, &Proof::Link(link), now).await?;
    if wish.purpose != Purpose::SecureAccount {
        return Err(Denied::LinkUnknown);
    }
    let reset = Confirmation {
        id: Token::random(&*desk.dice).hash(),
        purpose: Purpose::ResetPassword,
        return_to: ReturnTo::default(),
        asked_at: now,
        ..wish.clone()
    };
    let token = Token::random(&*desk.dice);
    let link = Link {
        token: token.hash(),
        code: Code::random(&*desk.dice).hash(&reset.id),
        confirmation: reset.id.clone(),
        expires_at: now + reset.purpose.link_life(),
    };
    desk.store.secure_account(&wish, &reset, &link, now).await?.done()?;
    Ok(token)
}
