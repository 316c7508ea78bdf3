//! Trusted proxies, and the client of a request that one of them forwards.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use http::HeaderMap;
use ipnet::{IpNet, Ipv6Net};
use serde::{Deserialize, Deserializer, de::Error as _};

const FORWARDED_FOR: &str = "x-forwarded-for";
/// Headers that proxies add. A request that has one does not come directly from a browser on this machine.
const FORWARDING: [&str; 6] =
    [FORWARDED_FOR, "forwarded", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];
/// Limit key that all clients share whose address a proxy hides.
const HIDDEN: &str = "behind a proxy";
const UNDECLARED: &str = "a proxy on this machine is not declared in server.trusted_proxies; until it is, all who come through it are counted together";

/// Trusted proxies (setting `server.trusted_proxies`). Clones share the flag for an undeclared proxy.
#[derive(Clone, Debug)]
pub struct TrustedProxies {
    trusted: Trusted,
    undeclared: Arc<AtomicBool>,
}

#[derive(Clone, Debug)]
enum Trusted {
    /// Number of proxies in a row. Their addresses are unknown, so every peer is trusted.
    Count(usize),
    /// Networks of the proxies; other peers are not trusted.
    Networks(Arc<[IpNet]>),
}

/// Client from which a request comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Client {
    /// This machine, without a proxy: a developer or a monitoring program.
    Local,
    /// A known address.
    Address(IpAddr),
    /// An unknown address: the proxy does not send it, or is not trusted.
    Hidden,
}

impl Client {
    /// Address of the client; `None` if it is not known reliably.
    pub fn address(self) -> Option<IpAddr> {
        match self {
            Self::Address(address) => Some(address),
            Self::Local | Self::Hidden => None,
        }
    }

    /// Key of limits by network. It is `None` for this machine, which has no limits; all hidden clients share one key.
    pub fn network(self) -> Option<String> {
        match self {
            Self::Local => None,
            Self::Address(address) => Some(network(address).to_string()),
            Self::Hidden => Some(HIDDEN.to_owned()),
        }
    }
}

impl TrustedProxies {
    /// Finds the client of a request from this peer. Of the forwarding header, only the entries of our own proxies are trusted.
    pub fn client(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> Client {
        let peer = peer.map(|peer| peer.to_canonical());
        let mut entries = entries(headers).into_iter().rev();
        let told = match &self.trusted {
            Trusted::Count(count) if *count > 0 => entries.nth(count - 1).flatten(),
            Trusted::Networks(networks) if peer.is_some_and(|peer| is_in(networks, peer)) => {
                // If all entries are our own, the first is the client.
                let mut seen = None;
                for entry in entries {
                    seen = entry;
                    if !entry.is_some_and(|address| is_in(networks, address)) {
                        break;
                    }
                }
                seen
            }
            _ => return self.direct(peer, headers),
        };
        told.or(peer.filter(|peer| !peer.is_loopback())).map_or(Client::Hidden, Client::Address)
    }

    /// Finds the client if no trusted proxy forwarded the request.
    fn direct(&self, peer: Option<IpAddr>, headers: &HeaderMap) -> Client {
        match peer {
            Some(peer) if !peer.is_loopback() => Client::Address(peer),
            Some(_) if is_forwarded(headers) => {
                if !self.undeclared.swap(true, Ordering::Relaxed) {
                    tracing::warn!("{UNDECLARED}");
                }
                Client::Hidden
            }
            _ => Client::Local,
        }
    }

    /// Network by which connections are limited. It is `None` for peers without a limit: this machine, and trusted networks,
    /// whose proxies connect for many readers.
    pub fn counted(&self, peer: IpAddr) -> Option<IpNet> {
        let peer = peer.to_canonical();
        let is_trusted = matches!(&self.trusted, Trusted::Networks(networks) if is_in(networks, peer));
        (!peer.is_loopback() && !is_trusted).then(|| network(peer))
    }

    /// Warning for the operator; `None` if no undeclared proxy was seen.
    pub fn notice(&self) -> Option<&'static str> {
        self.undeclared.load(Ordering::Relaxed).then_some(UNDECLARED)
    }
}

/// Whether a request comes from this machine directly, without a proxy.
pub fn is_local(peer: Option<IpAddr>, headers: &HeaderMap) -> bool {
    peer.is_some_and(|peer| peer.to_canonical().is_loopback()) && !is_forwarded(headers)
}

fn is_forwarded(headers: &HeaderMap) -> bool {
    FORWARDING.iter().any(|name| headers.contains_key(*name))
}

/// Addresses that proxies have added, the nearest last; `None` for an entry that is not an address.
fn entries(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    let lines = headers.get_all(FORWARDED_FOR).iter().map(|value| value.to_str().unwrap_or_default());
    lines.flat_map(|line| line.split(',')).map(|entry| address(entry.trim())).collect()
}

/// Parses an entry; some proxies add the port.
fn address(entry: &str) -> Option<IpAddr> {
    let plain = entry.trim_start_matches('[').trim_end_matches(']').parse();
    let address = plain.or_else(|_| entry.parse().map(|socket: SocketAddr| socket.ip())).ok()?;
    Some(address.to_canonical())
}

fn is_in(networks: &[IpNet], address: IpAddr) -> bool {
    networks.iter().any(|network| network.contains(&address))
}

/// Network of a household: an IPv4 address, or the first 64 bits of an IPv6 address.
fn network(address: IpAddr) -> IpNet {
    match IpNet::from(address) {
        IpNet::V6(network) => Ipv6Net::new_assert(network.addr(), 64).trunc().into(),
        network @ IpNet::V4(_) => network,
    }
}

impl<'de> Deserialize<'de> for TrustedProxies {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            Count(usize),
            Networks(Vec<String>),
        }
        let trusted = match Written::deserialize(deserializer) {
            Ok(Written::Count(count)) => Trusted::Count(count),
            Ok(Written::Networks(texts)) => {
                let networks = texts.iter().map(|text| parse(text));
                Trusted::Networks(networks.collect::<Result<_, _>>().map_err(D::Error::custom)?)
            }
            Err(_) => {
                return Err(D::Error::custom(
                    "it is neither the number of proxies nor a list of their networks",
                ));
            }
        };
        Ok(Self { trusted, undeclared: Arc::default() })
    }
}

fn parse(text: &str) -> Result<IpNet, String> {
    let network: IpNet = text
        .parse()
        .or_else(|_| text.parse().map(|address: IpAddr| address.to_canonical().into()))
        .map_err(|_| format!("`{text}` is no network such as 10.0.0.0/8 or 2001:db8::/32"))?;
    if network.prefix_len() == 0 {
        return Err(format!("`{text}` would trust everybody"));
    }
    Ok(network.trunc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    fn trusted(written: &str) -> TrustedProxies {
        Settings::of(&format!("server.trusted_proxies = {written}")).unwrap().server.trusted_proxies
    }

    fn headers(lines: &[&str]) -> HeaderMap {
        lines.iter().map(|line| (FORWARDED_FOR.parse().unwrap(), line.parse().unwrap())).collect()
    }

    /// Formats the client as the table of the test writes it.
    fn client(trusted: &TrustedProxies, peer: &str, headers: &HeaderMap) -> String {
        match trusted.client(Some(peer.parse().unwrap()), headers) {
            Client::Local => "local".into(),
            Client::Address(address) => address.to_string(),
            Client::Hidden => "hidden".into(),
        }
    }

    #[test]
    fn only_our_own_proxies_are_believed() {
        let (reader, proxy) = ("203.0.113.9", "127.0.0.1");
        let networks = "['10.0.0.0/8', '2001:db8:9::/48', '127.0.0.1']";
        for (written, peer, lines, expected) in [
            ("0", reader, &["198.51.100.1"][..], reader),
            ("1", proxy, &["198.51.100.1, 192.0.2.5"], "192.0.2.5"),
            ("1", proxy, &["198.51.100.1", "192.0.2.5"], "192.0.2.5"),
            ("2", proxy, &["198.51.100.1, 192.0.2.5, 10.0.0.1"], "192.0.2.5"),
            ("1", proxy, &["192.0.2.5:4711"], "192.0.2.5"),
            ("1", proxy, &["[2001:db8::5]:4711"], "2001:db8::5"),
            ("1", proxy, &["[2001:db8::5]"], "2001:db8::5"),
            ("1", proxy, &["127.0.0.1"], "127.0.0.1"),
            // A proxy that does not send the client's address must not remove the limits.
            ("1", proxy, &["rubbish"], "hidden"),
            ("1", proxy, &[], "hidden"),
            ("2", proxy, &["192.0.2.5"], "hidden"),
            ("1", reader, &["rubbish"], reader),
            ("1", reader, &[], reader),
            (networks, reader, &["198.51.100.1"], reader),
            (networks, "10.0.0.5", &["198.51.100.1, 192.0.2.5"], "192.0.2.5"),
            (networks, "10.0.0.5", &["198.51.100.1, 192.0.2.5, 10.1.2.3, 127.0.0.1"], "192.0.2.5"),
            (networks, "2001:db8:9::7", &["192.0.2.5, 2001:db8:9:1::1"], "192.0.2.5"),
            (networks, "::ffff:10.0.0.5", &["::ffff:192.0.2.5"], "192.0.2.5"),
            (networks, "10.0.0.5", &["192.0.2.5, rubbish"], "10.0.0.5"),
            (networks, "10.0.0.5", &["10.9.9.9, 10.0.0.1"], "10.9.9.9"),
            (networks, "10.0.0.5", &[], "10.0.0.5"),
            (networks, proxy, &[], "hidden"),
        ] {
            let trusted = trusted(written);
            assert_eq!(client(&trusted, peer, &headers(lines)), expected, "{written} {peer} {lines:?}");
            assert_eq!(trusted.notice(), None, "{written} {peer} {lines:?}");
        }
    }

    #[test]
    fn an_undeclared_proxy_on_this_machine_is_noticed_and_its_readers_counted_together() {
        for written in ["0", "[]", "['10.0.0.0/8']"] {
            for name in FORWARDING {
                let trusted = trusted(written);
                let seen_by_all = trusted.clone();
                for peer in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
                    assert_eq!(client(&trusted, peer, &HeaderMap::new()), "local");
                    assert_eq!(trusted.notice(), None);
                }
                let headers = HeaderMap::from_iter([(name.parse().unwrap(), "x".parse().unwrap())]);
                assert_eq!(client(&trusted, "::1", &headers), "hidden", "{written} {name}");
                assert!(seen_by_all.notice().is_some(), "{written} {name}");
                assert!(!is_local(Some("::1".parse().unwrap()), &headers));
            }
        }
        assert_eq!(Client::Local.network(), None);
        assert!(Client::Hidden.network().is_some() && Client::Hidden.address().is_none());
    }

    #[test]
    fn a_network_is_what_one_household_has() {
        for (address, expected) in [
            ("203.0.113.9", Some("203.0.113.9/32")),
            ("::ffff:203.0.113.9", Some("203.0.113.9/32")),
            ("2001:db8:1:2:3:4:5:6", Some("2001:db8:1:2::/64")),
            ("2001:db8:1:2:ffff::1", Some("2001:db8:1:2::/64")),
            ("127.0.0.1", None),
            ("::1", None),
            ("::ffff:127.0.0.1", None),
            ("10.0.0.5", None),
        ] {
            let counted = trusted("['10.0.0.0/8']").counted(address.parse().unwrap());
            assert_eq!(counted.map(|network| network.to_string()).as_deref(), expected, "{address}");
        }
        let by_count = trusted("1").counted("10.0.0.5".parse().unwrap());
        assert!(by_count.is_some(), "a number does not say who is a proxy");
    }
}
