//! `/dev/surat`: the mails of a site under development, for who sits at this machine. Links in them open accounts, so nobody else may
//! see the page: it is there only where mails lie in a folder and neither the listener nor the site's address reaches further than
//! this machine, and it answers only to a peer on this machine that no proxy stands before.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use app::context::Site;
use app::document::{StoredMail, mails};
use axum::response::{Html, IntoResponse, Response};
use http::{StatusCode, header};
use mail_parser::MessageParser;
use url::{Host, Url};

/// The newest are enough.
const MOST: usize = 50;

/// Whether the page may be there at all for a site that listens here.
pub fn shows_mails(site: &Url, listen: SocketAddr) -> bool {
    let is_own = match site.host() {
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        // Browsers look no other name up on this machine alone (RFC 6761).
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    };
    is_own && listen.ip().is_loopback()
}

/// The page of the folder, for who asks from this machine without a proxy between.
pub async fn answer(is_local: bool, site: &Site, folder: PathBuf) -> Response {
    if !is_local {
        return StatusCode::NOT_FOUND.into_response();
    }
    let stored = tokio::task::spawn_blocking(move || stored(&folder)).await.unwrap_or_default();
    ([(header::CACHE_CONTROL, "no-store")], Html(mails(site, stored))).into_response()
}

fn stored(folder: &Path) -> Vec<StoredMail> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path());
    let mut files: Vec<PathBuf> =
        files.filter(|path| path.extension().is_some_and(|ending| ending == "eml")).collect();
    // Names begin with the time.
    files.sort_by(|one, other| other.cmp(one));
    files.iter().take(MOST).filter_map(|path| read(path)).collect()
}

fn read(path: &Path) -> Option<StoredMail> {
    let bytes = std::fs::read(path).ok()?;
    let mail = MessageParser::default().parse(&bytes)?;
    let text = mail.body_text(0).unwrap_or_default().into_owned();
    let is_link = |word: &&str| word.starts_with("http://") || word.starts_with("https://");
    Some(StoredMail {
        to: mail.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default().to_owned(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        links: text.split_whitespace().filter(is_link).map(str::to_owned).collect(),
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mails_are_shown_where_nothing_reaches_further_than_this_machine() {
        for (site, listen, shown) in [
            ("http://127.0.0.1:3000", "127.0.0.1:3000", true),
            ("http://localhost:3000", "127.0.0.1:3000", true),
            ("http://warta.localhost:3000", "[::1]:3000", true),
            ("http://[::1]:3000", "[::1]:3000", true),
            ("https://warta.example", "127.0.0.1:3000", false),
            ("http://warta.example", "127.0.0.1:3000", false),
            ("http://localhost.example", "127.0.0.1:3000", false),
            ("http://192.168.1.5:3000", "127.0.0.1:3000", false),
            ("http://127.0.0.1:3000", "0.0.0.0:3000", false),
            ("http://127.0.0.1:3000", "[::]:3000", false),
        ] {
            let url = Url::parse(site).unwrap();
            assert_eq!(shows_mails(&url, listen.parse().unwrap()), shown, "{site} {listen}");
        }
    }
}
