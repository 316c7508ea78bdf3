//! Baselines that look for visits like this one: VMIS-kNN (Kersbergen et al. 2022) and STAN (Garg et al. 2019).

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::visits::{Baseline, Scores, Visit, Visits};

/// The neighbours that are heard, the most similar ones.
const NEIGHBOURS: usize = 100;
/// The latest visits with an article that are looked at.
const LOOKED_AT: usize = 300;
/// Of STAN: what a place in the visit, the time since a neighbour, and a place in the neighbour are worth.
const OWN_PLACES: f64 = 2.0;
const HOURS: f64 = 2.0;
const THEIR_PLACES: f64 = 2.0;

/// Session kNN as VMIS-kNN: visits that share late articles, each article by its rarity.
pub(super) struct SessionKnn;

/// Session kNN that knows order and time.
pub(super) struct Stan;

impl Baseline for SessionKnn {
    fn name(&self) -> &'static str {
        "session kNN (VMIS)"
    }

    fn scores(&self, visits: &Visits, visit: &[u32], _: DateTime<Utc>) -> Scores {
        let length = count(visit.len());
        let found = neighbours(visits, visit, |place, _| place / length);
        let mut scores = Scores::new();
        for (visit_of, similarity) in found {
            let neighbour = &visits.all[visit_of];
            let latest = visit.iter().rev().position(|own| neighbour.articles.contains(own)).unwrap_or(0);
            let weight = similarity * (1.0 - 0.1 * count(latest)).max(0.0);
            for article in distinct(neighbour) {
                *scores.entry(article).or_default() += weight * (1.0 + visits.rarity(article));
            }
        }
        scores
    }
}

impl Baseline for Stan {
    fn name(&self) -> &'static str {
        "STAN"
    }

    fn scores(&self, visits: &Visits, visit: &[u32], at: DateTime<Utc>) -> Scores {
        let length = count(visit.len());
        let found = neighbours(visits, visit, |place, neighbour| {
            let hours = (at - neighbour.last_at).as_seconds_f64() / 3600.0;
            let worth = ((place - length) / OWN_PLACES).exp() * (-hours / HOURS).exp();
            worth / (length * count(neighbour.articles.len())).sqrt()
        });
        let mut scores = Scores::new();
        for (visit_of, similarity) in found {
            let articles = &visits.all[visit_of].articles;
            let shared = articles.iter().rposition(|article| visit.contains(article)).unwrap_or(0);
            for (place, article) in articles.iter().enumerate() {
                let far = count(place.abs_diff(shared));
                *scores.entry(*article).or_default() += similarity * (-far / THEIR_PLACES).exp();
            }
        }
        scores
    }
}

/// The visits most like this one. `worth` says what an article at a place, counted from 1, adds for a visit that has it.
fn neighbours(visits: &Visits, visit: &[u32], worth: impl Fn(f64, &Visit) -> f64) -> Vec<(usize, f64)> {
    let mut similar: HashMap<usize, f64> = HashMap::new();
    for (place, article) in visit.iter().enumerate().filter(|(place, own)| !visit[place + 1..].contains(own))
    {
        for other in visits.with(*article).rev().take(LOOKED_AT) {
            *similar.entry(other).or_default() += worth(count(place + 1), &visits.all[other]);
        }
    }
    let mut similar: Vec<(usize, f64)> = similar.into_iter().collect();
    // Of equals the later visit.
    similar.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(other.0.cmp(&one.0)));
    similar.truncate(NEIGHBOURS);
    similar
}

fn distinct(visit: &Visit) -> impl Iterator<Item = u32> + '_ {
    let articles = visit.articles.iter().enumerate();
    articles
        .filter(|(place, article)| !visit.articles[..*place].contains(article))
        .map(|(_, article)| *article)
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
