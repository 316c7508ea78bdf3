//! From a text to the words that are counted.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use unicode_segmentation::UnicodeSegmentation;

/// Weight of a word by its place. A headline names the subject of the article, and the lead nearly does.
const IN_TITLE: u16 = 3;
const IN_SUMMARY: u16 = 2;
const IN_LEAD: u16 = 2;
const IN_BODY: u16 = 1;
/// The characters of a body that make its lead.
const LEAD: usize = 600;

/// Numbers for words, given as they come. No stop words and no stems: rare words weigh more anyhow, and
/// neither list helped when measured (`docs/recommendation.md`).
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    numbers: HashMap<Box<str>, u32>,
}

/// Number of times that each word of an article counts, by the number of the word.
pub(super) type Counts = Vec<(u32, u16)>;

impl Vocabulary {
    /// Number of known words.
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Counts the words of an article, in the order of their numbers.
    pub(super) fn count(&mut self, title: &str, summary: Option<&str>, body: &str) -> Counts {
        let lead_end = body.char_indices().nth(LEAD).map_or(body.len(), |(at, _)| at);
        let (lead, rest) = body.split_at(lead_end);
        let parts =
            [(title, IN_TITLE), (summary.unwrap_or(""), IN_SUMMARY), (lead, IN_LEAD), (rest, IN_BODY)];
        let mut counts: HashMap<u32, u16> = HashMap::new();
        for (text, times) in parts {
            for word in text.to_lowercase().unicode_words().filter(|word| word.len() > 1) {
                let count = counts.entry(self.number(word)).or_default();
                *count = count.saturating_add(times);
            }
        }
        let mut counts: Counts = counts.into_iter().collect();
        counts.sort_unstable();
        counts
    }

    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        self.numbers.insert(word.into(), number);
        number
    }
}

/// Key that is equal for headlines that differ only in case, punctuation and spaces; `None` for one without words.
pub(super) fn title_key(title: &str) -> Option<u64> {
    let title = title.to_lowercase();
    let mut words = title.unicode_words().peekable();
    words.peek()?;
    // Of fixed keys: nobody gains by two headlines that are taken for one.
    let mut hasher = DefaultHasher::new();
    words.for_each(|word| word.hash(&mut hasher));
    Some(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_by_where_they_stand() {
        let mut vocabulary = Vocabulary::default();
        let counts = vocabulary.count("Banjir Semarang", Some("Banjir"), "BANJIR, di Semarang! Évian 北京");
        let numbers = ["banjir", "semarang", "di", "évian"].map(|word| vocabulary.numbers[word]);
        let count = |number| counts.iter().find(|(word, _)| *word == number).map(|(_, count)| *count);
        assert_eq!(numbers.map(count), [Some(7), Some(5), Some(2), Some(2)]);
    }

    #[test]
    fn words_behind_the_lead_count_once() {
        let body = format!("{} ekor", "kata ".repeat(120));
        let mut vocabulary = Vocabulary::default();
        let counts = vocabulary.count("", None, &body);
        assert_eq!(counts, [(vocabulary.numbers["kata"], 240), (vocabulary.numbers["ekor"], 1)]);
    }

    #[test]
    fn headlines_are_equal_without_case_signs_and_spaces() {
        assert_eq!(title_key("Banjir, di  Semarang!"), title_key("BANJIR di Semarang"));
        assert_ne!(title_key("Banjir di Semarang"), title_key("Banjir di Demak"));
        assert_eq!(title_key("!!!"), None);
    }
}
