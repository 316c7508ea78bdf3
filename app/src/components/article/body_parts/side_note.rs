//! Boxes beside the text.

use domain::markup::Piece;

use super::{Open, Page};

impl Page {
    pub(super) fn side_note(&mut self, rest: &[Piece<'_>]) -> Open {
        self.side_notes += 1;
        let name = self.name_by("h3", rest, format!("sisipan-{}", self.side_notes), self.text.side_note);
        self.push(format_args!("<aside class=\"side-note\" {name}>"));
        // A side note has headings of the third level. Above the first chapter, that would skip one.
        self.raises_headings = self.chapters.is_empty();
        Open::SideNote
    }

    pub(super) fn end_side_note(&mut self) {
        self.raises_headings = false;
        self.html.push_str("</aside>");
    }

    pub(super) fn raised_heading(&mut self, id: Option<String>) -> Open {
        let id = id.map(|id| format!(" id=\"{id}\"")).unwrap_or_default();
        self.html.extend(["<h2", &id, ">"]);
        Open::RaisedHeading
    }
}
