//! Everything that is known of the articles and of what is being read.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::Settings;
use super::content::{Content, Vector};
use super::reads::Reads;
use super::words::title_key;
use crate::article::ArticleId;
use crate::slug::Slug;

/// Features of an article that recommending needs.
#[derive(Clone, Debug)]
pub struct ArticleFeatures {
    pub id: ArticleId,
    /// The headline, plain text.
    pub title: String,
    /// Summary as plain text.
    pub summary: Option<String>,
    /// The whole body, plain text. Only numbers are made of it; no word of it can be had back.
    pub body: String,
    /// Its part of the paper.
    pub section: Option<Slug>,
    /// Its running subjects, in the editors' order.
    pub topics: Vec<Slug>,
    /// Time from which readers may see it.
    pub published_at: DateTime<Utc>,
    /// The name or the address of the lead picture.
    pub picture: Option<String>,
    /// Article that the editors want read after it.
    pub editor_pick: Option<ArticleId>,
}

/// Data of an article in the index, without its words.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) id: ArticleId,
    pub(super) title: Option<u64>,
    pub(super) section: Option<Slug>,
    pub(super) topics: Vec<Slug>,
    pub(super) published_at: DateTime<Utc>,
    pub(super) picture: Option<String>,
    pub(super) editor_pick: Option<ArticleId>,
}

impl Entry {
    pub(super) fn new(features: &ArticleFeatures) -> Self {
        Self {
            id: features.id.clone(),
            title: title_key(&features.title),
            section: features.section.clone(),
            topics: features.topics.clone(),
            published_at: features.published_at,
            picture: features.picture.clone(),
            editor_pick: features.editor_pick.clone(),
        }
    }
}

/// Articles by number, in the order of publication.
pub(super) type Timeline = BTreeSet<(DateTime<Utc>, u32)>;

/// All articles and what is being read, in memory. [`super::Loader`] fills it, [`Index::insert`],
/// [`Index::remove`] and [`Index::record`] keep it current.
#[derive(Debug)]
pub struct Index {
    pub(super) settings: Settings,
    /// Given once for ever: a replaced article keeps its number, that of a removed one stays unused.
    numbers: HashMap<ArticleId, u32>,
    entries: Vec<Option<Entry>>,
    pub(super) content: Content,
    pub(super) reads: Reads,
    pub(super) newest: Timeline,
    pub(super) topics: HashMap<Slug, Timeline>,
}

impl Index {
    /// An index that knows nothing yet.
    pub fn new(settings: Settings) -> Self {
        let reads = Reads::new(&settings);
        Self {
            settings,
            numbers: HashMap::new(),
            entries: Vec::new(),
            content: Content::default(),
            reads,
            newest: Timeline::new(),
            topics: HashMap::new(),
        }
    }

    /// Settings of the ranking.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Number of articles.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Whether it knows this article.
    pub fn knows(&self, id: &ArticleId) -> bool {
        self.numbers.contains_key(id)
    }

    /// Takes in an article; what was read of an article that it replaces stays.
    pub fn insert(&mut self, features: &ArticleFeatures) {
        let text = self.content.count(&features.title, features.summary.as_deref(), &features.body);
        if !self.knows(&features.id) {
            self.content.learn(&text);
        }
        self.place(Entry::new(features), &text);
    }

    pub(super) fn place(&mut self, entry: Entry, text: &Vector) {
        let number = self.number_for(&entry.id);
        self.unlist(number);
        self.newest.insert((entry.published_at, number));
        for topic in &entry.topics {
            self.topics.entry(topic.clone()).or_default().insert((entry.published_at, number));
        }
        self.content.place(number, text);
        self.entries[number as usize] = Some(entry);
    }

    fn number_for(&mut self, id: &ArticleId) -> u32 {
        if let Some(number) = self.number(id) {
            return number;
        }
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(None);
        self.numbers.insert(id.clone(), number);
        number
    }

    /// Removes an article from the timelines.
    fn unlist(&mut self, number: u32) {
        let Some(entry) = self.entries[number as usize].take() else { return };
        let mark = (entry.published_at, number);
        self.newest.remove(&mark);
        for topic in &entry.topics {
            if let Some(timeline) = self.topics.get_mut(topic) {
                timeline.remove(&mark);
            }
        }
    }

    /// Forgets an article, as when it is withdrawn.
    pub fn remove(&mut self, id: &ArticleId) {
        if let Some(number) = self.numbers.remove(id) {
            self.unlist(number);
            self.content.remove(number);
            self.reads.remove(number);
        }
    }

    /// Records that readers who came from `previous`, or from nowhere, opened an article `count` times. Unknown articles are ignored.
    pub fn record(
        &mut self,
        previous: Option<&ArticleId>,
        article: &ArticleId,
        at: DateTime<Utc>,
        count: u32,
    ) {
        if let Some(number) = self.number(article).filter(|_| count > 0) {
            let previous = previous.and_then(|previous| self.number(previous));
            self.reads.record(previous, number, at, count);
        }
    }

    /// Drops counts that have decayed.
    pub fn forget(&mut self, now: DateTime<Utc>) {
        self.reads.forget(now);
    }

    pub(super) fn number(&self, id: &ArticleId) -> Option<u32> {
        self.numbers.get(id).copied()
    }

    pub(super) fn entry(&self, number: u32) -> Option<&Entry> {
        self.entries.get(number as usize)?.as_ref()
    }
}
