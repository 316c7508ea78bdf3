//! Redirects: where the addresses of a newsroom's former site lead.

use async_trait::async_trait;

use crate::ad::Placed;
use crate::newsroom::StoreError;

/// The longest address in bytes.
const LONGEST: usize = 500;
/// Parameters by which other programs name a page at the path `/`.
const NAMING: [&str; 8] = ["p", "page_id", "attachment_id", "cat", "tag", "author", "feed", "m"];
/// Last parts of a path that show the same content in another form.
const FORMS: [&str; 6] = ["amp", "feed", "rss", "embed", "trackback", "comments"];
/// Kinds of feed, behind `feed`.
const FEEDS: [&str; 4] = ["atom", "rdf", "rss", "rss2"];
/// Ends of paths whose query names the page.
const PROGRAMS: [&str; 4] = [".php", ".asp", ".aspx", ".cfm"];

/// Address of a page on the former site, in one form for all spellings: without host, fragment and trailing slash, in small letters.
/// The AMP form, the feed and further pages of an address count as the address itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OldAddress(String);

impl OldAddress {
    /// Reads an address with or without a host. `None` for the front page, which stays where it is, and for what is no address.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = match text.split_once("://") {
            Some(("http" | "https", rest)) => rest.find(['/', '?', '#']).map_or("", |start| &rest[start..]),
            Some(_) => return None,
            None => text,
        };
        let rest = rest.split('#').next().unwrap_or_default();
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        if !(path.is_empty() || path.starts_with('/')) || path.starts_with("//") {
            return None;
        }
        Self::of(path, query)
    }

    /// Address of a request.
    pub fn of(path: &str, query: &str) -> Option<Self> {
        let path = decode(path).to_lowercase();
        let mut parts: Vec<&str> =
            path.split('/').filter(|part| !matches!(*part, "" | "." | "index.php")).collect();
        if parts.contains(&"..") {
            return None;
        }
        while let Some(shorter) = without_form(&parts) {
            parts.truncate(shorter);
        }
        let mut address = format!("/{}", parts.join("/"));
        if parts.is_empty() {
            let named = query.split('&').find_map(|pair| {
                let (name, value) = pair.split_once('=')?;
                (NAMING.contains(&name) && !value.is_empty()).then(|| format!("?{name}={}", decode(value)))
            });
            address.push_str(&named?.to_lowercase());
        } else if !query.is_empty() && PROGRAMS.iter().any(|end| address.ends_with(end)) {
            address.extend(["?", &query.to_lowercase()]);
        }
        let is_plain = address.len() <= LONGEST && !address.contains(char::is_control);
        is_plain.then_some(Self(address))
    }

    /// An address that was stored.
    pub fn from_store(text: String) -> Self {
        Self(text)
    }

    /// The address in its one form.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Number of parts without the last ones, if these only name a form of the page before them.
fn without_form(parts: &[&str]) -> Option<usize> {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match parts {
        [_, .., "feed", kind] if FEEDS.contains(kind) => Some(parts.len() - 1),
        ["feed", kind] if FEEDS.contains(kind) => Some(1),
        [_, .., "page", number] if is_number(number) && parts.len() > 2 => Some(parts.len() - 2),
        [_, .., form] if FORMS.contains(form) => Some(parts.len() - 1),
        _ => None,
    }
}

/// Decodes `%XX`; what is not UTF-8 then is replaced.
fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut place = 0;
    while place < bytes.len() {
        let hex = bytes.get(place + 1..place + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| bytes[place] == b'%');
        decoded.push(byte.unwrap_or(bytes[place]));
        place += if byte.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// Destination of an old address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To this path of our own site.
    Moved(String),
    /// Nowhere: its content was withdrawn.
    Gone,
}

impl Destination {
    /// Checks a path. It stays on this site, however a browser reads it.
    pub fn moved(path: &str) -> Option<Self> {
        let is_plain = path.bytes().all(|byte| byte.is_ascii_graphic() && !b"\\\"<>".contains(&byte));
        let is_ours = path.starts_with('/') && !path.starts_with("//");
        (is_ours && is_plain && path.len() <= LONGEST).then(|| Self::Moved(path.to_owned()))
    }

    /// The path, or `None` if the content was withdrawn.
    pub fn path(&self) -> Option<&str> {
        match self {
            Self::Moved(path) => Some(path),
            Self::Gone => None,
        }
    }
}

/// One old address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    pub from: OldAddress,
    pub to: Destination,
}

/// Storage of redirects.
#[async_trait]
pub trait RedirectStore: Send + Sync {
    /// Destination of an old address; `None` if it is unknown.
    async fn redirect(&self, from: &OldAddress) -> Result<Option<Destination>, StoreError>;
    /// Keeps redirects in one transaction; one from the same address is replaced.
    async fn save_redirects(&self, redirects: &[Redirect]) -> Result<Placed, StoreError>;
    /// At most `limit` redirects from addresses behind `after`, by address.
    async fn redirects(&self, after: Option<&OldAddress>, limit: u32) -> Result<Vec<Redirect>, StoreError>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_spellings_of_an_address_are_one() {
        for (text, expected) in [
            ("https://lama.example/2020/01/Judul/", Some("/2020/01/judul")),
            ("/2020/01/judul?utm_source=x#isi", Some("/2020/01/judul")),
            ("/index.php/2020//01/judul/amp/", Some("/2020/01/judul")),
            ("/2020/01/judul/feed/atom/", Some("/2020/01/judul")),
            ("/2020/01/judul/page/2/feed", Some("/2020/01/judul")),
            ("/feed/", Some("/feed")),
            ("/feed/atom", Some("/feed")),
            ("/?utm=1&p=12", Some("/?p=12")),
            ("https://lama.example?p=12", Some("/?p=12")),
            ("/index.php?p=12", Some("/?p=12")),
            ("/berita.php?id=7&x=1", Some("/berita.php?id=7&x=1")),
            ("/caf%C3%A9", Some("/café")),
            ("/%zz%", Some("/%zz%")),
            ("/a%0d%0ab", None),
            ("/", None),
            ("https://lama.example", None),
            ("/?p=", None),
            ("/a/../b", None),
            ("//evil.example/a", None),
            ("ftp://lama.example/a", None),
            ("judul", None),
            ("", None),
        ] {
            assert_eq!(OldAddress::parse(text).as_ref().map(OldAddress::as_str), expected, "{text}");
        }
    }

    #[test]
    fn a_destination_stays_on_the_site() {
        assert_eq!(Destination::moved("/read/7/judul"), Some(Destination::Moved("/read/7/judul".into())));
        for path in
            ["", "read", "//evil.example", "/\\evil.example", "https://evil.example", "/a\r\nb", "/a b"]
        {
            assert_eq!(Destination::moved(path), None, "{path:?}");
        }
    }
}
