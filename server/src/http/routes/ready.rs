//! Whether this server may be sent requests, for balancers: `/readyz`.
//!
//! Without its store a server still answers, and every server of a site shares one: `/readyz` speaks for the server alone, or all of them
//! would be taken away at once. Who wants to know of the store asks for it: `/readyz?store`.

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{StatusCode, header};
use serde_json::{Map, Value, json};
use store::{Database, Health};

use crate::http::Stop;
use crate::proxies::TrustedProxies;

/// What the answer is made from.
#[derive(Clone)]
pub struct Readiness {
    pub store: Database,
    pub stop: Stop,
    pub proxies: TrustedProxies,
}

/// One line of the answer: what, how it is, and whether this server can serve like that.
struct Detail {
    name: &'static str,
    state: &'static str,
    is_ready: bool,
}

impl Readiness {
    /// `/healthz` and `/readyz`.
    pub fn routes(self) -> Router {
        Router::new()
            .route("/healthz", get(|| async { uncached(StatusCode::OK, &json!({ "status": "ok" })) }))
            .route("/readyz", get(answer))
            .with_state(self)
    }

    /// All that is looked at. Nothing here waits or asks anybody: it is asked every second, and most when something is wrong.
    fn details(&self, wants_store: bool) -> Vec<Detail> {
        let known = [server(self.stop.is_serving()), store(self.store.health(), wants_store)];
        known.into_iter().chain(self.proxies.notice().map(proxies)).collect()
    }
}

/// What the operator should mend; readers are served all the same.
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
        // Nothing that this server does with it would be right.
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

/// JSON, for machines: the page of the status would only be in their way.
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
