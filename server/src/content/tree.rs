//! The elements of a sanitised text, and how each of them is written again.

use std::ops::Range;

use domain::markup::{Piece, Tag, pieces};

/// A piece of the text, with its place among the others.
#[derive(Debug)]
pub struct Node<'a> {
    pub piece: Piece<'a>,
    /// Number of the piece that ends the element; its own for words and for elements without an end.
    pub end: usize,
    /// Number of the element around it.
    pub parent: Option<usize>,
    /// Number of the element before it, within the same parent.
    pub previous: Option<usize>,
}

/// Decision how a piece is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Writing {
    /// The same again.
    #[default]
    Kept,
    /// Left out; what is between the tags stays.
    Unwrapped,
    /// Left out with all that is within.
    Removed,
    /// Another tag.
    Renamed(String),
    /// HTML for the whole element.
    Replaced(String),
}

/// A text as a list of its pieces. It is no tree of pointers: what hostile texts nest a million deep overflows no stack.
#[derive(Debug)]
pub struct Tree<'a> {
    pub nodes: Vec<Node<'a>>,
    writings: Vec<Writing>,
}

impl<'a> Tree<'a> {
    /// Reads a sanitised text.
    pub fn of(html: &'a str) -> Self {
        let mut nodes: Vec<Node<'a>> = Vec::new();
        // Elements that are open, each with the last element within it.
        let mut open: Vec<(usize, Option<usize>)> = Vec::new();
        let mut last_on_top = None;
        for piece in pieces(html) {
            let number = nodes.len();
            let parent = open.last().map(|(element, _)| *element);
            let previous = open.last().map_or(last_on_top, |(_, last)| *last);
            match piece {
                Piece::End(_) => {
                    if let Some((element, _)) = open.pop() {
                        nodes[element].end = number;
                    }
                    let parent = open.last().map(|(element, _)| *element);
                    nodes.push(Node { piece, end: number, parent, previous: None });
                }
                Piece::Words(_) => nodes.push(Node { piece, end: number, parent, previous }),
                Piece::Start(tag) => {
                    nodes.push(Node { piece, end: number, parent, previous });
                    match open.last_mut() {
                        Some((_, last)) => *last = Some(number),
                        None => last_on_top = Some(number),
                    }
                    if !tag.is_void() {
                        open.push((number, None));
                    }
                }
            }
        }
        let last = nodes.len().saturating_sub(1);
        for (element, _) in open {
            nodes[element].end = last;
        }
        let writings = vec![Writing::Kept; nodes.len()];
        Self { nodes, writings }
    }

    /// All pieces.
    pub fn whole(&self) -> Range<usize> {
        0..self.nodes.len()
    }

    /// Pieces between the tags of an element.
    pub fn within(&self, element: usize) -> Range<usize> {
        (element + 1)..self.nodes[element].end.max(element + 1)
    }

    pub fn tag(&self, number: usize) -> Option<Tag<'a>> {
        self.nodes[number].piece.start()
    }

    pub fn writing(&self, number: usize) -> &Writing {
        &self.writings[number]
    }

    pub fn write_as(&mut self, number: usize, writing: Writing) {
        self.writings[number] = writing;
    }

    /// Removes the tags of an element; what is within stays.
    pub fn unwrap(&mut self, element: usize) {
        self.both_tags(element, |_| Writing::Unwrapped);
    }

    /// Gives an element another name, without attributes.
    pub fn rename(&mut self, element: usize, name: &str) {
        self.both_tags(element, |slash| Writing::Renamed(format!("<{slash}{name}>")));
    }

    fn both_tags(&mut self, element: usize, writing: impl Fn(&str) -> Writing) {
        let end = self.nodes[element].end;
        self.writings[element] = writing("");
        if end > element {
            self.writings[end] = writing("/");
        }
    }

    /// Words of some pieces, still escaped, parted by spaces where a tag stands between them.
    pub fn words(&self, range: Range<usize>) -> String {
        let words = self.nodes[range].iter().filter_map(|node| match node.piece {
            Piece::Words(words) => Some(words),
            _ => None,
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// The HTML of some pieces, as they are to be written.
    pub fn html(&self, range: Range<usize>) -> String {
        let (mut html, mut number) = (String::new(), range.start);
        while number < range.end {
            let node = &self.nodes[number];
            let mut next = number + 1;
            match &self.writings[number] {
                Writing::Kept => match node.piece {
                    Piece::Words(words) => html.push_str(words),
                    Piece::Start(tag) => html.push_str(tag.source),
                    Piece::End(name) => html.extend(["</", name, ">"]),
                },
                Writing::Unwrapped => {}
                Writing::Removed => next = node.end + 1,
                Writing::Renamed(tag) => html.push_str(tag),
                Writing::Replaced(other) => {
                    html.push_str(other);
                    next = node.end + 1;
                }
            }
            number = next;
        }
        html
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_know_their_place_and_are_written_as_told() {
        let html = "<div>a<p>b<br>c</p><p>d</p></div>e";
        let mut tree = Tree::of(html);
        assert_eq!(tree.html(tree.whole()), html);
        let second = tree.nodes.iter().rposition(|node| node.piece.start().is_some()).unwrap();
        assert_eq!(
            (tree.nodes[0].end, tree.nodes[second].parent, tree.nodes[second].previous),
            (10, Some(0), Some(2))
        );
        tree.unwrap(0);
        tree.rename(2, "h3");
        tree.write_as(second, Writing::Replaced("x".into()));
        assert_eq!(tree.html(tree.whole()), "a<h3>b<br>c</h3>xe");
        tree.write_as(2, Writing::Removed);
        assert_eq!(tree.html(tree.whole()), "axe");
        assert_eq!(tree.words(0..tree.nodes.len()), "a b c d e");
    }

    #[test]
    fn no_depth_is_too_deep() {
        let html = "<b>".repeat(200_000) + &"</b>".repeat(200_000);
        let tree = Tree::of(&html);
        assert_eq!(tree.html(tree.whole()), html);
    }
}
