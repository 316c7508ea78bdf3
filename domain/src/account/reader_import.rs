//! Readers of a newsroom's former site.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::Account;
use crate::newsroom::StoreError;
use crate::subscription::Subscription;

/// Reader whose address the former site has confirmed.
#[derive(Clone, Debug)]
pub struct ImportedReader {
    /// Account without a password: the reader signs in by a mailed link first. Not kept if the address has an account.
    pub account: Account,
    /// Subscription that the reader has paid for.
    pub subscription: Option<Subscription>,
}

/// Change that the import of a reader has made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportedAs {
    /// The address had no account.
    Created,
    /// The account was there, the subscription has changed.
    Updated,
    /// All of it was there.
    Unchanged,
}

/// Storage of imported readers.
#[async_trait]
pub trait ReaderImportStore: Send + Sync {
    /// Keeps readers in one transaction, and writes no email. A subscription that has changed later than these stays as it is.
    /// A dry run tells what would change.
    async fn import_readers(
        &self,
        readers: &[ImportedReader],
        now: DateTime<Utc>,
        is_dry_run: bool,
    ) -> Result<Vec<ImportedAs>, StoreError>;
}
