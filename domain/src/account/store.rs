//! What accounts ask of a store.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Account, AccountId, Challenge, Confirmation, Detour, EmailAddress, Identity, Letter, Lifetimes, Limit,
    Link, LinkState, Passkey, PasswordHash, Posted, Session, SessionId, TokenHash,
};
use crate::newsroom::StoreError;

/// What became of an answer to a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// It was done, now.
    Done,
    /// Somebody has the address already.
    Taken,
    /// Somebody was first: it had been answered before.
    Gone,
}

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

/// All that is kept of readers. Each method of its parts is one transaction.
pub trait ReaderStore:
    AccountStore + ConfirmationStore + SessionStore + ProviderStore + PasskeyStore + LimitStore + Outbox
{
}

impl<
    Store: AccountStore + ConfirmationStore + SessionStore + ProviderStore + PasskeyStore + LimitStore + Outbox,
> ReaderStore for Store
{
}

/// Readers' accounts.
#[async_trait]
pub trait AccountStore: Send + Sync {
    /// The account; `None` if there is none, or none any more.
    async fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError>;
    /// The account of an address.
    async fn account_of(&self, email: &EmailAddress) -> Result<Option<Account>, StoreError>;
    /// At most `limit` accounts with addresses behind `after`, by address.
    async fn accounts(&self, after: Option<&EmailAddress>, limit: u32) -> Result<Vec<Account>, StoreError>;
    /// Keeps another hash of the same password.
    async fn rehash(&self, id: &AccountId, password: &PasswordHash) -> Result<(), StoreError>;
    /// Keeps a new password, ends all sessions but `keep`, forgets known devices and posts the letter.
    async fn change_password(
        &self,
        id: &AccountId,
        password: &PasswordHash,
        keep: &TokenHash,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Switches the use of reading data.
    async fn use_history(&self, id: &AccountId, uses: bool) -> Result<(), StoreError>;
    /// Removes the account and all that is the reader's, and posts the letter. Does nothing where there is none. Receipts
    /// stay for the books, under the name `nobody`.
    async fn close_account(
        &self,
        id: &AccountId,
        nobody: &AccountId,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
}

/// What waits for an answer to a mail.
#[async_trait]
pub trait ConfirmationStore: Send + Sync {
    /// Keeps a wish and posts its letter. A wish of the same browser is replaced.
    async fn ask(&self, confirmation: &Confirmation, letter: &Letter) -> Result<(), StoreError>;
    /// The wish; `None` once it is answered.
    async fn confirmation(&self, id: &TokenHash) -> Result<Option<Confirmation>, StoreError>;
    /// The newest wish for a new account of this address.
    async fn joining(&self, email: &EmailAddress) -> Result<Option<Confirmation>, StoreError>;
    /// Keeps the wish as it is now, makes its links expire and posts its letter.
    async fn ask_again(
        &self,
        confirmation: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// Keeps a link that is going out.
    async fn add_link(&self, link: &Link) -> Result<(), StoreError>;
    /// What the link of a token is worth.
    async fn link(&self, token: &TokenHash, now: DateTime<Utc>) -> Result<LinkState, StoreError>;
    /// What a code of this wish is worth.
    async fn code(
        &self,
        confirmation: &TokenHash,
        code: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<LinkState, StoreError>;

    /// Answers a wish to join: makes the account and its first session.
    async fn open_account(
        &self,
        wish: &TokenHash,
        account: &Account,
        session: Option<&Session>,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers a wish to sign in.
    async fn open_session(
        &self,
        wish: &TokenHash,
        session: &Session,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers a wish for a new password: ends all sessions, forgets known devices, posts the letter.
    async fn reset_password(
        &self,
        wish: &Confirmation,
        password: &PasswordHash,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers the first half of a change of address; posts the letter of the second.
    async fn leave_email(
        &self,
        wish: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers the second half; posts the letter to the old address.
    async fn take_email(
        &self,
        wish: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
}

/// Who is signed in where.
#[async_trait]
pub trait SessionStore: Send + Sync {
    /// Begins a session.
    async fn begin_session(&self, session: &Session) -> Result<(), StoreError>;
    /// The session of a token, with its account; it may have ended by its age.
    async fn session(&self, token: &TokenHash) -> Result<Option<(Session, Account)>, StoreError>;
    /// Notes that a session is being used.
    async fn touch(&self, token: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// All of an account, last used first.
    async fn sessions(&self, account: &AccountId) -> Result<Vec<Session>, StoreError>;
    /// Ends the session of a token.
    async fn end_session(&self, token: &TokenHash) -> Result<(), StoreError>;
    /// Ends one session of an account by its name, or all but the one of `keep`.
    async fn end_sessions(
        &self,
        account: &AccountId,
        one: Option<&SessionId>,
        keep: &TokenHash,
    ) -> Result<(), StoreError>;

    /// Whether the reader has signed in before in the browser that holds this token.
    async fn is_known_device(&self, account: &AccountId, device: &TokenHash) -> Result<bool, StoreError>;
    /// Notes a browser in which the reader has signed in.
    async fn know_device(
        &self,
        account: &AccountId,
        device: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
}

/// Readers at providers.
#[async_trait]
pub trait ProviderStore: Send + Sync {
    /// Keeps a detour.
    async fn leave(&self, detour: &Detour) -> Result<(), StoreError>;
    /// Ends a detour; `None` where there is none, or it has ended.
    async fn come_back(&self, id: &TokenHash) -> Result<Option<Detour>, StoreError>;
    /// The account that is linked to an identity.
    async fn account_by(&self, identity: &Identity) -> Result<Option<Account>, StoreError>;
    /// Makes an account with its identity and first session.
    async fn open_account_by(
        &self,
        identity: &Identity,
        account: &Account,
        session: &Session,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Links an identity that nobody has; does nothing where somebody has it.
    async fn link_identity(
        &self,
        identity: &Identity,
        account: &AccountId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;
    /// All that are linked to an account, by issuer.
    async fn identities(&self, account: &AccountId) -> Result<Vec<Identity>, StoreError>;
    /// Gives up those of an issuer.
    async fn unlink_identity(&self, account: &AccountId, issuer: &str) -> Result<(), StoreError>;
}

/// Passkeys.
#[async_trait]
pub trait PasskeyStore: Send + Sync {
    /// Keeps a new key; does nothing where there is one of that name.
    async fn add_passkey(&self, passkey: &Passkey) -> Result<(), StoreError>;
    /// The key of a name.
    async fn passkey(&self, id: &str) -> Result<Option<Passkey>, StoreError>;
    /// All of an account, the oldest first.
    async fn passkeys(&self, account: &AccountId) -> Result<Vec<Passkey>, StoreError>;
    /// Notes that a key was used, and its data from now on.
    async fn used_passkey(&self, id: &str, data: &str, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// Gives up a key of an account.
    async fn remove_passkey(&self, account: &AccountId, id: &str) -> Result<(), StoreError>;
    /// Keeps a question.
    async fn challenge(&self, challenge: &Challenge) -> Result<(), StoreError>;
    /// Ends a question; `None` where there is none, or it was answered.
    async fn answer_challenge(&self, id: &TokenHash) -> Result<Option<Challenge>, StoreError>;
}

/// How often something was done.
#[async_trait]
pub trait LimitStore: Send + Sync {
    /// Counts a try, or tells how long to wait.
    async fn take(
        &self,
        limit: &Limit,
        value: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<TimeDelta>, StoreError>;
    /// Forgets the tries.
    async fn forget(&self, limit: &Limit, value: &str) -> Result<(), StoreError>;
}

/// Mails on their way, and the log of those that left.
#[async_trait]
pub trait Outbox: Send + Sync {
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
    /// At most `limit` letters to an address, newest first.
    async fn letters(&self, to: &EmailAddress, limit: u32) -> Result<Vec<LetterLog>, StoreError>;

    /// Removes what nobody can use any more: ended sessions, old wishes and links, counts, letters of last month.
    async fn tidy(&self, lifetimes: Lifetimes, now: DateTime<Utc>) -> Result<(), StoreError>;
}
