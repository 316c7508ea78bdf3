//! Counts for the publisher, in the text form of Prometheus, on a port of their own.

use std::sync::Arc;

use app::context::GATE;
use app::counts;
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use domain::quota::QuotaStore;
use http::{Method, StatusCode, header};
use metrics_exporter_prometheus::PrometheusHandle;

/// What `/metrics` is made from.
#[derive(Clone)]
pub struct Counts {
    /// All that was counted since the start.
    pub counted: PrometheusHandle,
    /// The books, which know what was granted and spent since ever.
    pub books: Arc<dyn QuotaStore>,
}

/// `/metrics`, and nothing else.
pub fn admin(counts: Counts) -> Router {
    Router::new().route("/metrics", get(show)).with_state(counts)
}

async fn show(State(counts): State<Counts>) -> Response {
    match counts.books.totals().await {
        Ok(totals) => {
            // Exact up to 2^53, and shared by all servers of one store.
            #[expect(clippy::cast_precision_loss, reason = "there are fewer articles to open than that")]
            let gauge = |name, units: u64| metrics::gauge!(name).set(units as f64);
            gauge("warta_units_granted", totals.granted);
            gauge("warta_units_spent", totals.spent);
            ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], counts.counted.render()).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the store failed to add up");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The layer: counts gates that are shown, kept answers too, and takes their mark off.
pub(super) async fn count_gates(request: Request, next: Next) -> Response {
    let is_head = request.method() == Method::HEAD;
    let mut answer = next.run(request).await;
    if let Some(rule) = answer.headers_mut().remove(GATE)
        && !is_head
        && answer.status() == StatusCode::OK
    {
        counts::gate_shown(rule.to_str().unwrap_or_default());
    }
    answer
}
