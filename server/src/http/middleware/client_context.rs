//! Reads the client context of a request: its network, cookies, browser name and language.

use std::net::IpAddr;

use app::context::Site;
use app::cookies::Cookie;
use domain::account::ClientContext;
use http::header;
use http::request::Parts;

use crate::proxies::TrustedProxies;

/// The other end of the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// The client context of a request. Requests of public pages never get here.
pub fn client_context(parts: &Parts, site: &Site, trusted_proxies: &TrustedProxies) -> ClientContext {
    let headers = &parts.headers;
    let peer = parts.extensions.get::<Peer>().map(|peer| peer.0);
    ClientContext {
        network: trusted_proxies.client(peer, headers).network(),
        session: site.cookies.read(headers, Cookie::Session),
        confirmation: site.cookies.read(headers, Cookie::Confirmation),
        challenge: site.cookies.read(headers, Cookie::Challenge),
        oidc_login: site.cookies.read(headers, Cookie::OidcLogin),
        guest: site.cookies.read(headers, Cookie::Guest),
        device: site.cookies.read(headers, Cookie::Device),
        name: name(headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()),
        language: site.language,
    }
}

/// A name by which a reader knows the browser again. No more than that is kept of it.
fn name(user_agent: &str) -> String {
    let first = |known: &[(&'static str, &'static str)]| {
        known.iter().find(|(sign, _)| user_agent.contains(sign)).map(|(_, name)| *name)
    };
    // In this order: most browsers claim to be others too.
    let program = first(&[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("Chrome", "Chrome"),
        ("CriOS", "Chrome"),
        ("Safari", "Safari"),
    ]);
    let system = first(&[
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    [program.unwrap_or("Browser"), system.unwrap_or("?")].join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_called_as_readers_call_it() {
        for (user_agent, expected) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
                "Chrome, Linux",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1",
                "Safari, iPhone",
            ),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
            ("curl/8", "Browser, ?"),
        ] {
            assert_eq!(name(user_agent), expected);
        }
    }
}
