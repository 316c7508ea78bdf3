//! How often something may be done. All of it is in [`LIMITS`]; the counts are kept in the store, so that several
//! servers count together.

use chrono::{DateTime, TimeDelta, Utc};

use super::secret::digest;
use super::{Denied, ReaderStore};

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Coming in.
    SignIn,
    /// Trying a password, wherever: signing in, changing an account, deleting it. What was right is given back.
    Password,
    /// Trying a code from a mail, or the password that goes with a link.
    Prove,
    /// Being asked for a passkey.
    Challenge,
    /// Asking for an account.
    Join,
    /// Having a mail sent.
    Mail,
    /// Having the same mail sent again.
    Resend,
    /// Changing something of an account.
    Change,
    /// Opening an article without an account.
    Open,
}

/// By what it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The network of the asking browser: an IPv4 address or the first 64 bits of an IPv6 one.
    Network,
    /// The email address.
    Email,
    /// The account, or what waits for an answer.
    Subject,
}

/// What happens to the time between two tries when tries are made too soon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It stays the same.
    Steady,
    /// It doubles with each further try, up to four minutes; after an hour of rest all is forgotten.
    Doubling,
}

/// One line of the table. Who is over it is told to wait (429, `Retry-After`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What.
    pub action: Action,
    /// By what.
    pub by: By,
    /// So often at once,
    pub burst: u32,
    /// then once in so many seconds.
    pub every_seconds: u32,
    /// How waiting grows.
    pub pace: Pace,
}

const MINUTE: u32 = 60;
const HOUR: u32 = 60 * MINUTE;

/// The whole table.
pub const LIMITS: &[Limit] = &[
    // what            by            burst  then once in    pace
    row(Action::SignIn, By::Network, 10, 6, Pace::Steady),
    row(Action::SignIn, By::Email, 10, 2, Pace::Doubling),
    // Together at most a hundred wrong ones an hour. Strangers are counted by the address, the reader's own browsers by the
    // account: so strangers cannot use up the tries of the reader.
    row(Action::Password, By::Email, 20, 2 * MINUTE, Pace::Steady),
    row(Action::Password, By::Subject, 20, 2 * MINUTE, Pace::Steady),
    row(Action::Prove, By::Network, 20, 6, Pace::Steady),
    row(Action::Prove, By::Subject, 6, 10 * MINUTE, Pace::Steady),
    row(Action::Challenge, By::Network, 60, 2, Pace::Steady),
    row(Action::Join, By::Network, 3, 20 * MINUTE, Pace::Steady),
    row(Action::Mail, By::Network, 3, 20 * MINUTE, Pace::Steady),
    row(Action::Mail, By::Email, 3, HOUR, Pace::Steady),
    row(Action::Mail, By::Email, 10, 24 * HOUR / 10, Pace::Steady),
    row(Action::Resend, By::Subject, 1, MINUTE, Pace::Steady),
    row(Action::Change, By::Subject, 10, 30, Pace::Steady),
    row(Action::Open, By::Network, 10, HOUR, Pace::Steady),
];

const fn row(action: Action, by: By, burst: u32, every_seconds: u32, pace: Pace) -> Limit {
    Limit { action, by, burst, every_seconds, pace }
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
    values: &[(By, Option<&str>)],
    now: DateTime<Utc>,
) -> Result<(), Denied> {
    for limit in LIMITS.iter().filter(|limit| limit.action == action) {
        for value in values.iter().filter(|(by, _)| *by == limit.by).filter_map(|(_, value)| *value) {
            if let Some(wait) = store.take(limit, value, now).await? {
                let seconds = (wait.num_milliseconds() + 999) / 1000;
                return Err(Denied::TooMany {
                    retry_after_seconds: u32::try_from(seconds.max(1)).unwrap_or(u32::MAX),
                });
            }
        }
    }
    Ok(())
}

/// Forgets what was counted for this value, because it turned out to be the reader.
pub(super) async fn forgive(
    store: &dyn ReaderStore,
    action: Action,
    by: By,
    value: &str,
) -> Result<(), Denied> {
    for limit in LIMITS.iter().filter(|limit| limit.action == action && limit.by == by) {
        store.forget(limit, value).await?;
    }
    Ok(())
}

/// Takes back what was counted last for this value, because it turned out to be right. What was wrong before stays counted.
pub(super) async fn give_back(
    store: &dyn ReaderStore,
    action: Action,
    by: By,
    value: &str,
) -> Result<(), Denied> {
    for limit in LIMITS.iter().filter(|limit| limit.action == action && limit.by == by) {
        store.give_back(limit, value).await?;
    }
    Ok(())
}
