//! Command `warta serve`, which runs the web server.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use app::document::stylesheet_path;
use app::head::Module;
use leptos::prelude::LeptosOptions;
use metrics_exporter_prometheus::PrometheusBuilder;
use store::{Database, Workload};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::{Outcome, open};
use crate::announce::Announcer;
use crate::clock;
use crate::composition::{Composition, Surroundings, search_updater};
use crate::http::{
    Counts, Limits, Signal, Stop, SystemResolver, Times, admin, check_hydration_markers, router, serve,
    shows_mails, signal,
};
use crate::mail::{DELIVERY_TIMEOUT, MailWorker, Transport};
use crate::output::note;
use crate::recommendation::IndexUpdater;
use crate::settings::{Settings, is_watched};

/// Time after which the program ends although requests are still running.
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
    // With port 0, the system chooses a free port.
    let listen = listener.local_addr()?;
    if let Some(admin) = settings.server.admin_listen {
        tell_counts(admin, &database).await?;
    }
    let shows = shows_mails(&settings.site.origin(listen), listen);
    let surroundings = Surroundings {
        listen,
        clock: clock::now,
        resolver: Arc::new(SystemResolver),
        assets: assets(&settings, listen)?,
        shown_mails: transport.folder().filter(|_| shows).map(Path::to_owned),
        is_watched: is_watched(),
    };
    let Composition { parts, engine, search } = Composition::new(&settings, &database, surroundings).await?;
    let stop = parts.stop.clone();
    let mails = MailWorker {
        services: parts.services.clone(),
        transport,
        from: settings.mail.from.clone(),
        delivery_timeout: DELIVERY_TIMEOUT,
    };
    let mails = tokio::spawn(mails.run());
    let announcer = Announcer::new(&settings.machines, &database, parts.services.clone());
    let announcements = announcer.map(|announcer| tokio::spawn(announcer.run()));
    let watched = database.clone();
    let watch = tokio::spawn(async move { watched.watch().await });
    let (end, ended) = oneshot::channel();
    let index_updater = tokio::spawn(IndexUpdater::new(engine, &database, parts.services.clone()).run(ended));
    let updater = search_updater(&settings, &database, search, clock::now).await?;
    let (end_search, search_ended) = oneshot::channel();
    let search_updater = tokio::spawn(updater.run(search_ended));
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
    // An email that is being sent stays in the outbox and is sent after the next start.
    mails.abort();
    watch.abort();
    if let Some(announcements) = announcements {
        announcements.abort();
    }
    drop((end, end_search));
    search_updater.await.context("keeping the search current")?;
    index_updater.await.context("keeping recommendations current")?;
    database.close().await;
    note!("stopped");
    Ok(Outcome::Done)
}

/// Serves `/metrics` on its own port until the program ends.
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

/// Names of the files that cargo-leptos has built. Fails if one is missing.
fn assets(settings: &Settings, listen: SocketAddr) -> anyhow::Result<LeptosOptions> {
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
    check_hydration_markers()?;
    Ok(assets)
}

/// Whether cargo-leptos wrote its file of hashed names beside the program. leptos panics if told of hashed names without it.
fn has_hash_file() -> bool {
    let beside = std::env::current_exe().ok().and_then(|program| Some(program.parent()?.join("hash.txt")));
    beside.is_some_and(|file| file.is_file())
}

/// Checks that the stylesheet and the WebAssembly module exist. Without them, pages look broken while health checks succeed.
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

/// Stops the server on a signal. SIGTERM waits for load balancers to notice, Ctrl-C does not; a second signal ends the program at once.
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
