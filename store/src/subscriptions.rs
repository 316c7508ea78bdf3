//! Subscriptions.

use async_trait::async_trait;
use domain::account::EmailAddress;
use domain::newsroom::StoreError;
use domain::subscription::{Plan, Subscription, SubscriptionStore};

use crate::database::Database;
use crate::readers::execute;
use crate::row::{damaged, get, instant};

/// The address stays as it is known here: the reader may have changed it since it was told to who takes the money.
const KEEP: &str = "INSERT INTO subscriptions (reference, email, plan, starts_at, ends_at, changed_at) \
                    VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (reference) DO UPDATE SET plan = excluded.plan, \
                    starts_at = excluded.starts_at, ends_at = excluded.ends_at, changed_at = excluded.changed_at \
                    WHERE subscriptions.changed_at < excluded.changed_at";
const OF_ADDRESS: &str = "SELECT reference, plan, starts_at, ends_at, changed_at FROM subscriptions \
                          WHERE email = $1 ORDER BY ends_at DESC, reference";
pub(crate) const MOVE: &str = "UPDATE subscriptions SET email = $2 WHERE email = $1";

#[async_trait]
impl SubscriptionStore for Database {
    async fn subscribe(&self, subscription: &Subscription) -> Result<bool, StoreError> {
        let query = sqlx::query(KEEP)
            .bind(subscription.reference.clone())
            .bind(subscription.email.as_str().to_owned())
            .bind(subscription.plan.as_str())
            .bind(subscription.starts_at.timestamp_millis())
            .bind(subscription.ends_at.timestamp_millis())
            .bind(subscription.changed_at.timestamp_millis());
        Ok(execute(&self.write, query).await? == 1)
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
