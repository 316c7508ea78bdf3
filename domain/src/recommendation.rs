//! What to read besides and after an article: two ranked lists, each entry with the reason why it is there.
//!
//! Nothing is trained. An [`Index`] of all articles and of what is being read is kept in memory and current;
//! [`SIGNALS`](SignalName) say what speaks for an article, [`Settings`] how loudly.

mod beside;
mod content;
mod context;
mod decayed_count;
pub mod evaluation;
mod index;
mod loader;
mod next;
mod read;
mod reads;
mod recommender;
mod related;
mod settings;
mod signals;
mod variety;
mod words;

#[cfg(test)]
mod tests;

pub use beside::{Beside, ListLengths};
pub use index::{ArticleFeatures, Index};
pub use loader::Loader;
pub use read::{Counted, Read, ReadStore};
pub use recommender::{Embedded, Recommender};
pub use settings::{Settings, Weights};
pub use signals::SignalName;

use crate::article::ArticleId;
use crate::slug::Slug;

/// An article that is recommended.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Which.
    pub id: ArticleId,
    /// What it was ranked by: the sum of `parts`.
    pub score: f64,
    /// What each signal added to the score, its weight included; signals that said nothing are left out.
    pub parts: Vec<(SignalName, f64)>,
    /// What speaks loudest for it.
    pub reason: Reason,
}

/// Why an article is recommended, for the reader who asks *Kenapa ini?*
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Readers of this article opened it next.
    ReadNext,
    /// Many are reading it now.
    ReadNow,
    /// It is about the same subject.
    SameSubject(Slug),
    /// It tells of the same things in the same words.
    SimilarText,
    /// It is new.
    Newest,
}
