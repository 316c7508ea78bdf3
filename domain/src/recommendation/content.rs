//! Similarity of texts: the cosine of tf-idf vectors, with an inverted index that is updated continuously.

mod postings;
mod similar;
mod vector;

pub(super) use similar::Similar;
pub(super) use vector::Vector;

use postings::Postings;

use super::words::Vocabulary;

/// The words of a text that are kept, the weightiest ones.
const KEPT: usize = 128;

/// All texts. Articles and words go by their numbers.
#[derive(Debug, Default)]
pub(super) struct Content {
    vocabulary: Vocabulary,
    /// Number of texts from which `frequencies` was computed.
    learnt: u32,
    /// In how many texts each word stands. Texts that were removed or replaced still count: it is what the
    /// language is like, not what is there.
    frequencies: Vec<u32>,
    postings: Vec<Postings>,
    /// The weightiest words of each article's text.
    vectors: Vec<Option<Vector>>,
    /// One by the Euclidean length of each vector, levels times rarities.
    scales: Vec<f32>,
    /// Number of texts when all scales were last computed.
    scaled_at: u32,
}

impl Content {
    /// Counts the words of an article.
    pub(super) fn count(&mut self, title: &str, summary: Option<&str>, body: &str) -> Vector {
        let counts = self.vocabulary.count(title, summary, body);
        self.frequencies.resize(self.vocabulary.len(), 0);
        self.postings.resize_with(self.vocabulary.len(), Postings::default);
        let levels: Vec<_> = counts.into_iter().map(|(word, count)| (word, vector::level(count))).collect();
        Vector::new(&levels)
    }

    /// Learns from a new text which words are common.
    pub(super) fn learn(&mut self, text: &Vector) {
        self.learnt += 1;
        for (word, _) in text.words() {
            self.frequencies[word as usize] += 1;
        }
        // The first texts came when every word was rare. Rare itself: a paper grows by a quarter seldom.
        if self.learnt > self.scaled_at + self.scaled_at / 4 {
            self.scaled_at = self.learnt;
            let scales =
                self.vectors.iter().map(|vector| vector.as_ref().map_or(0.0, |vector| self.scale(vector)));
            self.scales = scales.collect();
        }
    }

    /// Puts a text in the place of the one that the article had, if any.
    pub(super) fn place(&mut self, article: u32, text: &Vector) {
        self.remove(article);
        let mut weighed: Vec<_> = text.words().collect();
        let weight = |(word, level): &(u32, u8)| f32::from(*level) * self.rarity(*word);
        if weighed.len() > KEPT {
            weighed.select_nth_unstable_by(KEPT, |one, other| {
                weight(other).total_cmp(&weight(one)).then(one.0.cmp(&other.0))
            });
            weighed.truncate(KEPT);
            weighed.sort_unstable();
        }
        for (word, level) in &weighed {
            self.postings[*word as usize].insert(article, *level);
        }
        let place = article as usize;
        if self.vectors.len() <= place {
            self.vectors.resize_with(place + 1, || None);
            self.scales.resize(place + 1, 0.0);
        }
        let vector = Vector::new(&weighed);
        self.scales[place] = self.scale(&vector);
        self.vectors[place] = Some(vector);
    }

    /// Forgets the text of an article.
    pub(super) fn remove(&mut self, article: u32) {
        if let Some(vector) = self.vectors.get_mut(article as usize).and_then(Option::take) {
            for (word, _) in vector.words() {
                self.postings[word as usize].remove(article);
            }
        }
    }

    /// Gives back memory that bulk loading left over.
    pub(super) fn shrink(&mut self) {
        self.postings.iter_mut().for_each(Postings::shrink);
    }

    /// Similarity of every other text to this one; `None` if the article has no text.
    pub(super) fn similar(&self, article: u32) -> Option<Similar<'_>> {
        Some(Similar::new(self, article, self.vector(article)?))
    }

    /// Similarity of two texts, 0 to 1; 0 if one is missing.
    pub(super) fn likeness(&self, one: u32, other: u32) -> f64 {
        let Some((first, second)) = self.vector(one).zip(self.vector(other)) else { return 0.0 };
        let product = first.product(second, |word| self.rarity(word));
        f64::from(product * self.scales[one as usize] * self.scales[other as usize])
    }

    fn vector(&self, article: u32) -> Option<&Vector> {
        self.vectors.get(article as usize)?.as_ref()
    }

    fn scale(&self, vector: &Vector) -> f32 {
        let square: f32 =
            vector.words().map(|(word, level)| (f32::from(level) * self.rarity(word)).powi(2)).sum();
        if square > 0.0 { square.sqrt().recip() } else { 0.0 }
    }

    /// Weight of a word: small if many texts contain it (the idf of BM25).
    fn rarity(&self, word: u32) -> f32 {
        // A text that replaced another brings words of which nothing was learnt.
        let with = f64::from(self.frequencies[word as usize].max(1));
        let without = (f64::from(self.learnt) - with).max(0.0);
        vector::narrow(((without + 0.5) / (with + 0.5)).ln_1p())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(texts: &[&str]) -> Content {
        let mut content = Content::default();
        let counts: Vec<Vector> = texts.iter().map(|text| content.count("", None, text)).collect();
        for text in &counts {
            content.learn(text);
        }
        for (article, counts) in (0..).zip(&counts) {
            content.place(article, counts);
        }
        content
    }

    #[test]
    fn rare_words_make_texts_similar() {
        let content = content(&[
            "banjir rob di semarang utara",
            "rob melanda semarang di pagi hari",
            "presiden di jakarta di pagi hari",
            "harga beras di pasar",
        ]);
        let similar = content.similar(0).unwrap();
        assert_eq!(similar.best(9, &|article| article != 0), [1, 2, 3]);
        assert!(similar.to(1) > 5.0 * similar.to(2));
        assert!((content.likeness(0, 0) - 1.0).abs() < 1e-4);
        assert!((similar.to(1) - content.likeness(0, 1)).abs() < 1e-4);
    }

    #[test]
    fn a_text_that_is_replaced_or_removed_is_found_no_more() {
        let mut content = content(&["banjir rob semarang", "banjir rob", "harga beras"]);
        let counts = content.count("", None, "harga beras naik");
        content.place(1, &counts);
        assert_eq!(content.similar(0).unwrap().best(9, &|article| article != 0), [0_u32; 0]);
        assert_eq!(content.similar(2).unwrap().best(9, &|article| article != 2), [1]);
        content.remove(1);
        assert_eq!(content.similar(2).unwrap().best(9, &|article| article != 2), [0_u32; 0]);
        assert!(content.similar(1).is_none());
    }

    #[test]
    fn a_long_text_keeps_its_weightiest_words() {
        let words: String = (0..1000).map(|word| format!("kata{word} ")).collect();
        let content = content(&[&words]);
        assert_eq!(content.vectors[0].as_ref().unwrap().words().count(), KEPT);
        assert_eq!(content.postings.iter().filter(|postings| postings.len() > 0).count(), KEPT);
    }
}
