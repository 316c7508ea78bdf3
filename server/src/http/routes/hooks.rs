//! Webhooks of payment providers, which report subscriptions.
//!
//! Every event is signed, so nobody else can send one. The signature covers the time of sending, so an event cannot be replayed later.
//! Each event also has the time of the change, so duplicates and events in another order change nothing. A change in the future is
//! refused, since it would outrank all later ones.

mod signature;
mod stripe;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use domain::access::Plan;
use domain::account::EmailAddress;
use domain::subscription::{Change, Subscription};
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

use app::context::Services;

use crate::settings::{Hooks, Secret};
use signature::{BadSignature, verify};

/// Prefix of the paths of all webhooks.
pub const HOOKS: &str = "/hooks/";
const LARGEST: usize = 64 * 1024;
/// Largest accepted difference by which a provider's clock may be ahead of ours.
const LARGEST_SKEW: TimeDelta = TimeDelta::minutes(5);

/// State of a webhook route.
#[derive(Clone)]
struct Listener {
    services: Services,
    hooks: Hooks,
}

/// Result of reading an event.
enum HookEvent {
    /// Change of a subscription, to be stored.
    Subscription(Change),
    /// An event that does not concern this site.
    Other,
}

/// Error in an event. The message is for the sender.
#[derive(Debug, thiserror::Error)]
enum BadEvent {
    #[error(transparent)]
    Signature(#[from] BadSignature),
    #[error("the body cannot be read: {0}")]
    Body(#[from] serde_json::Error),
    #[error("{field} is `{value}`, {expected}")]
    Value { field: &'static str, value: String, expected: &'static str },
}

impl BadEvent {
    /// The same message without received values, for the log: they may be personal data.
    fn without_values(&self) -> String {
        match self {
            Self::Signature(bad) => bad.to_string(),
            Self::Body(error) => {
                format!("the body cannot be read at line {} column {}", error.line(), error.column())
            }
            Self::Value { field, expected, .. } => format!("{field} holds a value {expected}"),
        }
    }
}

/// Routes of the webhooks. Each exists only if its secret is set.
pub fn routes(services: &Services, hooks: &Hooks) -> Router {
    let listener = Listener { services: services.clone(), hooks: hooks.clone() };
    let mut router = Router::new();
    if !hooks.secret.is_empty() {
        router = router.route("/hooks/subscription", post(own));
    }
    if !hooks.stripe_secret.is_empty() {
        router = router.route("/hooks/stripe", post(from_stripe));
    }
    router.with_state(listener)
}

async fn own(State(listener): State<Listener>, request: Request) -> Response {
    let (headers, body) = match take(request).await {
        Ok(taken) => taken,
        Err(status) => return status.into_response(),
    };
    let event = listener.believe(&headers, "warta-signature", &listener.hooks.secret, &body);
    let now = (listener.services.clock)();
    listener.answer(event.and_then(|()| read(&body, now)), now).await
}

async fn from_stripe(State(listener): State<Listener>, request: Request) -> Response {
    let (headers, body) = match take(request).await {
        Ok(taken) => taken,
        Err(status) => return status.into_response(),
    };
    let event = listener.believe(&headers, "stripe-signature", &listener.hooks.stripe_secret, &body);
    let now = (listener.services.clock)();
    listener.answer(event.and_then(|()| stripe::read(&body, now)), now).await
}

async fn take(request: Request) -> Result<(HeaderMap, Bytes), StatusCode> {
    let (parts, body): (_, Body) = request.into_parts();
    let body = to_bytes(body, LARGEST).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    Ok((parts.headers, body))
}

impl Listener {
    fn believe(&self, headers: &HeaderMap, name: &str, secret: &Secret, body: &[u8]) -> Result<(), BadEvent> {
        let header = headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        Ok(verify(header, secret, body, (self.services.clock)())?)
    }

    async fn answer(&self, event: Result<HookEvent, BadEvent>, now: DateTime<Utc>) -> Response {
        let change = match event {
            Ok(HookEvent::Subscription(change)) => change,
            Ok(HookEvent::Other) => return said(StatusCode::OK, "nothing that concerns us"),
            Err(bad) => {
                tracing::warn!(bad = bad.without_values(), "refused a subscription event");
                let is_forged = matches!(bad, BadEvent::Signature(_));
                let status =
                    if is_forged { StatusCode::UNAUTHORIZED } else { StatusCode::UNPROCESSABLE_ENTITY };
                return said(status, &bad.to_string());
            }
        };
        match self.services.quota.store.apply(&change, now).await {
            Ok(true) => {
                tracing::info!(
                    reference = change.subscription.reference,
                    plan = change.subscription.plan.as_str(),
                    "a subscription changed"
                );
                said(StatusCode::OK, "noted")
            }
            Ok(false) => said(StatusCode::OK, "known already, or older than what is known"),
            Err(error) => {
                // The sender retries after an error.
                tracing::error!(%error, "cannot store a subscription event");
                said(StatusCode::SERVICE_UNAVAILABLE, "the store failed; send it again")
            }
        }
    }
}

fn said(status: StatusCode, words: &str) -> Response {
    let kind = [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "application/json")];
    (status, kind, serde_json::json!({ "status": words }).to_string()).into_response()
}

/// Event in Warta's own format. Times are RFC 3339.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SubscriptionEvent {
    reference: String,
    email: String,
    plan: String,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
}

fn read(body: &[u8], now: DateTime<Utc>) -> Result<HookEvent, BadEvent> {
    let event: SubscriptionEvent = serde_json::from_slice(body)?;
    let subscription = Subscription {
        email: email("email", &event.email)?,
        plan: plan("plan", &event.plan)?,
        reference: reference(event.reference)?,
        starts_at: event.starts_at,
        ends_at: event.ends_at,
        changed_at: not_ahead("changed_at", event.changed_at, now)?,
    };
    Ok(HookEvent::Subscription(subscription.into()))
}

fn email(field: &'static str, text: &str) -> Result<EmailAddress, BadEvent> {
    EmailAddress::parse(text).map_err(|_| bad(field, text, "which is no email address"))
}

fn plan(field: &'static str, text: &str) -> Result<Plan, BadEvent> {
    Plan::parse(text).ok_or_else(|| bad(field, text, "which is none of all, koran, majalah, day"))
}

fn reference(text: String) -> Result<String, BadEvent> {
    let is_good = !text.is_empty() && text.len() <= 200 && !text.chars().any(char::is_control);
    if is_good { Ok(text) } else { Err(bad("reference", &text, "which must have 1 to 200 characters")) }
}

/// Returns the time of a change, or an error if it lies in the future.
fn not_ahead(field: &'static str, at: DateTime<Utc>, now: DateTime<Utc>) -> Result<DateTime<Utc>, BadEvent> {
    if at <= now + LARGEST_SKEW {
        Ok(at)
    } else {
        Err(bad(field, &at.to_rfc3339(), "more than five minutes ahead of our clock"))
    }
}

fn bad(field: &'static str, value: &str, expected: &'static str) -> BadEvent {
    BadEvent::Value { field, value: value.chars().take(80).collect(), expected }
}
