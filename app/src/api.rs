//! Server functions: the calls that browsers make to the server, with their arguments and results.
//!
//! Each is written once: the server runs the function, and the browser gets a client for it with the same types. A plain HTML form may
//! be posted to the same path; the crate `server` then turns the result into the requested page or fragment.

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
mod follow;
mod form;
mod gift;
mod join;
mod kept;
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
pub use client::send_form;
pub use error::{ApiError, FormField};
pub use follow::{follow, unfollow};
pub use form::{Form, page_of};
pub use gift::{give_article, revoke_gift};
pub use join::{change_address, confirm, register, resend, send_confirmation};
pub use kept::still_open;
pub use panel::account_panel;
pub use passkey::{begin_passkey, begin_signature, finish_passkey, finish_signature, remove_passkey};
pub use provider::{by_provider, unlink};
pub use read::{begin_read, forget_history, history, note_read};
pub use reset::{request_reset, reset_password};
pub use saved::{forget_article, is_saved, save_article};
pub use sign_in::{ReaderView, reader, redeem, send_link, sign_in, sign_out};

/// Path of this site to which the reader goes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// Path that begins with a slash.
    pub path: String,
}

#[cfg(feature = "ssr")]
impl Next {
    fn to(path: impl Into<String>) -> Self {
        Self { path: path.into() }
    }
}

/// Services and the account that is signed in; fails with `SignedOut` if there is none.
#[cfg(feature = "ssr")]
async fn required_reader() -> Result<(Services, Account), ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let (reader, _) = context::signed_in(&services, &browser).await?.ok_or(ApiError::SignedOut)?;
    Ok((services, reader))
}

/// Codes of confirmations that the next page shows, as values of its parameter `kabar`.
pub mod flash {
    /// The email was sent again.
    pub const SENT: &str = "terkirim";
    /// A new password is set.
    pub const PASSWORD: &str = "sandi";
    /// The account was deleted.
    pub const DELETED: &str = "dihapus";
    /// A change of the email address was requested.
    pub const EMAIL_ASKED: &str = "alamat-diminta";
    /// The change was confirmed from the old address.
    pub const EMAIL_LEFT: &str = "alamat-dilepas";
    /// The change was confirmed from the new address, and is done.
    pub const EMAIL_CHANGED: &str = "alamat-berganti";
    /// An email was sent, if a registration with that address is pending.
    pub const CONFIRMATION: &str = "konfirmasi-terkirim";
}
