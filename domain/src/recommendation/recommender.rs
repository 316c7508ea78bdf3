//! Interface between the site and any recommender.

use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{ArticleFeatures, Beside, Index, ListLengths, Read};
use crate::article::ArticleId;

/// Recommends articles. Nothing published after `now` is among them. One that has to ask elsewhere and gets no answer says so in the log, and
/// recommends what it can: no page fails for want of a recommendation.
#[async_trait]
pub trait Recommender: Send + Sync {
    /// Related articles and articles to read next for a page, best first. For an unknown article, only the latter.
    async fn beside(&self, article: &ArticleId, now: DateTime<Utc>, wanted: ListLengths) -> Beside;
}

/// The recommender that the site brings along: an [`Index`] in its own memory.
#[derive(Debug)]
pub struct Embedded {
    index: RwLock<Index>,
}

impl Embedded {
    /// Recommends from an index.
    pub fn new(index: Index) -> Self {
        Self { index: RwLock::new(index) }
    }

    /// Replaces everything that is known.
    pub fn replace(&self, index: Index) {
        *self.write() = index;
    }

    /// An article was made or changed.
    pub fn insert(&self, features: &ArticleFeatures) {
        self.write().insert(features);
    }

    /// An article was withdrawn.
    pub fn remove(&self, id: &ArticleId) {
        self.write().remove(id);
    }

    /// Articles were read.
    pub fn record(&self, reads: &[Read]) {
        let mut index = self.write();
        for read in reads {
            index.record(read.previous.as_ref(), &read.article, read.bucket_at, read.count);
        }
    }

    /// Drops what has faded; once an hour is enough.
    pub fn forget(&self, now: DateTime<Utc>) {
        self.write().forget(now);
    }

    /// Reads the index.
    pub fn with_index<T>(&self, read: impl FnOnce(&Index) -> T) -> T {
        read(&self.read())
    }

    // An index that a panic left half changed still ranks; a site without recommendations is worse.
    fn read(&self) -> RwLockReadGuard<'_, Index> {
        self.index.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Index> {
        self.index.write().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Recommender for Embedded {
    async fn beside(&self, article: &ArticleId, now: DateTime<Utc>, wanted: ListLengths) -> Beside {
        self.read().beside(Some(article), now, wanted)
    }
}
