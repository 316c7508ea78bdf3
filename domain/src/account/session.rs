//! Sessions: who is signed in where, since when, and how long.

use chrono::{DateTime, TimeDelta, Utc};

use super::secret::random_text;
use super::{AccountId, Rng, TokenHash};

/// Names a session to its own reader; tells nothing of its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionId(String);

impl SessionId {
    /// A new one.
    pub fn random(rng: &dyn Rng) -> Self {
        Self(random_text::<9>(rng))
    }

    /// As kept in the store and named in forms.
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As kept in the store and named in forms.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A browser in which a reader is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// For lists.
    pub id: SessionId,
    /// Of the token in the cookie.
    pub token: TokenHash,
    /// Whose it is.
    pub account: AccountId,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it was last used, to five minutes.
    pub seen_at: DateTime<Utc>,
    /// When the reader last signed in or typed the password.
    pub authenticated_at: DateTime<Utc>,
    /// What the browser is called, for the reader to know it again.
    pub device: String,
}

/// How long sessions last.
#[derive(Clone, Copy, Debug)]
pub struct Lifetimes {
    /// Without being used.
    pub idle: TimeDelta,
    /// At all.
    pub absolute: TimeDelta,
}

/// Within this time of proving who one is, one may change what an account hangs on.
const FRESH: TimeDelta = TimeDelta::minutes(15);
/// A use so soon after the last one is not written down.
const SEEN: TimeDelta = TimeDelta::minutes(5);

impl Session {
    /// Whether it still counts.
    pub fn is_live(&self, lifetimes: Lifetimes, now: DateTime<Utc>) -> bool {
        now < self.seen_at + lifetimes.idle && now < self.started_at + lifetimes.absolute
    }

    /// Whether the reader proved lately who they are.
    pub fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        now < self.authenticated_at + FRESH
    }

    /// Whether `seen_at` is old enough to be written again.
    pub fn needs_touch(&self, now: DateTime<Utc>) -> bool {
        now >= self.seen_at + SEEN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_by_rest_and_by_age() {
        let lifetimes = Lifetimes { idle: TimeDelta::days(14), absolute: TimeDelta::days(30) };
        let start = DateTime::UNIX_EPOCH;
        for (seen, now, is_live) in
            [(0, 0, true), (0, 13, true), (0, 14, false), (20, 29, true), (29, 30, false)]
        {
            let session = Session {
                id: SessionId::from_text("s"),
                token: TokenHash::from_store("t".into()),
                account: AccountId::from_store("a".into()),
                started_at: start,
                seen_at: start + TimeDelta::days(seen),
                authenticated_at: start,
                device: String::new(),
            };
            assert_eq!(session.is_live(lifetimes, start + TimeDelta::days(now)), is_live, "{seen} {now}");
            assert!(!session.is_fresh(start + TimeDelta::minutes(15)));
            assert!(session.is_fresh(start + TimeDelta::minutes(14)));
        }
    }
}
