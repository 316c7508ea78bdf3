//! Mails on their way.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::account::{EmailAddress, Letter, Lifetimes, Posted};
use crate::newsroom::StoreError;

/// A mail's fate, for the support desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterLog {
    /// The mail.
    pub letter: Posted,
    /// When it left.
    pub sent_at: Option<DateTime<Utc>>,
    /// When it is tried next; `None` when it left or was given up.
    pub due_at: Option<DateTime<Utc>>,
    /// What the mail server said last, or why nothing was sent.
    pub remark: Option<String>,
}

/// Mails on their way, and the log of those that left.
#[async_trait]
pub trait Outbox: Send + Sync {
    /// Posts a letter.
    async fn post(&self, letter: &Letter, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// Takes out the letter that is due first; nobody else gets it until `held_until`.
    async fn next_letter(
        &self,
        now: DateTime<Utc>,
        held_until: DateTime<Utc>,
    ) -> Result<Option<Posted>, StoreError>;
    /// The letter is done with: it left, or nothing had to be sent, as the remark says.
    async fn letter_done(&self, id: i64, remark: Option<&str>, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// Sending failed: tried again at `due_at`, or given up.
    async fn letter_failed(
        &self,
        id: i64,
        remark: &str,
        due_at: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError>;
    /// When the oldest of those was written that are still to leave.
    async fn oldest_unsent(&self) -> Result<Option<DateTime<Utc>>, StoreError>;
    /// At most `limit` letters to an address, newest first.
    async fn letters(&self, to: &EmailAddress, limit: u32) -> Result<Vec<LetterLog>, StoreError>;

    /// Removes what nobody can use any more: ended sessions, old wishes and links, counts, letters of last month.
    async fn tidy(&self, lifetimes: Lifetimes, now: DateTime<Utc>) -> Result<(), StoreError>;
}
