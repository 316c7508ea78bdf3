//! What the browser asks of the server: server functions, one word each, and what they answer.
//!
//! Each is written once. On the server it is the function; in the browser it is a call of it, with the same types. A plain form may be
//! sent to its path as well: `server` makes of the answer the page, or the piece of one, that was asked for.

mod account;
mod article;
mod client;
pub mod codec;
#[cfg(feature = "ssr")]
mod denial;
#[cfg(feature = "ssr")]
mod download;
mod error;
#[cfg(feature = "ssr")]
mod faults;
mod form;
mod gift;
mod join;
mod panel;
mod passkey;
mod protocol;
mod provider;
mod read;
mod reset;
mod saved;
mod sign_in;

use serde::{Deserialize, Serialize};
#[cfg(feature = "ssr")]
use {
    crate::context::{self, Services},
    domain::account::Account,
};

pub use account::{
    change_email, change_password, confirm_email, delete_account, end_session, secure_account, use_history,
};
pub use article::{OpenedArticle, UnitsLeft, gate, open_article, read_article};
pub use error::{ApiError, FormField};
pub use form::{Form, page_of};
pub use gift::{give_article, revoke_gift};
pub use join::{change_address, confirm, register, resend, send_confirmation};
pub use panel::account_panel;
pub use passkey::{begin_passkey, begin_signature, finish_passkey, finish_signature, remove_passkey};
pub use provider::{by_provider, unlink};
pub use read::{begin_read, forget_history, history, note_read};
pub use reset::{request_reset, reset_password};
pub use saved::{forget_article, is_saved, save_article};
pub use sign_in::{ReaderView, reader, redeem, send_link, sign_in, sign_out};

/// Where the reader goes from here: a path of this site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// Begins with a slash.
    pub path: String,
}

#[cfg(feature = "ssr")]
impl Next {
    fn to(path: impl Into<String>) -> Self {
        Self { path: path.into() }
    }
}

/// The services, and who is signed in.
#[cfg(feature = "ssr")]
async fn required_reader() -> Result<(Services, Account), ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let (reader, _) = context::signed_in(&services, &browser).await?.ok_or(ApiError::SignedOut)?;
    Ok((services, reader))
}

/// What was done, said on the page that comes next.
pub mod flash {
    /// A mail was sent again.
    pub const SENT: &str = "terkirim";
    /// A new password is set.
    pub const PASSWORD: &str = "sandi";
    /// The account is gone.
    pub const DELETED: &str = "dihapus";
    /// A change of address was asked for.
    pub const EMAIL_ASKED: &str = "alamat-diminta";
    /// The old address let go.
    pub const EMAIL_LEFT: &str = "alamat-dilepas";
    /// The new address took.
    pub const EMAIL_CHANGED: &str = "alamat-berganti";
    /// A mail has gone to an address that perhaps waits for its confirmation.
    pub const CONFIRMATION: &str = "konfirmasi-terkirim";
}
