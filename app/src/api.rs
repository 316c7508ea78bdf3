//! What readers ask of the server by forms: server functions, one word each, and what they answer.
//!
//! Each answers a plain form and a script alike; `server` translates what comes out into a page, a piece of one, or JSON.

mod account;
mod download;
mod error;
mod faults;
mod form;
mod gift;
mod join;
mod passkey;
mod provider;
mod read;
mod reset;
mod saved;
mod sign_in;

use domain::account::Account;
use serde::{Deserialize, Serialize};

pub use error::{ApiError, FormField};
pub use form::{Form, endpoint_of, page_of};

use crate::context::{self, Services};

/// Where the reader goes from here: a path of this site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// Begins with a slash.
    pub path: String,
}

impl Next {
    fn to(path: impl Into<String>) -> Self {
        Self { path: path.into() }
    }
}

/// The services, and who is signed in.
async fn reader() -> Result<(Services, Account), ApiError> {
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
