//! Access of search engines to whole articles, if the publisher allows it: the one case in which a GET is not the same for everyone.
//!
//! The User-Agent header alone is not trusted. A crawler is verified by its address: it lies in a network that the search engine has
//! published, or its host name belongs to the search engine and resolves back to the address (forward-confirmed reverse DNS).

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use app::context::AsCrawler;
use app::routes::is_article;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{Method, header};
use ipnet::IpNet;
use leptos::prelude::provide_context;
use moka::future::Cache;
use tokio::time::timeout;

use super::client_context::Peer;
use crate::http::routes::private_routes::PrivateRoutes;
use crate::proxies::TrustedProxies;
use crate::settings;

/// Time for which the result of a verification is cached.
const KNOWN: Duration = Duration::from_hours(6);
const ADDRESSES: u64 = 10_000;
/// Time limit of a verification.
const PATIENCE: Duration = Duration::from_secs(2);

/// Source of DNS lookups: the system's resolver, or a fake one in tests.
pub trait Resolver: Send + Sync {
    /// Looks up the host name of an address (reverse DNS).
    fn name(&self, address: IpAddr) -> Option<String>;
    /// Looks up the addresses of a host name.
    fn addresses(&self, name: &str) -> Vec<IpAddr>;
}

/// Resolver of the operating system.
#[derive(Clone, Copy, Debug)]
pub struct SystemResolver;

impl Resolver for SystemResolver {
    fn name(&self, address: IpAddr) -> Option<String> {
        dns_lookup::lookup_addr(&address).ok()
    }

    fn addresses(&self, name: &str) -> Vec<IpAddr> {
        dns_lookup::lookup_host(name).map(Iterator::collect).unwrap_or_default()
    }
}

/// Verifier of search engine crawlers, with a cache of results.
#[derive(Clone)]
pub struct Crawlers {
    networks: Arc<[IpNet]>,
    names: Arc<[String]>,
    resolver: Arc<dyn Resolver>,
    known: Cache<IpAddr, bool>,
}

impl Crawlers {
    /// Creates the verifier with the networks and domains of the settings.
    pub fn new(settings: &settings::Crawlers, resolver: Arc<dyn Resolver>) -> Self {
        let known = Cache::builder().max_capacity(ADDRESSES).time_to_live(KNOWN).build();
        Self {
            networks: settings.networks.clone().into(),
            names: settings.names.clone().into(),
            resolver,
            known,
        }
    }

    fn is_empty(&self) -> bool {
        self.networks.is_empty() && self.names.is_empty()
    }

    async fn knows(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        if self.networks.iter().any(|network| network.contains(&address)) {
            return true;
        }
        if self.names.is_empty() {
            return false;
        }
        let (resolver, names) = (self.resolver.clone(), self.names.clone());
        let asked = async move {
            let asked = tokio::task::spawn_blocking(move || confirms(&*resolver, &names, address));
            matches!(timeout(PATIENCE, asked).await, Ok(Ok(true)))
        };
        self.known.get_with(address, asked).await
    }
}

/// Whether the host name of the address lies in one of these domains and resolves back to the address.
fn confirms(resolver: &dyn Resolver, names: &[String], address: IpAddr) -> bool {
    resolver.name(address).is_some_and(|name| {
        let name = name.trim_end_matches('.').to_ascii_lowercase();
        let is_owners = |owner: &String| {
            name.strip_suffix(owner.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        };
        names.iter().any(is_owners) && resolver.addresses(&name).contains(&address)
    })
}

/// Middleware that gives verified crawlers whole articles.
#[derive(Clone)]
pub struct CrawlerAccess {
    pub crawlers: Crawlers,
    pub private_routes: PrivateRoutes,
    pub trusted_proxies: TrustedProxies,
}

impl CrawlerAccess {
    /// Handles a request, outside the response cache: verified crawlers get whole articles, which nobody may cache.
    pub async fn answer(State(crawler_access): State<Self>, request: Request, next: Next) -> Response {
        if crawler_access.crawlers.is_empty() || !is_asked(&request) {
            return next.run(request).await;
        }
        let peer = request.extensions().get::<Peer>().map(|peer| peer.0);
        let client = crawler_access.trusted_proxies.client(peer, request.headers());
        let is_proven = match client.address() {
            Some(address) => crawler_access.crawlers.knows(address).await,
            None => false,
        };
        if !is_proven {
            return next.run(request).await;
        }
        let (parts, _) = request.into_parts();
        crawler_access.private_routes.page_for(parts, || provide_context(AsCrawler)).await
    }
}

/// Whether the User-Agent claims to be a crawler. Addresses of other requests are not looked up.
fn is_asked(request: &Request) -> bool {
    let agent =
        request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    matches!(*request.method(), Method::GET | Method::HEAD)
        && is_article(request.uri().path())
        && agent.to_ascii_lowercase().contains("bot")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fake resolver in which every address has the first name and every name has the second address.
    struct Says(&'static str, &'static str);

    impl Resolver for Says {
        fn name(&self, _: IpAddr) -> Option<String> {
            Some(self.0.to_owned()).filter(|name| !name.is_empty())
        }

        fn addresses(&self, _: &str) -> Vec<IpAddr> {
            self.1.parse().into_iter().collect()
        }
    }

    #[test]
    fn a_name_counts_that_is_its_owners_and_leads_back() {
        let address = "192.0.2.7".parse().unwrap();
        let names = ["googlebot.example".to_owned()];
        for (name, back, expected) in [
            ("crawl-7.googlebot.example", "192.0.2.7", true),
            ("Crawl-7.GoogleBot.example.", "192.0.2.7", true),
            ("googlebot.example", "192.0.2.7", true),
            ("crawl-7.googlebot.example", "192.0.2.8", false),
            ("crawl-7.googlebot.example", "", false),
            ("crawl.evilgooglebot.example", "192.0.2.7", false),
            ("googlebot.example.evil.example", "192.0.2.7", false),
            ("", "192.0.2.7", false),
        ] {
            assert_eq!(confirms(&Says(name, back), &names, address), expected, "{name} {back}");
        }
    }
}
