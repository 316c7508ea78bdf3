//! Adding up how well lists do.

use std::collections::HashSet;
use std::time::Duration;

use super::{PLACES, Row};
use crate::article::ArticleId;

/// Results so far of one way of ranking.
#[derive(Debug, Default)]
pub(super) struct Tally {
    hits: f64,
    reciprocal_ranks: f64,
    gains_5: f64,
    gains_10: f64,
    shown: HashSet<ArticleId>,
    took: Vec<Duration>,
}

impl Tally {
    /// Judges one list by what was right.
    pub(super) fn judge(&mut self, list: Vec<ArticleId>, right: &[ArticleId], took: Duration) {
        let places = 1..=PLACES;
        let hits: Vec<u32> =
            places.zip(&list).filter(|(_, id)| right.contains(id)).map(|(place, _)| place).collect();
        if let Some(first) = hits.first() {
            self.hits += 1.0;
            self.reciprocal_ranks += 1.0 / f64::from(*first);
        }
        self.gains_5 += gain(hits.iter().copied(), 5) / gain(1..=number(right.len()).min(5), 5).max(1.0);
        self.gains_10 += gain(hits.iter().copied(), 10) / gain(1..=number(right.len()).min(10), 10).max(1.0);
        self.shown.extend(list.into_iter().take(PLACES as usize));
        self.took.push(took);
    }

    /// The result; of `articles` it is told how many were shown.
    pub(super) fn row(mut self, name: &str, articles: &HashSet<&ArticleId>) -> Row {
        self.took.sort_unstable();
        let asked = f64::from(number(self.took.len())).max(1.0);
        let shown = self.shown.iter().filter(|id| articles.contains(id)).count();
        Row {
            name: name.to_owned(),
            asked: self.took.len(),
            hit_rate_10: self.hits / asked,
            reciprocal_rank_10: self.reciprocal_ranks / asked,
            gain_5: self.gains_5 / asked,
            gain_10: self.gains_10 / asked,
            coverage: f64::from(number(shown)) / f64::from(number(articles.len())).max(1.0),
            p50_us: microseconds(&self.took, 50),
            p99_us: microseconds(&self.took, 99),
        }
    }
}

fn gain(places: impl Iterator<Item = u32>, most: u32) -> f64 {
    places.filter(|place| *place <= most).map(|place| 1.0 / f64::from(place + 1).log2()).sum()
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn microseconds(sorted: &[Duration], percent: usize) -> f64 {
    sorted.get(sorted.len() * percent / 100).map_or(0.0, |took| took.as_secs_f64() * 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_judged_by_the_places_of_what_was_right() {
        let ids = |words: &[&str]| -> Vec<ArticleId> {
            words.iter().map(|id| ArticleId::parse(id).unwrap()).collect()
        };
        let mut tally = Tally::default();
        tally.judge(ids(&["a", "b", "c"]), &ids(&["b"]), Duration::from_micros(3));
        tally.judge(ids(&["a", "b", "c"]), &ids(&["x", "y"]), Duration::from_micros(5));
        // What could not be opened is not covered, however often it is shown.
        let all = ids(&["a", "b", "x", "y"]);
        let row = tally.row("blend", &all.iter().collect());
        let found = [row.hit_rate_10, row.reciprocal_rank_10, row.gain_10, row.coverage, row.p50_us];
        for (found, expected) in found.into_iter().zip([0.5, 0.25, 0.315_464_8, 0.5, 5.0]) {
            assert!((found - expected).abs() < 1e-6, "{found} {expected}");
        }
    }
}
