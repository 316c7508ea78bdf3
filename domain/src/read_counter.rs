//! Counting what is read: how often, never by whom. Nothing of a reader is kept, and what browsers report is believed within bounds only.

mod token;

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, DurationRound, TimeDelta, Utc};

use crate::account::Rng;
use crate::article::ArticleId;
use crate::recommendation::Read;
use token::Nonce;
pub use token::ReadKey;

/// Views that one network may report in a minute: a household reads less, and a school comes close.
const OF_NETWORK: u32 = 60;
/// Views of one article that one network may report in an hour: somebody, and somebody who sits beside. Many readers behind one address are counted too low; that harms no one.
const OF_NETWORK_AND_ARTICLE: u32 = 2;
/// Views of one article in a minute by all networks, on one server.
const OF_ARTICLE: u32 = 600;
/// In how many networks of a day somebody must have gone from one article to another before that counts as a transition.
const NETWORKS_OF_TRAIL: usize = 3;
/// Maximum number of entries in memory; reads beyond it are not counted.
const MOST_ENTRIES: usize = 100_000;
/// The stretch of time in which reads are counted together.
const BUCKET: TimeDelta = TimeDelta::minutes(1);

/// A page view, as a browser reports it.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Token that the page received when it was opened.
    pub token: &'a str,
    /// Network of the reader; `None` for loopback, which is not limited.
    pub network: Option<&'a str>,
    /// Article that is read.
    pub article: &'a ArticleId,
    /// Article that the same window showed before.
    pub previous: Option<&'a ArticleId>,
    pub at: DateTime<Utc>,
}

/// Counts reports until somebody takes the counts away.
#[derive(Debug)]
pub struct ReadCounter {
    key: ReadKey,
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    minute: i64,
    hour: i64,
    day: i64,
    /// Hasher with keys of this day and this process: the hash of a network cannot be traced back or compared later.
    names: RandomState,
    of_network: HashMap<u64, u32>,
    of_network_and_article: HashMap<(u64, ArticleId), u32>,
    of_article: HashMap<ArticleId, u32>,
    /// The first networks of each way from one article to another.
    of_trail: HashMap<(ArticleId, ArticleId), Vec<u64>>,
    /// The tokens that were brought back in this hour and the last one.
    used: [HashSet<Nonce>; 2],
    reads: HashMap<(DateTime<Utc>, Option<ArticleId>, ArticleId), u32>,
}

impl ReadCounter {
    /// A counter that believes tokens of this key.
    pub fn new(key: ReadKey) -> Self {
        Self { key, counts: Mutex::default() }
    }

    /// Token for a page that is opened; its report brings the token back once the page has been read.
    pub fn open(
        &self,
        article: &ArticleId,
        network: Option<&str>,
        at: DateTime<Utc>,
        rng: &dyn Rng,
    ) -> String {
        self.key.issue(article, network, at, rng)
    }

    /// Counts a view, unless the page was not open before or there were too many already; says which of the two.
    pub fn report(&self, report: Report) -> bool {
        let verified = self.key.verify(report.token, report.article, report.network, report.at);
        let Some(nonce) = verified else { return false };
        let mut counts = self.counts();
        counts.begin(report.at);
        let network = report.network.map(|network| counts.names.hash_one(network));
        let counted = counts.is_first_use(nonce) && counts.admits(network, report.article);
        if counted {
            let previous = report.previous.filter(|previous| *previous != report.article);
            let previous = previous.filter(|previous| counts.is_trail(network, previous, report.article));
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
            self.used.swap(0, 1);
            self.used[0].clear();
        }
        if self.day != self.hour.div_euclid(24) {
            self.day = self.hour.div_euclid(24);
            self.of_trail.clear();
            self.names = RandomState::new();
        }
    }

    /// Whether a token was not brought back before.
    fn is_first_use(&mut self, nonce: Nonce) -> bool {
        !self.used[1].contains(&nonce) && self.used[0].len() < MOST_ENTRIES && self.used[0].insert(nonce)
    }

    /// Whether readers of several networks went this way: what one alone reports leads nobody.
    fn is_trail(&mut self, network: Option<u64>, previous: &ArticleId, article: &ArticleId) -> bool {
        let way = (previous.clone(), article.clone());
        if self.of_trail.len() >= MOST_ENTRIES && !self.of_trail.contains_key(&way) {
            return false;
        }
        let networks = self.of_trail.entry(way).or_default();
        // This machine is one network.
        let network = network.unwrap_or_default();
        if networks.len() < NETWORKS_OF_TRAIL && !networks.contains(&network) {
            networks.push(network);
        }
        networks.len() == NETWORKS_OF_TRAIL
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
mod tests;
