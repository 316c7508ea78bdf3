//! Updater of the search index: it follows the store by `revision`, as the updater of recommendations does, from where the index on disk was
//! left.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use domain::access::Policy;
use domain::article::ArticleId;
use domain::newsroom::{ArticleRepository, Revision, StoredArticle, Unreadable};
use domain::search::ArticleClass;
use search::{Began, Origin, SearchIndex, Writer};
use tokio::sync::oneshot;
use tokio::task::spawn_blocking;

use super::searchable;

/// Interval between updates. A changed article is found after this time, and the time of one query, at the latest.
const EVERY: Duration = Duration::from_secs(2);
/// Articles that are read at a time.
const BATCH: u32 = 500;

/// The updater, and the writer that it keeps from one tick to the next.
pub struct SearchUpdater {
    index: Arc<SearchIndex>,
    newsroom: Arc<dyn ArticleRepository>,
    origin: Origin,
    policy: Policy,
    clock: fn() -> DateTime<Utc>,
    writer: Option<Box<Writer>>,
}

/// Outcome of a tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// It followed the store.
    Followed,
    /// It built the index anew.
    Built,
    /// Another program on the same folder follows the store.
    Elsewhere,
}

impl SearchUpdater {
    /// The updater of this index from this store. `store_name` tells the store from others.
    pub fn new(
        index: Arc<SearchIndex>,
        newsroom: Arc<dyn ArticleRepository>,
        store_name: String,
        policy: Policy,
        clock: fn() -> DateTime<Utc>,
    ) -> Self {
        let origin = Origin { store: store_name, policy: fingerprint(&policy) };
        Self { index, newsroom, origin, policy, clock, writer: None }
    }

    /// Runs until the sender of `ended` is dropped.
    pub async fn run(mut self, mut ended: oneshot::Receiver<()>) {
        loop {
            let ticked = tokio::select! {
                ticked = self.tick() => ticked,
                // What was not committed is written again after the next start.
                _ = &mut ended => break,
            };
            match ticked {
                Ok(Ticked::Built) => tracing::info!(articles = self.index.counts().0, "the search is ready"),
                Ok(_) => {}
                Err(error) => tracing::warn!(error = format!("{error:#}"), "cannot update the search index"),
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = &mut ended => break,
            }
        }
    }

    /// Brings the index up to date; builds it where there is none, or one of another store.
    pub async fn tick(&mut self) -> Result<Ticked> {
        if let Some(writer) = self.writer.take()
            && !self.index.is_replaced(&writer)?
        {
            self.writer = Some(self.follow(writer).await?);
            return Ok(Ticked::Followed);
        }
        match self.begin(false).await? {
            Began::GoesOn(writer) if self.is_ahead(&writer).await? => {
                drop(writer);
                self.begin_anew().await
            }
            Began::GoesOn(writer) => {
                self.writer = Some(self.follow(writer).await?);
                Ok(Ticked::Followed)
            }
            Began::Anew(writer) => self.finish(writer).await,
            Began::Elsewhere => {
                let index = self.index.clone();
                spawn_blocking(move || index.follow()).await??;
                Ok(Ticked::Elsewhere)
            }
        }
    }

    /// Builds the index anew from the store, whatever there is.
    pub async fn rebuild(&mut self) -> Result<u64> {
        self.writer = None;
        self.begin_anew().await?;
        Ok(self.index.counts().0)
    }

    async fn begin_anew(&mut self) -> Result<Ticked> {
        match self.begin(true).await? {
            Began::Anew(writer) | Began::GoesOn(writer) => self.finish(writer).await,
            Began::Elsewhere => Ok(Ticked::Elsewhere),
        }
    }

    async fn begin(&self, is_stale: bool) -> Result<Began> {
        let (index, origin) = (self.index.clone(), self.origin.clone());
        spawn_blocking(move || index.begin(&origin, is_stale)).await?.context("search.folder")
    }

    async fn finish(&mut self, writer: Box<Writer>) -> Result<Ticked> {
        let writer = self.read(writer).await?;
        let index = self.index.clone();
        let writer = spawn_blocking(move || writer.finish(&index)).await?.context("search.folder")?;
        self.writer = Some(Box::new(writer));
        Ok(Ticked::Built)
    }

    /// Whether the index knows of writings that the store does not have: an older store is there in the place of its own.
    async fn is_ahead(&self, writer: &Writer) -> Result<bool> {
        let Some((number, _)) = writer.progress.written else { return Ok(false) };
        let before = Revision { number: number - 1, id: last_id() };
        Ok(self.newsroom.changed(Some(&before), 1).await?.is_empty())
    }

    async fn follow(&self, writer: Box<Writer>) -> Result<Box<Writer>> {
        let mut writer = self.read(writer).await?;
        spawn_blocking(move || writer.commit().map(|()| writer)).await?.context("search.folder")
    }

    /// Writes what has changed since, and what is published by now.
    async fn read(&self, mut writer: Box<Writer>) -> Result<Box<Writer>> {
        let now = (self.clock)();
        loop {
            let after = writer.progress.written.clone();
            let after = after
                .map(|(number, id)| Ok::<_, anyhow::Error>(Revision { number, id: ArticleId::parse(&id)? }));
            let changed = self.newsroom.changed(after.transpose()?.as_ref(), BATCH).await?;
            let Some((last, _)) = changed.last() else { break };
            let place = (last.number, last.id.as_str().to_owned());
            let policy = self.policy.clone();
            writer = spawn_blocking(move || {
                for (place, stored) in &changed {
                    write(&mut writer, &place.id, stored.as_ref(), &policy, now)?;
                }
                writer.note(|progress| progress.written = Some(place));
                Ok::<_, search::Error>(writer)
            })
            .await?
            .context("search.folder")?;
        }
        self.publish(writer, now).await
    }

    /// Writes the articles whose time has come.
    async fn publish(&self, mut writer: Box<Writer>, now: DateTime<Utc>) -> Result<Box<Writer>> {
        let due = writer.progress.waiting.iter().filter(|(_, at)| **at <= now.timestamp_millis());
        for id in due.map(|(id, _)| id.clone()).collect::<Vec<_>>() {
            let parsed = ArticleId::parse(&id)?;
            let stored = self.newsroom.stored(&parsed).await?;
            match stored {
                Some(stored) => write(&mut writer, &parsed, stored.as_ref(), &self.policy, now)?,
                None => writer.note(|progress| _ = progress.waiting.remove(&id)),
            }
        }
        Ok(writer)
    }
}

/// Puts an article in as it is, or takes it out: nothing is known of an article before its time, nor of one that was withdrawn.
fn write(
    writer: &mut Writer,
    id: &ArticleId,
    stored: Result<&StoredArticle, &Unreadable>,
    policy: &Policy,
    now: DateTime<Utc>,
) -> Result<(), search::Error> {
    writer.note(|progress| _ = progress.waiting.remove(id.as_str()));
    let stored = match stored {
        Ok(stored) => stored,
        Err(error) => {
            tracing::warn!(%error, "it cannot be found; `warta check` tells more");
            writer.remove(id);
            return Ok(());
        }
    };
    if !stored.article.is_published(now) {
        let at = stored.article.published_at.timestamp_millis();
        writer.note(|progress| _ = progress.waiting.insert(id.as_str().to_owned(), at));
        writer.remove(id);
        return Ok(());
    }
    if let Some(article) = searchable(stored, policy) {
        return writer.put(&article);
    }
    writer.remove(id);
    Ok(())
}

/// Classes that a policy makes free for everyone.
fn fingerprint(policy: &Policy) -> String {
    let free = ArticleClass::all().filter(|class| class.is_free(policy)).map(ArticleClass::to_word);
    free.collect::<Vec<_>>().join(" ")
}

/// An id behind all others.
fn last_id() -> ArticleId {
    ArticleId::parse("zzzzzzzz").expect("letters are an id")
}
