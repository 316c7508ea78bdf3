//! Parts of a text that a page shows in its own way: chapters, figures, galleries, tables, footnotes, side notes, further reading.

mod footnote;
mod further_reading;
mod gallery;
mod side_note;
mod table_frame;
#[cfg(test)]
mod tests;

use std::fmt::{Arguments, Write};

use domain::markup::{FOOTNOTE, FURTHER_READING, GALLERY, Piece, Tag, pieces};

use super::chapters::Chapter;
use crate::text::reading::ReadingText;
use gallery::Gallery;

/// A stored text as a page shows it, and its chapters. Chapters, figures, tables and notes get their numbers here: a stored text has no
/// identifiers, so that none can name a part of the page around it.
pub(super) fn with_parts(html: &str, text: &'static ReadingText) -> (String, Vec<Chapter>) {
    let pieces: Vec<Piece<'_>> = pieces(html).collect();
    let mut page = Page::new(html.len(), text);
    for (number, piece) in (1..).zip(&pieces) {
        match *piece {
            Piece::Words(words) => page.words(words),
            Piece::Start(tag) => page.start(tag, &pieces[number..]),
            Piece::End(name) => page.end(name),
        }
    }
    (page.html, page.chapters)
}

/// Element whose end tag is still to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    /// Element that ends as it began.
    Plain,
    /// Heading of a chapter; its words begin at this byte.
    Chapter(usize),
    /// Figure, by its number.
    Figure(usize),
    /// Figure that holds several, by its number.
    Gallery(usize),
    /// Caption of the figure with this number.
    Caption(usize),
    /// Paragraph that leads to another article; its label begins at this byte.
    FurtherReading(usize),
    /// Outermost table, in its frame.
    Table,
    /// Box beside the text.
    SideNote,
    /// Heading of a side note that no chapter precedes: one level higher than it is stored.
    RaisedHeading,
    /// Words of a footnote.
    Note,
    /// Another reference to a footnote.
    Mark,
}

/// Text while it is being written.
#[expect(clippy::struct_excessive_bools, reason = "each tells something else of the pieces that follow")]
struct Page {
    html: String,
    text: &'static ReadingText,
    chapters: Vec<Chapter>,
    open: Vec<Open>,
    /// Identifier of the element that follows: a heading or caption that names the element around it.
    wanted_id: Option<String>,
    /// Whether the words that follow are those of a chapter's heading.
    is_title: bool,
    /// Whether the headings that follow are those of a side note before the first chapter.
    raises_headings: bool,
    /// Whether a frame is open around a table.
    is_framed: bool,
    /// Whether the words that follow begin a footnote, with its bracket.
    begins_note: bool,
    gallery: Option<Gallery>,
    figures: usize,
    tables: usize,
    notes: usize,
    side_notes: usize,
}

impl Page {
    fn new(length: usize, text: &'static ReadingText) -> Self {
        Self {
            html: String::with_capacity(length + length / 8 + 256),
            text,
            chapters: Vec::new(),
            open: Vec::new(),
            wanted_id: None,
            is_title: false,
            raises_headings: false,
            is_framed: false,
            begins_note: false,
            gallery: None,
            figures: 0,
            tables: 0,
            notes: 0,
            side_notes: 0,
        }
    }

    fn push(&mut self, html: Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.html.write_fmt(html);
    }

    fn words(&mut self, words: &str) {
        let words = self.without_bracket(words);
        if self.is_title
            && let Some(chapter) = self.chapters.last_mut()
        {
            chapter.title.push_str(words);
        }
        self.html.push_str(words);
    }

    fn start(&mut self, tag: Tag<'_>, rest: &[Piece<'_>]) {
        self.begins_note = false;
        let open = match (tag.name(), self.wanted_id.take()) {
            ("h3", id) if self.raises_headings => self.raised_heading(id),
            (name, Some(id)) => {
                self.push(format_args!("<{name} id=\"{id}\">"));
                Open::Plain
            }
            ("h2", _) if !self.is_title => self.chapter(),
            ("figure", _) if tag.has_class(GALLERY) && self.gallery.is_none() => self.gallery(rest),
            ("figure", _) => self.figure(),
            ("figcaption", _) => self.caption(),
            ("img", _) => self.image(tag),
            ("table", _) if !self.is_framed => self.table(rest),
            ("small", _) if tag.has_class(FOOTNOTE) => self.note(),
            ("sup", _) if tag.has_class(FOOTNOTE) => self.mark(rest),
            ("aside", _) => self.side_note(rest),
            ("p", _) if tag.has_class(FURTHER_READING) => self.further_reading(tag),
            ("a", _) => self.link(tag),
            _ => {
                self.html.push_str(tag.source);
                Open::Plain
            }
        };
        if !tag.is_void() {
            self.open.push(open);
        }
    }

    fn end(&mut self, name: &str) {
        self.begins_note = false;
        match self.open.pop().unwrap_or(Open::Plain) {
            Open::Chapter(at) => self.end_chapter(at),
            Open::Note => self.end_note(),
            Open::Mark => self.end_mark(),
            Open::Gallery(_) => self.end_gallery(),
            Open::Caption(figure) => self.end_caption(figure),
            Open::Table => self.end_table(),
            Open::SideNote => self.end_side_note(),
            Open::RaisedHeading => self.html.push_str("</h2>"),
            Open::Plain | Open::Figure(_) | Open::FurtherReading(_) => self.html.extend(["</", name, ">"]),
        }
    }

    fn chapter(&mut self) -> Open {
        // Without the words of the heading: reader modes leave out what an identifier calls a menu or an advertisement.
        let id = format!("bab-{}", self.chapters.len() + 1);
        self.html.extend(["<h2 id=\"", &id, "\">"]);
        self.chapters.push(Chapter { id, title: String::new() });
        self.is_title = true;
        Open::Chapter(self.html.len())
    }

    /// Makes a heading the link to itself, unless something else in it can be pressed.
    fn end_chapter(&mut self, at: usize) {
        self.is_title = false;
        let is_plain =
            !["<a ", "<button", "<img", "<picture"].iter().any(|tag| self.html[at..].contains(tag));
        if let Some(chapter) = self.chapters.last().filter(|_| is_plain) {
            let link = format!("<a class=\"chapter-address\" href=\"#{}\">", chapter.id);
            self.html.insert_str(at, &link);
            self.html.push_str("</a>");
        }
        self.html.push_str("</h2>");
    }

    /// Attribute that names an element: by what it begins with, or by our own words.
    fn name_by(&mut self, element: &str, rest: &[Piece<'_>], id: String, words: &str) -> String {
        let first =
            rest.iter().find(|piece| !matches!(piece, Piece::Words(words) if words.trim().is_empty()));
        if first.and_then(|piece| piece.start()).is_some_and(|tag| tag.name() == element) {
            let name = format!("aria-labelledby=\"{id}\"");
            self.wanted_id = Some(id);
            name
        } else {
            format!("aria-label=\"{words}\"")
        }
    }
}
