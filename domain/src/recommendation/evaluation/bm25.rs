//! The textbook's way to find similar texts, to compare with: BM25 of the 50 weightiest words.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

const WORDS_ASKED: usize = 50;
const K1: f64 = 1.2;
const B: f64 = 0.75;

/// How often each word stands in a text.
type Counts = HashMap<String, u32>;

/// All texts.
pub(super) struct Bm25 {
    texts: Vec<Counts>,
    rarities: HashMap<String, f64>,
    mean_length: f64,
}

impl Bm25 {
    pub(super) fn new<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let texts: Vec<Counts> = texts.map(|(title, body)| count(title, body)).collect();
        let mut frequencies: HashMap<String, u32> = HashMap::new();
        for word in texts.iter().flat_map(HashMap::keys) {
            *frequencies.entry(word.clone()).or_default() += 1;
        }
        let all = f64::from(u32::try_from(texts.len()).unwrap_or(u32::MAX));
        let rarity = |with: u32| ((all - f64::from(with) + 0.5) / (f64::from(with) + 0.5)).ln_1p();
        let rarities = frequencies.into_iter().map(|(word, with)| (word, rarity(with))).collect();
        let mean_length = texts.iter().map(length).sum::<f64>() / all.max(1.0);
        Self { texts, rarities, mean_length }
    }

    /// The weightiest words of a text.
    pub(super) fn question(&self, text: usize) -> Vec<&str> {
        let weight = |(word, count): (&String, &u32)| (1.0 + f64::from(*count).ln()) * self.rarities[word];
        let mut words: Vec<(f64, &str)> =
            self.texts[text].iter().map(|(word, count)| (weight((word, count)), word.as_str())).collect();
        words.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(other.1)));
        words.into_iter().take(WORDS_ASKED).map(|(_, word)| word).collect()
    }

    /// How well a text answers.
    pub(super) fn score(&self, question: &[&str], text: usize) -> f64 {
        let counts = &self.texts[text];
        let penalty = K1 * (1.0 - B + B * length(counts) / self.mean_length);
        let found =
            question.iter().filter_map(|word| Some((self.rarities[*word], f64::from(*counts.get(*word)?))));
        found.map(|(rarity, count)| rarity * count * (K1 + 1.0) / (count + penalty)).sum()
    }
}

fn count(title: &str, body: &str) -> Counts {
    let mut counts = Counts::new();
    for text in [title, body] {
        for word in text.to_lowercase().unicode_words().filter(|word| word.len() > 1) {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
    }
    counts
}

fn length(counts: &Counts) -> f64 {
    counts.values().map(|count| f64::from(*count)).sum()
}
