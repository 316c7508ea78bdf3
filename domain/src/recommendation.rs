//! Recommendations for an article page: two ranked lists, each entry with its reason.
//!
//! Nothing is trained. An [`Index`] of all articles and current reads is kept in memory and up to date.
//! [`SIGNALS`](SignalName) score an article, and [`Settings`] set the weights.

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
    pub id: ArticleId,
    /// Score that decided its rank: the sum of `parts`.
    pub score: f64,
    /// Contribution of each signal to the score, weight included; signals that returned 0 are left out.
    pub parts: Vec<(SignalName, f64)>,
    /// Largest part of the score, as shown to readers.
    pub reason: Reason,
}

/// Why an article is recommended, for the reader who asks *Mengapa disarankan?*
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
