//! Footnotes, which open where the text refers to them.

use domain::markup::{FOOTNOTE_BRACKETS, Piece};

use super::{Open, Page};

/// Bracket that shows only where the note stands within the sentence: on paper, and in browsers that cannot open it.
const BRACKET: &str = "<span class=\"footnote__bracket\">";
/// Holds a reference to the word before it.
const JOINER: char = '\u{2060}';

impl Page {
    /// Begins a footnote: the button that opens it, and its words. They stand there once, for every kind of browser.
    pub(super) fn note(&mut self) -> Open {
        self.notes += 1;
        let number = self.notes;
        self.button(number);
        self.push(format_args!(
            "{number}</button><small class=\"footnote\" id=\"catatan-{number}\" role=\"note\" popover>{BRACKET}{}</span>",
            FOOTNOTE_BRACKETS.0
        ));
        self.is_title = false;
        self.begins_note = true;
        Open::Note
    }

    /// The words of a piece of the text, without the bracket with which they are stored if they begin a footnote.
    pub(super) fn without_bracket<'a>(&mut self, words: &'a str) -> &'a str {
        let is_first = std::mem::take(&mut self.begins_note);
        words.strip_prefix(FOOTNOTE_BRACKETS.0).filter(|_| is_first).unwrap_or(words)
    }

    pub(super) fn end_note(&mut self) {
        if self.html.ends_with(FOOTNOTE_BRACKETS.1) {
            self.html.truncate(self.html.len() - FOOTNOTE_BRACKETS.1.len());
        }
        self.html.extend([BRACKET, FOOTNOTE_BRACKETS.1, "</span></small>"]);
        self.end_mark_of_title();
    }

    /// Another reference to a footnote before it; the text has its number.
    pub(super) fn mark(&mut self, rest: &[Piece<'_>]) -> Open {
        let number = rest.first().and_then(|piece| match piece {
            Piece::Words(words) => words.parse().ok(),
            _ => None,
        });
        let Some(number) = number.filter(|number| (1..=self.notes).contains(number)) else {
            self.html.push_str("<sup>");
            return Open::Plain;
        };
        self.button(number);
        self.is_title = false;
        Open::Mark
    }

    pub(super) fn end_mark(&mut self) {
        self.html.push_str("</button>");
        self.end_mark_of_title();
    }

    fn button(&mut self, number: usize) {
        if !self.html.ends_with(char::is_whitespace) {
            self.html.push(JOINER);
        }
        let name = (self.text.footnote)(number);
        self.push(format_args!(
            "<button type=\"button\" class=\"footnote-mark\" popovertarget=\"catatan-{number}\" aria-label=\"{name}\">"
        ));
    }

    /// The words of a heading go on after a note in it.
    fn end_mark_of_title(&mut self) {
        self.is_title = self.open.iter().any(|open| matches!(open, Open::Chapter(_)));
    }
}
