//! Composition of a server: the one place where services and the parts of the router are built from settings and a store.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use app::context::{Services, Site};
use app::cookies::Cookies;
use chrono::{DateTime, Utc};
use domain::gift::Gifts;
use domain::quota::Quota;
use domain::read_counter::ReadCounter;
use domain::recommendation::{Embedded, Index, ReadStore, Recommender};
use leptos::prelude::LeptosOptions;
use search::SearchIndex;
use store::Database;

use crate::about::about_pages;
use crate::account::accounts;
use crate::http::{Crawlers, Hosts, Parts, RequestIds, Resolver, Stop};
use crate::pictures::Storage;
use crate::recommendation::Gorse;
use crate::search::SearchUpdater;
use crate::settings::Settings;

/// Surroundings of a server, which neither settings nor store decide. Tests hand in others.
pub struct Surroundings {
    /// Address of the listening socket.
    pub listen: SocketAddr,
    /// Current time, in UTC.
    pub clock: fn() -> DateTime<Utc>,
    /// DNS, which proves that a crawler is one.
    pub resolver: Arc<dyn Resolver>,
    /// Names of the built script and stylesheet.
    pub assets: LeptosOptions,
    /// Folder of emails that `/dev/surat` may show; `None` where there is no such page.
    pub shown_mails: Option<PathBuf>,
    /// Whether cargo-leptos reloads pages: then no response is cached.
    pub is_watched: bool,
}

/// A server that nobody has connected to yet.
pub struct Composition {
    /// Parts of the router, services among them.
    pub parts: Parts,
    /// Recommendation index, empty until an `IndexUpdater` loads it.
    pub engine: Arc<Embedded>,
    /// Search index, empty until a `SearchUpdater` follows the store.
    pub search: Arc<SearchIndex>,
}

impl Composition {
    /// Builds everything that requests are answered with. Fails where a setting names what is not there.
    pub async fn new(
        settings: &Settings,
        database: &Database,
        surroundings: Surroundings,
    ) -> anyhow::Result<Self> {
        let Surroundings { listen, clock, resolver, assets, shown_mails, is_watched } = surroundings;
        let origin = settings.site.origin(listen);
        let engine = Arc::new(Embedded::new(Index::new(settings.recommendation.ranking.clone())));
        let search = Arc::new(SearchIndex::new(Some(settings.search.folder.clone())));
        let quota = quota(settings, database);
        let services = Services {
            articles: Arc::new(database.clone()),
            accounts: accounts(settings, &origin, database)?,
            profiles: Arc::new(database.clone()),
            gifts: Gifts { store: Arc::new(database.clone()), quota: quota.clone() },
            quota,
            saved: Arc::new(database.clone()),
            follows: Arc::new(database.clone()),
            ads: Arc::new(database.clone()),
            recommender: recommender(settings, engine.clone()),
            reads: Arc::new(ReadCounter::new(database.read_key().await?)),
            history: Arc::new(database.clone()),
            sponsored: Arc::new(database.clone()),
            search: search.clone(),
            clock,
            site: Arc::new(site(settings, &origin, assets, is_watched)?),
        };
        let parts = Parts {
            services,
            files: settings.server.files.clone(),
            pictures: Storage::open(&settings.pictures)?,
            hosts: Hosts::new(&origin, listen, &settings.server.hosts),
            request_ids: RequestIds::new(clock().timestamp_millis().unsigned_abs()),
            shown_mails,
            crawlers: Crawlers::new(&settings.quota.crawlers, resolver),
            hooks: settings.quota.hooks.clone(),
            machines: settings.machines.clone(),
            frames: settings.frames(),
            trusted_proxies: settings.server.trusted_proxies.clone(),
            store: database.clone(),
            stop: Stop::default(),
            is_watched,
        };
        Ok(Self { parts, engine, search })
    }
}

/// The meter on this store, with the policy of these settings.
pub fn quota(settings: &Settings, database: &Database) -> Quota {
    Quota { store: Arc::new(database.clone()), policy: settings.quota.policy(settings.site.time_zone) }
}

/// The updater of this index from this store.
pub async fn search_updater(
    settings: &Settings,
    database: &Database,
    index: Arc<SearchIndex>,
    clock: fn() -> DateTime<Utc>,
) -> anyhow::Result<SearchUpdater> {
    let name = database.read_key().await?.name();
    let policy = settings.quota.policy(settings.site.time_zone);
    Ok(SearchUpdater::new(index, Arc::new(database.clone()), name, policy, clock))
}

fn recommender(settings: &Settings, engine: Arc<Embedded>) -> Arc<dyn Recommender> {
    let gorse = &settings.recommendation.gorse;
    if gorse.address.is_empty() { engine } else { Arc::new(Gorse::new(gorse, engine)) }
}

fn site(
    settings: &Settings,
    origin: &url::Url,
    assets: LeptosOptions,
    is_watched: bool,
) -> anyhow::Result<Site> {
    Ok(Site {
        name: settings.site.name.clone(),
        url: origin.origin().ascii_serialization(),
        language: settings.site.language,
        own_language: settings.site.language,
        accept_language: settings.site.accept_language,
        time_zone: settings.site.time_zone,
        ethics_page: settings.machines.ethics_page.clone(),
        logo: settings.machines.logo.clone(),
        sections: settings.site.sections.clone(),
        about: about_pages(settings.site.pages.as_deref())?,
        ad_slots: settings.ads.slots.clone(),
        fewest_blocks: settings.ads.fewest_blocks,
        ads_for_subscribers: settings.ads.for_subscribers,
        sponsored_slots: settings.recommendation.sponsored_slots.clone(),
        video_frames: settings.videos.frames.clone(),
        drop_cap: settings.site.drop_cap,
        // Under cargo-leptos it would answer with files that have just been replaced.
        has_worker: settings.site.service_worker && !is_watched,
        free_articles: settings.quota.free_articles,
        subscribe_at: settings.quota.subscribe_at.clone(),
        plans: settings.plans.offers(),
        cookies: Cookies::new(origin.scheme() == "https"),
        assets,
    })
}
