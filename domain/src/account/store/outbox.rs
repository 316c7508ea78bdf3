//! The outbox: emails that are to be sent, and what became of them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::account::{Email, EmailAddress, Lifetimes, QueuedEmail};
use crate::newsroom::StoreError;

/// An email with what became of it, for support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmailDelivery {
    /// The queued email.
    pub email: QueuedEmail,
    /// Time of sending; `None` until then.
    pub sent_at: Option<DateTime<Utc>>,
    /// Time of the next attempt; `None` once the email was sent or given up.
    pub due_at: Option<DateTime<Utc>>,
    /// Last response of the mail server, or the reason why nothing was sent.
    pub remark: Option<String>,
}

/// Emails that are to be sent, and the log of those that were.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Queues an email.
    async fn post(&self, email: &Email, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// Takes out the email that is due first; nobody else gets it until `held_until`.
    async fn next_email(
        &self,
        now: DateTime<Utc>,
        held_until: DateTime<Utc>,
    ) -> Result<Option<QueuedEmail>, StoreError>;
    /// The email is done with: it left, or nothing had to be sent, as the remark says.
    async fn email_done(&self, id: i64, remark: Option<&str>, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// Sending failed: tried again at `due_at`, or given up.
    async fn email_failed(
        &self,
        id: i64,
        remark: &str,
        due_at: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError>;
    /// Queueing time of the oldest email that is still to be sent.
    async fn oldest_unsent(&self) -> Result<Option<DateTime<Utc>>, StoreError>;
    /// At most `limit` emails to an address, newest first.
    async fn emails(&self, to: &EmailAddress, limit: u32) -> Result<Vec<EmailDelivery>, StoreError>;

    /// Deletes what has expired: ended sessions, old confirmations and links, counts, emails of last month.
    async fn purge_expired(&self, lifetimes: Lifetimes, now: DateTime<Utc>) -> Result<(), StoreError>;
}
