//! Updater of this server's index: it reads changed articles from the store, and the reads that all servers have counted.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use app::context::Services;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::article::ArticleId;
use domain::newsroom::{ArticleRepository, Revision, StoreError};
use domain::recommendation::{Counted, Embedded, Read, ReadStore};
use domain::sponsored::{SponsoredStore, views};
use tokio::sync::oneshot;

use super::load::{BATCH, features, load, readable};

/// Interval between updates. A changed article is recommended after this time, and the time of one query, at the latest.
const EVERY: Duration = Duration::from_secs(2);
/// Maximum number of ids in one query.
const IDS: usize = 500;
/// Number of half-lives after which a count is negligible.
const HALF_LIVES: f64 = 6.0;
/// Longest delay with which another server may add its counts to the store.
const LATE: TimeDelta = TimeDelta::minutes(3);
/// Days for which views of sponsored items are kept for billing.
const VIEW_DAYS: u64 = 400;

pub struct IndexUpdater {
    engine: Arc<Embedded>,
    newsroom: Arc<dyn ArticleRepository>,
    reads: Arc<dyn ReadStore>,
    sponsored: Arc<dyn SponsoredStore>,
    services: Services,
    progress: Option<Progress>,
}

/// Position up to which the index is up to date.
#[derive(Default)]
struct Progress {
    written: Option<Revision>,
    /// Counts that were recorded for the newest intervals, which may still grow.
    recorded: HashMap<(DateTime<Utc>, Option<ArticleId>, ArticleId), u32>,
    purged_at: DateTime<Utc>,
}

impl IndexUpdater {
    /// Creates the updater of this index from this store. `services` hold the reads that this server has counted.
    pub fn new<Store>(engine: Arc<Embedded>, store: &Store, services: Services) -> Self
    where
        Store: ArticleRepository + ReadStore + SponsoredStore + Clone + 'static,
    {
        let (newsroom, reads) = (Arc::new(store.clone()), Arc::new(store.clone()));
        Self { engine, newsroom, reads, sponsored: Arc::new(store.clone()), services, progress: None }
    }

    /// Runs until the sender of `ended` is dropped, and then flushes the last counts.
    pub async fn run(mut self, mut ended: oneshot::Receiver<()>) {
        loop {
            let loaded = tokio::select! {
                loaded = self.load_once() => loaded,
                // Loading may take long, and only reads.
                _ = &mut ended => break,
            };
            let ticked = match loaded {
                Ok(()) => self.tick().await,
                failed => failed,
            };
            if let Err(error) = ticked {
                // The lists do not change; the next tick continues from the same position.
                tracing::warn!(%error, "cannot update the recommendation index");
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = &mut ended => break,
            }
        }
        if let Err(error) = self.flush(self.progress.is_some()).await {
            tracing::warn!(%error, "cannot flush the reads of the last seconds; they are lost");
        }
    }

    /// Updates the index; the first call loads it from the store.
    pub async fn tick(&mut self) -> Result<(), StoreError> {
        self.load_once().await?;
        let mut progress = self.progress.take().unwrap_or_default();
        let done = self.follow(&mut progress).await;
        self.progress = Some(progress);
        done
    }

    /// Loads the index, unless that was done before.
    async fn load_once(&mut self) -> Result<(), StoreError> {
        if self.progress.is_none() {
            self.progress = Some(self.load().await?);
        }
        Ok(())
    }

    async fn load(&self) -> Result<Progress, StoreError> {
        let settings = self.engine.with_index(|index| index.settings().clone());
        let (index, written) = load(&*self.newsroom, settings).await?;
        tracing::info!(articles = index.len(), "recommendations are ready");
        self.engine.replace(index);
        let mut progress = Progress { written, ..Progress::default() };
        let now = (self.services.clock)();
        let reads = self.reads.since(now - self.memory()).await?;
        self.record(reads, &mut progress, now);
        Ok(progress)
    }

    async fn follow(&self, progress: &mut Progress) -> Result<(), StoreError> {
        loop {
            let changed = self.newsroom.changed(progress.written.as_ref(), BATCH).await?;
            let Some((last, _)) = changed.last() else { break };
            progress.written = Some(last.clone());
            for (place, stored) in &changed {
                match readable(stored).and_then(features) {
                    Some(features) => self.engine.insert(&features),
                    None => self.engine.remove(&place.id),
                }
            }
        }
        self.flush(true).await?;
        let now = (self.services.clock)();
        let reads = self.reads.since(now - LATE).await?;
        self.record(reads, progress, now);
        self.purge_expired(progress, now).await
    }

    /// Adds this server's counts to the store. If that fails, the next flush adds them.
    async fn flush(&self, is_loaded: bool) -> Result<(), StoreError> {
        let reads = self.services.reads.take();
        if reads.is_empty() {
            return Ok(());
        }
        let flushed = self.add(&reads, is_loaded).await;
        if flushed.is_err() {
            self.services.reads.put_back(reads);
        }
        flushed
    }

    async fn add(&self, reads: &[Read], is_loaded: bool) -> Result<(), StoreError> {
        let now = (self.services.clock)();
        let running = self.sponsored.sponsored(now, self.day(now)).await?;
        // Ids that do not exist, which a client made up, are dropped.
        let known = if is_loaded { self.indexed(reads) } else { self.stored(reads, now).await? };
        let is_known = |id: &ArticleId| known.contains(id);
        let counted = reads.iter().filter(|read| is_known(&read.article)).cloned();
        let reads: Vec<Read> =
            counted.map(|read| Read { previous: read.previous.filter(is_known), ..read }).collect();
        let site = &self.services.site;
        let views = views(&reads, &running, &site.sponsored_slots, site.time_zone);
        self.reads.add(&Counted { reads, views }).await
    }

    /// Articles of these reads that the index knows.
    fn indexed(&self, reads: &[Read]) -> HashSet<ArticleId> {
        self.engine.with_index(|index| ids(reads).filter(|id| index.knows(id)).collect())
    }

    /// Articles of these reads that the store has; slower than the index, which may still be loading.
    async fn stored(&self, reads: &[Read], now: DateTime<Utc>) -> Result<HashSet<ArticleId>, StoreError> {
        let wanted = Vec::from_iter(ids(reads).collect::<HashSet<_>>());
        let mut known = HashSet::new();
        for wanted in wanted.chunks(IDS) {
            let cards = self.services.articles.cards_of(wanted, now).await?;
            known.extend(cards.into_iter().map(|card| card.id));
        }
        Ok(known)
    }

    /// Records the increase of each count since the last tick.
    fn record(&self, reads: Vec<Read>, progress: &mut Progress, now: DateTime<Utc>) {
        let mut new = Vec::new();
        for read in reads {
            let key = (read.bucket_at, read.previous.clone(), read.article.clone());
            let known = progress.recorded.insert(key, read.count).unwrap_or_default();
            let count = read.count.saturating_sub(known);
            if count > 0 {
                new.push(Read { count, ..read });
            }
        }
        progress.recorded.retain(|(bucket_at, _, _), _| *bucket_at >= now - LATE);
        self.engine.record(&new);
    }

    /// Deletes counts that are too old to matter, once an hour.
    async fn purge_expired(&self, progress: &mut Progress, now: DateTime<Utc>) -> Result<(), StoreError> {
        if now < progress.purged_at + TimeDelta::hours(1) {
            return Ok(());
        }
        progress.purged_at = now;
        self.engine.forget(now);
        self.reads.forget(now - self.memory()).await?;
        let oldest = self.day(now).checked_sub_days(chrono::Days::new(VIEW_DAYS)).unwrap_or_default();
        self.sponsored.forget_views(oldest).await
    }

    /// Age after which counts are deleted.
    fn memory(&self) -> TimeDelta {
        let minutes = self.engine.with_index(|index| {
            let settings = index.settings();
            settings.read_next_memory_minutes.max(settings.read_now_half_life_minutes)
        });
        TimeDelta::try_milliseconds(milliseconds(minutes * HALF_LIVES)).unwrap_or(LATE).max(LATE)
    }

    fn day(&self, now: DateTime<Utc>) -> NaiveDate {
        now.with_timezone(&self.services.site.time_zone).date_naive()
    }
}

#[expect(clippy::cast_possible_truncation, reason = "no half-life is 292 million years")]
fn milliseconds(minutes: f64) -> i64 {
    (minutes * 60_000.0) as i64
}

/// Every article that reads name, perhaps several times.
fn ids(reads: &[Read]) -> impl Iterator<Item = ArticleId> {
    reads.iter().flat_map(|read| read.previous.iter().chain([&read.article])).cloned()
}
