//! Routes of the web server, with the middleware around them from the outside in.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use app::context::Services;
use app::document::{DEV_MAILS, Document, DocumentProps};
use app::head::{LITE_STYLE, LITE_STYLE_PATH};
use app::routes::Routes;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router, body};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use leptos::prelude::{LeptosOptions, provide_context};
use leptos_axum::{LeptosRoutes, generate_route_list, render_app_async_with_context};
use store::Database;
use tower::{ServiceBuilder, ServiceExt};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::services::ServeDir;
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};
use tower_http::trace::{DefaultOnResponse, TraceLayer};

use super::listen::Stop;
use super::middleware::client_context::Peer;
use super::middleware::crawlers::{CrawlerAccess, Crawlers};
use super::middleware::error_page::ErrorPages;
use super::middleware::guard::{Hosts, RequestIds, measure, request_id, same_site};
use super::middleware::headers::SecurityHeaders;
use super::middleware::hydration_markers::strip_hydration_markers;
use super::middleware::language::{self, Prefixed};
use super::middleware::metrics::count_gates;
use super::middleware::redirects::Redirects;
use super::middleware::response_cache::ResponseCache;
use super::routes::private_routes::PrivateRoutes;
use super::routes::ready::Readiness;
use super::routes::{crawler_files, dev_mail, feeds, hooks, installed, pictures, sitemaps, videos};
use crate::pictures::Storage;
use crate::proxies::{TrustedProxies, is_local};
use crate::settings::{Hooks, Machines};

/// Limit of a request body in bytes; a route may set a lower one.
const LARGEST_BODY: usize = 256 * 1024;
const SLOWEST_BODY: Duration = Duration::from_secs(15);
const SLOWEST_REQUEST: Duration = Duration::from_secs(15);

/// Components from which the server is built.
#[derive(Clone)]
pub struct Parts {
    /// Services that pages use.
    pub services: Services,
    /// Folder of the built site.
    pub files: PathBuf,
    /// Store of imported pictures and videos.
    pub pictures: Storage,
    /// Host names that the server accepts.
    pub hosts: Hosts,
    /// Folder of written emails that this machine may show; `None` if emails are sent, or if the site is public.
    pub shown_mails: Option<PathBuf>,
    /// Search engines that may read everything.
    pub crawlers: Crawlers,
    /// Secrets of the webhooks that report subscriptions.
    pub hooks: Hooks,
    /// Feeds, sitemaps and rules for crawlers.
    pub machines: Machines,
    /// Origins whose pages may be shown in a frame.
    pub frames: Vec<String>,
    /// Proxies whose forwarding headers are trusted.
    pub trusted_proxies: TrustedProxies,
    /// Counter that assigns ids to requests.
    pub request_ids: RequestIds,
    /// Database, whose health `/readyz` reports.
    pub store: Database,
    /// State of the shutdown.
    pub stop: Stop,
    /// Whether cargo-leptos reloads the page; then nothing is cached.
    pub is_watched: bool,
}

/// Builds the router of the whole site, in both languages.
pub async fn router(parts: Parts) -> Router {
    let (own, other) = (parts.services.clone(), parts.services.in_other_language());
    let pages = pages(&own).merge(feeds::routes(&own, parts.machines.hub.as_ref())).merge(files(&parts));
    let headers = security_headers(&parts, pages.clone()).await;
    let errors = ErrorPages::new(&own.site, &other.site);
    let cache = ResponseCache::new();
    let prefix = other.site.prefix();
    let in_other_language = self::pages(&other).merge(feeds::routes(&other, parts.machines.hub.as_ref()));
    let prefixed = Prefixed { prefix, pages: answered(&parts, &other, in_other_language, &cache) };
    let redirects = Redirects(Arc::new(parts.store.clone()));
    let layers = ServiceBuilder::new()
        .layer(middleware::from_fn_with_state(parts.request_ids.clone(), RequestIds::name))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(|request: &Request| {
                    // Only the path is logged: a query may hold secrets.
                    tracing::info_span!("request", id = request_id(request), method = %request.method(), path = request.uri().path())
                })
                .on_response(DefaultOnResponse::new().level(tracing::Level::INFO)),
        )
        .layer(middleware::from_fn_with_state(headers, add_headers))
        .layer(middleware::from_fn_with_state(errors, ErrorPages::explain))
        .layer(middleware::from_fn(measure))
        .layer(middleware::from_fn_with_state(parts.hosts.clone(), Hosts::check))
        .layer(middleware::from_fn_with_state(is_https(&parts), same_site))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, SLOWEST_REQUEST))
        .layer(CatchPanicLayer::custom(Panicked))
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(RequestBodyTimeoutLayer::new(SLOWEST_BODY));
    answered(&parts, &own, pages, &cache)
        .layer(middleware::from_fn_with_state(prefixed, Prefixed::answer))
        .layer(middleware::from_fn_with_state(redirects, Redirects::answer))
        .merge(for_machines(&parts))
        .layer(layers)
}

/// Adds the response cache, the private routes and the access of crawlers to the pages of one language.
fn answered(parts: &Parts, services: &Services, pages: Router, cache: &ResponseCache) -> Router {
    let prefix = services.site.prefix();
    let private_routes = PrivateRoutes::new(services.clone(), parts.trusted_proxies.clone());
    let crawler_access = CrawlerAccess {
        crawlers: parts.crawlers.clone(),
        private_routes: private_routes.clone(),
        trusted_proxies: parts.trusted_proxies.clone(),
    };
    let pages = pages
        .layer(middleware::from_fn_with_state(private_routes, PrivateRoutes::answer))
        .layer(middleware::from_fn_with_state(prefix, language::keep));
    let kept = if parts.is_watched {
        pages
    } else {
        pages.layer(middleware::from_fn_with_state(cache.behind(prefix), ResponseCache::answer))
    };
    kept.layer(middleware::from_fn_with_state(crawler_access, CrawlerAccess::answer))
        .layer(middleware::from_fn(count_gates))
}

/// Public pages of one language, which are the same for everyone.
fn pages(services: &Services) -> Router {
    let services = services.clone();
    let provided = services.clone();
    let context = move || provide_context(provided.clone());
    let options = services.site.assets.clone();
    let document = move || Document(DocumentProps { services: services.clone() });
    let routes = generate_route_list(Routes);
    let unknown = render_app_async_with_context(context.clone(), document.clone());
    Router::<LeptosOptions>::new()
        .leptos_routes_with_context(&options, routes, context, document)
        .fallback(move |request: Request| unknown(request))
        .layer(middleware::from_fn(strip_hydration_markers))
        .layer(CatchPanicLayer::custom(Panicked))
        .with_state(options)
}

/// Files of the built site, and those that are made for crawlers.
fn files(parts: &Parts) -> Router {
    crawler_files::routes(&parts.services, &parts.machines)
        .merge(sitemaps::routes(&parts.services, Arc::new(parts.store.clone())))
        .route(&LITE_STYLE_PATH, get(|| async { built("text/css; charset=utf-8", LITE_STYLE) }))
        .nest_service("/pkg", ServeDir::new(parts.files.join("pkg")))
        .nest_service("/fonts", ServeDir::new(parts.files.join("fonts")))
        .merge(installed::routes(&parts.services, &parts.files))
}

/// Serves a file that is compiled into the program.
fn built(kind: &'static str, file: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], file).into_response()
}

/// Routes that are not pages: health checks, webhooks, pictures, videos, and emails during development.
fn for_machines(parts: &Parts) -> Router {
    let mails = parts.shown_mails.clone().map_or_else(Router::new, |folder| {
        let site = parts.services.site.clone();
        let answer = move |peer: Option<Extension<Peer>>, headers: HeaderMap| async move {
            let is_local = is_local(peer.map(|peer| peer.0.0), &headers);
            dev_mail::answer(is_local, &site, folder).await
        };
        Router::new().route(DEV_MAILS, get(answer))
    });
    Router::new()
        .merge(mails)
        .merge(
            Readiness {
                store: parts.store.clone(),
                stop: parts.stop.clone(),
                proxies: parts.trusted_proxies.clone(),
            }
            .routes(),
        )
        .merge(hooks::routes(&parts.services, &parts.hooks))
        .merge(pictures::routes(parts.pictures.clone()))
        .merge(videos::routes(parts.pictures.clone()))
}

async fn add_headers(State(headers): State<Arc<SecurityHeaders>>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    headers.add_to(&mut response);
    response
}

/// Creates the security headers. The inline scripts are taken from a document that always exists: the page for an unknown address.
async fn security_headers(parts: &Parts, pages: Router) -> Arc<SecurityHeaders> {
    let request = Request::builder().uri("/-").body(Body::empty()).expect("a plain request");
    let response = pages.oneshot(request).await.unwrap_or_else(|never| match never {});
    let document = body::to_bytes(response.into_body(), usize::MAX).await.unwrap_or_default();
    Arc::new(SecurityHeaders::new(
        &String::from_utf8_lossy(&document),
        &parts.frames,
        is_https(parts),
        parts.is_watched,
    ))
}

fn is_https(parts: &Parts) -> bool {
    parts.services.site.url.starts_with("https://")
}

/// Handler of panics: it logs them and gives the reader the page for a server error.
#[derive(Clone, Copy)]
struct Panicked;

impl tower_http::catch_panic::ResponseForPanic for Panicked {
    type ResponseBody = Body;

    fn response_for_panic(&mut self, panic: Box<dyn std::any::Any + Send>) -> http::Response<Body> {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        let words = words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
        tracing::error!(panic = words, "the program has a fault");
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        response
    }
}
