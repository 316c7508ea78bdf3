//! A ranking query, and the context that the signals read.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::beside::ListLengths;
use super::content::Similar;
use super::index::{Entry, Index, Timeline};
use super::signals::{SIGNALS, Signal};
use super::variety::Variety;
use super::{Ranked, Weights};
use crate::article::ArticleId;

/// A query for both lists of one page.
#[derive(Clone, Copy)]
pub(super) struct RankingQuery<'a> {
    pub(super) related: &'a Weights,
    pub(super) next: &'a Weights,
    /// The least score of a related article.
    pub(super) least_related: f64,
    pub(super) now: DateTime<Utc>,
    pub(super) wanted: ListLengths,
    pub(super) admits: &'a dyn Fn(&ArticleId) -> bool,
}

impl RankingQuery<'_> {
    /// Whether an article may be recommended.
    pub(super) fn admits(&self, index: &Index, number: u32) -> bool {
        let published = index.entry(number).filter(|entry| entry.published_at <= self.now);
        published.is_some_and(|entry| (self.admits)(&entry.id))
    }

    /// The articles of a timeline that may be recommended, newest first.
    pub(super) fn latest<'a>(
        &'a self,
        index: &'a Index,
        timeline: &'a Timeline,
    ) -> impl Iterator<Item = u32> + 'a {
        let published = timeline.range(..=(self.now, u32::MAX)).rev().map(|(_, number)| *number);
        published.filter(|number| self.admits(index, *number))
    }
}

/// Context that the signals read.
pub(super) struct RankingContext<'a> {
    pub(super) index: &'a Index,
    pub(super) now: DateTime<Utc>,
    /// The article that the page shows, with its number in the index.
    pub(super) article: Option<(u32, &'a Entry)>,
    pub(super) similar: Option<Similar<'a>>,
    /// Share of the article's readers who opened each other article next, of those who went on.
    pub(super) followed: HashMap<u32, f64>,
    /// Share of each article in all current reads.
    pub(super) popular: HashMap<u32, f64>,
    /// Weight of the article's own readers, 0 to 1; the other signals have the rest.
    pub(super) trust: f64,
    /// Weight of all readers, 0 to 1; newness has the rest.
    pub(super) crowd_trust: f64,
}

/// An article with its score.
pub(super) struct Candidate {
    pub(super) score: f64,
    published_at: DateTime<Utc>,
    pub(super) number: u32,
}

impl<'a> RankingContext<'a> {
    pub(super) fn new(index: &'a Index, now: DateTime<Utc>, article: Option<u32>) -> Self {
        let article = article.and_then(|number| Some((number, index.entry(number)?)));
        let (followed, popular) = (HashMap::new(), HashMap::new());
        Self { index, now, article, similar: None, followed, popular, trust: 0.0, crowd_trust: 0.0 }
    }

    /// Ranks candidates, which may stand twice, best first. Those with no score are left out.
    pub(super) fn rank(
        &self,
        query: &RankingQuery,
        weights: &Weights,
        mut candidates: Vec<u32>,
    ) -> Vec<Candidate> {
        candidates.sort_unstable();
        candidates.dedup();
        let speaking = speaking(weights);
        let mut ranked: Vec<Candidate> = candidates
            .into_iter()
            .filter_map(|number| {
                let entry = self.index.entry(number).filter(|_| query.admits(self.index, number))?;
                let score = self.sum(&speaking, number, entry);
                (score > 0.0).then_some(Candidate { score, published_at: entry.published_at, number })
            })
            .collect();
        // Of equals the newest first, and never by chance.
        ranked.sort_unstable_by(|one, other| {
            let newest = (other.published_at, other.number).cmp(&(one.published_at, one.number));
            other.score.total_cmp(&one.score).then(newest)
        });
        ranked
    }

    /// Score of one article.
    pub(super) fn score(&self, weights: &Weights, number: u32) -> f64 {
        self.index.entry(number).map_or(0.0, |entry| self.sum(&speaking(weights), number, entry))
    }

    fn sum(&self, speaking: &[(&Signal, f64)], number: u32, entry: &Entry) -> f64 {
        speaking.iter().map(|(signal, weight)| weight * (signal.measure)(self, number, entry)).sum()
    }

    /// The first `most` that variety does not forbid, explained.
    pub(super) fn choose(
        &self,
        weights: &Weights,
        ranked: Vec<Candidate>,
        variety: &mut Variety,
        most: u32,
    ) -> Vec<Ranked> {
        let speaking = speaking(weights);
        let chosen = ranked.into_iter().filter(|candidate| variety.takes(candidate.number));
        chosen.take(most as usize).filter_map(|candidate| self.explain(&speaking, &candidate)).collect()
    }

    fn explain(&self, speaking: &[(&Signal, f64)], candidate: &Candidate) -> Option<Ranked> {
        let entry = self.index.entry(candidate.number)?;
        let mut parts = Vec::new();
        let mut top_signal = (0.0, SIGNALS[SIGNALS.len() - 1].name);
        for (signal, weight) in speaking {
            let part = weight * (signal.measure)(self, candidate.number, entry);
            if part > top_signal.0 {
                top_signal = (part, signal.name);
            }
            if part != 0.0 {
                parts.push((signal.name, part));
            }
        }
        let reason = top_signal.1.reason(self, entry);
        Some(Ranked { id: entry.id.clone(), score: candidate.score, parts, reason })
    }
}

/// Signals that have a weight, each with its weight.
fn speaking(weights: &Weights) -> Vec<(&'static Signal, f64)> {
    let weighed = SIGNALS.iter().map(|signal| (signal, (signal.weight)(weights)));
    weighed.filter(|(_, weight)| *weight != 0.0).collect()
}
