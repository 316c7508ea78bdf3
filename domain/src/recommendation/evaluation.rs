//! Measurement of the lists, with the same code that serves them.
//!
//! Pure functions: records and clicks come in parsed, and the clock is an argument.

mod baselines;
mod next;
mod related;
mod tally;
mod texts;

#[cfg(test)]
mod tests;

use std::time::Duration;

use serde::Serialize;

use super::signals::SIGNALS;
use super::{SignalName, Weights};

pub use next::{Click, Window, next};
pub use related::{Pair, Record, related};

/// A clock that only goes forward; where it began does not matter.
pub type Clock<'a> = &'a dyn Fn() -> Duration;

/// Results of one way of ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// `blend` for the list that is served, a signal's word for that signal alone, or the name of a baseline.
    pub name: String,
    /// Number of lists that were made.
    pub asked: usize,
    /// The share of lists with anything right among the first 10.
    #[serde(rename = "hr@10")]
    pub hit_rate_10: f64,
    /// One by the place of the first right one among the first 10, on average.
    #[serde(rename = "mrr@10")]
    pub reciprocal_rank_10: f64,
    /// The discounted gain of the first 5, the best possible being 1.
    #[serde(rename = "ndcg@5")]
    pub gain_5: f64,
    /// The same of the first 10.
    #[serde(rename = "ndcg@10")]
    pub gain_10: f64,
    /// Share of the articles that were in any list, of those that existed or were opened during the measurement.
    pub coverage: f64,
    /// Half of the lists took no longer, in microseconds.
    pub p50_us: f64,
    /// All but one in a hundred took no longer, in microseconds.
    pub p99_us: f64,
}

/// Number of places that are evaluated.
const PLACES: u32 = 10;

/// The weights of a list that hears one signal only.
fn only(name: SignalName) -> Weights {
    let silent = Weights::SILENT;
    match name {
        SignalName::ReadNext => Weights { read_next: 1.0, ..silent },
        SignalName::ReadNow => Weights { read_now: 1.0, ..silent },
        SignalName::SimilarText => Weights { similar_text: 1.0, ..silent },
        SignalName::SharedTopics => Weights { shared_topics: 1.0, ..silent },
        SignalName::SameSection => Weights { same_section: 1.0, ..silent },
        SignalName::Newest => Weights { newest: 1.0, ..silent },
    }
}

/// Weight of a signal.
fn weight_of(name: SignalName, weights: &Weights) -> f64 {
    SIGNALS.iter().find(|signal| signal.name == name).map_or(0.0, |signal| (signal.weight)(weights))
}
