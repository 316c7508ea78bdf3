//! Filter of the addresses from which pictures are downloaded. Records come from outside, and must not cause requests within the network
//! of the importing machine (SSRF). The resolved addresses are checked at the moment of connecting, also for every redirect.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::LazyLock;

use ipnet::IpNet;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;

/// Ports of public web servers.
const PORTS: [u16; 2] = [80, 443];

/// Networks that IANA's special-purpose registries mark as not public, and multicast. Of IPv6, only 2000::/3 is assigned at all.
const SPECIAL: [&str; 19] = [
    "0.0.0.0/8",       // this network
    "10.0.0.0/8",      // private
    "100.64.0.0/10",   // shared by carriers
    "127.0.0.0/8",     // loopback
    "169.254.0.0/16",  // link-local; clouds tell their secrets here
    "172.16.0.0/12",   // private
    "192.0.0.0/24",    // protocol assignments
    "192.0.2.0/24",    // documentation
    "192.88.99.0/24",  // relays of 6to4
    "192.168.0.0/16",  // private
    "198.18.0.0/15",   // benchmarks
    "198.51.100.0/24", // documentation
    "203.0.113.0/24",  // documentation
    "224.0.0.0/4",     // multicast
    "240.0.0.0/4",     // reserved, and broadcast
    "2001::/23",       // protocol assignments, Teredo among them
    "2001:db8::/32",   // documentation
    "2002::/16",       // 6to4, which leads to any IPv4 address
    "3fff::/20",       // documentation
];

static SPECIAL_NETWORKS: LazyLock<Vec<IpNet>> =
    LazyLock::new(|| SPECIAL.iter().filter_map(|network| network.parse().ok()).collect());

/// Error for an address that must not be requested.
#[derive(Debug, thiserror::Error)]
#[error("no public web address")]
pub(super) struct NotPublic;

/// Resolver that returns only public addresses and those of the publisher's own networks.
#[derive(Debug)]
pub(super) struct PublicResolver {
    names: DefaultResolver,
    own_networks: Vec<IpNet>,
}

impl PublicResolver {
    pub(super) fn new(own_networks: &[IpNet]) -> Self {
        Self { names: DefaultResolver::default(), own_networks: own_networks.to_vec() }
    }

    fn allows(&self, address: SocketAddr) -> bool {
        let ip = address.ip().to_canonical();
        let is_own = self.own_networks.iter().any(|network| network.contains(&ip));
        is_own || (PORTS.contains(&address.port()) && is_public(ip))
    }
}

impl Resolver for PublicResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let has_user = uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
        if has_user {
            return Err(refused());
        }
        let found = self.names.resolve(uri, config, timeout)?;
        if found.iter().all(|address| self.allows(*address)) { Ok(found) } else { Err(refused()) }
    }
}

fn refused() -> ureq::Error {
    ureq::Error::Other(Box::new(NotPublic))
}

fn is_public(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V6(ip) => match behind_nat64(ip) {
            Some(ip) => is_public(ip.into()),
            None => ip.segments()[0] & 0xe000 == 0x2000 && !is_special(ip.into()),
        },
        ip @ IpAddr::V4(_) => !is_special(ip),
    }
}

fn is_special(ip: IpAddr) -> bool {
    SPECIAL_NETWORKS.iter().any(|network| network.contains(&ip))
}

/// IPv4 address that is embedded in an address of 64:ff9b::/96 (NAT64), by which networks without IPv4 reach public servers.
fn behind_nat64(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let [0x64, 0xff9b, 0, 0, 0, 0, high, low] = ip.segments() else { return None };
    let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
    Some(Ipv4Addr::new(a, b, c, d))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolves(address: &str, own: &[&str]) -> bool {
        let own: Vec<IpNet> = own.iter().map(|network| network.parse().unwrap()).collect();
        let uri: Uri = address.parse().unwrap();
        match PublicResolver::new(&own).resolve(&uri, &Config::default(), NextTimeout::default()) {
            Ok(_) => true,
            Err(ureq::Error::Other(why)) if why.is::<NotPublic>() => false,
            Err(error) => panic!("{address}: {error}"),
        }
    }

    #[test]
    fn every_network_is_one() {
        assert_eq!(SPECIAL_NETWORKS.len(), SPECIAL.len());
    }

    #[test]
    fn special_addresses_are_not_asked_however_they_are_written() {
        for address in [
            "http://0/",
            "http://0.0.0.0/",
            "http://0.1.2.3/",
            "http://10.0.0.1/",
            "http://100.64.0.1/",
            "http://127.0.0.1/",
            "http://127.1/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0177.0.0.1/",
            "http://0x7f.1/",
            "http://169.254.169.254/latest/meta-data",
            "http://172.16.0.1/",
            "http://172.31.255.255/",
            "http://192.0.0.8/",
            "http://192.0.2.1/",
            "http://192.88.99.1/",
            "http://192.168.1.1/",
            "http://198.18.0.1/",
            "http://198.19.255.255/",
            "http://198.51.100.1/",
            "http://203.0.113.1/",
            "http://224.0.0.1/",
            "http://239.255.255.255/",
            "http://240.0.0.1/",
            "http://255.255.255.255/",
            "http://[::]/",
            "http://[::1]/",
            "http://[::127.0.0.1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[::ffff:10.0.0.1]/",
            "http://[::ffff:7f00:1]/",
            "http://[64:ff9b::127.0.0.1]/",
            "http://[64:ff9b::a00:1]/",
            "http://[64:ff9b:1::1]/",
            "http://[100::1]/",
            "http://[2001::1]/",
            "http://[2001:0:7f00:1::]/",
            "http://[2001:db8::1]/",
            "http://[2002:7f00:1::]/",
            "http://[2002:a00:1::]/",
            "http://[3fff::1]/",
            "http://[4000::1]/",
            "http://[5f00::1]/",
            "http://[fc00::1]/",
            "http://[fd12:3456::1]/",
            "http://[fe80::1]/",
            "http://[fec0::1]/",
            "http://[ff02::1]/",
        ] {
            assert!(!resolves(address, &[]), "{address}");
        }
    }

    #[test]
    fn public_addresses_are_asked_where_the_web_is_and_without_a_user() {
        for (address, expected) in [
            ("http://9.9.9.9/", true),
            ("https://9.9.9.9/a.jpg", true),
            ("http://9.9.9.9:443/", true),
            ("http://[2620:fe::fe]/", true),
            ("http://[2a00::1]/", true),
            ("http://[::ffff:9.9.9.9]/", true),
            ("http://[64:ff9b::9.9.9.9]/", true),
            ("http://100.63.255.255/", true),
            ("http://172.32.0.1/", true),
            ("http://9.9.9.9:22/", false),
            ("http://9.9.9.9:8080/", false),
            ("http://user@9.9.9.9/", false),
            ("http://user:password@9.9.9.9/", false),
            ("http://9.9.9.9@127.0.0.1/", false),
        ] {
            assert_eq!(resolves(address, &[]), expected, "{address}");
        }
    }

    #[test]
    fn networks_of_the_publishers_own_are_asked_at_every_port() {
        for (address, expected) in [
            ("http://10.1.2.3:8080/", true),
            ("http://[::ffff:10.1.2.3]:8080/", true),
            ("http://10.1.3.3:8080/", false),
            ("http://[fd00::7]/", true),
            ("http://user@10.1.2.3/", false),
        ] {
            assert_eq!(resolves(address, &["10.1.2.0/24", "fd00::/64"]), expected, "{address}");
        }
    }
}
