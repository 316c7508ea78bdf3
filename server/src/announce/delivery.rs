//! Delivery of announcements to one service, with what could not be delivered yet.

use std::collections::BTreeSet;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use url::form_urlencoded::Serializer;

/// Largest number of addresses in one request, as IndexNow has it, and of those that wait.
pub(super) const MOST: usize = 10_000;
/// Largest number of feeds in one request to a hub.
const FEEDS_AT_ONCE: usize = 100;
const TIMEOUT: Duration = Duration::from_secs(10);
/// Pause after a failure, which doubles with each further one, and its limit.
const PAUSE: TimeDelta = TimeDelta::seconds(10);
const LONGEST_PAUSE: TimeDelta = TimeDelta::hours(1);

/// A service that is told of changes.
#[derive(Clone, Debug)]
pub(super) enum Service {
    /// WebSub hub.
    Hub { address: String },
    /// Service that speaks IndexNow, with the public key and the origin of the site.
    IndexNow { address: String, key: String, origin: String },
}

/// A service, with the addresses that it has not been told yet.
pub(super) struct Target {
    service: Service,
    agent: ureq::Agent,
    waiting: BTreeSet<String>,
    failures: u32,
    rests_until: DateTime<Utc>,
}

/// Outcome of a request that failed.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The service does not want these addresses, now or later.
    #[error("it refused: status {0}")]
    Refused(u16),
    /// The same request may succeed later.
    #[error("{0}")]
    Later(String),
}

impl Target {
    pub(super) fn new(service: Service) -> Self {
        let config = ureq::Agent::config_builder().timeout_global(Some(TIMEOUT)).max_redirects(3);
        let (waiting, rests_until) = (BTreeSet::new(), DateTime::<Utc>::MIN_UTC);
        Self { service, agent: config.build().new_agent(), waiting, failures: 0, rests_until }
    }

    /// Adds addresses to those that wait.
    pub(super) fn note(&mut self, addresses: impl IntoIterator<Item = String>) {
        for address in addresses {
            if self.waiting.len() < MOST {
                self.waiting.insert(address);
            }
        }
    }

    /// Tells the service of all addresses that wait, unless it has just failed.
    pub(super) async fn deliver(&mut self, now: DateTime<Utc>) {
        if now < self.rests_until {
            return;
        }
        while !self.waiting.is_empty() {
            let most = if matches!(self.service, Service::Hub { .. }) { FEEDS_AT_ONCE } else { MOST };
            let told: Vec<String> = self.waiting.iter().take(most).cloned().collect();
            let (agent, service, addresses) = (self.agent.clone(), self.service.clone(), told.clone());
            let sent = tokio::task::spawn_blocking(move || service.send(&agent, &addresses)).await;
            match sent.unwrap_or_else(|error| Err(Failure::Later(error.to_string()))) {
                Ok(()) => tracing::debug!(addresses = told.len(), "changes are announced"),
                Err(error @ Failure::Refused(_)) => {
                    tracing::error!(%error, to = self.service.address(), "an announcement is dropped");
                }
                Err(error) => {
                    let pause = PAUSE * 2_i32.pow(self.failures.min(9));
                    self.failures += 1;
                    self.rests_until = now + pause.min(LONGEST_PAUSE);
                    tracing::warn!(%error, to = self.service.address(), "an announcement has to wait");
                    return;
                }
            }
            self.failures = 0;
            for address in &told {
                self.waiting.remove(address);
            }
        }
    }
}

impl Service {
    fn address(&self) -> &str {
        match self {
            Self::Hub { address } | Self::IndexNow { address, .. } => address,
        }
    }

    fn send(&self, agent: &ureq::Agent, addresses: &[String]) -> Result<(), Failure> {
        let (kind, body) = match self {
            Self::Hub { .. } => {
                let mut form = Serializer::new(String::new());
                form.append_pair("hub.mode", "publish");
                form.extend_pairs(addresses.iter().map(|address| ("hub.url", address)));
                ("application/x-www-form-urlencoded", form.finish())
            }
            Self::IndexNow { key, origin, .. } => {
                let host = origin.split_once("://").map_or(origin.as_str(), |(_, host)| host);
                let body = json!({
                    "host": host, "key": key, "keyLocation": format!("{origin}/{key}.txt"), "urlList": addresses,
                });
                ("application/json; charset=utf-8", body.to_string())
            }
        };
        match agent.post(self.address()).header("content-type", kind).send(&body) {
            Ok(_) => Ok(()),
            // Too many at once, or too slow: that passes.
            Err(ureq::Error::StatusCode(status))
                if (400..500).contains(&status) && ![408, 429].contains(&status) =>
            {
                Err(Failure::Refused(status))
            }
            Err(error) => Err(Failure::Later(error.to_string())),
        }
    }
}
