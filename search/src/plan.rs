//! Queries of readers as queries of the index.

use domain::article::{Edition, Language};
use domain::search::{ArticleClass, Filters, MOST_WORDS, ParsedQuery, Readable, stem};
use domain::slug::Slug;
use std::ops::Bound;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, Occur, PhraseQuery, Query, RangeQuery, TermQuery,
    TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

use crate::Error;
use crate::fields::Fields;
use crate::terms::{alike, beginning_with, frequency};

/// Weight of a word in a field.
const TITLE: f32 = 0.9;
const LEAD: f32 = 0.6;
const TEXT: f32 = 1.0;
const NAMES: f32 = 0.3;
const STEM: f32 = 0.15;
/// Weight of two words of the query that stand side by side.
const PAIR: f32 = 0.35;
/// Pairs that are looked for.
const MOST_PAIRS: usize = 12;
/// Weight of a word that was taken for one that is not in the index.
const ALIKE: f32 = 0.9;
/// Weight of a word that begins with the last one of the query.
const LONGER: f32 = 0.25;
/// Most words of a query in which typing errors are looked for: what is longer was copied from somewhere.
const MOST_CORRECTED: usize = 20;
/// Words that begin with the last one.
const COMPLETIONS: usize = 8;

/// Words to look for: the same in both indexes, by the dictionary of the public one.
pub struct Plan {
    parsed: ParsedQuery,
    groups: Vec<Group>,
    /// Words as they were typed, and what they were taken for.
    pub corrected: Vec<(String, String)>,
}

/// A word of the query, and others that do as well.
struct Group {
    word: String,
    alternatives: Vec<(String, f32)>,
}

impl Plan {
    pub fn of(text: &str, public: &Searcher, fields: &Fields) -> Result<Self, Error> {
        let parsed = ParsedQuery::of(text);
        let mut words = Vec::new();
        for word in &parsed.words {
            words.push((frequency(public, fields.text, word)?, word.clone()));
        }
        let rarest = rarest(&words);
        let (mut groups, mut corrected) = (Vec::new(), Vec::new());
        for (count, word) in words.into_iter().filter(|(_, word)| rarest.contains(word)) {
            let mut alternatives = Vec::new();
            if parsed.unfinished.as_ref() == Some(&word) {
                let longer = beginning_with(public, fields.text, &word, COMPLETIONS)?;
                let weight = if count == 0 { ALIKE } else { LONGER };
                alternatives
                    .extend(longer.into_iter().filter(|other| *other != word).map(|other| (other, weight)));
            }
            if count == 0 && alternatives.is_empty() && parsed.words.len() <= MOST_CORRECTED {
                let alike = alike(public, fields.text, &word)?;
                corrected.extend(alike.first().map(|best| (word.clone(), best.clone())));
                alternatives.extend(alike.into_iter().map(|other| (other, ALIKE)));
            }
            groups.push(Group { word, alternatives });
        }
        Ok(Self { parsed, groups, corrected })
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.parsed.is_empty()
    }

    /// Number of words of which a result may lack some.
    pub fn words(&self) -> usize {
        self.groups.len()
    }

    /// Words that a snippet highlights.
    pub fn sought(&self) -> Vec<String> {
        let words = self.groups.iter().flat_map(|group| {
            std::iter::once(&group.word).chain(group.alternatives.iter().map(|(word, _)| word))
        });
        words.chain(self.parsed.phrases.iter().flatten()).cloned().collect()
    }

    /// The query, of which a result has at least `fewest` words.
    pub fn query(&self, filters: &Filters, fewest: usize, fields: &Fields) -> Vec<(Occur, Box<dyn Query>)> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        if !self.groups.is_empty() {
            let words = self.groups.iter().map(|group| (Occur::Should, group.query(fields))).collect();
            clauses.push((Occur::Must, Box::new(BooleanQuery::with_minimum_required_clauses(words, fewest))));
        } else if self.parsed.is_empty() {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        for phrase in &self.parsed.phrases {
            clauses.push((Occur::Must, phrase_query(phrase, fields.text)));
        }
        for phrase in &self.parsed.without {
            clauses.push((Occur::MustNot, excluded(phrase, fields.text)));
        }
        let pairs = self.parsed.words.windows(2).take(MOST_PAIRS);
        for pair in
            pairs.filter(|pair| pair.iter().all(|word| self.groups.iter().any(|group| group.word == *word)))
        {
            clauses.push((Occur::Should, boosted(phrase_query(pair, fields.text), PAIR)));
        }
        clauses.extend(filter_clauses(filters, fields));
        clauses
    }
}

/// The words that say most, if there are too many.
fn rarest(words: &[(u64, String)]) -> Vec<String> {
    let mut sorted: Vec<_> = words.iter().collect();
    sorted.sort_by_key(|(count, _)| (*count == 0, *count));
    sorted.into_iter().take(MOST_WORDS).map(|(_, word)| word.clone()).collect()
}

impl Group {
    fn query(&self, fields: &Fields) -> Box<dyn Query> {
        let mut clauses = Vec::new();
        add_word(&mut clauses, &self.word, 1.0, fields);
        for (other, weight) in &self.alternatives {
            add_word(&mut clauses, other, *weight, fields);
        }
        Box::new(BooleanQuery::union(clauses))
    }
}

fn add_word(clauses: &mut Vec<Box<dyn Query>>, word: &str, weight: f32, fields: &Fields) {
    for (field, of_field) in
        [(fields.text, TEXT), (fields.title, TITLE), (fields.lead, LEAD), (fields.names, NAMES)]
    {
        clauses.push(boosted(term(field, word), of_field * weight));
    }
    // Other forms of the word: the field has only words that are not their own stem.
    let root = stem(word);
    if let Some(root) = &root {
        clauses.push(boosted(term(fields.text, root), STEM * weight));
    }
    clauses.push(boosted(term(fields.stem, root.as_deref().unwrap_or(word)), STEM * weight));
}

/// Fewest words of a query that a result has.
pub fn fewest(words: usize) -> usize {
    match words {
        0..=2 => words,
        3..=5 => words - 1,
        6..=12 => words.div_ceil(2),
        _ => words.div_ceil(20),
    }
}

fn filter_clauses(filters: &Filters, fields: &Fields) -> Vec<(Occur, Box<dyn Query>)> {
    let terms = [
        (fields.section, filters.section.as_ref().map(Slug::as_str)),
        (fields.author, filters.author.as_ref().map(Slug::as_str)),
        (fields.edition, filters.edition.map(Edition::as_str)),
        (fields.language, filters.language.map(Language::as_str)),
    ];
    let terms = terms.into_iter().filter_map(|(field, value)| Some(filtering(term(field, value?))));
    let milliseconds =
        |at: chrono::DateTime<chrono::Utc>| Term::from_field_i64(fields.published, at.timestamp_millis());
    let from = filters.from.map_or(Bound::Unbounded, |at| Bound::Included(milliseconds(at)));
    let before = filters.before.map_or(Bound::Unbounded, |at| Bound::Excluded(milliseconds(at)));
    let has_times = filters.from.is_some() || filters.before.is_some();
    let times = has_times.then(|| filtering(Box::new(RangeQuery::new(from, before))));
    terms.chain(times).map(|query| (Occur::Must, query)).collect()
}

/// The locked articles of which a reader may read the whole text.
pub fn readable_query(readable: &Readable, fields: &Fields) -> Box<dyn Query> {
    let classes = readable.classes.iter().copied().map(ArticleClass::to_word);
    let classes = classes.map(|class| Term::from_field_text(fields.class, &class));
    let opened = readable.opened.iter().map(|id| Term::from_field_text(fields.id, id.as_str()));
    // An article that was opened may be free by now: then it has no class.
    filtering(Box::new(TermSetQuery::new(classes.chain(opened))))
}

/// A condition that does not count for the order.
fn filtering(query: Box<dyn Query>) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

fn term(field: Field, word: &str) -> Box<dyn Query> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
}

fn boosted(query: Box<dyn Query>, weight: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, weight))
}

/// Words side by side; one word alone is a phrase as well.
fn phrase_query(words: &[String], field: Field) -> Box<dyn Query> {
    match words {
        [word] => term(field, word),
        words => {
            Box::new(PhraseQuery::new(words.iter().map(|word| Term::from_field_text(field, word)).collect()))
        }
    }
}

/// A phrase that must be missing. tantivy 0.27 asks what is excluded for places behind the present one, which only a phrase minds (its
/// `PhraseScorer::seek_danger`), and a union of two does not.
fn excluded(words: &[String], field: Field) -> Box<dyn Query> {
    Box::new(BooleanQuery::union(vec![phrase_query(words, field), phrase_query(words, field)]))
}
