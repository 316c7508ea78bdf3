//! Subscriptions as Stripe tells of them: the events `customer.subscription.*`.
//!
//! The subscription bears our words in its metadata, `warta_email` and `warta_plan`, which the page that sells it puts there
//! (`subscription_data[metadata]` of a Checkout session).

use chrono::{DateTime, Utc};
use domain::subscription::{Change, State, Subscription};
use serde::Deserialize;

use super::{BadEvent, HookEvent, bad, email, not_ahead, plan, reference};

#[derive(Debug, Deserialize)]
struct Event {
    /// The same whenever it is delivered again.
    id: String,
    #[serde(rename = "type")]
    kind: String,
    /// Unix seconds. Several events of one subscription are often made within one.
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
    /// Where versions of the interface before 2025 say it.
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
        // Somebody else's: one account of Stripe may sell more than this site.
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
        // While Stripe tries to collect, the reader reads on.
        "active" | "trialing" | "past_due" => State::Open,
        "canceled" | "incomplete_expired" => State::Ended,
        // `incomplete`, `unpaid`, `paused`, and what Stripe may come to say.
        _ => State::Waiting,
    }
}

/// Until the end of what is paid for; what is not paid for ends now.
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
