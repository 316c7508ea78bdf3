//! Site for one test: a store, pictures, built files and the router.

use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use app::api::ApiError;
use app::api::codec::{Outcome as Typed, TypedEncoding};
use app::context::Services;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::response::Response;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use domain::article::Language;
use domain::newsroom::ArticleStore;
use domain::recommendation::Embedded;
use http::{HeaderMap, Request, StatusCode};
use leptos::prelude::LeptosOptions;
use leptos::server_fn::{ContentType, Decodes};
use search::SearchIndex;
use serde::de::DeserializeOwned;
use serde_json::Value;
use server::article_record::ImportContext;
use server::composition::{Composition, Surroundings, search_updater};
use server::http::{Resolver, Stop, router};
use server::import::{Import, ImportCounts, Progress, import};
use server::pictures::Pictures;
use server::recommendation::IndexUpdater;
use server::search::SearchUpdater;
use server::settings::Settings;
use server::videos::Videos;
use store::{Database, Workload};
use tempfile::TempDir;
use tower::ServiceExt;

/// Host name of the site.
pub const HOST: &str = "warta.example";

/// Site whose router is called directly, without a socket.
pub struct TestSite {
    pub router: Router,
    pub database: Database,
    pub services: Services,
    pub stop: Stop,
    pub engine: Arc<Embedded>,
    pub search: Arc<SearchIndex>,
    folder: TempDir,
}

/// Response with its whole body.
#[derive(Debug)]
pub struct TestResponse {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// Body as received.
    pub bytes: Bytes,
    /// Body as text.
    pub body: String,
}

/// Time of all tests: noon of 21 June 2024 in Jakarta.
pub fn clock() -> DateTime<Utc> {
    "2024-06-21T05:00:00Z".parse().unwrap()
}

/// Fake resolver. All addresses of 192.0.2.0/24 and 198.51.100.0/24 have a crawler's name, but only the former are confirmed by it.
struct Names;

impl Resolver for Names {
    fn name(&self, address: IpAddr) -> Option<String> {
        let text = address.to_string();
        let is_told = text.starts_with("192.0.2.") || text.starts_with("198.51.100.");
        is_told.then(|| format!("{}.perayap.example", text.replace('.', "-")))
    }

    fn addresses(&self, name: &str) -> Vec<IpAddr> {
        let address = name.split('.').next().unwrap().replace('-', ".");
        address.parse().into_iter().filter(|_| address.starts_with("192.0.2.")).collect()
    }
}

impl TestSite {
    /// Creates a site with these articles.
    pub async fn of(records: &[Value]) -> Self {
        let (folder, database) = store().await;
        let site = Self::around(folder, Arc::new(database.clone()), database, "").await;
        assert_eq!(site.import(records).await.created, records.len() as u64);
        site
    }

    /// Creates a site that reads articles from `articles` instead of the database.
    pub async fn on(articles: Arc<dyn ArticleStore>) -> Self {
        let (folder, database) = store().await;
        Self::around(folder, articles, database, "").await
    }

    /// Runs one update of the recommendation index.
    pub async fn keep(&self, index_updater: &mut Option<IndexUpdater>) {
        let new = || IndexUpdater::new(self.engine.clone(), &self.database, self.services.clone());
        index_updater.get_or_insert_with(new).tick().await.unwrap();
    }

    /// An updater of the search index of this server.
    pub async fn search_updater(&self) -> SearchUpdater {
        let settings = Settings::of("").unwrap();
        search_updater(&settings, &self.database, self.search.clone(), self.services.clock).await.unwrap()
    }

    /// Creates another server of the same site, on the same database.
    pub async fn beside(other: &Self) -> Self {
        let database = other.database.clone();
        Self::around(tempfile::tempdir().unwrap(), Arc::new(database.clone()), database, "").await
    }

    /// Creates another server of the same site, with another clock.
    pub async fn beside_at(other: &Self, clock: fn() -> DateTime<Utc>) -> Self {
        let database = other.database.clone();
        Self::at(clock, tempfile::tempdir().unwrap(), Arc::new(database.clone()), database, "").await
    }

    /// Creates a site with settings other than the defaults.
    pub async fn set(records: &[Value], settings: &str) -> Self {
        let (folder, database) = store().await;
        let site = Self::around(folder, Arc::new(database.clone()), database, settings).await;
        site.import(records).await;
        site
    }

    async fn around(
        folder: TempDir,
        articles: Arc<dyn ArticleStore>,
        database: Database,
        settings: &str,
    ) -> Self {
        Self::at(clock, folder, articles, database, settings).await
    }

    async fn at(
        clock: fn() -> DateTime<Utc>,
        folder: TempDir,
        articles: Arc<dyn ArticleStore>,
        database: Database,
        settings: &str,
    ) -> Self {
        build(folder.path());
        let text =
            format!("site.url = 'https://{HOST}'\nsite.sections = []\nlogin.memory_kib = 64\n{settings}");
        let mut settings = Settings::of(&text).unwrap();
        settings.server.files = folder.path().join("site");
        settings.pictures = pictures(&settings, folder.path());
        settings.search.folder = folder.path().join("search");
        let surroundings = Surroundings {
            listen: settings.server.listen,
            clock,
            resolver: Arc::new(Names),
            assets: LeptosOptions::builder().output_name("warta").build(),
            shown_mails: None,
            is_watched: false,
        };
        let Composition { mut parts, engine, search } =
            Composition::new(&settings, &database, surroundings).await.unwrap();
        parts.services.articles = articles;
        let (services, stop) = (parts.services.clone(), parts.stop.clone());
        Self { router: router(parts).await, database, services, stop, engine, search, folder }
    }

    /// Imports more articles; their pictures are in [`Self::folder`].
    pub async fn import(&self, records: &[Value]) -> ImportCounts {
        let lines: String = records.iter().map(|record| format!("{record}\n")).collect();
        let settings = Settings::of("pictures.largest_bytes = 1_000_000").unwrap();
        let pictures = pictures(&settings, self.folder.path());
        let context = ImportContext {
            folder: self.folder.path().to_owned(),
            pictures: Pictures::open(&pictures).unwrap(),
            videos: Videos::open(&pictures, &settings.videos).unwrap(),
            fetcher: None,
            time_zone: chrono_tz::Asia::Jakarta,
        };
        let task = Import { name: "test".into(), path: self.folder.path().join("test"), context };
        let source = std::io::Cursor::new(lines.into_bytes());
        let newsroom = Arc::new(self.database.clone());
        import(task, source, newsroom, Arc::new(Progress::default())).await.unwrap()
    }

    /// Folder in which pictures of records are looked up.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Sends a GET as a browser does.
    pub async fn get(&self, path: &str) -> TestResponse {
        self.send(Request::get(path)).await
    }

    /// Sends a request without a body, and adds the host.
    pub async fn send(&self, request: http::request::Builder) -> TestResponse {
        self.send_all(request.header("host", HOST).body(Body::empty()).unwrap()).await
    }

    /// Sends a request unchanged.
    pub async fn send_all(&self, request: Request<Body>) -> TestResponse {
        read(self.router.clone().oneshot(request).await.unwrap()).await
    }
}

impl TestResponse {
    /// Decodes the result of a server function.
    pub fn typed<T: Typed + DeserializeOwned>(&self) -> Result<T, ApiError> {
        assert_eq!(self.header("content-type"), TypedEncoding::CONTENT_TYPE, "{}", self.body);
        let bytes = self.bytes.clone();
        if self.status.is_success() {
            Ok(TypedEncoding::decode(bytes).unwrap())
        } else {
            let error: ApiError = TypedEncoding::decode(bytes).unwrap();
            assert_eq!(self.status, error.status());
            Err(error)
        }
    }

    /// Visible part of the page, without the props of its islands and hydration markers.
    pub fn shown(&self) -> String {
        let mut parts = self.body.split(" data-props=\"");
        let first = parts.next().unwrap_or_default().to_owned();
        let rest = parts.map(|part| part.split_once('"').map_or("", |(_, rest)| rest));
        rest.fold(first, |page, part| page + part).replace("<!---->", "")
    }

    /// Value of a header; empty if it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn store() -> (TempDir, Database) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("warta.db").display());
    let database = Database::open(&url, Workload::Serve).await.unwrap();
    database.migrate().await.unwrap();
    (folder, database)
}

/// Writes the files that cargo-leptos would build.
fn build(folder: &Path) {
    for (name, text) in [
        ("pkg/warta.js", "export const x = 1;"),
        ("pkg/warta.css", "body{}"),
        ("fonts/serif.woff2", "font"),
        ("passkey.js", "addEventListener"),
    ] {
        let path = folder.join("site").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
}

async fn read(response: Response) -> TestResponse {
    let (head, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    let body = String::from_utf8_lossy(&bytes).into_owned();
    TestResponse { status: head.status, headers: head.headers, bytes, body }
}

/// Settings of a site whose first language is English.
pub fn english() -> String {
    format!("site.language = '{}'", Language::English.as_str())
}

/// Settings of pictures, with a folder that only this test uses.
fn pictures(settings: &Settings, folder: &Path) -> server::settings::Pictures {
    server::settings::Pictures { folder: folder.join("pictures"), ..settings.pictures.clone() }
}
