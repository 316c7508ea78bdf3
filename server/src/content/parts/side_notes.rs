//! Side notes: boxes that explain something beside the text.

use domain::markup::Tag;

use super::is_empty;
use crate::content::tree::{Tree, Writing};

/// Headings that become the one level of a side note: it is no chapter of the text.
const HEADINGS: [&str; 4] = ["h2", "h4", "h5", "h6"];

/// Keeps the side notes that stand between the paragraphs of a text. Elsewhere, their words stay without the box.
pub(super) fn place(tree: &mut Tree<'_>, nested: &[bool]) {
    let mut number = 0;
    while number < tree.nodes.len() {
        let is_note = tree.tag(number).is_some_and(|tag| tag.name() == "aside");
        if is_note && *tree.writing(number) == Writing::Kept {
            if nested[number] {
                tree.unwrap(number);
            } else if is_empty(tree, tree.within(number), &[]) {
                tree.write_as(number, Writing::Removed);
            } else {
                lower_headings(tree, number);
            }
        }
        number += 1;
    }
}

fn lower_headings(tree: &mut Tree<'_>, note: usize) {
    for number in tree.within(note) {
        let name = tree.tag(number).map(Tag::name).unwrap_or_default();
        if HEADINGS.contains(&name) && *tree.writing(number) == Writing::Kept {
            tree.rename(number, "h3");
        }
    }
}
