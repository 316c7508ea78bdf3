//! Tables in frames of their own.

use domain::markup::Piece;

use super::{Open, Page};

impl Page {
    /// Puts a table into a frame that scrolls, under the name of its caption.
    pub(super) fn table(&mut self, rest: &[Piece<'_>]) -> Open {
        self.tables += 1;
        let id = format!("tabel-{}", self.tables);
        let name = self.name_by("caption", rest, format!("judul-{id}"), self.text.table);
        self.push(format_args!(
            "<div class=\"table-frame\" id=\"{id}\" role=\"group\" tabindex=\"0\" {name}><table>"
        ));
        self.is_framed = true;
        Open::Table
    }

    pub(super) fn end_table(&mut self) {
        self.is_framed = false;
        self.html.push_str("</table></div>");
    }
}
