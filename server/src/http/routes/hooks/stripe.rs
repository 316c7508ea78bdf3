//! Subscription events of Stripe: `customer.subscription.*`.
//!
//! The subscription's metadata has the keys `warta_email` and `warta_plan`. The page that sells the subscription sets them
//! (`subscription_data[metadata]` of a Checkout session).

use chrono::{DateTime, Utc};
use domain::subscription::{Change, State, Subscription};
use serde::Deserialize;

use super::{BadEvent, HookEvent, bad, email, not_ahead, plan, reference};

#[derive(Debug, Deserialize)]
struct Event {
    /// Id of the event; it is the same if Stripe delivers the event again.
    id: String,
    #[serde(rename = "type")]
    kind: String,
    /// Unix time in seconds. Several events of a subscription often have the same time.
    created: i64,
    data: Data,
}

#[derive(Debug, Deserialize)]
struct Data {
    object: serde_json::Value,
}

#[derive(Debug, Deserialize)]
struct StripeSubscription {
    id: String,
    status: String,
    #[serde(default)]
    metadata: Metadata,
    start_date: i64,
    ended_at: Option<i64>,
    /// End of the period in API versions before 2025.
    current_period_end: Option<i64>,
    #[serde(default)]
    items: Items,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Metadata {
    warta_email: String,
    warta_plan: String,
}

#[derive(Debug, Default, Deserialize)]
struct Items {
    data: Vec<Item>,
}

#[derive(Debug, Deserialize)]
struct Item {
    current_period_end: Option<i64>,
}

pub(super) fn read(body: &[u8], now: DateTime<Utc>) -> Result<HookEvent, BadEvent> {
    let event: Event = serde_json::from_slice(body)?;
    if !event.kind.starts_with("customer.subscription.") {
        return Ok(HookEvent::Other);
    }
    let object: StripeSubscription = serde_json::from_value(event.data.object)?;
    if object.metadata.warta_email.is_empty() {
        // Subscriptions of other products: one Stripe account may sell more than this site.
        return Ok(HookEvent::Other);
    }
    let changed_at = not_ahead("created", instant("created", event.created)?, now)?;
    let state = state(&object);
    let subscription = Subscription {
        email: email("metadata.warta_email", &object.metadata.warta_email)?,
        plan: plan("metadata.warta_plan", &object.metadata.warta_plan)?,
        starts_at: instant("start_date", object.start_date)?,
        ends_at: end(&object, state, changed_at)?,
        reference: reference(format!("stripe:{}", object.id))?,
        changed_at,
    };
    Ok(HookEvent::Subscription(Change { subscription, state, event: Some(format!("stripe:{}", event.id)) }))
}

fn state(object: &StripeSubscription) -> State {
    match object.status.as_str() {
        _ if object.ended_at.is_some() => State::Ended,
        // While Stripe retries a payment, the reader keeps access.
        "active" | "trialing" | "past_due" => State::Open,
        "canceled" | "incomplete_expired" => State::Ended,
        // These are `incomplete`, `unpaid`, `paused`, and future values.
        _ => State::Waiting,
    }
}

/// End of the access: the end of the paid period, or now if nothing is paid.
fn end(
    object: &StripeSubscription,
    state: State,
    changed_at: DateTime<Utc>,
) -> Result<DateTime<Utc>, BadEvent> {
    let paid_until = object.items.data.iter().filter_map(|item| item.current_period_end).max();
    match (state, object.ended_at) {
        (_, Some(ended_at)) => instant("ended_at", ended_at),
        (State::Open, None) => {
            let until = paid_until.or(object.current_period_end);
            let until = until.ok_or_else(|| bad("current_period_end", "", "which is missing"))?;
            instant("current_period_end", until)
        }
        (State::Waiting | State::Ended, None) => Ok(changed_at),
    }
}

fn instant(field: &'static str, seconds: i64) -> Result<DateTime<Utc>, BadEvent> {
    let instant = DateTime::from_timestamp(seconds, 0);
    instant.ok_or_else(|| bad(field, &seconds.to_string(), "which is no time in Unix seconds"))
}
