//! Client of the publisher's own [Gorse](https://gorse.io) recommender, through its REST interface. It is queried by article and receives
//! no reader ids. If it fails or is too slow, the embedded engine answers.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::article::ArticleId;
use domain::recommendation::{Beside, Embedded, ListLengths, Ranked, Reason, Recommender};
use serde::{Deserialize, Serialize};

use crate::settings;

/// Pause after a failure, so that pages do not wait for Gorse one after another.
const REST: TimeDelta = TimeDelta::seconds(10);
/// Limit of a response in bytes.
const LARGEST: u64 = 256 * 1024;

/// Recommender that queries Gorse, with the embedded engine as fallback.
pub struct Gorse {
    agent: ureq::Agent,
    address: String,
    key: settings::Secret,
    engine: Arc<Embedded>,
    /// End of the pause after a failure, in milliseconds since 1970.
    rests_until: AtomicI64,
}

/// Recommendation in Gorse's JSON format.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Scored {
    id: String,
    #[serde(default)]
    score: f64,
}

/// Article being read, in Gorse's JSON format. The user id is required, so an empty one is sent.
#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Feedback<'a> {
    #[serde(rename = "FeedbackType")]
    kind: &'a str,
    item_id: &'a str,
    user_id: &'a str,
    timestamp: DateTime<Utc>,
}

impl Gorse {
    /// Creates the client with the address, key and timeout of the settings.
    pub fn new(settings: &settings::Gorse, engine: Arc<Embedded>) -> Self {
        let timeout = Some(Duration::from_millis(settings.timeout_milliseconds));
        let agent =
            ureq::Agent::config_builder().timeout_global(timeout).max_redirects(0).build().new_agent();
        let address = settings.address.trim_end_matches('/').to_owned();
        Self { agent, address, key: settings.api_key.clone(), engine, rests_until: AtomicI64::new(0) }
    }

    /// Sends a request; `None` after an error and during the pause that follows it.
    async fn ask(&self, path: String, body: Option<String>, now: DateTime<Utc>) -> Option<Vec<Scored>> {
        if now.timestamp_millis() < self.rests_until.load(Ordering::Relaxed) {
            return None;
        }
        let (agent, address) = (self.agent.clone(), format!("{}{path}", self.address));
        let key = self.key.reveal().to_owned();
        let asked = tokio::task::spawn_blocking(move || call(&agent, &address, &key, body)).await;
        match asked.map_err(|error| error.to_string()).and_then(|answer| answer) {
            Ok(scored) => Some(scored),
            Err(error) => {
                self.rests_until.store((now + REST).timestamp_millis(), Ordering::Relaxed);
                tracing::warn!(
                    error,
                    "the recommender of recommendation.gorse did not answer; the site's own does"
                );
                None
            }
        }
    }

    /// Merges Gorse's list with the engine's own. Unknown articles, duplicates and those in `but` are left out.
    fn merged(
        &self,
        said: Option<Vec<Scored>>,
        reason: &Reason,
        own: Vec<Ranked>,
        but: &[&ArticleId],
        wanted: u32,
    ) -> Vec<Ranked> {
        let known = |scored: Scored| {
            let id = ArticleId::parse(&scored.id).ok()?;
            let is_known = self.engine.with_index(|index| index.knows(&id));
            is_known.then(|| Ranked { id, score: scored.score, parts: Vec::new(), reason: reason.clone() })
        };
        let mut seen: HashSet<ArticleId> = but.iter().map(|id| (*id).clone()).collect();
        let said = said.into_iter().flatten().filter_map(known);
        said.chain(own).filter(|ranked| seen.insert(ranked.id.clone())).take(wanted as usize).collect()
    }
}

fn call(agent: &ureq::Agent, address: &str, key: &str, body: Option<String>) -> Result<Vec<Scored>, String> {
    let answer = match body {
        None => agent.get(address).header("X-API-Key", key).call(),
        Some(body) => {
            let request = agent.post(address).header("X-API-Key", key);
            request.header("content-type", "application/json").send(&body)
        }
    };
    let mut answer = answer.map_err(|error| error.to_string())?;
    let text =
        answer.body_mut().with_config().limit(LARGEST).read_to_string().map_err(|error| error.to_string())?;
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

#[async_trait]
impl Recommender for Gorse {
    async fn beside(&self, article: &ArticleId, now: DateTime<Utc>, wanted: ListLengths) -> Beside {
        let own = self.engine.beside(article, now, wanted).await;
        let said = self.ask(format!("/api/item/{article}/neighbors?n={}", wanted.related), None, now).await;
        let related = self.merged(said, &Reason::SimilarText, own.related, &[article], wanted.related);
        let read = [Feedback { kind: "read", item_id: article.as_str(), user_id: "", timestamp: now }];
        let body = serde_json::to_string(&read).expect("plain values make JSON");
        let said = self.ask(format!("/api/session/recommend?n={}", wanted.next), Some(body), now).await;
        let but: Vec<&ArticleId> = related.iter().map(|ranked| &ranked.id).chain([article]).collect();
        let next = self.merged(said, &Reason::ReadNext, own.next, &but, wanted.next);
        Beside { related, next }
    }
}
