//! What a request tells of its browser.

use std::net::IpAddr;

use app::context::Site;
use app::cookies::Cookie;
use domain::account::Browser;
use http::request::Parts;
use http::{HeaderMap, header};

/// The other end of the connection.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Reads cookies, network and name. Requests for public pages never get here.
pub(super) fn browser(parts: &Parts, site: &Site, trusted_proxies: usize) -> Browser {
    let headers = &parts.headers;
    let peer = parts.extensions.get::<Peer>().map(|peer| peer.0);
    Browser {
        network: client(peer, headers, trusted_proxies).and_then(network),
        session: site.cookies.read(headers, Cookie::Session),
        confirmation: site.cookies.read(headers, Cookie::Confirmation),
        challenge: site.cookies.read(headers, Cookie::Challenge),
        detour: site.cookies.read(headers, Cookie::Detour),
        guest: site.cookies.read(headers, Cookie::Guest),
        device: site.cookies.read(headers, Cookie::Device),
        name: name(headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default()),
        language: site.language,
    }
}

/// The reader's address: the peer's, or what the outermost of our own proxies saw. What stands further left in the header,
/// anyone may have written.
pub(super) fn client(peer: Option<IpAddr>, headers: &HeaderMap, trusted_proxies: usize) -> Option<IpAddr> {
    if trusted_proxies == 0 {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let seen: Vec<&str> = lines.flat_map(|line| line.split(',')).map(str::trim).collect();
    let place = seen.len().checked_sub(trusted_proxies)?;
    seen.get(place)?.parse().ok().or(peer)
}

/// The network that is counted: an IPv4 address, or the first 64 bits of an IPv6 one, which one household has. Loopback is
/// not counted: a proxy sits there, or the developer.
fn network(address: IpAddr) -> Option<String> {
    let address = address.to_canonical();
    if address.is_loopback() {
        return None;
    }
    Some(match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    })
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
    fn only_our_own_proxies_are_believed() {
        let peer: IpAddr = "203.0.113.9".parse().unwrap();
        for (lines, trusted, expected) in [
            (vec!["198.51.100.1"], 0, Some("203.0.113.9")),
            (vec!["198.51.100.1, 192.0.2.5"], 1, Some("192.0.2.5")),
            (vec!["198.51.100.1", "192.0.2.5"], 1, Some("192.0.2.5")),
            (vec!["198.51.100.1, 192.0.2.5, 10.0.0.1"], 2, Some("192.0.2.5")),
            (vec!["rubbish"], 1, Some("203.0.113.9")),
            (vec!["192.0.2.5"], 2, None),
            (vec![], 1, None),
        ] {
            let headers = lines
                .iter()
                .map(|line| ("x-forwarded-for".parse().unwrap(), line.parse().unwrap()))
                .collect();
            let found = client(Some(peer), &headers, trusted).map(|address| address.to_string());
            assert_eq!(found.as_deref(), expected, "{lines:?} {trusted}");
        }
    }

    #[test]
    fn a_network_is_what_one_household_has() {
        for (address, expected) in [
            ("203.0.113.9", Some("203.0.113.9")),
            ("::ffff:203.0.113.9", Some("203.0.113.9")),
            ("2001:db8:1:2:3:4:5:6", Some("2001:db8:1:2::/64")),
            ("2001:db8:1:2:ffff::1", Some("2001:db8:1:2::/64")),
            ("127.0.0.1", None),
            ("::1", None),
        ] {
            assert_eq!(network(address.parse().unwrap()).as_deref(), expected, "{address}");
        }
    }

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
