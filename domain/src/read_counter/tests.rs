//! Tests of the reads that are counted, and of those that are not.

use std::sync::atomic::{AtomicU64, Ordering};

use super::*;

/// Never the same number twice.
#[derive(Default)]
struct Counting(AtomicU64);

impl Rng for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        let number = self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes();
        bytes.iter_mut().zip(number.iter().cycle()).for_each(|(byte, of)| *byte = *of);
    }
}

fn id(number: u32) -> ArticleId {
    ArticleId::parse(&number.to_string()).unwrap()
}

fn at(seconds: i64) -> DateTime<Utc> {
    // The beginning of an hour.
    DateTime::from_timestamp(1_780_002_000, 0).unwrap() + TimeDelta::seconds(seconds)
}

/// A site, and the source of randomness of its tokens.
struct Site {
    counter: ReadCounter,
    rng: Counting,
}

impl Site {
    fn new() -> Self {
        let rng = Counting::default();
        Self { counter: ReadCounter::new(ReadKey::random(&rng)), rng }
    }

    /// A reader opens a page, and has read it five seconds later.
    fn read(&self, network: Option<&str>, previous: Option<u32>, article: u32, seconds: i64) -> bool {
        let opened_at = at(seconds) - TimeDelta::seconds(5);
        let token = self.counter.open(&id(article), network, opened_at, &self.rng);
        self.bring(&token, network, previous, article, seconds)
    }

    fn bring(
        &self,
        token: &str,
        network: Option<&str>,
        previous: Option<u32>,
        article: u32,
        seconds: i64,
    ) -> bool {
        let (article, previous) = (id(article), previous.map(id));
        let previous = previous.as_ref();
        self.counter.report(Report { token, network, article: &article, previous, at: at(seconds) })
    }

    /// Counts of each transition, and of each article that was opened without one before it.
    fn taken(&self) -> Vec<(Option<ArticleId>, ArticleId, u32)> {
        let mut reads = self.counter.take();
        reads.sort_by_key(|read| (read.bucket_at, read.previous.clone(), read.article.clone()));
        reads.into_iter().map(|read| (read.previous, read.article, read.count)).collect()
    }

    fn total(&self) -> u32 {
        self.taken().iter().map(|(.., count)| count).sum()
    }
}

fn network(number: usize) -> String {
    format!("203.0.113.{number}")
}

#[test]
fn a_report_without_having_opened_the_page_is_not_counted() {
    let site = Site::new();
    for token in ["", "AAAA"] {
        assert!(!site.bring(token, None, None, 1, 0));
    }
    // Nor one that comes at once, nor that of another article.
    let token = site.counter.open(&id(1), None, at(0), &site.rng);
    assert!(!site.bring(&token, None, None, 1, 0) && !site.bring(&token, None, None, 2, 5));
    assert_eq!(site.total(), 0);
}

#[test]
fn a_token_counts_once() {
    let site = Site::new();
    let token = site.counter.open(&id(1), None, at(0), &site.rng);
    let counted: Vec<bool> = (0..1800).map(|second| site.bring(&token, None, None, 1, second)).collect();
    assert_eq!(counted.iter().filter(|counted| **counted).count(), 1);
    // Over the turn of the hour too.
    let site = Site::new();
    let token = site.counter.open(&id(1), None, at(3500), &site.rng);
    assert!(site.bring(&token, None, None, 1, 3590) && !site.bring(&token, None, None, 1, 3610));
}

#[test]
fn views_of_a_minute_are_one_count() {
    let site = Site::new();
    for (previous, seconds) in [(None, 0), (None, 59), (Some(2), 61)] {
        assert!(site.read(None, previous, 2, seconds));
    }
    let reads = site.counter.take();
    let mut told: Vec<_> =
        reads.iter().map(|read| (read.bucket_at, read.previous.clone(), read.count)).collect();
    told.sort();
    // Nobody comes to an article from itself.
    assert_eq!(told, [(at(0), None, 2), (at(60), None, 1)]);
    assert!(site.counter.take().is_empty());
    site.counter.put_back(reads);
    assert_eq!(site.total(), 3);
}

#[test]
fn a_way_is_a_trail_from_the_third_network_on() {
    let site = Site::new();
    for (number, times) in [(1, 2), (1, 1), (2, 1), (3, 1), (4, 1)] {
        (0..times).for_each(|_| {
            site.read(Some(&network(number)), Some(1), 2, 0);
        });
    }
    // The two networks that came first were read, and left no transition; so did a third view of one of them.
    assert_eq!(site.taken(), [(None, id(2), 3), (Some(id(1)), id(2), 2)]);
    // This machine is one network, however often it reports.
    (0..50).for_each(|_| {
        site.read(None, Some(3), 4, 0);
    });
    assert_eq!(site.taken(), [(None, id(4), 50)]);
    // The next day begins anew.
    site.read(Some(&network(5)), Some(1), 2, 86_400);
    assert_eq!(site.taken(), [(None, id(2), 1)]);
}

#[test]
fn one_network_cannot_inflate_an_article() {
    let site = Site::new();
    let taken = (0..500).filter(|second| site.read(Some(&network(9)), None, 1, *second)).count();
    assert_eq!(taken, 2);
    assert!(site.read(Some(&network(10)), None, 1, 500), "others count on");
    assert!(site.read(Some(&network(9)), None, 1, 3600), "an hour later");
}

#[test]
fn one_network_counts_so_much_a_minute() {
    let site = Site::new();
    let taken = (0..300).filter(|number| site.read(Some(&network(9)), None, *number, 0)).count();
    assert_eq!(taken, 60);
    assert!(site.read(Some(&network(9)), None, 1000, 60));
}

#[test]
fn many_networks_together_stay_within_bounds() {
    let site = Site::new();
    for number in 0..2000 {
        site.read(Some(&network(number)), None, 1, 0);
    }
    assert_eq!(site.total(), 600);
}
