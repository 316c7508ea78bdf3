//! Announcements of changed articles: to a WebSub hub, by the feeds that show them, and to search engines by IndexNow.
//!
//! Nothing waits for an announcement. What cannot be delivered is tried again later; what is left when the server stops is not
//! announced, and found by those who look for themselves.

mod delivery;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use app::components::article_path;
use app::context::Services;
use chrono::{DateTime, TimeDelta, Utc};
use domain::article::{Article, ArticleId};
use domain::list::List;
use domain::newsroom::{ArticleRepository, Revision, StoreError};
use domain::sitemap::SitemapStore;

use crate::feeds::{FeedOf, Format};
use crate::settings::Machines;
use delivery::{Service, Target};

/// Interval at which changes are looked for.
const EVERY: Duration = Duration::from_secs(5);
/// Number of changed articles that are read at a time.
const BATCH: u32 = 200;
/// Largest number of articles whose time came since the last look.
const MOST_DUE: u32 = 1_000;

/// Follows the changes of the newsroom and announces them.
pub struct Announcer {
    services: Services,
    newsroom: Arc<dyn ArticleRepository>,
    sitemap: Arc<dyn SitemapStore>,
    hub: Option<Target>,
    index_now: Option<Target>,
    progress: Option<Progress>,
}

/// Position up to which changes are known.
struct Progress {
    written: Option<Revision>,
    looked_at: DateTime<Utc>,
}

impl Announcer {
    /// Creates an announcer of this store; `None` if the settings name nobody to tell.
    pub fn new<Store>(settings: &Machines, store: &Store, services: Services) -> Option<Self>
    where
        Store: ArticleRepository + SitemapStore + Clone + 'static,
    {
        let hub = settings.hub.clone().map(|address| Target::new(Service::Hub { address }));
        let key = settings.index_now_key.clone().zip(settings.index_now_at.clone());
        let index_now = key.map(|(key, address)| {
            Target::new(Service::IndexNow { address, key, origin: services.site.url.clone() })
        });
        let (newsroom, sitemap) = (Arc::new(store.clone()), Arc::new(store.clone()));
        let is_wanted = hub.is_some() || index_now.is_some();
        is_wanted.then_some(Self { services, newsroom, sitemap, hub, index_now, progress: None })
    }

    /// Runs until the future is dropped.
    pub async fn run(mut self) {
        loop {
            if let Err(error) = self.tick().await {
                tracing::warn!(%error, "cannot look for changes to announce");
            }
            tokio::time::sleep(EVERY).await;
        }
    }

    /// Looks for changes since the last call and announces them. The first call only notes where the newsroom stands.
    pub async fn tick(&mut self) -> Result<(), StoreError> {
        let now = (self.services.clock)();
        let Some(progress) = &mut self.progress else {
            let written = self.sitemap.last_revision().await?;
            self.progress = Some(Progress { written, looked_at: now });
            return Ok(());
        };
        let mut changed = Vec::new();
        loop {
            let batch = self.newsroom.changed(progress.written.as_ref(), BATCH).await?;
            let Some((last, _)) = batch.last() else { break };
            progress.written = Some(last.clone());
            changed.extend(batch.into_iter().filter_map(|(_, stored)| Some(stored.ok()?.article)));
            if let Some(due) = changed.len().checked_sub(delivery::MOST) {
                // Beyond what anybody is told at once; sitemaps name the rest.
                changed.drain(..due);
            }
        }
        // What was written earlier for a time that has come.
        let articles = &self.services.articles;
        let since = progress.looked_at + TimeDelta::milliseconds(1);
        let due = articles.cards(&List::Since(since), None, now, MOST_DUE).await?;
        let ids: Vec<ArticleId> = due.into_iter().map(|card| card.id).collect();
        changed.extend(articles.find_all(&ids).await?.into_iter().map(|(article, _)| article));
        progress.looked_at = now;
        changed.retain(|article| article.is_published(now));
        self.note(&changed);
        for target in [&mut self.hub, &mut self.index_now].into_iter().flatten() {
            target.deliver(now).await;
        }
        Ok(())
    }

    fn note(&mut self, changed: &[Article]) {
        let site = &self.services.site;
        if let Some(hub) = &mut self.hub {
            let lists: BTreeSet<String> =
                changed.iter().flat_map(FeedOf::of).map(|list| list.path()).collect();
            for path in lists {
                for prefix in ["", site.prefix_of(site.other_language())] {
                    let feed = |format: Format| format!("{}{prefix}{path}{}", site.url, format.path());
                    hub.note(Format::ALL.map(feed));
                }
            }
        }
        if let Some(index_now) = &mut self.index_now {
            let page =
                |article: &Article| format!("{}{}", site.url, article_path(&article.id, &article.slug()));
            index_now.note(changed.iter().map(page));
        }
    }
}
