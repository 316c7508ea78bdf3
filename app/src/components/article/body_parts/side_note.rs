//! Boxes beside the text.

use domain::markup::Piece;

use super::{Open, Page};

impl Page {
    pub(super) fn side_note(&mut self, rest: &[Piece<'_>]) -> Open {
        self.side_notes += 1;
        let name = self.name_by("h3", rest, format!("sisipan-{}", self.side_notes), self.text.side_note);
        self.html.push_str(&format!("<aside class=\"side-note\" {name}>"));
        Open::Plain
    }
}
