//! Baselines that count pairs: sequential rules, and items that are read in the same visits.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::visits::{Baseline, Scores, Visits};

/// Maximum distance in a visit between a click and a later one that it counts for.
const STEPS: usize = 10;
/// Number of the latest clicks of a visit that contribute to a prediction; `DECAY` weighs each less than the one after it.
const ASKED: usize = 5;
const DECAY: f64 = 0.6;
const HALF_LIFE_HOURS: f64 = 2.0;
/// Added to the length of item vectors, so that two articles of one visit are not one.
const SHRINK: f64 = 20.0;

/// Counts of articles that were read after others in a visit, with a half-life of two hours.
#[derive(Default)]
pub(super) struct SequentialRules {
    rules: HashMap<u32, Scores>,
    began_at: Option<DateTime<Utc>>,
}

impl Baseline for SequentialRules {
    fn name(&self) -> &'static str {
        "sequential rules, half-life 2 h"
    }

    fn scores(&self, _: &Visits, visit: &[u32], _: DateTime<Utc>) -> Scores {
        let mut scores = Scores::new();
        let mut weight = 1.0;
        for from in visit.iter().rev().take(ASKED) {
            for (to, count) in self.rules.get(from).into_iter().flatten() {
                *scores.entry(*to).or_default() += weight * count;
            }
            weight *= DECAY;
        }
        scores
    }

    fn learn(&mut self, visit: &[u32], at: DateTime<Utc>) {
        let began_at = *self.began_at.get_or_insert(at);
        // Later pairs grow instead of earlier ones fading: only the order matters.
        let worth = ((at - began_at).as_seconds_f64() / 3600.0 / HALF_LIFE_HOURS).exp2();
        let Some((to, before)) = visit.split_last() else { return };
        for (from, step) in before.iter().rev().take(STEPS).zip(1..).filter(|(from, _)| *from != to) {
            *self.rules.entry(*from).or_default().entry(*to).or_default() += worth / f64::from(step);
        }
    }
}

/// Similarity of articles that are read in the same visits, in any order: the cosine of items.
#[derive(Default)]
pub(super) struct ItemKnn {
    together: HashMap<u32, Scores>,
    clicks: HashMap<u32, f64>,
}

impl Baseline for ItemKnn {
    fn name(&self) -> &'static str {
        "item-kNN"
    }

    fn scores(&self, _: &Visits, visit: &[u32], _: DateTime<Utc>) -> Scores {
        let Some(last) = visit.last() else { return Scores::new() };
        let clicks = |item: &u32| self.clicks.get(item).copied().unwrap_or_default();
        let cosine = |(to, count): (&u32, &f64)| (*to, count / ((clicks(last) * clicks(to)).sqrt() + SHRINK));
        self.together.get(last).into_iter().flatten().map(cosine).collect()
    }

    fn learn(&mut self, visit: &[u32], _: DateTime<Utc>) {
        let Some((to, before)) = visit.split_last() else { return };
        *self.clicks.entry(*to).or_default() += 1.0;
        for from in before.iter().rev().take(STEPS).filter(|from| *from != to) {
            for (one, other) in [(from, to), (to, from)] {
                *self.together.entry(*one).or_default().entry(*other).or_default() += 1.0;
            }
        }
    }
}
