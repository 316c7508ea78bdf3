//! Filling an index with all articles at once.

use super::Settings;
use super::content::Vector;
use std::collections::HashMap;

use super::index::{ArticleFeatures, Entry, Index};
use crate::article::ArticleId;

/// Takes all articles first, to learn which words are common, and weighs their words then. Texts are let go
/// as they come; only words and their counts are kept.
#[derive(Debug)]
pub struct Loader {
    index: Index,
    waiting: HashMap<ArticleId, (Entry, Vector)>,
}

impl Loader {
    /// A loader of an empty index.
    pub fn new(settings: Settings) -> Self {
        Self { index: Index::new(settings), waiting: HashMap::new() }
    }

    /// Takes an article. Of two with one id the one that came later stays.
    pub fn add(&mut self, features: &ArticleFeatures) {
        let content = &mut self.index.content;
        let text = content.count(&features.title, features.summary.as_deref(), &features.body);
        content.learn(&text);
        self.waiting.insert(features.id.clone(), (Entry::new(features), text));
    }

    /// The index of all that was taken.
    pub fn finish(self) -> Index {
        let Self { mut index, waiting } = self;
        // Numbers rise with the date so that the latest articles stand last in every list, and ever the same.
        let mut waiting: Vec<_> = waiting.into_values().collect();
        waiting.sort_by(|(one, _), (other, _)| {
            (one.published_at, &one.id).cmp(&(other.published_at, &other.id))
        });
        for (entry, text) in waiting {
            index.place(entry, &text);
        }
        index.content.shrink();
        index
    }
}
