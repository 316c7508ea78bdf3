//! Footnotes. Each is stored where the text first refers to it, so that its words and its place cannot part.

use std::collections::HashMap;

use domain::markup::{FOOTNOTE, Piece, Tag};

use super::is_empty;
use super::notes::{footnote, without_brackets, words};
use crate::content::tree::{Tree, Writing};

/// Elements that may be a note which the text refers to.
const NOTES: [&str; 5] = ["aside", "dd", "div", "li", "p"];
const HEADINGS: [&str; 6] = ["h2", "h3", "h4", "h5", "h6", "hr"];
/// Headings of a list of notes, which go with it.
const TITLES: [&str; 6] =
    ["catatan", "catatan kaki", "endnotes", "footnotes", "notes", "notes and references"];

/// Moves the notes of a text to where it refers to them. What nothing refers to stays where it is.
pub(super) fn place(tree: &mut Tree<'_>) {
    let mut footnotes = Footnotes { targets: targets(tree), ..Footnotes::default() };
    let (mut number, mut link_end) = (0, 0);
    while number < tree.nodes.len() {
        let end = tree.nodes[number].end;
        let Some(tag) = tree.tag(number) else {
            number += 1;
            continue;
        };
        let is_done = if footnotes.numbers.contains_key(&number) || is_definition(tag) {
            // A reference within a note refers to nothing: notes have no notes.
            true
        } else if tag.has_class(FOOTNOTE) {
            footnotes.keep(tree, number, number < link_end)
        } else {
            let target = footnotes.target(tree, number);
            target.map(|target| footnotes.refer(tree, number, target)).is_some()
        };
        if tag.name() == "a" {
            link_end = end;
        }
        number = if is_done { end + 1 } else { number + 1 };
    }
    tidy(tree, &footnotes.moved);
}

/// Elements with an identifier that may be notes; of several with one identifier, the first.
fn targets<'a>(tree: &Tree<'a>) -> HashMap<&'a str, usize> {
    let mut targets = HashMap::new();
    for number in tree.whole() {
        let tag = tree.tag(number).filter(|tag| NOTES.contains(&tag.name()));
        if let Some(id) = tag.and_then(|tag| tag.attribute("id")) {
            targets.entry(id).or_insert(number);
        }
    }
    targets
}

/// Whether an element is the definition of a note, as Markdown has it anywhere in a text.
fn is_definition(tag: Tag<'_>) -> bool {
    tag.has_class("footnote-definition")
}

#[derive(Default)]
struct Footnotes<'a> {
    targets: HashMap<&'a str, usize>,
    /// Numbers of the notes that the text has referred to.
    numbers: HashMap<usize, usize>,
    /// Number of notes so far.
    count: usize,
    /// Notes that were moved, in the order of their references.
    moved: Vec<usize>,
}

impl Footnotes<'_> {
    /// The note to which a link refers; `None` for any other element.
    fn target(&self, tree: &Tree<'_>, number: usize) -> Option<usize> {
        let tag = tree.tag(number).filter(|tag| tag.name() == "a")?;
        let target = *self.targets.get(tag.attribute("href")?.strip_prefix('#')?)?;
        // The link of a note back to the text leads to something before it.
        let is_ahead = number < target || tree.tag(target).is_some_and(is_definition);
        (is_ahead && looks_like_reference(tree, number, tag)).then_some(target)
    }

    /// Replaces a reference by its note, or by the note's number where an earlier reference has it.
    fn refer(&mut self, tree: &mut Tree<'_>, link: usize, target: usize) {
        open_superscript(tree, link);
        let writing = if let Some(number) = self.numbers.get(&target) {
            reference(*number)
        } else {
            let has_label = tree.tag(target).is_some_and(|tag| tag.name() != "li");
            let words = words(tree, tree.within(target), has_label);
            tree.write_as(target, Writing::Removed);
            self.moved.push(target);
            if words.is_empty() {
                Writing::Removed
            } else {
                self.count += 1;
                self.numbers.insert(target, self.count);
                Writing::Replaced(footnote(&words))
            }
        };
        tree.write_as(link, writing);
    }

    /// Keeps a note, or a reference to one, that is in our form already. Returns whether nothing of it remains to be read.
    fn keep(&mut self, tree: &mut Tree<'_>, number: usize, is_in_link: bool) -> bool {
        let words = words(tree, tree.within(number), false);
        match tree.tag(number).map(Tag::name) {
            Some("small") if !is_in_link => {
                let words = without_brackets(&words);
                if words.is_empty() {
                    tree.write_as(number, Writing::Removed);
                } else {
                    self.count += 1;
                    tree.write_as(number, Writing::Replaced(footnote(words)));
                }
                true
            }
            Some("sup") => {
                match words.parse::<usize>() {
                    Ok(known) if (1..=self.count).contains(&known) && !is_in_link => {
                        tree.write_as(number, reference(known));
                    }
                    _ => tree.rename(number, "sup"),
                }
                false
            }
            Some("small") => {
                tree.unwrap(number);
                false
            }
            _ => false,
        }
    }
}

fn reference(number: usize) -> Writing {
    Writing::Replaced(format!("<sup class=\"{FOOTNOTE}\">{number}</sup>"))
}

/// Whether a link says by its looks that it refers to a note.
fn looks_like_reference(tree: &Tree<'_>, link: usize, tag: Tag<'_>) -> bool {
    let is_superscript = |number: usize| tree.tag(number).is_some_and(|tag| tag.name() == "sup");
    let says =
        |value: &str| ["footnote", "noteref", "fnref", "fn-ref"].iter().any(|name| value.contains(name));
    let words = tree.words(tree.within(link));
    let mark = words.trim().strip_prefix('[').and_then(|words| words.strip_suffix(']'));
    tree.nodes[link].parent.is_some_and(is_superscript)
        || (is_superscript(link + 1) && tree.nodes[link + 1].end + 1 == tree.nodes[link].end)
        || tag.attribute("role").is_some_and(says)
        || tag.classes().any(says)
        || mark.is_some_and(|mark| (1..=3).contains(&mark.chars().count()))
}

/// Takes a reference out of its superscript; the commas between several of them go.
fn open_superscript(tree: &mut Tree<'_>, link: usize) {
    let superscript = tree.nodes[link].parent.filter(|parent| {
        *tree.writing(*parent) == Writing::Kept && tree.tag(*parent).is_some_and(|tag| tag.name() == "sup")
    });
    let Some(superscript) = superscript else { return };
    tree.unwrap(superscript);
    for number in tree.within(superscript) {
        let node = &tree.nodes[number];
        let is_comma = matches!(node.piece, Piece::Words(words) if !words.contains(char::is_alphanumeric));
        if is_comma && node.parent == Some(superscript) {
            tree.write_as(number, Writing::Removed);
        }
    }
}

/// Removes what is left of a list whose notes were moved: the list, what wraps it, its heading, and the line above it.
fn tidy(tree: &mut Tree<'_>, moved: &[usize]) {
    let mut done = None;
    for note in moved {
        let list = tree.nodes[*note]
            .parent
            .filter(|parent| matches!(tree.tag(*parent).map(Tag::name), Some("ol" | "ul" | "dl")));
        if list.is_some() && list == done {
            continue;
        }
        done = list;
        match list {
            Some(list) if is_empty(tree, tree.within(list), &[]) => {
                tree.write_as(list, Writing::Removed);
                remove_around(tree, list);
            }
            Some(_) => {}
            None => remove_around(tree, *note),
        }
    }
}

fn remove_around(tree: &mut Tree<'_>, list: usize) {
    let is_of_notes = |tag: Tag<'_>| {
        tag.classes().any(|class| class.contains("footnote")) || tag.attribute("role") == Some("doc-endnotes")
    };
    let around = tree.nodes[list].parent.filter(|around| tree.tag(*around).is_some_and(is_of_notes));
    if let Some(around) = around.filter(|around| is_empty(tree, tree.within(*around), &HEADINGS)) {
        tree.write_as(around, Writing::Removed);
        return;
    }
    let after = tree.nodes[list].end + 1;
    let end = tree.nodes[list].parent.map_or(tree.nodes.len(), |around| tree.nodes[around].end);
    let Some(before) = tree.nodes[list].previous else { return };
    let is_title = |words: &str| TITLES.contains(&words.trim().trim_end_matches(':').to_lowercase().as_str());
    let goes = match tree.tag(before).map(Tag::name) {
        Some("hr") => is_empty(tree, after..end, &[]),
        Some(name) if HEADINGS.contains(&name) => is_title(&tree.words(tree.within(before))),
        _ => false,
    };
    if goes {
        tree.write_as(before, Writing::Removed);
    }
}
