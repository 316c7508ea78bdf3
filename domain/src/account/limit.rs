//! Rate limits. All of them are in [`LIMITS`]; the counts are in the store, so that several servers count together.

use chrono::{DateTime, TimeDelta, Utc};

use super::secret::digest;
use super::{AccountError, AccountService, ClientContext, EmailAddress, ReaderStore};

/// Action that is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Signing in.
    SignIn,
    /// Trying a password anywhere: signing in, changing an account, deleting it. A right one is not counted.
    Password,
    /// Trying a code from an email, or the password that goes with a link.
    Verify,
    /// Being asked for a passkey.
    Challenge,
    /// Registering.
    Register,
    /// Having an email sent.
    Mail,
    /// Having the same email sent again.
    Resend,
    /// Changing something of an account.
    Change,
    /// Opening an article without an account.
    Open,
}

/// Key that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitKey {
    /// The network of the asking browser: an IPv4 address or the first 64 bits of an IPv6 one.
    Network,
    /// The email address.
    Email,
    /// The account, or the pending confirmation.
    Subject,
}

/// Growth of the waiting time when attempts are repeated too soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backoff {
    /// It stays the same.
    Steady,
    /// It doubles with each further try, up to four minutes; after an hour of rest all is forgotten.
    Doubling,
}

/// One line of the table. Who is over it is told to wait (429, `Retry-After`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Action that is limited.
    pub action: Action,
    /// Key that is counted.
    pub by: LimitKey,
    /// So often at once,
    pub burst: u32,
    /// then once in so many seconds.
    pub every_seconds: u32,
    /// Growth of the waiting time.
    pub backoff: Backoff,
}

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;

/// The whole table.
pub const LIMITS: &[Limit] = &[
    // action          key           burst  then once in    backoff
    row(Action::SignIn, LimitKey::Network, 10, 6, Backoff::Steady),
    row(Action::SignIn, LimitKey::Email, 10, 2, Backoff::Doubling),
    // Together at most a hundred wrong ones an hour. Strangers are counted by the address, the reader's own browsers by the
    // account: so strangers cannot use up the tries of the reader.
    row(Action::Password, LimitKey::Email, 20, 2 * MINUTE, Backoff::Steady),
    row(Action::Password, LimitKey::Subject, 20, 2 * MINUTE, Backoff::Steady),
    row(Action::Verify, LimitKey::Network, 20, 6, Backoff::Steady),
    row(Action::Verify, LimitKey::Subject, 6, 10 * MINUTE, Backoff::Steady),
    row(Action::Challenge, LimitKey::Network, 60, 2, Backoff::Steady),
    row(Action::Register, LimitKey::Network, 3, 20 * MINUTE, Backoff::Steady),
    row(Action::Mail, LimitKey::Network, 3, 20 * MINUTE, Backoff::Steady),
    row(Action::Mail, LimitKey::Email, 3, HOUR, Backoff::Steady),
    row(Action::Mail, LimitKey::Email, 10, 24 * HOUR / 10, Backoff::Steady),
    row(Action::Resend, LimitKey::Subject, 1, MINUTE, Backoff::Steady),
    row(Action::Change, LimitKey::Subject, 10, 30, Backoff::Steady),
    row(Action::Open, LimitKey::Network, 10, HOUR, Backoff::Steady),
];

const fn row(action: Action, by: LimitKey, burst: u32, every_seconds: u32, backoff: Backoff) -> Limit {
    Limit { action, by, burst, every_seconds, backoff }
}

impl Limit {
    /// Names the count of one value under this line; the value cannot be read from it.
    pub fn key(&self, value: &str) -> String {
        digest(&[format!("{self:?}").as_bytes(), b"/", value.as_bytes()])
    }

    /// The time between two tries.
    pub fn every(&self) -> TimeDelta {
        TimeDelta::seconds(i64::from(self.every_seconds))
    }
}

/// Counts a try under every line that fits, or says how long to wait.
///
/// The try is counted before anything is looked up, and whatever comes of it: counting failures afterwards would let
/// a hundred tries at once through.
pub async fn limit(
    store: &dyn ReaderStore,
    action: Action,
    values: &[(LimitKey, Option<&str>)],
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    for limit in LIMITS.iter().filter(|limit| limit.action == action) {
        for value in values.iter().filter(|(by, _)| *by == limit.by).filter_map(|(_, value)| *value) {
            if let Some(wait) = store.take(limit, value, now).await? {
                let seconds = (wait.num_milliseconds() + 999) / 1000;
                return Err(AccountError::TooMany {
                    retry_after_seconds: u32::try_from(seconds.max(1)).unwrap_or(u32::MAX),
                });
            }
        }
    }
    Ok(())
}

/// Takes back what was counted for this key, because the try turned out to be the reader's. A doubling limit forgets all of it,
/// a steady one only the last try: what was wrong before stays counted.
pub(super) async fn reset_limit(
    store: &dyn ReaderStore,
    action: Action,
    by: LimitKey,
    value: &str,
) -> Result<(), AccountError> {
    for limit in LIMITS.iter().filter(|limit| limit.action == action && limit.by == by) {
        match limit.backoff {
            Backoff::Doubling => store.forget(limit, value).await?,
            Backoff::Steady => store.give_back(limit, value).await?,
        }
    }
    Ok(())
}

/// Counts an email to this address, or says how long to wait.
pub(super) async fn limit_mail(
    accounts: &AccountService,
    client: &ClientContext,
    email: &EmailAddress,
    now: DateTime<Utc>,
) -> Result<(), AccountError> {
    let by = [(LimitKey::Network, client.network.as_deref()), (LimitKey::Email, Some(email.as_str()))];
    limit(&*accounts.store, Action::Mail, &by, now).await
}
