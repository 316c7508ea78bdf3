//! Measures an index of 100,000 made-up articles of 600 words: one line of JSON for `scripts/bench recommendation`.
//!
//! Word frequencies follow Zipf's law: the n-th most frequent word has the weight 1/n. Every article belongs to one of 2,000 topics.
#![expect(clippy::unwrap_used, reason = "a step that fails ends the benchmark")]
#![expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "dice")]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_wrap,
    reason = "dice, and numbers below a million"
)]

use chrono::{DateTime, TimeDelta, Utc};
use domain::article::ArticleId;
use domain::recommendation::{ArticleFeatures, Loader, Settings};
use domain::recommendations::WANTED;
use domain::slug::Slug;
use server::clock::steady;

const ARTICLES: usize = 100_000;
const WORDS: usize = 600;
const VOCABULARY: usize = 60_000;
const STORIES: usize = 2_000;
const SECTIONS: [&str; 6] = ["nasional", "dunia", "ekonomi", "olahraga", "budaya", "sains"];
/// Number of timed calls, each for both lists.
const ASKED: usize = 5_000;

/// SplitMix64 generator with a fixed seed, so every run draws the same numbers.
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Draws a number between 0 and 1.
    fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, sides: usize) -> usize {
        (self.share() * sides as f64) as usize
    }
}

struct Paper {
    rng: Rng,
    /// Cumulative share of the text for each word together with all words that are more frequent.
    shares: Vec<f64>,
}

impl Paper {
    fn new() -> Self {
        let mut shares: Vec<f64> = Vec::with_capacity(VOCABULARY);
        for rank in 0..VOCABULARY {
            shares.push(shares.last().unwrap_or(&0.0) + 1.0 / (rank as f64 + 2.7));
        }
        let all = shares[VOCABULARY - 1];
        for share in &mut shares {
            *share /= all;
        }
        Self { rng: Rng(1), shares }
    }

    /// Draws the words of one article. Every eighth word comes from the sixty words of its topic.
    fn words(&mut self, story: usize, count: usize) -> String {
        let mut text = String::with_capacity(count * 8);
        for _ in 0..count {
            let word = if self.rng.share() < 0.12 {
                let own = (self.rng.share().powi(2) * 60.0) as usize;
                500 + (story * 60 + own * 17) % (VOCABULARY - 500)
            } else {
                let share = self.rng.share();
                self.shares.partition_point(|below| *below < share).min(VOCABULARY - 1)
            };
            text.extend([format!("kata{word:x} ")]);
        }
        text
    }

    fn article(&mut self, number: usize) -> ArticleFeatures {
        let story = (number * 2_654_435_761) % STORIES;
        ArticleFeatures {
            id: id(number),
            title: self.words(story, 9),
            summary: Some(self.words(story, 20)),
            body: self.words(story, WORDS),
            section: Slug::parse(SECTIONS[story % SECTIONS.len()]),
            topics: vec![Slug::from_text(&format!("topik {story}")).unwrap()],
            published_at: at(number),
            picture: Some(format!("{number}.jpg")),
            editor_pick: None,
        }
    }
}

fn id(number: usize) -> ArticleId {
    ArticleId::parse(&format!("a{number}")).unwrap()
}

fn at(number: usize) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap() + TimeDelta::minutes(number as i64 * 10)
}

/// Memory of this process in MiB, from the named line of `/proc/self/status`.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|found| found.starts_with(line)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Median and 99th percentile of the call's duration, in microseconds.
fn timed(mut ask: impl FnMut()) -> String {
    let mut times: Vec<u128> = (0..ASKED)
        .map(|_| {
            let begin = steady();
            ask();
            begin.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    format!("{{\"p50_us\":{},\"p99_us\":{}}}", times[ASKED / 2], times[ASKED * 99 / 100])
}

fn main() {
    let mut paper = Paper::new();
    let before = memory("VmRSS");
    let (mut loader, mut seconds) = (Loader::new(Settings::default()), 0.0);
    for number in 0..ARTICLES {
        let features = paper.article(number);
        let begin = steady();
        loader.add(&features);
        seconds += begin.elapsed().as_secs_f64();
    }
    let begin = steady();
    let mut index = loader.finish();
    seconds += begin.elapsed().as_secs_f64();
    let end = at(ARTICLES);
    // Simulated readers of the last two hours prefer recent articles.
    let fresh = |rng: &mut Rng| id(ARTICLES - 1 - (rng.share().powi(4) * 5_000.0) as usize);
    for read in 0..1_000_000_i64 {
        let (previous, article) = (fresh(&mut paper.rng), fresh(&mut paper.rng));
        let previous = (read % 2 == 0).then_some(&previous);
        index.record(previous, &article, end - TimeDelta::milliseconds(7_200_000 - read * 7), 1);
    }
    let (mib, peak) = (memory("VmRSS") - before, memory("VmHWM") - before);
    // Both lists, requested as an article page requests them.
    let page = timed(|| drop(index.beside(Some(&id(paper.rng.below(ARTICLES))), end, WANTED)));
    let read = timed(|| drop(index.beside(Some(&fresh(&mut paper.rng)), end, WANTED)));
    println!(
        "{{\"build_seconds\":{seconds:.1},\"mib\":{mib},\"peak_mib\":{peak},\"page\":{page},\"page_of_a_read_article\":{read}}}"
    );
}
