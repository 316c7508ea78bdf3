//! Server behind a caching proxy: one that ignores all cache headers, and one that is configured well.

use domain::article::Teaser;
use std::process::{Child, Command, Stdio};

use serde_json::json;

use crate::newsroom::{Newsroom, article, ended, with};
use crate::serve::{free_address, get, post, post_with, serve_logging, start};

const EMAIL: &str = "sari@example.com";
const CANARY: &str = "Kenari.";
/// Configuration of a proxy that caches every response and ignores its headers.
const CARELESS: &str =
    "proxy_cache_valid any 10m; proxy_ignore_headers Cache-Control Expires Set-Cookie Vary X-Accel-Expires;";
/// Configuration of a proxy that respects the headers of responses.
const CAREFUL: &str = "";

/// Directive that adds a header to each response, which tells whether it came from the cache.
const TOLD: &str = "add_header x-kept $upstream_cache_status always;";

/// Running nginx in front of a server.
struct Proxy {
    child: Child,
    address: String,
}

impl Proxy {
    fn start(newsroom: &Newsroom, behind: &str, keeping: &str) -> Self {
        let address = free_address();
        let folder = newsroom.path("nginx/kept");
        let server = format!(
            "proxy_cache_path {} keys_zone=kept:1m; \
             server {{ listen {address}; location / {{ proxy_pass http://{behind}; proxy_set_header Host {behind}; \
             proxy_cache kept; proxy_cache_key $request_uri; {keeping} {TOLD} }} }}",
            folder.display()
        );
        Self::run(newsroom, address, &server)
    }

    /// Starts nginx with the output of `warta proxy nginx` for this address. `keeping` is added; lines with `missing` are left out.
    fn printed(newsroom: &Newsroom, address: &str, behind: &str, keeping: &str, missing: &str) -> Self {
        let mut command = newsroom.command(&["proxy", "nginx"]);
        command.env("WARTA__SERVER__LISTEN", behind).env("WARTA__SITE__URL", format!("http://{address}"));
        let printed = ended(command.spawn().unwrap());
        assert_eq!((printed.code, printed.stderr.as_str()), (Some(0), ""));
        // IPv6 may not be available on this machine.
        let lines = printed.stdout.lines().filter(|line| !line.contains("listen [::]"));
        let lines = lines.filter(|line| missing.is_empty() || !line.contains(missing));
        let text = lines.collect::<Vec<_>>().join("\n");
        let text = text.replace("/var/cache/nginx/warta", &newsroom.path("nginx/kept").display().to_string());
        let text = text.replace("proxy_cache warta;", &format!("proxy_cache warta; {keeping} {TOLD}"));
        assert!(text.contains(TOLD));
        Self::run(newsroom, address.to_owned(), &text)
    }

    fn run(newsroom: &Newsroom, address: String, server: &str) -> Self {
        let folder = newsroom.path("nginx");
        std::fs::create_dir_all(&folder).unwrap();
        let here = folder.display();
        let settings = format!(
            "daemon off; master_process off; pid {here}/pid; error_log {here}/log; events {{}} http {{ access_log off; \
             client_body_temp_path {here}/body; proxy_temp_path {here}/temp; fastcgi_temp_path {here}/f; \
             uwsgi_temp_path {here}/u; scgi_temp_path {here}/s;\n{server}\n}}"
        );
        let file = newsroom.write("nginx/nginx.conf", settings);
        let mut command = Command::new("nginx");
        command.arg("-c").arg(file).arg("-p").arg(&folder).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("nginx, which scripts/setup installs");
        while std::net::TcpStream::connect(&address).is_err() {
            assert!(child.try_wait().unwrap().is_none(), "nginx ended at once");
            std::thread::yield_now();
        }
        Self { child, address }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        // The process may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn fill(newsroom: &Newsroom) {
    let opening = "Alinea pembuka. ".repeat(Teaser::LONGEST / 4);
    let paid = |id: &str, edition: &str, cover: bool| {
        with(
            article(id),
            json!({"edition": edition, "cover_story": cover, "body": format!("{opening}\n\n{CANARY}")}),
        )
    };
    let records = [
        paid("k1", "koran", false),
        paid("m1", "majalah", false),
        paid("l1", "majalah", true),
        article("o1"),
    ];
    assert_eq!(newsroom.import("a.jsonl", &records).code, Some(0));
}

const PATHS: [&str; 6] =
    ["/read/k1/judul-k1", "/read/m1/judul-m1", "/read/l1/judul-l1", "/read/o1/judul-o1", "/", "/koran"];

/// Registers, subscribes and signs in through the proxy; returns the cookies.
fn sign_in(newsroom: &Newsroom, address: &str) -> String {
    let form = "email=sari%40example.com&password=tujuh+kuda+ungu";
    post(address, "/api/register", form);
    newsroom.run(&["reader", "activate", EMAIL]);
    newsroom.run(&["reader", "subscribe", EMAIL, "--until", "2090-01-01"]);
    let answer = post(address, "/api/sign_in", form);
    let cookies = answer
        .lines()
        .filter_map(|line| line.strip_prefix("set-cookie: ").or(line.strip_prefix("Set-Cookie: ")));
    cookies.map(|cookie| cookie.split(';').next().unwrap()).collect::<Vec<_>>().join("; ")
}

/// Reads every page as a subscriber and as a stranger by turns, through the same proxy.
fn strangers_get_nothing_of_a_subscriber(keeping: &str) -> (Newsroom, Proxy, Child) {
    let newsroom = Newsroom::new();
    fill(&newsroom);
    let (child, _log, behind) = serve_logging(&newsroom, "error");
    let proxy = Proxy::start(&newsroom, &behind, keeping);
    let address = proxy.address.as_str();
    let cookie = sign_in(&newsroom, address);
    for round in 0..3 {
        for path in PATHS {
            let is_locked = path.starts_with("/read/") && !path.contains("o1");
            let own = get(&cookie, address, path);
            assert!(!own.contains(CANARY) && !own.contains(EMAIL), "{round} GET {path}: {own}");
            let whole = post_with(&cookie, address, path, "").unwrap();
            assert_eq!(whole.contains(CANARY), is_locked, "{round} POST {path}");
            for asked in [get("", address, path), post(address, path, "")] {
                assert!(
                    !asked.contains(CANARY) && !asked.contains(EMAIL),
                    "{round} a stranger at {path}: {asked}"
                );
            }
        }
    }
    // The account of the current cookies is shown at once, also after signing out.
    let who = |cookie: &str| post_with(cookie, address, "/api/reader", "").unwrap();
    assert!(who(&cookie).contains(EMAIL));
    assert!(!who("").contains(EMAIL));
    post_with(&cookie, address, "/api/sign_out", "").unwrap();
    assert!(!who(&cookie).contains(EMAIL));
    let after = post_with(&cookie, address, PATHS[0], "").unwrap();
    assert!(after.contains("Akses artikel") && !after.contains(CANARY));
    (newsroom, proxy, child)
}

#[test]
fn a_careless_proxy_has_nothing_to_spill() {
    let (_newsroom, proxy, mut child) = strangers_get_nothing_of_a_subscriber(CARELESS);
    assert!(
        get("", &proxy.address, PATHS[0]).contains("x-kept: HIT"),
        "the proxy keeps pages, so this says something"
    );
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_careful_proxy_keeps_what_is_everyones_and_nothing_else() {
    let (_newsroom, proxy, mut child) = strangers_get_nothing_of_a_subscriber(CAREFUL);
    for (path, kept) in [(PATHS[0], true), ("/", true), ("/masuk", false), ("/akun", false)] {
        get("", &proxy.address, path);
        let again = get("", &proxy.address, path);
        assert_eq!(again.contains("x-kept: HIT"), kept, "{path}: {again}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

/// Pages that show the reader's data, or may redirect to such pages.
const OWN: [&str; 8] = [
    "/akun",
    "/en/akun",
    "/akun?x=1",
    "/tersimpan",
    "/en/tersimpan",
    "/en//tersimpan",
    "/akun/alamat",
    "/masuk",
];

/// Starts a server for a proxy at this address.
fn serve_behind(newsroom: &Newsroom, proxy: &str) -> (Child, String) {
    let mut command = newsroom.command(&["serve"]);
    command.env("WARTA__SERVER__LOG", "error").env("WARTA__SITE__URL", format!("http://{proxy}"));
    command.env("WARTA__SERVER__TRUSTED_PROXIES", "[\"127.0.0.1\"]");
    let (child, _log, address) = start(&mut command);
    (child, address)
}

#[test]
fn behind_the_printed_configuration_even_a_careless_proxy_keeps_nothing_of_a_reader() {
    for (missing, is_whole) in [("", true), ("$warta_personal;", false)] {
        let newsroom = Newsroom::new();
        fill(&newsroom);
        let address = free_address();
        let (mut child, behind) = serve_behind(&newsroom, &address);
        let _proxy = Proxy::printed(&newsroom, &address, &behind, CARELESS, missing);
        let cookie = sign_in(&newsroom, &address);
        let mut spilled = Vec::new();
        for path in OWN {
            get(&cookie, &address, path);
            let seen = get("", &address, path);
            if seen.contains(EMAIL) || seen.contains("x-kept: HIT") {
                spilled.push(path);
            }
        }
        assert_eq!(spilled.is_empty(), is_whole, "without `{missing}`: {spilled:?}");
        for path in ["/", "/en", PATHS[0]] {
            get(&cookie, &address, path);
            assert!(get("", &address, path).contains("x-kept: HIT"), "{path} is everyone's");
        }
        // The proxy adds the client's address, so it is not reported as undeclared.
        let ready = get("", &behind, "/readyz");
        assert!(ready.contains(r#""status":"ready""#) && !ready.contains("proxies"), "{ready}");
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

#[test]
fn a_proxy_that_keeps_answers_to_post_is_told_not_to_unless_it_hears_nothing() {
    let keeping = |ignored: &str| {
        format!("proxy_cache_methods POST; proxy_cache_valid any 10m; proxy_ignore_headers {ignored};")
    };
    for (ignored, is_told) in [
        ("Expires", true),
        ("Cache-Control Expires Set-Cookie", true),
        ("Cache-Control Expires Set-Cookie X-Accel-Expires", true),
        ("Cache-Control Expires Set-Cookie X-Accel-Expires Vary", false),
    ] {
        let newsroom = Newsroom::new();
        fill(&newsroom);
        let (mut child, _log, behind) = serve_logging(&newsroom, "error");
        let proxy = Proxy::start(&newsroom, &behind, &keeping(ignored));
        // This goes around the proxy, which must not have cached any of these responses before.
        let cookie = sign_in(&newsroom, &behind);
        for path in ["/api/reader", PATHS[0], "/en/read/k1/judul-k1"] {
            let own = post_with(&cookie, &proxy.address, path, "").unwrap();
            assert!(own.contains(EMAIL) || own.contains(CANARY), "{ignored} {path}: {own}");
            let strangers = post(&proxy.address, path, "");
            let is_spilled = strangers.contains(EMAIL) || strangers.contains(CANARY);
            assert_eq!(is_spilled, !is_told, "{ignored} {path}: {strangers}");
        }
        child.kill().unwrap();
        child.wait().unwrap();
    }
}
