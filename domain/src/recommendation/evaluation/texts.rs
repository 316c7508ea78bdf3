//! The textbook's ways to find similar texts, to compare with: BM25 of the 50 weightiest words, and the cosine of TF-IDF vectors.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

const WORDS_ASKED: usize = 50;
const K1: f64 = 1.2;
const B: f64 = 0.75;
/// Weight of a word in the headline.
const IN_TITLE: u32 = 3;

/// Number of times that each word occurs in a text.
type Counts = HashMap<u32, u32>;

/// All texts. Words go by their numbers.
pub(super) struct Texts {
    counts: Vec<Counts>,
    rarities: Vec<f64>,
    /// The Euclidean length of each text's TF-IDF vector.
    norms: Vec<f64>,
    mean_length: f64,
}

impl Texts {
    pub(super) fn new<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut numbers = HashMap::new();
        let texts: Vec<Counts> = texts.map(|(title, body)| count(title, body, &mut numbers)).collect();
        let mut frequencies = vec![0_u32; numbers.len()];
        for word in texts.iter().flat_map(HashMap::keys) {
            frequencies[*word as usize] += 1;
        }
        let all = f64::from(u32::try_from(texts.len()).unwrap_or(u32::MAX));
        let rarity = |with: u32| ((all - f64::from(with) + 0.5) / (f64::from(with) + 0.5)).ln_1p();
        let rarities = frequencies.into_iter().map(rarity).collect();
        let mean_length = texts.iter().map(length).sum::<f64>() / all.max(1.0);
        let mut all = Self { counts: texts, rarities, norms: Vec::new(), mean_length };
        let square = |(word, count): (&u32, &u32)| all.weight(*word, *count).powi(2);
        all.norms = all.counts.iter().map(|counts| counts.iter().map(square).sum::<f64>().sqrt()).collect();
        all
    }

    /// The weightiest words of a text.
    pub(super) fn question(&self, text: usize) -> Vec<u32> {
        let mut words: Vec<(f64, u32)> =
            self.counts[text].iter().map(|(word, count)| (self.weight(*word, *count), *word)).collect();
        words.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
        words.into_iter().take(WORDS_ASKED).map(|(_, word)| word).collect()
    }

    /// Score of a text for a query, by BM25.
    pub(super) fn bm25(&self, question: &[u32], text: usize) -> f64 {
        let counts = &self.counts[text];
        let penalty = K1 * (1.0 - B + B * length(counts) / self.mean_length);
        let found = question
            .iter()
            .filter_map(|word| Some((self.rarities[*word as usize], f64::from(*counts.get(word)?))));
        found.map(|(rarity, count)| rarity * count * (K1 + 1.0) / (count + penalty)).sum()
    }

    /// Similarity of two texts: the cosine of all their words.
    pub(super) fn cosine(&self, one: usize, other: usize) -> f64 {
        let (few, many) = (&self.counts[one], &self.counts[other]);
        let (few, many) = if few.len() <= many.len() { (few, many) } else { (many, few) };
        let shared = few.iter().filter_map(|(word, count)| Some((*word, *count, *many.get(word)?)));
        let product: f64 =
            shared.map(|(word, mine, theirs)| self.weight(word, mine) * self.weight(word, theirs)).sum();
        product / (self.norms[one] * self.norms[other]).max(f64::MIN_POSITIVE)
    }

    fn weight(&self, word: u32, count: u32) -> f64 {
        (1.0 + f64::from(count).ln()) * self.rarities[word as usize]
    }
}

fn count(title: &str, body: &str, numbers: &mut HashMap<String, u32>) -> Counts {
    let mut counts = Counts::new();
    for (text, times) in [(title, IN_TITLE), (body, 1)] {
        for word in text.to_lowercase().unicode_words().filter(|word| word.len() > 1) {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let number = *numbers.entry(word.to_owned()).or_insert(next);
            *counts.entry(number).or_default() += times;
        }
    }
    counts
}

fn length(counts: &Counts) -> f64 {
    counts.values().map(|count| f64::from(*count)).sum()
}
