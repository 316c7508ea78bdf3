//! The words of a footnote, as they stand within a sentence.

use std::ops::Range;

use domain::markup::{FOOTNOTE, FOOTNOTE_BRACKETS, Piece, Tag};

use crate::content::tree::Tree;

/// Elements that may stand within a sentence and keep their meaning there.
const WITHIN_SENTENCE: [&str; 13] =
    ["a", "abbr", "b", "cite", "code", "em", "i", "q", "s", "strong", "sub", "sup", "u"];

/// A footnote in the form in which it is stored.
pub(super) fn footnote(words: &str) -> String {
    let (open, close) = FOOTNOTE_BRACKETS;
    format!("<small class=\"{FOOTNOTE}\">{open}{words}{close}</small>")
}

/// Words of a note, with the tags that a sentence may have: without the links back to the text, without pictures and paragraphs. A note
/// of a list has no label of its own; others may begin with their number.
pub(super) fn words(tree: &Tree<'_>, range: Range<usize>, has_label: bool) -> String {
    let mut words = String::new();
    // End of each element that is open: another tag, a gap between paragraphs, or nothing.
    let mut open: Vec<String> = Vec::new();
    let mut number = range.start;
    while number < range.end {
        let node = &tree.nodes[number];
        match node.piece {
            Piece::Words(more) => push_words(&mut words, more),
            Piece::Start(tag) if is_left_out(tree, number, tag, has_label && words.trim().is_empty()) => {
                number = node.end;
            }
            Piece::Start(tag) if tag.is_void() => push_words(&mut words, " "),
            Piece::Start(tag) => {
                let (start, end) = match bare(tag) {
                    Some(bare) => (bare, format!("</{}>", tag.name())),
                    None if is_within_sentence(tag) => (String::new(), String::new()),
                    None => (" ".into(), " ".into()),
                };
                push_words(&mut words, &start);
                open.push(end);
            }
            Piece::End(_) => push_words(&mut words, &open.pop().unwrap_or_default()),
        }
        number += 1;
    }
    let trimmed = words.trim_matches(' ');
    if has_label { trimmed.trim_start_matches(['.', ')', ':', ' ']).to_owned() } else { trimmed.to_owned() }
}

/// Words of a note without the brackets around all of them.
pub(super) fn without_brackets(words: &str) -> &str {
    let inner = words.strip_prefix('[').and_then(|words| words.strip_suffix(']'));
    // "[a] and [b]" has no brackets around all of it.
    let mut depth = 0_i32;
    let is_whole = inner.is_some_and(|inner| {
        inner.chars().all(|sign| {
            depth += i32::from(sign == '[') - i32::from(sign == ']');
            depth >= 0
        })
    });
    inner.filter(|_| is_whole).map_or(words, |inner| inner.trim_matches(' '))
}

/// Whether an element of a note is its number or a way back to the text.
fn is_left_out(tree: &Tree<'_>, number: usize, tag: Tag<'_>, is_first: bool) -> bool {
    let words = || tree.words(tree.within(number));
    let is_number = || words().chars().all(|sign| !sign.is_alphabetic());
    match tag.name() {
        "img" => true,
        "sup" => tag.has_class("footnote-definition-label") || (is_first && is_number()),
        "a" => {
            let leads_back = tag.attribute("href").is_none_or(|href| href.starts_with('#'));
            let is_named = tag.classes().any(|class| class.contains("back"))
                || tag.attribute("role") == Some("doc-backlink");
            let has_words = || words().chars().any(char::is_alphanumeric);
            leads_back && (is_named || !has_words() || (is_first && is_number()))
        }
        _ => false,
    }
}

fn is_within_sentence(tag: Tag<'_>) -> bool {
    WITHIN_SENTENCE.contains(&tag.name()) || tag.name() == "small"
}

/// The tag without what it says of looks; `None` if it cannot stand within a sentence, or leads to a place of another page.
fn bare(tag: Tag<'_>) -> Option<String> {
    let name = tag.name();
    let href = tag.attribute("href").filter(|href| !href.starts_with('#'));
    if !WITHIN_SENTENCE.contains(&name) || (name == "a" && href.is_none()) {
        return None;
    }
    let mut bare = format!("<{name}");
    for (attribute, value) in
        [("href", href), ("lang", tag.attribute("lang")), ("title", tag.attribute("title"))]
    {
        if let Some(value) = value {
            bare.extend([" ", attribute, "=\"", value, "\""]);
        }
    }
    bare.push('>');
    Some(bare)
}

/// Adds words or a tag; a gap of any length becomes one space.
fn push_words(words: &mut String, more: &str) {
    for sign in more.chars() {
        if !sign.is_ascii_whitespace() {
            words.push(sign);
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
}
