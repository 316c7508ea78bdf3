//! Storage traits of accounts.

mod outbox;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Account, AccountId, Challenge, Confirmation, Departure, Email, EmailAddress, Entry, Identity, Limit,
    Link, LinkState, Notice, OidcLogin, Passkey, PasswordHash, Redemption, Session, SessionId, SignInMethod,
    TokenHash, Written,
};
use crate::newsroom::StoreError;

pub use outbox::{EmailDelivery, Outbox};

/// Storage of everything about readers. Each method of its parts is one transaction.
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
    /// Removes the account and all that is the reader's, and posts the email. Receipts stay for accounting, under the name
    /// `nobody`, and how many units of the period the address has spent, under a name that only the store's secret gives.
    async fn close_account(
        &self,
        account: &Account,
        nobody: &AccountId,
        email: &Email,
        departure: &Departure,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError>;
}

/// Pending email confirmations.
#[async_trait]
pub trait ConfirmationStore: Send + Sync {
    /// Inserts a confirmation and queues its email. A confirmation of the same browser is replaced.
    async fn create_confirmation(&self, confirmation: &Confirmation, email: &Email)
    -> Result<(), StoreError>;
    /// Inserts a confirmation of an account and queues its email; writes nothing where the account has changed since it was read.
    async fn create_account_confirmation(
        &self,
        account: &Account,
        confirmation: &Confirmation,
        email: &Email,
    ) -> Result<Written, StoreError>;
    /// The confirmation; `None` once it is answered.
    async fn confirmation(&self, id: &TokenHash) -> Result<Option<Confirmation>, StoreError>;
    /// The newest pending registration of this address.
    async fn pending_registration(&self, email: &EmailAddress) -> Result<Option<Confirmation>, StoreError>;
    /// Updates the confirmation, makes its links expire and queues its email again; does nothing where it has been answered meanwhile.
    async fn renew_confirmation(
        &self,
        confirmation: &Confirmation,
        email: &Email,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError>;
    /// Keeps a link that is going out.
    async fn add_link(&self, link: &Link) -> Result<(), StoreError>;
    /// State of the link of a token.
    async fn link(&self, token: &TokenHash, now: DateTime<Utc>) -> Result<LinkState, StoreError>;
    /// State of the link of a code.
    async fn code(
        &self,
        confirmation: &TokenHash,
        code: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<LinkState, StoreError>;
    /// Notes that the links of this confirmation that are too old were refused: they stay so, even if the clock is set back.
    async fn refuse_links(&self, confirmation: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError>;

    /// Answers a registration: makes the account and its first session. Units that the address spent before it was deleted
    /// are spent.
    async fn open_account(
        &self,
        confirmation: &TokenHash,
        account: &Account,
        entry: Option<&Entry>,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError>;
    /// Answers a confirmation to sign in.
    async fn open_session(
        &self,
        confirmation: &TokenHash,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError>;
    /// Answers a confirmation for a new password: ends all sessions, forgets known devices, removes all other ways in but `keep`,
    /// and tells the owner.
    async fn reset_password(
        &self,
        confirmation: &Confirmation,
        password: &PasswordHash,
        keep: &[SignInMethod],
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError>;
    /// Answers an owner's word that something was done by somebody else: ends all sessions, forgets known devices, and
    /// keeps the confirmation for a new password with its link.
    async fn secure_account(
        &self,
        confirmation: &Confirmation,
        reset: &Confirmation,
        link: &Link,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError>;
    /// Answers the first half of a change of address; posts the email of the second.
    async fn confirm_old_email(
        &self,
        account: &Account,
        confirmation: &Confirmation,
        email: &Email,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError>;
    /// Answers the second half: ends all sessions, forgets known devices, lets the reader in again by `entry`, and posts
    /// the email to the old address.
    async fn confirm_new_email(
        &self,
        account: &Account,
        confirmation: &Confirmation,
        entry: &Entry,
        email: &Email,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError>;
}

/// Storage of sessions.
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
    /// Inserts a login; writes nothing where it links to an account that has changed since it was read.
    async fn insert_login(
        &self,
        oidc_login: &OidcLogin,
        account: Option<&Account>,
    ) -> Result<Written, StoreError>;
    /// Deletes the login and returns it; `None` where there is none, or it was taken before.
    async fn take_login(&self, id: &TokenHash) -> Result<Option<OidcLogin>, StoreError>;
    /// The account that is linked to an identity.
    async fn account_by(&self, identity: &Identity) -> Result<Option<Account>, StoreError>;
    /// Makes an account with its identity and first session.
    async fn open_account_by(
        &self,
        identity: &Identity,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError>;
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
    /// Inserts a challenge; writes nothing where it is for an account that has changed since it was read.
    async fn challenge(
        &self,
        challenge: &Challenge,
        account: Option<&Account>,
    ) -> Result<Written, StoreError>;
    /// Deletes the challenge and returns it; `None` where there is none, or it was answered before.
    async fn answer_challenge(&self, id: &TokenHash) -> Result<Option<Challenge>, StoreError>;
}

/// Counts of rate limits.
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
