//! Metrics for the publisher in the text format of Prometheus, on a port of their own.

use std::sync::Arc;

use app::context::{GATE, RETRY_AFTER_SECONDS};
use app::metrics::gate_shown;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use chrono::{DateTime, Utc};
use domain::account::Outbox;
use domain::newsroom::StoreError;
use domain::quota::QuotaStore;
use http::{Method, StatusCode, header};
use metrics_exporter_prometheus::PrometheusHandle;

/// Sources of the metrics.
#[derive(Clone)]
pub struct Counts {
    /// Counters since the start of the program.
    pub counted: PrometheusHandle,
    /// Store of the meter, which knows the totals of granted and spent units.
    pub quota: Arc<dyn QuotaStore>,
    /// Queue of emails, which knows the oldest unsent one.
    pub outbox: Arc<dyn Outbox>,
    pub clock: fn() -> DateTime<Utc>,
}

/// Router that serves only `/metrics`.
pub fn admin(counts: Counts) -> Router {
    Router::new().route("/metrics", get(show)).with_state(counts)
}

async fn show(State(counts): State<Counts>) -> Response {
    match counts.look().await {
        Ok(()) => {
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], counts.counted.render()).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the store failed to add up");
            let again = [(header::RETRY_AFTER, RETRY_AFTER_SECONDS.to_string())];
            (StatusCode::SERVICE_UNAVAILABLE, again).into_response()
        }
    }
}

impl Counts {
    /// Updates the gauges whose values are in the store.
    async fn look(&self) -> Result<(), StoreError> {
        let totals = self.quota.totals().await?;
        let oldest = self.outbox.oldest_unsent().await?;
        let age = oldest.map_or(0, |written_at| ((self.clock)() - written_at).num_seconds().max(0));
        // Counts are exact up to 2^53; all servers of one store report the same.
        #[expect(clippy::cast_precision_loss, reason = "neither articles to open nor seconds are that many")]
        let gauge = |name, value: u64| metrics::gauge!(name).set(value as f64);
        gauge("warta_units_granted", totals.granted);
        gauge("warta_units_spent", totals.spent);
        gauge("warta_oldest_unsent_email_seconds", age.unsigned_abs());
        Ok(())
    }
}

/// Middleware that counts the gates shown, also from cached responses, and removes the internal header that marks them.
pub async fn count_gates(request: Request, next: Next) -> Response {
    let is_head = request.method() == Method::HEAD;
    let mut answer = next.run(request).await;
    if let Some(rule) = answer.headers_mut().remove(GATE)
        && !is_head
        && answer.status() == StatusCode::OK
    {
        gate_shown(rule.to_str().unwrap_or_default());
    }
    answer
}
