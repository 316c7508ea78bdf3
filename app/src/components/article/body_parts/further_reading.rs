//! Lines that lead to other articles.

use domain::markup::Tag;

use super::{Open, Page};

impl Page {
    pub(super) fn further_reading(&mut self, tag: Tag<'_>) -> Open {
        self.html.extend([tag.source, "<span class=\"further-reading__label\">"]);
        Open::FurtherReading(self.html.len())
    }

    /// Ends the label of further reading at its link; a text without a label gets ours.
    pub(super) fn link(&mut self, tag: Tag<'_>) -> Open {
        if let Some(Open::FurtherReading(label)) = self.open.last().copied() {
            let end = self.html.trim_end().len().max(label);
            self.html.truncate(end);
            if end == label {
                self.html.push_str(self.text.further_reading);
            }
            self.html.push_str("</span> ");
        }
        self.html.push_str(tag.source);
        Open::Plain
    }
}
