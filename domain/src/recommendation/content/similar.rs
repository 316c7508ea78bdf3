//! The similarity of one text to all others.

use super::Content;
use super::vector::Vector;

/// The words of a text that are looked up, the weightiest ones.
const ASKED: usize = 80;
/// The articles of one word that are looked at, the latest ones: it bounds the time that an answer takes.
const LOOKED_AT: usize = 1000;

/// Similarities of all texts to one.
#[derive(Debug)]
pub(crate) struct Similar<'a> {
    content: &'a Content,
    /// By article; still to be multiplied by the article's own scale.
    sums: Vec<f32>,
    touched: Vec<u32>,
}

impl<'a> Similar<'a> {
    pub(super) fn new(content: &'a Content, article: u32, vector: &Vector) -> Self {
        let sums = vec![0.0; content.vectors.len()];
        let mut similar = Self { content, sums, touched: Vec::new() };
        for (word, factor) in weightiest(content, vector, content.scales[article as usize]) {
            for (article, level) in content.postings[word as usize].last(LOOKED_AT) {
                let sum = &mut similar.sums[article as usize];
                if *sum == 0.0 {
                    similar.touched.push(article);
                }
                *sum += factor * f32::from(level);
            }
        }
        similar
    }

    /// The similarity to one article, 0 to 1.
    pub(in crate::recommendation) fn to(&self, article: u32) -> f64 {
        f64::from(self.score(article))
    }

    fn score(&self, article: u32) -> f32 {
        let place = article as usize;
        // A removed article has a place, but nothing leads to it.
        self.sums.get(place).map_or(0.0, |sum| sum * self.content.scales[place])
    }

    /// The `count` most similar articles that are admitted, most similar first.
    pub(in crate::recommendation) fn best(&self, count: usize, admits: &dyn Fn(u32) -> bool) -> Vec<u32> {
        let mut best: Vec<(f32, u32)> = Vec::with_capacity(count * 2);
        let mut least = 0.0;
        for article in &self.touched {
            let score = self.score(*article);
            // Asked last, as the answer lies elsewhere in memory.
            if score > least && admits(*article) {
                best.push((score, *article));
                if best.len() == count * 2 {
                    keep_best(&mut best, count);
                    least = best.iter().map(|(score, _)| *score).fold(f32::INFINITY, f32::min);
                }
            }
        }
        keep_best(&mut best, count);
        best.into_iter().map(|(_, article)| article).collect()
    }
}

fn keep_best(best: &mut Vec<(f32, u32)>, count: usize) {
    best.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)));
    best.truncate(count);
}

/// The weightiest words of a text that stand in others too, with what a level of each adds to the sum.
fn weightiest(content: &Content, vector: &Vector, scale: f32) -> Vec<(u32, f32)> {
    let shared = vector.words().filter(|(word, _)| content.postings[*word as usize].len() > 1);
    let mut weighed: Vec<(f32, f32, u32)> = shared
        .map(|(word, level)| {
            let rarity = content.rarity(word);
            let weight = f32::from(level) * rarity;
            (weight, weight * rarity * scale, word)
        })
        .collect();
    weighed.sort_unstable_by(|one, other| other.0.total_cmp(&one.0).then(one.2.cmp(&other.2)));
    weighed.truncate(ASKED);
    weighed.into_iter().map(|(_, factor, word)| (word, factor)).collect()
}
