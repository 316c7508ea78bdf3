//! The search index: tantivy behind [`domain::search::SearchEngine`].
//!
//! There are two indexes of one schema. The public one has the whole text only of what is free for everyone; the other one has the whole
//! texts of all other articles, and is asked only for a reader who may read some of them.

mod completion;
mod document;
mod engine;
pub mod evaluation;
mod fields;
mod folder;
mod generation;
mod plan;
mod ranking;
mod terms;
mod tokenizers;
mod writer;

pub use engine::SearchIndex;
pub use generation::{Origin, Progress};
pub use writer::{Began, Writer};

/// An error of the index.
pub type Error = tantivy::TantivyError;

#[cfg(test)]
mod tests;
