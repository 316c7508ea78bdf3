//! Counting what is read: how often, never by whom. Nothing of a reader is kept, and what browsers report is believed within bounds only.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

use crate::article::ArticleId;
use crate::recommendation::Read;

/// Views that one network may report in a minute: a household reads less, and a school comes close.
const OF_NETWORK: u32 = 60;
/// Views of one article that one network may report in an hour. Many readers behind one address are counted too low; that harms no one.
const OF_NETWORK_AND_ARTICLE: u32 = 5;
/// Views of one article in a minute by all networks, on one server.
const OF_ARTICLE: u32 = 600;
/// What is kept in memory at most; what is beyond that is not counted.
const MOST_ENTRIES: usize = 100_000;
/// The stretch of time in which reads are counted together.
const BUCKET: TimeDelta = TimeDelta::minutes(1);

/// A page view, as a browser reports it.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Whose it is; `None` for this machine's own, which is not limited.
    pub network: Option<&'a str>,
    /// What is read.
    pub article: &'a ArticleId,
    /// What the same window showed before.
    pub previous: Option<&'a ArticleId>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Counts reports until somebody takes the counts away.
#[derive(Debug, Default)]
pub struct ReadCounter {
    /// Of this run of the program alone: what is kept of a network for an hour is a number that leads back to nobody.
    names: RandomState,
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    minute: i64,
    hour: i64,
    of_network: HashMap<u64, u32>,
    of_network_and_article: HashMap<(u64, ArticleId), u32>,
    of_article: HashMap<ArticleId, u32>,
    reads: HashMap<(DateTime<Utc>, Option<ArticleId>, ArticleId), u32>,
}

impl ReadCounter {
    /// Counts a view, unless there were too many already; says which of the two.
    pub fn report(&self, report: Report) -> bool {
        let network = report.network.map(|network| self.names.hash_one(network));
        let previous = report.previous.filter(|previous| *previous != report.article);
        let mut counts = self.counts();
        counts.begin(report.at);
        let counted = counts.admits(network, report.article);
        if counted {
            let bucket_at = report.at.duration_trunc(BUCKET).unwrap_or(report.at);
            let key = (bucket_at, previous.cloned(), report.article.clone());
            *counts.reads.entry(key).or_default() += 1;
        }
        counted
    }

    /// Takes away what was counted since the last time.
    pub fn take(&self) -> Vec<Read> {
        let reads = std::mem::take(&mut self.counts().reads);
        let read = |((bucket_at, previous, article), count)| Read { bucket_at, previous, article, count };
        reads.into_iter().map(read).collect()
    }

    /// Puts back what could not be kept, to be taken again.
    pub fn put_back(&self, reads: Vec<Read>) {
        let mut counts = self.counts();
        for read in reads {
            *counts.reads.entry((read.bucket_at, read.previous, read.article)).or_default() += read.count;
        }
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    /// Forgets the last minute's and the last hour's counts. A clock that is set back begins anew too.
    fn begin(&mut self, at: DateTime<Utc>) {
        let minute = at.timestamp().div_euclid(60);
        if self.minute != minute {
            self.minute = minute;
            self.of_network.clear();
            self.of_article.clear();
        }
        if self.hour != minute.div_euclid(60) {
            self.hour = minute.div_euclid(60);
            self.of_network_and_article.clear();
        }
    }

    fn admits(&mut self, network: Option<u64>, article: &ArticleId) -> bool {
        if let Some(network) = network {
            let both = (network, article.clone());
            let may = take(&mut self.of_network, network, OF_NETWORK)
                && take(&mut self.of_network_and_article, both, OF_NETWORK_AND_ARTICLE);
            if !may {
                return false;
            }
        }
        self.reads.len() < MOST_ENTRIES && take(&mut self.of_article, article.clone(), OF_ARTICLE)
    }
}

/// Counts one more, unless there are as many as there may be.
fn take<Key: std::hash::Hash + Eq>(counts: &mut HashMap<Key, u32>, key: Key, most: u32) -> bool {
    if counts.len() >= MOST_ENTRIES && !counts.contains_key(&key) {
        return false;
    }
    let count = counts.entry(key).or_default();
    *count += 1;
    *count <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u32) -> ArticleId {
        ArticleId::parse(&number.to_string()).unwrap()
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_020, 0).unwrap() + TimeDelta::seconds(seconds)
    }

    fn report(counter: &ReadCounter, network: Option<&str>, article: u32, seconds: i64) -> bool {
        counter.report(Report { network, article: &id(article), previous: None, at: at(seconds) })
    }

    fn total(counter: &ReadCounter) -> u32 {
        counter.take().iter().map(|read| read.count).sum()
    }

    #[test]
    fn views_of_a_minute_are_one_count() {
        let counter = ReadCounter::default();
        for (previous, seconds) in [(None, 0), (None, 59), (Some(1), 1), (Some(2), 61)] {
            let previous = previous.map(id);
            counter.report(Report {
                network: None,
                article: &id(2),
                previous: previous.as_ref(),
                at: at(seconds),
            });
        }
        let mut reads = counter.take();
        reads.sort_by_key(|read| (read.bucket_at, read.previous.clone()));
        let told: Vec<_> =
            reads.iter().map(|read| (read.bucket_at, read.previous.clone(), read.count)).collect();
        // Nobody comes to an article from itself.
        assert_eq!(told, [(at(0), None, 2), (at(0), Some(id(1)), 1), (at(60), None, 1)]);
        assert!(counter.take().is_empty());
        counter.put_back(reads);
        assert_eq!(total(&counter), 4);
    }

    #[test]
    fn one_network_cannot_inflate_an_article() {
        let counter = ReadCounter::default();
        let taken = (0..500).filter(|second| report(&counter, Some("203.0.113.9"), 1, *second)).count();
        assert_eq!(taken, 5);
        assert!(report(&counter, Some("203.0.113.10"), 1, 500), "others count on");
        assert!(report(&counter, Some("203.0.113.9"), 1, 3600), "an hour later");
    }

    #[test]
    fn one_network_counts_so_much_a_minute() {
        let counter = ReadCounter::default();
        let taken = (0..300).filter(|number| report(&counter, Some("203.0.113.9"), *number, 0)).count();
        assert_eq!(taken, 60);
        assert!(report(&counter, Some("203.0.113.9"), 1000, 60));
    }

    #[test]
    fn many_networks_together_stay_within_bounds() {
        let counter = ReadCounter::default();
        for number in 0..2000 {
            report(&counter, Some(&number.to_string()), 1, 0);
        }
        assert_eq!(total(&counter), 600);
    }
}
