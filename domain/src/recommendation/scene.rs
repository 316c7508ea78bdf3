//! One question, and what is known that bears on it.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::content::Similar;
use super::index::{Entry, Index};
use super::signals::{SIGNALS, Signal};
use super::variety::Variety;
use super::{Ranked, Weights};
use crate::article::ArticleId;

/// What is asked of an index.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) weights: &'a Weights,
    pub(super) exclude: &'a [ArticleId],
    pub(super) now: DateTime<Utc>,
    pub(super) wanted: u32,
    pub(super) admits: &'a dyn Fn(&ArticleId) -> bool,
}

impl Question<'_> {
    /// Whether an article may be among the answers.
    pub(super) fn admits(&self, index: &Index, number: u32) -> bool {
        let published = index.entry(number).filter(|entry| entry.published_at <= self.now);
        published.is_some_and(|entry| (self.admits)(&entry.id))
    }
}

/// What the signals look at.
pub(super) struct Scene<'a> {
    pub(super) index: &'a Index,
    pub(super) now: DateTime<Utc>,
    /// The article that is read, and its number.
    pub(super) article: Option<(u32, &'a Entry)>,
    pub(super) similar: Option<Similar<'a>>,
    /// Of the article's readers who went on, the share that opened each.
    pub(super) followed: HashMap<u32, f64>,
    /// Of all that is read now, the share of each.
    pub(super) popular: HashMap<u32, f64>,
    /// How far the article's own readers can be trusted, 0 to 1; the rest is left to the other signals.
    pub(super) trust: f64,
}

impl<'a> Scene<'a> {
    pub(super) fn new(index: &'a Index, now: DateTime<Utc>, article: Option<u32>) -> Self {
        let article = article.and_then(|number| Some((number, index.entry(number)?)));
        let (followed, popular) = (HashMap::new(), HashMap::new());
        Self { index, now, article, similar: None, followed, popular, trust: 0.0 }
    }

    /// Ranks candidates, which may stand twice, and leaves out what variety forbids.
    pub(super) fn rank(
        &self,
        question: &Question,
        mut candidates: Vec<u32>,
        mut variety: Variety,
    ) -> Vec<Ranked> {
        candidates.sort_unstable();
        candidates.dedup();
        let speaking: Vec<(&Signal, f64)> = SIGNALS
            .iter()
            .map(|signal| (signal, (signal.weight)(question.weights)))
            .filter(|(_, weight)| *weight != 0.0)
            .collect();
        let mut scored: Vec<(f64, DateTime<Utc>, u32)> = candidates
            .into_iter()
            .filter_map(|number| {
                let entry = self.index.entry(number).filter(|_| question.admits(self.index, number))?;
                let score = speaking
                    .iter()
                    .map(|(signal, weight)| weight * (signal.measure)(self, number, entry))
                    .sum();
                (score > 0.0).then_some((score, entry.published_at, number))
            })
            .collect();
        // Of equals the newest first, and never by chance.
        scored.sort_unstable_by(|one, other| {
            other.0.total_cmp(&one.0).then((other.1, other.2).cmp(&(one.1, one.2)))
        });
        let chosen = scored.into_iter().filter(|(_, _, number)| variety.takes(*number));
        chosen
            .take(question.wanted as usize)
            .filter_map(|(score, _, number)| self.explain(&speaking, score, number))
            .collect()
    }

    fn explain(&self, speaking: &[(&Signal, f64)], score: f64, number: u32) -> Option<Ranked> {
        let entry = self.index.entry(number)?;
        let mut parts = Vec::new();
        let mut loudest = (0.0, SIGNALS[SIGNALS.len() - 1].name);
        for (signal, weight) in speaking {
            let part = weight * (signal.measure)(self, number, entry);
            if part > loudest.0 {
                loudest = (part, signal.name);
            }
            if part != 0.0 {
                parts.push((signal.name, part));
            }
        }
        Some(Ranked { id: entry.id.clone(), score, parts, reason: loudest.1.reason(self, entry) })
    }
}
