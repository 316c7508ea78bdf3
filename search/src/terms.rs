//! The dictionary of an index: words like another one, and words that begin with some letters.

use std::collections::HashMap;

use tantivy::query::FuzzyTermQuery;
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

use crate::Error;

/// Terms that are looked at in each segment for one prefix.
const MOST_SCANNED: usize = 4_000;
/// Letters that a prefix has at least.
const SHORTEST_PREFIX: usize = 2;
/// Words that are taken for one that is not in the index.
const ALTERNATIVES: usize = 3;

/// Number of documents with a word.
pub fn frequency(searcher: &Searcher, field: Field, word: &str) -> Result<u64, Error> {
    searcher.doc_freq(&Term::from_field_text(field, word))
}

/// Words of the index within one typing error; if there are none and the word is long, within two. The most frequent first.
pub fn alike(searcher: &Searcher, field: Field, word: &str) -> Result<Vec<String>, Error> {
    let letters = word.chars().count();
    let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
    let most = if is_number || letters < 4 { 0 } else { 1 + u8::from(letters >= 8) };
    for errors in 1..=most {
        let automaton = FuzzyTermQuery::new(Term::from_field_text(field, word), errors, true);
        let mut found = Counts::default();
        for segment in searcher.segment_readers() {
            let index = segment.inverted_index(field)?;
            let mut stream = index.terms().search(automaton.automaton()?).into_stream()?;
            let mut scanned = 0;
            while scanned < MOST_SCANNED && stream.advance() {
                scanned += 1;
                found.add(stream.key(), stream.value().doc_freq);
            }
        }
        let first = word.chars().next();
        // Few mistake the first letter.
        let mut words = found.most_frequent(|candidate| candidate.chars().next() == first);
        if !words.is_empty() {
            words.truncate(ALTERNATIVES);
            return Ok(words);
        }
    }
    Ok(Vec::new())
}

/// At most `limit` terms that begin with these letters, the most frequent first.
pub fn beginning_with(
    searcher: &Searcher,
    field: Field,
    prefix: &str,
    limit: usize,
) -> Result<Vec<String>, Error> {
    if prefix.chars().count() < SHORTEST_PREFIX {
        return Ok(Vec::new());
    }
    let mut found = Counts::default();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut stream = index.terms().range().ge(prefix).into_stream()?;
        let mut scanned = 0;
        while scanned < MOST_SCANNED && stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
            scanned += 1;
            found.add(stream.key(), stream.value().doc_freq);
        }
    }
    let mut words = found.most_frequent(|_| true);
    words.truncate(limit);
    Ok(words)
}

/// Number of documents by term.
#[derive(Default)]
struct Counts(HashMap<String, u64>);

impl Counts {
    fn add(&mut self, term: &[u8], documents: u32) {
        if let Ok(term) = std::str::from_utf8(term) {
            *self.0.entry(term.to_owned()).or_default() += u64::from(documents);
        }
    }

    fn most_frequent(self, is_wanted: impl Fn(&str) -> bool) -> Vec<String> {
        let mut counted: Vec<_> = self.0.into_iter().filter(|(term, _)| is_wanted(term)).collect();
        counted.sort_by(|(a, many), (b, more)| more.cmp(many).then_with(|| a.cmp(b)));
        counted.into_iter().map(|(term, _)| term).collect()
    }
}
