//! Command `warta proxy`, which prints a configuration for a reverse proxy. It is made from the settings and the list of private routes.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use app::address::prefix;
use app::language::LANGUAGES;
use app::routes::personal_roots;

use super::Outcome;
use crate::output::say;
use crate::settings::Settings;

/// First segments of paths that must not be cached although they are not private to a reader.
const MACHINES: [&str; 4] = ["hooks", "dev", "healthz", "readyz"];

/// Which proxy.
#[derive(Clone, Copy, Debug, clap::Subcommand)]
pub(super) enum Proxy {
    /// A file for nginx's folder `conf.d`
    Nginx,
    /// A Caddyfile
    Caddy,
    /// A file of VCL
    Varnish,
}

pub(super) fn run(settings: &Settings, proxy: Proxy) -> anyhow::Result<Outcome> {
    say!("{}", configuration(settings, proxy).trim_end())?;
    Ok(Outcome::Done)
}

fn configuration(settings: &Settings, proxy: Proxy) -> String {
    let site = settings.site.origin(settings.server.listen);
    let backend = reachable(settings.server.listen);
    let text = match proxy {
        Proxy::Nginx => include_str!("proxy/nginx.conf").replace("SERVER", &nginx_server(&site)),
        Proxy::Caddy => include_str!("proxy/Caddyfile").to_owned(),
        Proxy::Varnish => include_str!("proxy/varnish.vcl").to_owned(),
    };
    text.replace("BACKEND_HOST", &backend.ip().to_string())
        .replace("BACKEND_PORT", &backend.port().to_string())
        .replace("BACKEND", &backend.to_string())
        .replace("PERSONAL", &personal())
        .replace("SITE", &site.origin().ascii_serialization())
        .replace("HOST", site.host_str().unwrap_or_default())
}

/// Beginning of nginx's `server` block, up to its name.
fn nginx_server(site: &url::Url) -> String {
    let port = site.port_or_known_default().unwrap_or(80);
    if site.scheme() == "http" {
        return format!("server {{\n    listen {port};\n    listen [::]:{port};\n");
    }
    let address = site.origin().ascii_serialization();
    format!(
        "server {{\n    listen 80;\n    listen [::]:80;\n    server_name HOST;\n    return 301 {address}$request_uri;\n}}\n\n\
         server {{\n    listen {port} ssl;\n    listen [::]:{port} ssl;\n    \
         ssl_certificate /etc/ssl/warta/fullchain.pem;\n    ssl_certificate_key /etc/ssl/warta/privkey.pem;\n"
    )
}

/// Regular expression for all paths, with or without queries, that a proxy must not cache. Proxies treat two slashes as one.
fn personal() -> String {
    let languages = LANGUAGES.map(|language| prefix(language).trim_start_matches('/')).join("|");
    let paths = [personal_roots().as_slice(), &MACHINES].concat().join("|");
    format!("^(/+({languages}))?/+({paths})([/?]|$)")
}

/// Address at which a program on this machine reaches the listener.
fn reachable(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listen.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_configuration_leaves_out_the_same_paths_and_leads_to_the_server() {
        let pattern = "^(/+(id|en))?/+(api|tersimpan|untuk-anda|hadiah|masuk|daftar|konfirmasi|aktivasi|sandi|akun|hooks|dev|healthz|readyz)([/?]|$)";
        for (url, listen, backend) in [
            ("", "127.0.0.1:3000", ("127.0.0.1", "3000")),
            ("https://warta.example", "0.0.0.0:4000", ("127.0.0.1", "4000")),
            ("https://warta.example:8443", "10.0.0.2:80", ("10.0.0.2", "80")),
        ] {
            let settings = Settings::of(&format!("site.url = '{url}'\nserver.listen = '{listen}'")).unwrap();
            let site = if url.is_empty() { format!("http://{listen}") } else { url.to_owned() };
            for proxy in [Proxy::Nginx, Proxy::Caddy, Proxy::Varnish] {
                let text = configuration(&settings, proxy);
                assert_eq!(text.matches(pattern).count(), 1, "{proxy:?}: {text}");
                assert!(text.contains(&format!("for {site}.\n")), "{proxy:?}: {text}");
                assert!(text.contains("trusted_proxies") && text.contains("POST"), "{proxy:?}: {text}");
                for word in ["SITE", "HOST", "BACKEND", "SERVER", "PERSONAL"] {
                    assert!(!text.contains(word), "{proxy:?} {word}: {text}");
                }
                assert_eq!(text.matches('{').count(), text.matches('}').count(), "{proxy:?}: {text}");
                let (host, port) = backend;
                let is_led = match proxy {
                    Proxy::Nginx => text.contains(&format!("    server {host}:{port};\n")),
                    Proxy::Caddy => text.contains(&format!("\treverse_proxy {host}:{port}\n")),
                    Proxy::Varnish => {
                        text.contains(&format!(".host = \"{host}\";\n    .port = \"{port}\";\n"))
                    }
                };
                assert!(is_led, "{proxy:?}: {text}");
            }
        }
    }

    #[test]
    fn nginx_speaks_tls_where_the_site_does() {
        let of =
            |url: &str| configuration(&Settings::of(&format!("site.url = '{url}'")).unwrap(), Proxy::Nginx);
        let plain = of("http://warta.example");
        assert!(plain.contains("    listen 80;\n") && !plain.contains("ssl"), "{plain}");
        let secure = of("https://warta.example");
        assert!(
            secure.contains("    listen 443 ssl;\n") && secure.contains("ssl_certificate_key"),
            "{secure}"
        );
        assert!(secure.contains("    return 301 https://warta.example$request_uri;\n"), "{secure}");
        assert_eq!(secure.matches("    server_name warta.example;\n").count(), 2, "{secure}");
    }
}
