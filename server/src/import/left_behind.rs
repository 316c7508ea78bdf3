//! Account of everything that an import leaves behind in a file, and why.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::record::excerpt;

/// Kinds that are told apart; a file may have endlessly many.
const MOST_KINDS: usize = 500;
/// Examples of each kind.
const MOST_EXAMPLES: usize = 3;
const OTHERS: &str = "of other kinds";

#[derive(Default)]
struct Kind {
    count: u64,
    examples: Vec<String>,
}

/// Account of what was left behind, shared between the reader of the file and the command that prints it.
#[derive(Clone, Default)]
pub struct LeftBehind(Arc<Mutex<BTreeMap<String, Kind>>>);

impl LeftBehind {
    /// Notes one thing of a kind, with its name.
    pub(super) fn note(&self, kind: &str, example: &str) {
        self.add(kind, 1, Some(example));
    }

    /// Notes some things of a kind, which have no names.
    pub(super) fn count(&self, kind: &str, count: u64) {
        if count > 0 {
            self.add(kind, count, None);
        }
    }

    fn add(&self, kind: &str, count: u64, example: Option<&str>) {
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let kind = excerpt(kind);
        let name = if kinds.len() < MOST_KINDS || kinds.contains_key(&kind) { kind } else { OTHERS.into() };
        let known = kinds.entry(name).or_default();
        known.count += count;
        if let Some(example) = example.filter(|_| known.examples.len() < MOST_EXAMPLES) {
            known.examples.push(excerpt(example));
        }
    }

    /// One line for each kind.
    pub fn lines(&self) -> Vec<String> {
        let kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let line = |(name, kind): (&String, &Kind)| {
            let more = if kind.count > kind.examples.len() as u64 { ", …" } else { "" };
            let examples = if kind.examples.is_empty() {
                String::new()
            } else {
                format!(" ({}{more})", kind.examples.join(", "))
            };
            format!("left behind: {name}: {}{examples}", kind.count)
        };
        kinds.iter().map(line).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_counted_with_some_names() {
        let left = LeftBehind::default();
        left.count("comments", 5);
        left.count("comments", 2);
        left.count("reviews", 0);
        for name in ["a", "b", "c\n", "d"] {
            left.note("drafts", name);
        }
        for number in 0..2 * MOST_KINDS {
            left.count(&format!("x{number:04}"), 1);
        }
        let lines = left.lines();
        assert_eq!(lines[..2], ["left behind: comments: 7", "left behind: drafts: 4 (a, b, c, …)"]);
        assert_eq!(lines.len(), MOST_KINDS + 1);
    }
}
