//! Health checks for load balancers: `/healthz` and `/readyz`.
//!
//! All servers of a site share one store, and can serve cached pages without it. `/readyz` therefore ignores the store: otherwise,
//! all servers would be removed at once. To include the store, request `/readyz?store`.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{StatusCode, header};
use serde_json::{Map, Value, json};
use store::{Database, Health};

use crate::http::Stop;
use crate::proxies::TrustedProxies;

/// Sources of the readiness check.
#[derive(Clone)]
pub struct Readiness {
    pub store: Database,
    pub stop: Stop,
    pub proxies: TrustedProxies,
}

/// One entry of the response: its name, its state, and whether the server can serve in that state.
struct Detail {
    name: &'static str,
    state: &'static str,
    is_ready: bool,
}

impl Readiness {
    /// Routes of `/healthz` and `/readyz`.
    pub fn routes(self) -> Router {
        Router::new()
            .route("/healthz", get(|| async { uncached(StatusCode::OK, &json!({ "status": "ok" })) }))
            .route("/readyz", get(answer))
            .with_state(self)
    }

    /// Collects the entries. Nothing here waits or sends queries: probes come every second, most often when something is broken.
    fn details(&self, wants_store: bool) -> Vec<Detail> {
        let known = [server(self.stop.is_serving()), store(self.store.health(), wants_store)];
        known.into_iter().chain(self.proxies.notice().map(proxies)).collect()
    }
}

/// Warning for the operator about undeclared proxies; the server stays ready.
fn proxies(notice: &'static str) -> Detail {
    Detail { name: "proxies", state: notice, is_ready: true }
}

fn server(is_serving: bool) -> Detail {
    Detail { name: "server", state: if is_serving { "serving" } else { "stopping" }, is_ready: is_serving }
}

fn store(health: Health, is_wanted: bool) -> Detail {
    let (state, is_ready) = match health {
        Health::Good => ("ready", true),
        Health::WritesFail => ("takes no writes", !is_wanted),
        Health::Absent => ("does not answer", !is_wanted),
        // This server must not use a schema that it does not know.
        Health::SchemaTooNew => ("its schema is of a newer program", false),
    };
    Detail { name: "store", state, is_ready }
}

async fn answer(State(readiness): State<Readiness>, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let wants_store = url::form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == "store");
    let details = readiness.details(wants_store);
    let is_ready = details.iter().all(|detail| detail.is_ready);
    let (status, word) =
        if is_ready { (StatusCode::OK, "ready") } else { (StatusCode::SERVICE_UNAVAILABLE, "not ready") };
    let lines: Map<String, Value> =
        details.into_iter().map(|detail| (detail.name.to_owned(), detail.state.into())).collect();
    uncached(status, &json!({ "status": word, "details": lines }))
}

/// Builds an uncached JSON response. The error page of its status would be useless to machines.
fn uncached(status: StatusCode, body: &Value) -> Response {
    let kind = [(header::CACHE_CONTROL, "no-store"), (header::CONTENT_TYPE, "application/json")];
    (status, kind, body.to_string()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_taken_away_only_for_what_others_do_better() {
        for (health, alone, with_store) in [
            (Health::Good, true, true),
            (Health::WritesFail, true, false),
            (Health::Absent, true, false),
            (Health::SchemaTooNew, false, false),
        ] {
            let is_ready = |is_wanted| store(health, is_wanted).is_ready;
            assert_eq!((is_ready(false), is_ready(true)), (alone, with_store), "{health:?}");
        }
        assert!(server(true).is_ready && !server(false).is_ready);
    }
}
