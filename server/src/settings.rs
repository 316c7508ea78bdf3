//! Every setting an operator may change: `Leptos.toml`, then the environment. The only reader of the environment.

mod ads;
mod pictures;
mod quota;
mod recommendation;
mod videos;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use domain::article::Language;
use domain::slug::Slug;
use figment::Figment;
use figment::providers::{Env, Format, Toml};
use serde::{Deserialize, Deserializer, de::Error as _};

pub use ads::Ads;
pub use pictures::{Bucket, Pictures};
pub use quota::{Crawlers, Hooks, Quota, Secret};
pub use recommendation::{Gorse, Recommendation};
pub use videos::Videos;

use crate::proxies::TrustedProxies;

/// The operator's file.
pub const FILE: &str = "Leptos.toml";
/// The same with every default, part of the program.
const DEFAULTS: &str = include_str!("../../Leptos.toml");

/// All settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The publication.
    pub site: Site,
    /// The web server.
    pub server: Server,
    /// The database.
    pub database: Database,
    /// Imported pictures.
    pub pictures: Pictures,
    /// Videos of one's own and of others.
    pub videos: Videos,
    /// Where advertisements stand.
    pub ads: Ads,
    /// Free articles of the paid editions.
    pub quota: Quota,
    /// What is recommended.
    pub recommendation: Recommendation,
    /// How long readers stay signed in.
    pub session: Session,
    /// How readers sign in.
    pub login: Login,
    /// How mails leave.
    pub mail: Mail,
}

/// The publication.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// As readers see it.
    pub name: String,
    /// The public origin; `None` for the address that is listened on.
    #[serde(deserialize_with = "origin")]
    pub url: Option<url::Url>,
    /// Of the words on screen.
    pub language: Language,
    /// Whether the languages of a browser count until its reader has chosen.
    pub accept_language: bool,
    /// Of every date on screen.
    #[serde(deserialize_with = "time_zone")]
    pub time_zone: chrono_tz::Tz,
    /// The navigation, in order.
    #[serde(deserialize_with = "slugs")]
    pub sections: Vec<Slug>,
    /// What the publisher says of itself.
    #[serde(deserialize_with = "folder")]
    pub pages: Option<PathBuf>,
    /// Whether a text begins with a large letter.
    pub drop_cap: bool,
}

/// The web server.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Where to listen.
    pub listen: SocketAddr,
    /// Where `/metrics` is; nowhere if left out.
    pub admin_listen: Option<SocketAddr>,
    /// Further host names to answer to.
    pub hosts: Vec<String>,
    /// Open connections in all.
    pub connections: usize,
    /// Open connections from one network: an IPv4 address, or the first 64 bits of an IPv6 one.
    pub connections_per_address: usize,
    /// Proxies in front that are ours.
    pub trusted_proxies: TrustedProxies,
    /// Between SIGTERM and the end of accepting.
    pub stop_notice_seconds: u64,
    /// Log filters.
    pub log: String,
    /// The built site.
    pub files: PathBuf,
}

/// The database.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// `sqlite://…` or `postgres://…`. May hold a password: never logged.
    pub url: String,
}

/// How long readers stay signed in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Without use.
    pub idle_days: u32,
    /// At all.
    pub absolute_days: u32,
}

/// How readers sign in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Login {
    /// The fewest characters of a password.
    #[serde(deserialize_with = "shortest_password")]
    pub shortest_password: usize,
    /// The most.
    pub longest_password: usize,
    /// OpenID Connect.
    pub providers: Vec<Provider>,
    /// argon2id: KiB.
    pub memory_kib: u32,
    /// argon2id: passes.
    pub rounds: u32,
    /// argon2id: lanes.
    pub lanes: u32,
}

/// A provider of OpenID Connect.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// On screen.
    pub name: String,
    /// As it calls itself: its address, without `/.well-known/openid-configuration`.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// By which it knows us. Never logged.
    pub client_secret: String,
    /// Whether it sends readers back with a form (Apple does) instead of an address.
    #[serde(default)]
    pub answers_by_form: bool,
}

impl std::fmt::Debug for Provider {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Provider")
            .field("name", &self.name)
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

/// How mails leave.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// `smtp://…`, `smtps://…`, `file:///…`, or empty. May hold a password: never logged.
    pub url: String,
    /// PEM file of the authority that vouches for a mail server of one's own, beside those that browsers know.
    pub authority: Option<PathBuf>,
    /// Whether a site with a public address may write its mails into a folder.
    pub public_site_keeps_mails: bool,
    /// The sender.
    #[serde(deserialize_with = "mailbox")]
    pub from: lettre::message::Mailbox,
}

/// A setting is unknown or bad; the text is one line that names it and where it stands.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct BadSetting(String);

impl Settings {
    /// The defaults, overridden by the file, overridden by the environment. Without a file that is named,
    /// [`FILE`] in the working folder, which need not be there.
    pub fn load(file: Option<&Path>) -> Result<Self, BadSetting> {
        if let Some(missing) = file.filter(|file| !file.is_file()) {
            return Err(BadSetting(format!("there is no settings file {}", missing.display())));
        }
        let mut figment = Figment::from(Toml::string(DEFAULTS));
        if let Some(file) = file.or(Some(Path::new(FILE)).filter(|file| file.is_file())) {
            figment = figment.merge(Toml::file_exact(file));
        }
        Self::read(figment.merge(environment()))
    }

    /// The defaults and what a test changes, in the form of the file; never the environment.
    pub fn of(toml: &str) -> Result<Self, BadSetting> {
        Self::read(Figment::from(Toml::string(DEFAULTS)).merge(Toml::string(toml)))
    }

    /// Origins of others whose pages may stand in a closed frame, each once.
    pub fn frames(&self) -> Vec<String> {
        let mut frames = self.ads.frames.clone();
        frames.extend(self.videos.frames.iter().filter(|origin| !self.ads.frames.contains(origin)).cloned());
        frames
    }

    fn read(figment: Figment) -> Result<Self, BadSetting> {
        figment.extract().map_err(|error| {
            // One error is enough to stop; its path names section and key.
            let place = error.metadata.as_ref().map_or(String::new(), |metadata| {
                let source = metadata.source.as_ref().map_or(String::new(), |source| format!(" {source}"));
                format!(" (from {}{source})", metadata.name)
            });
            BadSetting(format!("setting {}: {}{place}", error.path.join("."), error.kind).replace('\n', " "))
        })
    }
}

impl Site {
    /// The public origin of a site that listens here.
    ///
    /// # Panics
    /// Never: what a socket listens on stands in addresses.
    pub fn origin(&self, listen: SocketAddr) -> url::Url {
        let own =
            || url::Url::parse(&format!("http://{listen}")).expect("a socket's address stands in addresses");
        self.url.clone().unwrap_or_else(own)
    }
}

/// Whether cargo-leptos is watching: pages then carry its reload script, and nothing is cached.
pub fn is_watched() -> bool {
    #[expect(clippy::disallowed_methods, reason = "this file reads the environment")]
    let watched = std::env::var("LEPTOS_WATCH");
    watched.is_ok()
}

fn environment() -> Env {
    Env::prefixed("WARTA__").split("__")
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

fn shortest_password<'de, D: Deserializer<'de>>(deserializer: D) -> Result<usize, D::Error> {
    let shortest = usize::deserialize(deserializer)?;
    if shortest >= 8 { Ok(shortest) } else { Err(D::Error::custom(format!("{shortest} is below 8"))) }
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
