//! Settings that an operator may change: `Leptos.toml`, overridden by the environment. Only this module reads the environment.

mod ads;
mod login;
mod machines;
mod pictures;
mod plans;
mod quota;
mod recommendation;
mod search;
mod session;
mod videos;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use domain::article::Language;
use domain::slug::Slug;
use figment::Figment;
use figment::providers::{Env, Format, Toml};
use serde::{Deserialize, Deserializer, de::Error as _};

pub use ads::Ads;
pub use login::{Login, Provider};
pub use machines::Machines;
pub use pictures::{Bucket, Pictures};
pub use plans::Plans;
pub use quota::{Crawlers, Hooks, Quota, Secret};
pub use recommendation::{Gorse, Recommendation};
pub use search::Search;
pub use session::Session;
pub use videos::Videos;

use crate::proxies::TrustedProxies;

/// Name of the operator's file of settings.
pub const FILE: &str = "Leptos.toml";
/// File of all defaults, compiled into the program.
const DEFAULTS: &str = include_str!("../../Leptos.toml");

/// Settings of the whole program.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Publication: name, address, languages and sections.
    pub site: Site,
    /// Web server: addresses, limits and logs.
    pub server: Server,
    /// Database connection.
    pub database: Database,
    /// Storage and limits of imported pictures.
    pub pictures: Pictures,
    /// Limits of imported videos, and sites whose videos may be shown.
    pub videos: Videos,
    /// Advertisements on pages.
    pub ads: Ads,
    /// Feeds, sitemaps and rules for crawlers.
    pub machines: Machines,
    /// Free articles of the paid editions.
    pub quota: Quota,
    /// Plans that readers can subscribe to.
    pub plans: Plans,
    /// Lists of recommended articles.
    pub recommendation: Recommendation,
    /// Storage of the search index.
    pub search: Search,
    /// Lifetime of sign-ins.
    pub session: Session,
    /// Passwords and providers.
    pub login: Login,
    /// Delivery of emails.
    pub mail: Mail,
}

/// Settings of the publication.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// Name as readers see it.
    pub name: String,
    /// Public origin; `None` for the address that the server listens on.
    #[serde(deserialize_with = "origin")]
    pub url: Option<url::Url>,
    /// Language of the user interface.
    pub language: Language,
    /// Whether the languages of the browser apply until a reader has chosen one.
    pub accept_language: bool,
    /// Time zone of all dates on screen.
    #[serde(deserialize_with = "time_zone")]
    pub time_zone: chrono_tz::Tz,
    /// Sections in the navigation, in order.
    #[serde(deserialize_with = "slugs")]
    pub sections: Vec<Slug>,
    /// Folder of pages about the publisher.
    #[serde(deserialize_with = "folder")]
    pub pages: Option<PathBuf>,
    /// Whether articles begin with a large initial letter.
    pub drop_cap: bool,
    /// Whether browsers get a service worker, which makes the site readable without a network.
    pub service_worker: bool,
}

/// Settings of the web server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Address of the listener.
    pub listen: SocketAddr,
    /// Address of `/metrics`; not served if left out.
    pub admin_listen: Option<SocketAddr>,
    /// Further host names that the server accepts.
    pub hosts: Vec<String>,
    /// Limit of all open connections together.
    pub connections: usize,
    /// Limit for each network: an IPv4 address, or the first 64 bits of an IPv6 address.
    pub connections_per_address: usize,
    /// Proxies whose forwarding headers are trusted.
    pub trusted_proxies: TrustedProxies,
    /// Seconds between SIGTERM and the end of accepting connections.
    pub stop_notice_seconds: u64,
    /// Filter of log messages, as in `RUST_LOG`.
    pub log: String,
    /// Folder of the built site.
    pub files: PathBuf,
}

/// Settings of the database.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// Address such as `sqlite://…` or `postgres://…`. May contain a password, so it is never logged.
    pub url: String,
}

/// Settings of email delivery.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Address such as `smtp://…`, `smtps://…` or `file:///…`, or empty. May contain a password, so it is never logged.
    pub url: String,
    /// PEM file of a certificate authority that is trusted for the mail server, in addition to the public ones.
    pub authority: Option<PathBuf>,
    /// Whether a site with a public address may write its emails into a folder.
    pub public_site_keeps_mails: bool,
    /// Sender address of all emails.
    #[serde(deserialize_with = "mailbox")]
    pub from: lettre::message::Mailbox,
}

/// Error of an unknown or invalid setting. The text is one line with its name and source.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BadSetting(String);

impl Settings {
    /// Loads the defaults, overridden by the file, overridden by the environment. Without a named file,
    /// [`FILE`] in the working folder is read if it exists.
    pub fn load(file: Option<&Path>) -> Result<Self, BadSetting> {
        if let Some(missing) = file.filter(|file| !file.is_file()) {
            return Err(BadSetting(format!("there is no settings file {}", missing.display())));
        }
        let mut figment = Figment::from(Toml::string(DEFAULTS));
        if let Some(file) = file.or(Some(Path::new(FILE)).filter(|file| file.is_file())) {
            figment = figment.merge(Toml::file_exact(file));
        }
        Self::read(figment.merge(Env::prefixed("WARTA__").split("__")))
    }

    /// Parses settings on top of the defaults, in the form of the file. Never reads the environment; for tests.
    pub fn of(toml: &str) -> Result<Self, BadSetting> {
        Self::read(Figment::from(Toml::string(DEFAULTS)).merge(Toml::string(toml)))
    }

    /// Origins of other sites whose pages may be shown in a sandboxed frame, each once.
    pub fn frames(&self) -> Vec<String> {
        let mut frames = self.ads.frames.clone();
        frames.extend(self.videos.frames.iter().filter(|origin| !self.ads.frames.contains(origin)).cloned());
        frames
    }

    fn read(figment: Figment) -> Result<Self, BadSetting> {
        figment.extract().map_err(|error| {
            // The first error is enough; its path names the section and the key.
            let place = error.metadata.as_ref().map_or(String::new(), |metadata| {
                let source = metadata.source.as_ref().map_or(String::new(), |source| format!(" {source}"));
                format!(" (from {}{source})", metadata.name)
            });
            BadSetting(format!("setting {}: {}{place}", error.path.join("."), error.kind).replace('\n', " "))
        })
    }
}

impl Site {
    /// Public origin of a site that listens on this address.
    ///
    /// # Panics
    /// Never: the address of a socket is always valid in a URL.
    pub fn origin(&self, listen: SocketAddr) -> url::Url {
        let own =
            || url::Url::parse(&format!("http://{listen}")).expect("a socket's address stands in addresses");
        self.url.clone().unwrap_or_else(own)
    }
}

/// Whether `cargo leptos watch` is running. Pages then have its reload script, and nothing is cached.
pub fn is_watched() -> bool {
    #[expect(clippy::disallowed_methods, reason = "this file reads the environment")]
    let watched = std::env::var("LEPTOS_WATCH");
    watched.is_ok()
}

fn origin<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<url::Url>, D::Error> {
    let text = String::deserialize(deserializer)?;
    if text.is_empty() {
        return Ok(None);
    }
    let url = url::Url::parse(&text)
        .map_err(|error| D::Error::custom(format!("`{text}` is no address: {error}")))?;
    let plain = matches!(url.scheme(), "http" | "https") && url.path() == "/" && url.query().is_none();
    let is_anonymous = url.username().is_empty() && url.password().is_none();
    if plain && is_anonymous && url.has_host() {
        Ok(Some(url))
    } else {
        Err(D::Error::custom(format!("`{text}` is not http(s)://HOST[:PORT]")))
    }
}

fn mailbox<'de, D: Deserializer<'de>>(deserializer: D) -> Result<lettre::message::Mailbox, D::Error> {
    let text = String::deserialize(deserializer)?;
    text.parse().map_err(|_| D::Error::custom(format!("`{text}` is neither ADDRESS nor NAME <ADDRESS>")))
}

fn time_zone<'de, D: Deserializer<'de>>(deserializer: D) -> Result<chrono_tz::Tz, D::Error> {
    let name = String::deserialize(deserializer)?;
    name.parse().map_err(|_| D::Error::custom(format!("`{name}` is no IANA time zone such as Asia/Jakarta")))
}

fn folder<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PathBuf>, D::Error> {
    let path = PathBuf::deserialize(deserializer)?;
    Ok((!path.as_os_str().is_empty()).then_some(path))
}

fn slugs<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Slug>, D::Error> {
    let words = Vec::<String>::deserialize(deserializer)?;
    let slug =
        |word: String| Slug::parse(&word).ok_or_else(|| D::Error::custom(format!("`{word}` is no slug")));
    words.into_iter().map(slug).collect()
}

#[cfg(test)]
mod tests {
    use domain::access::Policy;

    use super::*;

    #[test]
    fn the_defaults_are_the_documented_file() {
        let settings = Settings::of("").unwrap();
        assert_eq!(settings.site.name, "Warta");
        assert_eq!(settings.server.listen.port(), 3000);
        assert_eq!(settings.quota.policy(settings.site.time_zone), Policy::default());
        assert_eq!(settings.recommendation.ranking, domain::recommendation::Settings::default());
    }

    #[test]
    fn a_bad_setting_is_named_in_one_line() {
        for (toml, named) in [
            ("[site]\nnane = 'x'", "nane"),
            ("[sight]\nname = 'x'", "sight"),
            ("[site]\ntime_zone = 'Jakarta'", "site.time_zone"),
            ("[site]\nurl = 'example.com'", "site.url"),
            ("[site]\nurl = 'https://example.com/path'", "site.url"),
            ("[site]\nurl = 'https://redaksi@example.com'", "site.url"),
            ("[site]\nlanguage = 'fr'", "site.language"),
            ("[site]\nsections = ['Dunia Maya']", "site.sections"),
            ("[server]\nlisten = '3000'", "server.listen"),
            ("[server]\nconnections = -1", "server.connections"),
            ("[server]\ntrusted_proxies = -1", "server.trusted_proxies: it is neither the number"),
            ("[server]\ntrusted_proxies = 'nginx'", "server.trusted_proxies: it is neither the number"),
            (
                "[server]\ntrusted_proxies = ['10.0.0.300']",
                "server.trusted_proxies: `10.0.0.300` is no network",
            ),
            ("[server]\ntrusted_proxies = ['::/0']", "server.trusted_proxies: `::/0` would trust everybody"),
            ("[mail]\npublic_site_keeps_mails = 1", "mail.public_site_keeps_mails"),
            ("[site]\ndrop_cap = 'ya'", "site.drop_cap"),
            ("[site]\nservice_worker = 'ya'", "site.service_worker"),
            ("[videos]\nlargest_bytes = -1", "videos.largest_bytes"),
            ("[videos]\nframes = ['http://player.example.org']", "videos.frames"),
            ("[videos]\nframes = ['https://player.example.org/x; script-src *']", "videos.frames"),
            ("[login]\nshortest_password = 4", "login.shortest_password"),
            ("[mail]\nfrom = 'nobody'", "mail.from"),
            ("[quota]\nfree_articles = -1", "quota.free_articles"),
            ("[quota]\nperiod = 'daily'", "quota.period: `daily` is none of once, week, month"),
            (
                "[quota]\npaid_editions = ['kora']",
                "quota.paid_editions: `kora` is none of online, koran, majalah",
            ),
            ("[quota]\ncover_stories = true", "quota.cover_stories"),
            ("[quota.crawlers]\nnetworks = ['66.249']", "quota.crawlers.networks"),
            ("[quota.crawlers]\nnames = ['com']", "quota.crawlers.names: `com` is no domain"),
            ("[quota]\nsubscribe_at = 'langganan'", "quota.subscribe_at: `langganan` is neither"),
            (
                "[plans]\noffers = [{name='A',price='1',period='x',opens='semua',leads_to='/x'}]",
                "plans.offers.0.opens: `semua` is none of all, koran, majalah, day",
            ),
            (
                "[plans]\noffers = [{name='A',price='1',period='x',opens='all',leads_to='javascript:x'}]",
                "plans.offers.0.leads_to: `javascript:x` is neither",
            ),
            ("[quota]\nsubscribe_at = '//langganan.example'", "quota.subscribe_at"),
            ("[quota]\nsubscribe_at = 'javascript:alert(1)'", "quota.subscribe_at"),
            (
                "[recommendation]\nsponsored_slots = [0]",
                "recommendation.sponsored_slots: places are counted from 1",
            ),
            ("[recommendation.ranking.next]\nread_then = 1.0", "read_then"),
            ("[recommendation.gorse]\naddress = 'gorse:8087'", "recommendation.gorse.address"),
        ] {
            let error = Settings::of(toml).unwrap_err().to_string();
            assert!(error.contains(named) && !error.contains('\n'), "{toml}: {error}");
        }
    }

    #[test]
    fn the_build_and_the_settings_agree() {
        let settings = Settings::of("").unwrap();
        let listen = settings.server.listen.to_string();
        let files = settings.server.files.display().to_string();
        for (key, value) in [("site-addr", listen), ("site-root", files)] {
            let line = include_str!("../../Cargo.toml").lines().find(|line| line.starts_with(key)).unwrap();
            assert!(line.contains(&format!("\"{value}\"")), "{line}");
        }
    }
}
