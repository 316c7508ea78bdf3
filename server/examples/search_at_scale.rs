//! Measures a search index of 100,000 made-up articles of 600 words: one line of JSON for `scripts/bench search`.
//!
//! Word frequencies follow Zipf's law: the n-th most frequent word has the weight 1/n. The number of articles may be given.
#![expect(clippy::unwrap_used, reason = "a step that fails ends the benchmark")]
#![expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "dice")]
#![expect(clippy::cast_precision_loss, reason = "dice, and numbers below 2^53")]

use std::fs;
use std::path::Path;

use chrono::DateTime;
use domain::search::{PAGE, Scope, SearchQuery};
use search::evaluation::{Record, searchable};
use search::{Began, Origin, SearchIndex};
use server::clock::steady;

const ARTICLES: usize = 100_000;
const WORDS: usize = 600;
const VOCABULARY: usize = 60_000;
/// Number of timed searches of each kind.
const ASKED: usize = 1_000;

/// SplitMix64 generator with a fixed seed, so every run draws the same numbers.
struct Rng(u64);

impl Rng {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Draws words by Zipf's law.
    fn words(&mut self, count: usize) -> Vec<String> {
        let word = |share: f64| format!("kata{:x}", (VOCABULARY as f64).powf(share) as usize);
        (0..count).map(|_| word(self.share())).collect()
    }
}

/// Memory of this process in MiB, from the named line of `/proc/self/status`.
fn memory(line: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|found| found.starts_with(line)).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

fn bytes(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(
            |entry| {
                if entry.path().is_dir() { bytes(&entry.path()) } else { entry.metadata().unwrap().len() }
            },
        )
        .sum()
}

/// Median and 99th percentile of the duration of searches, in microseconds.
fn timed(index: &SearchIndex, mut query: impl FnMut() -> String) -> String {
    let mut times: Vec<u128> = (0..ASKED)
        .map(|_| {
            let query = SearchQuery { text: query(), ..SearchQuery::default() };
            let begin = steady();
            index.search_here(&query, &Scope::Public, PAGE, DateTime::UNIX_EPOCH).unwrap();
            begin.elapsed().as_micros()
        })
        .collect();
    times.sort_unstable();
    format!("{{\"p50_us\":{},\"p99_us\":{}}}", times[ASKED / 2], times[ASKED * 99 / 100])
}

fn main() {
    let articles = std::env::args().nth(1).map_or(ARTICLES, |number| number.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let (mut rng, index) = (Rng(1), SearchIndex::new(Some(folder.path().to_owned())));
    let origin = Origin { store: String::new(), policy: String::new() };
    let Ok(Began::Anew(mut writer)) = index.begin(&origin, false) else { panic!("the folder is empty") };
    let (mut seconds, mut text_bytes) = (0.0, 0);
    for number in 0..articles {
        let (title, text) = (rng.words(9).join(" "), rng.words(WORDS).join(" "));
        text_bytes += title.len() + text.len();
        let record = Record { id: format!("a{number}"), title, text: String::new() };
        let article = searchable(&record, &text).unwrap();
        let begin = steady();
        writer.put(&article).unwrap();
        seconds += begin.elapsed().as_secs_f64();
    }
    let begin = steady();
    let writer = writer.finish(&index).unwrap();
    seconds += begin.elapsed().as_secs_f64();
    let share = bytes(folder.path()) as f64 / text_bytes as f64;
    let peak = memory("VmHWM");
    let few = timed(&index, || rng.words(3).join(" "));
    let mut rng = Rng(2);
    let mistyped = timed(&index, || format!("{}x {}", rng.words(1)[0], rng.words(1)[0]));
    let mut rng = Rng(3);
    let phrase = timed(&index, || format!("\"{}\"", rng.words(2).join(" ")));
    let mut rng = Rng(4);
    let pasted = timed(&index, || rng.words(100).join(" "));
    drop(writer);
    println!(
        "{{\"articles\":{articles},\"build_seconds\":{seconds:.1},\"articles_per_second\":{:.0},\"index_over_texts\":{share:.3},\
         \"peak_mib\":{peak},\"serving_mib\":{},\"few\":{few},\"mistyped\":{mistyped},\"phrase\":{phrase},\"pasted\":{pasted}}}",
        articles as f64 / seconds,
        memory("RssAnon")
    );
}
