//! Subscriptions: who has paid for what, until when. Who takes the money is not our business.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::access::Plan;
use crate::account::EmailAddress;
use crate::newsroom::StoreError;

/// One subscription. It is kept by address: somebody may pay before they register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// Names it to who takes the money; news of it bears the same.
    pub reference: String,
    /// Address of the subscriber.
    pub email: EmailAddress,
    /// Plan that is paid for.
    pub plan: Plan,
    /// From then.
    pub starts_at: DateTime<Utc>,
    /// Until then, and not at that instant.
    pub ends_at: DateTime<Utc>,
    /// Time of this state; an older change of the same subscription is ignored.
    pub changed_at: DateTime<Utc>,
}

impl Subscription {
    /// The last moment, where that is the last of a day on these clocks: who has paid until 31 December means the whole day.
    /// `None` where the subscription ends within a day.
    pub fn last_of_day(&self, time_zone: Tz) -> Option<DateTime<Utc>> {
        let last = self.ends_at.checked_sub_signed(TimeDelta::milliseconds(1))?;
        let day = |at: DateTime<Utc>| at.with_timezone(&time_zone).date_naive();
        (day(last) != day(self.ends_at)).then_some(last)
    }
}

/// State of a subscription. In this order: of changes that bear the same time, the highest counts, whichever is told last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Not paid for, or not any more; may open.
    Waiting,
    /// Paid for.
    Open,
    /// Over for good.
    Ended,
}

/// A subscription as it became, and what is needed to put it in order with other changes of the same subscription.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Subscription after the change.
    pub subscription: Subscription,
    pub state: State,
    /// Unique name of the event that tells of it, if it has one: delivered again, it changes nothing.
    pub event: Option<String>,
}

impl From<Subscription> for Change {
    /// A subscription that is over at the time of its change has ended.
    fn from(subscription: Subscription) -> Self {
        let is_over = subscription.ends_at <= subscription.changed_at;
        let state = if is_over { State::Ended } else { State::Open };
        Self { subscription, state, event: None }
    }
}

/// Storage of subscriptions.
#[async_trait]
pub trait SubscriptionStore: Send + Sync {
    /// Keeps what has become of a subscription; false where the event is known, or something that counts more: a later change, of
    /// the same time a higher state, of the same state a later end. So the order in which changes are told does not matter.
    async fn apply(&self, change: &Change, now: DateTime<Utc>) -> Result<bool, StoreError>;
    /// All of an address, the last to end first.
    async fn subscriptions(&self, email: &EmailAddress) -> Result<Vec<Subscription>, StoreError>;

    /// Keeps a subscription as somebody notes it by hand.
    async fn subscribe(&self, subscription: &Subscription) -> Result<bool, StoreError> {
        self.apply(&Change::from(subscription.clone()), subscription.changed_at).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subscription_that_ends_with_a_day_ends_on_that_day() {
        for (ends_at, zone, expected) in [
            ("2026-12-31T17:00:00Z", "Asia/Jakarta", Some("2026-12-31T16:59:59.999Z")),
            ("2026-12-31T16:59:00Z", "Asia/Jakarta", None),
            ("2026-12-31T17:00:00Z", "Asia/Makassar", None),
            ("2027-01-01T00:00:00Z", "UTC", Some("2026-12-31T23:59:59.999Z")),
            // On this day clocks jump from midnight to one.
            ("2024-09-08T04:00:00Z", "America/Santiago", Some("2024-09-08T03:59:59.999Z")),
        ] {
            let subscription = Subscription {
                reference: "a".into(),
                email: EmailAddress::parse("sari@example.com").unwrap(),
                plan: Plan::All,
                starts_at: DateTime::UNIX_EPOCH,
                ends_at: ends_at.parse().unwrap(),
                changed_at: DateTime::UNIX_EPOCH,
            };
            let expected = expected.map(|at| at.parse().unwrap());
            assert_eq!(subscription.last_of_day(zone.parse().unwrap()), expected, "{ends_at} {zone}");
        }
    }
}
