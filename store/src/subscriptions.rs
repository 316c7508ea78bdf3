//! Subscriptions.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Plan;
use domain::account::EmailAddress;
use domain::newsroom::StoreError;
use domain::subscription::{Change, State, Subscription, SubscriptionStore};

use crate::database::Database;
use crate::error::unavailable;
use crate::readers::execute;
use crate::row::{damaged, get, instant};
use crate::transaction::Transaction;

/// The address stays as it is known here: the reader may have changed it since it was told to who takes the money.
const KEEP: &str = "INSERT INTO subscriptions (reference, email, plan, starts_at, ends_at, changed_at, state) \
                    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (reference) DO UPDATE SET plan = excluded.plan, \
                    starts_at = excluded.starts_at, ends_at = excluded.ends_at, changed_at = excluded.changed_at, \
                    state = excluded.state WHERE (subscriptions.changed_at, subscriptions.state, subscriptions.ends_at) \
                    < (excluded.changed_at, excluded.state, excluded.ends_at)";
const NOTE_EVENT: &str =
    "INSERT INTO subscription_events (event, noted_at) VALUES ($1, $2) ON CONFLICT (event) DO NOTHING";
const OF_ADDRESS: &str = "SELECT reference, plan, starts_at, ends_at, changed_at FROM subscriptions \
                          WHERE email = $1 ORDER BY ends_at DESC, reference";
pub(crate) const MOVE: &str = "UPDATE subscriptions SET email = $2 WHERE email = $1";

#[async_trait]
impl SubscriptionStore for Database {
    async fn apply(&self, change: &Change, now: DateTime<Utc>) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        if let Some(event) = &change.event {
            let query = sqlx::query(NOTE_EVENT).bind(event.clone()).bind(now.timestamp_millis());
            if execute(&mut *transaction, query).await? == 0 {
                return Ok(false);
            }
        }
        let is_kept = keep(&mut transaction, &change.subscription, change.state).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(is_kept)
    }

    async fn subscriptions(&self, email: &EmailAddress) -> Result<Vec<Subscription>, StoreError> {
        self.rows(sqlx::query(OF_ADDRESS).bind(email.as_str().to_owned()), |row| {
            let plan: String = get(row, "plan")?;
            Ok(Subscription {
                reference: get(row, "reference")?,
                email: email.clone(),
                plan: Plan::parse(&plan).ok_or_else(|| damaged("plan", &plan))?,
                starts_at: instant(get(row, "starts_at")?)?,
                ends_at: instant(get(row, "ends_at")?)?,
                changed_at: instant(get(row, "changed_at")?)?,
            })
        })
        .await
    }
}

/// Keeps a subscription; false where something that counts more is known.
pub(crate) async fn keep(
    transaction: &mut Transaction,
    subscription: &Subscription,
    state: State,
) -> Result<bool, StoreError> {
    let query = sqlx::query(KEEP)
        .bind(subscription.reference.clone())
        .bind(subscription.email.as_str().to_owned())
        .bind(subscription.plan.as_str())
        .bind(subscription.starts_at.timestamp_millis())
        .bind(subscription.ends_at.timestamp_millis())
        .bind(subscription.changed_at.timestamp_millis())
        .bind(rank(state));
    Ok(execute(&mut **transaction, query).await? == 1)
}

/// As kept: the order of the numbers is the order of the states.
fn rank(state: State) -> i64 {
    match state {
        State::Waiting => 0,
        State::Open => 1,
        State::Ended => 2,
    }
}
