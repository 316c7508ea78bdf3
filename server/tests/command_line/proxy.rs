//! Behind a proxy that keeps answers: one at its most careless, and one set up well.

use std::process::{Child, Command, Stdio};

use domain::body::Teaser;
use serde_json::json;

use crate::newsroom::{Newsroom, article, with};
use crate::serve::{free_address, get, post, post_with, serve_logging};

const EMAIL: &str = "sari@example.com";
const CANARY: &str = "Kenari.";
/// Keeps whatever comes, whoever asked, whatever its headers say.
const CARELESS: &str =
    "proxy_cache_valid any 10m; proxy_ignore_headers Cache-Control Expires Set-Cookie Vary X-Accel-Expires;";
/// Believes the headers of answers.
const CAREFUL: &str = "";

/// An nginx in front of a server.
struct Proxy {
    child: Child,
    address: String,
}

impl Proxy {
    fn start(newsroom: &Newsroom, behind: &str, keeping: &str) -> Self {
        let address = free_address();
        let folder = newsroom.path("nginx");
        std::fs::create_dir_all(&folder).unwrap();
        let here = folder.display();
        let settings = format!(
            "daemon off; master_process off; pid {here}/pid; error_log {here}/log; events {{}} http {{ access_log off; \
             client_body_temp_path {here}/body; proxy_temp_path {here}/temp; fastcgi_temp_path {here}/f; \
             uwsgi_temp_path {here}/u; scgi_temp_path {here}/s; proxy_cache_path {here}/cache keys_zone=kept:1m; \
             server {{ listen {address}; location / {{ proxy_pass http://{behind}; proxy_set_header Host {behind}; \
             proxy_cache kept; proxy_cache_key $request_uri; {keeping} add_header x-kept $upstream_cache_status always; }} }} }}"
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
        // It may have ended by itself.
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

/// Signs in through the proxy; the cookies.
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

/// A subscriber reads everything through the proxy; a stranger comes before, between and after.
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
    // Who is signed in shows at once, and that nobody is.
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
