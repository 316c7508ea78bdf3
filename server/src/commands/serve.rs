//! `warta serve`.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use app::context::{Services, Site};
use app::cookies::Cookies;
use app::document::stylesheet_path;
use app::head::Module;
use domain::gift::Gifts;
use domain::quota::Quota;
use domain::read_counter::ReadCounter;
use domain::recommendation::{Embedded, Index, ReadStore, Recommender};
use leptos::prelude::LeptosOptions;
use metrics_exporter_prometheus::PrometheusBuilder;
use store::{Database, Workload};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::{Outcome, open};
use crate::about::about_pages;
use crate::account::accounts;
use crate::clock;
use crate::http::{
    Counts, Crawlers, Hosts, Limits, Parts, RequestIds, Signal, Stop, SystemResolver, Times, admin, router,
    serve, shows_mails, signal,
};
use crate::mail::{DELIVERY_TIMEOUT, MailWorker, Transport};
use crate::output::note;
use crate::pictures::Storage;
use crate::recommendation::{Gorse, IndexUpdater};
use crate::settings::{Settings, is_watched};

/// What is still running then is cut off.
const HARD_STOP: Duration = Duration::from_secs(30);

pub(super) async fn run(settings: Settings) -> anyhow::Result<Outcome> {
    let transport = Transport::new(&settings)?;
    let is_public = settings.site.url.as_ref().is_some_and(|url| url.scheme() == "https");
    anyhow::ensure!(
        !is_public || transport.folder().is_none() || settings.mail.public_site_keeps_mails,
        "setting mail.url: mails of a public site (site.url is https) would stay in a folder and reach nobody; name a mail server, \
         or say mail.public_site_keeps_mails = true"
    );
    let database = open(&settings, Workload::Serve).await?;
    let listen = settings.server.listen;
    let listener = TcpListener::bind(listen).await.with_context(|| {
        format!("cannot listen on {listen} (setting server.listen); is another program there?")
    })?;
    let stop = Stop::default();
    // Port 0 asks the system for a free one.
    let listen = listener.local_addr()?;
    if let Some(admin) = settings.server.admin_listen {
        tell_counts(admin, &database).await?;
    }
    let engine = Arc::new(Embedded::new(Index::new(settings.recommendation.ranking.clone())));
    let reads = ReadCounter::new(database.read_key().await?);
    let mut parts = parts(&settings, listen, &database, (engine.clone(), reads, stop.clone()))?;
    let shows = shows_mails(&settings.site.origin(listen), listen);
    parts.shown_mails = transport.folder().filter(|_| shows).map(Path::to_owned);
    let mails = MailWorker {
        services: parts.services.clone(),
        transport,
        from: settings.mail.from.clone(),
        delivery_timeout: DELIVERY_TIMEOUT,
    };
    let mails = tokio::spawn(mails.run());
    let watched = database.clone();
    let watch = tokio::spawn(async move { watched.watch().await });
    let (end, ended) = oneshot::channel();
    let index_updater = tokio::spawn(IndexUpdater::new(engine, &database, parts.services.clone()).run(ended));
    let router = router(parts).await;
    let limits = Limits {
        connections: settings.server.connections,
        connections_per_address: settings.server.connections_per_address,
        trusted_proxies: settings.server.trusted_proxies.clone(),
        times: Times::default(),
    };
    note!("{} is served at http://{listen}", settings.site.name);
    stop_on_signal(stop.clone(), Duration::from_secs(settings.server.stop_notice_seconds));
    serve(listener, router, limits, stop).await;
    // An email in hand is taken again after the next start.
    mails.abort();
    watch.abort();
    drop(end);
    index_updater.await.context("keeping recommendations current")?;
    database.close().await;
    note!("stopped");
    Ok(Outcome::Done)
}

/// Serves `/metrics` on a port of its own, until the program ends.
async fn tell_counts(listen: SocketAddr, database: &Database) -> anyhow::Result<()> {
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("cannot listen on {listen} (setting server.admin_listen)"))?;
    let counted = PrometheusBuilder::new().install_recorder().context("counting")?;
    let (quota, outbox) = (Arc::new(database.clone()), Arc::new(database.clone()));
    let counts = Counts { counted, quota, outbox, clock: clock::now };
    tokio::spawn(async move { axum::serve(listener, admin(counts)).await });
    Ok(())
}

/// What the server is put together from.
fn parts(
    settings: &Settings,
    listen: SocketAddr,
    database: &Database,
    (engine, reads, stop): (Arc<Embedded>, ReadCounter, Stop),
) -> anyhow::Result<Parts> {
    let assets = LeptosOptions::builder()
        .output_name("warta")
        .site_root(settings.server.files.display().to_string())
        .site_pkg_dir("pkg")
        .site_addr(listen)
        .hash_files(has_hash_file())
        .build();
    if !is_watched() {
        check_files(&settings.server.files, &assets)?;
    }
    let origin = settings.site.origin(listen);
    let site = Site {
        name: settings.site.name.clone(),
        url: origin.origin().ascii_serialization(),
        language: settings.site.language,
        own_language: settings.site.language,
        accept_language: settings.site.accept_language,
        time_zone: settings.site.time_zone,
        sections: settings.site.sections.clone(),
        about: about_pages(settings.site.pages.as_deref())?,
        ad_slots: settings.ads.slots.clone(),
        fewest_blocks: settings.ads.fewest_blocks,
        ads_for_subscribers: settings.ads.for_subscribers,
        sponsored_slots: settings.recommendation.sponsored_slots.clone(),
        video_frames: settings.videos.frames.clone(),
        drop_cap: settings.site.drop_cap,
        free_articles: settings.quota.free_articles,
        subscribe_at: settings.quota.subscribe_at.clone(),
        cookies: Cookies::new(origin.scheme() == "https"),
        assets,
    };
    let quota = quota(settings, database);
    let services = Services {
        articles: Arc::new(database.clone()),
        accounts: accounts(settings, &origin, database)?,
        gifts: Gifts { store: Arc::new(database.clone()), quota: quota.clone() },
        quota,
        saved: Arc::new(database.clone()),
        ads: Arc::new(database.clone()),
        recommender: recommender(settings, engine),
        reads: Arc::new(reads),
        history: Arc::new(database.clone()),
        sponsored: Arc::new(database.clone()),
        clock: clock::now,
        site: Arc::new(site),
    };
    Ok(Parts {
        services,
        files: settings.server.files.clone(),
        pictures: Storage::open(&settings.pictures)?,
        hosts: Hosts::new(&origin, listen, &settings.server.hosts),
        request_ids: RequestIds::new(clock::now().timestamp_millis().unsigned_abs()),
        shown_mails: None,
        crawlers: Crawlers::new(&settings.quota.crawlers, Arc::new(SystemResolver)),
        hooks: settings.quota.hooks.clone(),
        frames: settings.frames(),
        trusted_proxies: settings.server.trusted_proxies.clone(),
        store: database.clone(),
        stop,
        is_watched: is_watched(),
    })
}

/// Who recommends.
fn recommender(settings: &Settings, engine: Arc<Embedded>) -> Arc<dyn Recommender> {
    let gorse = &settings.recommendation.gorse;
    if gorse.address.is_empty() { engine } else { Arc::new(Gorse::new(gorse, engine)) }
}

/// The meter on this store, with the policy of these settings.
pub(super) fn quota(settings: &Settings, database: &Database) -> Quota {
    Quota { store: Arc::new(database.clone()), policy: settings.quota.policy(settings.site.time_zone) }
}

/// cargo-leptos names files by their hashes and writes those beside the program; leptos panics where it finds none.
fn has_hash_file() -> bool {
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join("hash.txt")));
    beside.is_some_and(|file| file.is_file())
}

/// A site without its stylesheet or its module is not served: it would look broken to everyone, and healthy to who watches it.
fn check_files(files: &Path, assets: &LeptosOptions) -> anyhow::Result<()> {
    let stylesheet = stylesheet_path(assets).context("pages name no stylesheet")?;
    let module = Module::of(assets).context("pages name no module")?;
    for needed in [&stylesheet, &module.script, &module.wasm] {
        let file = files.join(needed.trim_start_matches('/'));
        anyhow::ensure!(
            file.is_file(),
            "setting server.files: there is no {}, which every page needs; name the folder that `cargo leptos build --release` made, \
             with the program of the same build and the hash.txt beside it",
            file.display()
        );
    }
    Ok(())
}

/// SIGTERM gives balancers time to look elsewhere; Ctrl-C does not wait; a second signal ends at once.
fn stop_on_signal(stop: Stop, notice: Duration) {
    tokio::spawn(async move {
        let Ok(first) = signal().await else { return };
        let notice = if first == Signal::Terminate { notice } else { Duration::ZERO };
        tracing::info!(?first, "stopping");
        tokio::spawn(async move { stop.begin(notice).await });
        let hurried = tokio::time::timeout(HARD_STOP, signal()).await;
        tracing::warn!(hurried = hurried.is_ok(), "stopped without waiting any longer");
        std::process::exit(i32::from(hurried.is_err()));
    });
}
