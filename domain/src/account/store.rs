//! What accounts ask of a store.

mod outbox;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Account, AccountId, Challenge, Confirmation, Departure, Detour, EmailAddress, Entry, Identity, Letter,
    Limit, Link, LinkState, Notice, Opened, Passkey, PasswordHash, Session, SessionId, SignInMethod,
    TokenHash, Written,
};
use crate::newsroom::StoreError;

pub use outbox::{LetterLog, Outbox};

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
    async fn rehash(&self, account: &Account, password: &PasswordHash) -> Result<Written, StoreError>;
    /// Keeps a new password, ends all sessions, forgets known devices, lets the reader in again by `entry` and tells the
    /// owner.
    async fn change_password(
        &self,
        account: &Account,
        password: &PasswordHash,
        entry: &Entry,
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError>;
    /// Switches the use of reading data.
    async fn use_history(&self, id: &AccountId, uses: bool) -> Result<(), StoreError>;
    /// Removes the account and all that is the reader's, and posts the letter. Receipts stay for the books, under the name
    /// `nobody`, and how many units of the period the address has spent, under a name that only the store's secret gives.
    async fn close_account(
        &self,
        account: &Account,
        nobody: &AccountId,
        letter: &Letter,
        departure: &Departure,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError>;
}

/// What waits for an answer to a mail.
#[async_trait]
pub trait ConfirmationStore: Send + Sync {
    /// Keeps a wish and posts its letter. A wish of the same browser is replaced.
    async fn ask(&self, confirmation: &Confirmation, letter: &Letter) -> Result<(), StoreError>;
    /// Keeps a wish that rests on the account as it was read, and posts its letter.
    async fn ask_as(
        &self,
        account: &Account,
        confirmation: &Confirmation,
        letter: &Letter,
    ) -> Result<Written, StoreError>;
    /// The wish; `None` once it is answered.
    async fn confirmation(&self, id: &TokenHash) -> Result<Option<Confirmation>, StoreError>;
    /// The newest wish for a new account of this address.
    async fn joining(&self, email: &EmailAddress) -> Result<Option<Confirmation>, StoreError>;
    /// Keeps the wish as it is now, makes its links expire and posts its letter; one that was answered meanwhile stays so.
    async fn ask_again(
        &self,
        confirmation: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
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
    /// Notes that the links of this wish that are too old were refused: they stay so, even if the clock is set back.
    async fn refuse_links(&self, wish: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError>;

    /// Answers a wish to join: makes the account and its first session. Units that the address spent before it was deleted
    /// are spent.
    async fn open_account(
        &self,
        wish: &TokenHash,
        account: &Account,
        entry: Option<&Entry>,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers a wish to sign in.
    async fn open_session(
        &self,
        wish: &TokenHash,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers a wish for a new password: ends all sessions, forgets known devices, removes all other ways in but `keep`,
    /// and tells the owner.
    async fn reset_password(
        &self,
        wish: &Confirmation,
        password: &PasswordHash,
        keep: &[SignInMethod],
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers an owner's word that something was done by somebody else: ends all sessions, forgets known devices, and
    /// keeps the wish for a new password with its link.
    async fn secure_account(
        &self,
        wish: &Confirmation,
        reset: &Confirmation,
        link: &Link,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers the first half of a change of address; posts the letter of the second.
    async fn leave_email(
        &self,
        account: &Account,
        wish: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Answers the second half: ends all sessions, forgets known devices, lets the reader in again by `entry`, and posts
    /// the letter to the old address.
    async fn take_email(
        &self,
        account: &Account,
        wish: &Confirmation,
        entry: &Entry,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
}

/// Who is signed in where.
#[async_trait]
pub trait SessionStore: Send + Sync {
    /// Lets a reader in.
    async fn begin_session(
        &self,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError>;
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
}

/// Readers at providers.
#[async_trait]
pub trait ProviderStore: Send + Sync {
    /// Keeps a detour; one that links rests on the account as it was read.
    async fn leave(&self, detour: &Detour, account: Option<&Account>) -> Result<Written, StoreError>;
    /// Ends a detour; `None` where there is none, or it has ended.
    async fn come_back(&self, id: &TokenHash) -> Result<Option<Detour>, StoreError>;
    /// The account that is linked to an identity.
    async fn account_by(&self, identity: &Identity) -> Result<Option<Account>, StoreError>;
    /// Makes an account with its identity and first session.
    async fn open_account_by(
        &self,
        identity: &Identity,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError>;
    /// Links an identity that nobody has, and tells the owner; does nothing where the account has it.
    async fn link_identity(
        &self,
        identity: &Identity,
        account: &Account,
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError>;
    /// All that are linked to an account, by issuer.
    async fn identities(&self, account: &AccountId) -> Result<Vec<Identity>, StoreError>;
    /// Gives up those of an issuer, unless nothing else lets the reader in, and tells the owner; does nothing where there is
    /// none.
    async fn unlink_identity(
        &self,
        account: &Account,
        issuer: &str,
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError>;
}

/// Passkeys.
#[async_trait]
pub trait PasskeyStore: Send + Sync {
    /// Keeps a new key, and tells the owner.
    async fn add_passkey(
        &self,
        account: &Account,
        passkey: &Passkey,
        notice: &Notice,
    ) -> Result<Written, StoreError>;
    /// The key of a name, with its account.
    async fn passkey(&self, id: &str) -> Result<Option<(Passkey, Account)>, StoreError>;
    /// All of an account, the oldest first.
    async fn passkeys(&self, account: &AccountId) -> Result<Vec<Passkey>, StoreError>;
    /// Notes that a key was used, and its data from now on.
    async fn used_passkey(&self, id: &str, data: &str, now: DateTime<Utc>) -> Result<(), StoreError>;
    /// Gives up a key of an account, unless nothing else lets the reader in, and tells the owner; does nothing where the
    /// account has none of that name.
    async fn remove_passkey(
        &self,
        account: &Account,
        id: &str,
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError>;
    /// Keeps a question; one for a new key rests on the account as it was read.
    async fn challenge(
        &self,
        challenge: &Challenge,
        account: Option<&Account>,
    ) -> Result<Written, StoreError>;
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
    /// Takes back one try of a steady limit.
    async fn give_back(&self, limit: &Limit, value: &str) -> Result<(), StoreError>;
    /// Forgets the tries.
    async fn forget(&self, limit: &Limit, value: &str) -> Result<(), StoreError>;
}
