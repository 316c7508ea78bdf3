//! Queries of readers: words, phrases in quotes, words that must be missing, and filters.

use chrono::{DateTime, Utc};

use super::language::{is_function_word, words};
use crate::article::{Edition, Language};
use crate::slug::Slug;

/// Longest query in characters; the rest is not looked for.
pub const LONGEST: usize = 2_000;
/// Most different words of a query that are looked for.
pub const MOST_WORDS: usize = 40;
/// Number of results behind which there are no more pages.
pub const DEEPEST: usize = 500;
/// Most words of a query that somebody has typed. What is longer was copied from somewhere: its quotes and dashes are only signs.
const LONGEST_TYPED: usize = 24;
/// Most phrases, and most words or phrases that must be missing.
const MOST_PHRASES: usize = 8;
/// Most words of a phrase.
const LONGEST_PHRASE: usize = 16;

/// Query of a reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// As typed.
    pub text: String,
    pub filters: Filters,
    pub order: Order,
    /// Number of results to skip.
    pub skip: usize,
}

/// Conditions that every result meets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    pub section: Option<Slug>,
    pub edition: Option<Edition>,
    /// Person who reported or edited it.
    pub author: Option<Slug>,
    pub language: Option<Language>,
    /// Published then or later.
    pub from: Option<DateTime<Utc>>,
    /// Published before then.
    pub before: Option<DateTime<Utc>>,
}

/// Order of results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The best first; of two that are nearly as good, the newer one.
    #[default]
    Relevance,
    /// The newest first.
    Newest,
}

/// A query in parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ParsedQuery {
    /// Words outside of quotes, each once, in their order.
    pub words: Vec<String>,
    /// Words in quotes, which must be there in this order.
    pub phrases: Vec<Vec<String>>,
    /// Words or phrases behind a minus, which must be missing.
    pub without: Vec<Vec<String>>,
    /// The last of `words`, if nothing stands behind it: its reader may still be typing.
    pub unfinished: Option<String>,
}

impl ParsedQuery {
    /// Reads a query of any text.
    pub fn of(text: &str) -> Self {
        let end = text.char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let mut parsed = Self::default();
        if words(text).nth(LONGEST_TYPED).is_some() {
            words(text).for_each(|word| parsed.add_word(word.text));
            parsed.drop_function_words();
            return parsed;
        }
        let mut rest = text;
        while let Some(at) = rest.find(|sign: char| !sign.is_whitespace()) {
            let is_minus = rest[at..].starts_with('-');
            let part = &rest[at + usize::from(is_minus)..];
            let (inside, behind) = match part.strip_prefix(is_quote) {
                Some(quoted) => split(quoted, is_quote),
                None => split(part, |sign| sign.is_whitespace() || is_quote(sign) && sign != '’'),
            };
            let is_quoted = part.starts_with(is_quote);
            // A quote that begins in the middle of a word begins the next part.
            rest = if is_quoted { behind } else { &part[inside.len()..] };
            parsed.add(inside, is_quoted, is_minus);
        }
        let last = words(text).last().filter(|word| word.place.end == text.len());
        parsed.unfinished = last.map(|word| word.text).filter(|word| parsed.words.last() == Some(word));
        parsed.drop_function_words();
        parsed
    }

    fn add(&mut self, text: &str, is_quoted: bool, is_minus: bool) {
        let found: Vec<String> = words(text).take(LONGEST_PHRASE).map(|word| word.text).collect();
        match (is_minus, is_quoted && found.len() > 1) {
            _ if found.is_empty() => {}
            (true, _) if self.without.len() < MOST_PHRASES => self.without.push(found),
            (false, true) if self.phrases.len() < MOST_PHRASES => self.phrases.push(found),
            (true, _) => {}
            (false, _) => found.into_iter().for_each(|word| self.add_word(word)),
        }
    }

    fn add_word(&mut self, word: String) {
        if !self.words.contains(&word) {
            self.words.push(word);
        }
    }

    /// Function words are looked for only if there are no others.
    fn drop_function_words(&mut self) {
        let says_more = self.words.iter().any(|word| !is_function_word(word)) || !self.phrases.is_empty();
        if says_more {
            self.words.retain(|word| !is_function_word(word));
        }
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.phrases.is_empty()
    }
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Parts of a text before and behind the first such sign.
fn split(text: &str, is_end: impl Fn(char) -> bool) -> (&str, &str) {
    let end = text.find(&is_end).unwrap_or(text.len());
    let behind = text[end..].chars().next().map_or(0, char::len_utf8);
    (&text[..end], &text[end + behind..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (String, String, String, Option<String>) {
        let ParsedQuery { words, phrases, without, unfinished } = ParsedQuery::of(text);
        let joined = |parts: Vec<Vec<String>>| {
            parts.into_iter().map(|part| part.join(" ")).collect::<Vec<_>>().join("|")
        };
        (words.join(" "), joined(phrases), joined(without), unfinished)
    }

    #[test]
    fn a_query_has_words_phrases_and_what_must_be_missing() {
        for (text, words, phrases, without, unfinished) in [
            ("Banjir di Jakarta", "banjir jakarta", "", "", Some("jakarta")),
            ("banjir jakarta ", "banjir jakarta", "", "", None),
            ("\"kereta cepat\" whoosh", "whoosh", "kereta cepat", "", Some("whoosh")),
            ("“kereta cepat”", "", "kereta cepat", "", None),
            ("\"kereta\"", "kereta", "", "", None),
            ("\"kereta cepat", "", "kereta cepat", "", None),
            ("banjir -jakarta", "banjir", "", "jakarta", None),
            ("banjir -\"jakarta utara\" rob", "banjir rob", "", "jakarta utara", Some("rob")),
            ("anak-anak", "anak", "", "", Some("anak")),
            ("yang di", "yang di", "", "", Some("di")),
            ("banjir banjir banjir", "banjir", "", "", Some("banjir")),
            ("- -- \" \"\" \"-\"", "", "", "", None),
            ("title:banjir AND (rob OR *)", "title banjir rob or", "", "", None),
            ("", "", "", "", None),
            (&"\"kereta cepat\" -whoosh ".repeat(9), "kereta cepat whoosh", "", "", None),
        ] {
            let expected =
                (words.to_owned(), phrases.to_owned(), without.to_owned(), unfinished.map(str::to_owned));
            assert_eq!(parsed(text), expected, "{text}");
        }
    }

    #[test]
    fn a_query_of_any_length_has_bounded_parts() {
        for text in ["\"a b\" ".repeat(12), "-x ".repeat(24), "\"".repeat(9999), "é ".repeat(5000)] {
            let parsed = ParsedQuery::of(&text);
            assert!(parsed.phrases.len() <= MOST_PHRASES && parsed.without.len() <= MOST_PHRASES);
        }
        let many: String = (0..9000).map(|number| format!("kata{number} ")).collect();
        assert!(ParsedQuery::of(&many).words.len() <= LONGEST / 5);
    }
}
