//! Parts beside the sentences of a text: footnotes, galleries and side notes, each brought into one form.

mod footnotes;
mod galleries;
mod notes;
mod side_notes;
#[cfg(test)]
mod tests;

use super::rules::WRAPPERS;
use super::tree::{Tree, Writing};

/// Whether a text, in lower case, may have such a part. Most have none, which saves a pass.
pub(super) fn has_parts(lower: &str) -> bool {
    const SIGNS: [&str; 6] = ["<aside", "gallery", "footnote", "href=\"#", "href='#", "href=#"];
    SIGNS.iter().any(|sign| lower.contains(sign))
}

/// Brings the parts of a text into the form in which texts are stored. The text has passed the wide rules, and has to pass the strict
/// ones after this.
pub(super) fn normalise(html: &str) -> String {
    let mut tree = Tree::of(html);
    let nested = nested(&tree);
    footnotes::place(&mut tree);
    galleries::place(&mut tree, &nested);
    side_notes::place(&mut tree, &nested);
    tree.html(tree.whole())
}

/// For every piece, whether it stands within an element of the stored text.
fn nested(tree: &Tree<'_>) -> Vec<bool> {
    let mut nested: Vec<bool> = Vec::with_capacity(tree.nodes.len());
    for node in &tree.nodes {
        let is_nested = node.parent.is_some_and(|parent| {
            let name = tree.tag(parent).map(domain::markup::Tag::name).unwrap_or_default();
            nested[parent] || !WRAPPERS.contains(&name)
        });
        nested.push(is_nested);
    }
    nested
}

/// Whether nothing remains to be seen of some pieces.
fn is_empty(tree: &Tree<'_>, range: std::ops::Range<usize>, ignored: &[&str]) -> bool {
    let mut number = range.start;
    while number < range.end {
        let node = &tree.nodes[number];
        let is_gone = matches!(tree.writing(number), Writing::Removed);
        let name = node.piece.start().map(domain::markup::Tag::name);
        let is_words = matches!(node.piece, domain::markup::Piece::Words(words) if !words.trim().is_empty());
        if is_gone || name.is_some_and(|name| ignored.contains(&name)) {
            number = node.end;
        } else if is_words || name == Some("img") {
            return false;
        }
        number += 1;
    }
    true
}
