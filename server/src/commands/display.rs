//! Progress display: a bar on a terminal, a line every few seconds elsewhere.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::clock;
use crate::output::note;

const EVERY: Duration = Duration::from_secs(5);

/// Progress of a long operation.
pub(super) struct Display {
    name: String,
    bar: Option<ProgressBar>,
    total: Option<u64>,
    told_at: Instant,
}

impl Display {
    /// Starts a display for `total` units of work; `None` if the number is unknown.
    pub(super) fn new(name: &str, total: Option<u64>, template: &str) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar =
                total.map_or_else(ProgressBar::new_spinner, ProgressBar::new).with_message(name.to_owned());
            match ProgressStyle::with_template(template) {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            }
        });
        Self { name: name.to_owned(), bar, total, told_at: clock::steady() }
    }

    /// Shows that `done` units are finished.
    pub(super) fn show(&mut self, done: u64) {
        self.show_with(done, "");
    }

    /// Shows that `done` units are finished, with further text.
    pub(super) fn show_with(&mut self, done: u64, more: &str) {
        if let Some(bar) = &self.bar {
            bar.set_position(done);
            bar.set_message(format!("{}{more}", self.name));
        } else if self.told_at.elapsed() >= EVERY {
            self.told_at = clock::steady();
            match self.total.filter(|total| *total > 0) {
                Some(total) => note!("{}: {} %{more}", self.name, done.min(total) * 100 / total),
                None => note!("{}: {done}{more}", self.name),
            }
        }
    }

    /// Removes the bar from the terminal.
    pub(super) fn end(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
