//! `--fetch-pictures`: nothing is fetched unless asked for, and then once.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::newsroom::{Newsroom, PIXEL, Ran, article, ended, lines, with};

/// The network of the test's servers, as a network of the publisher's own.
const OWN: &str = r#"["127.0.0.1/32"]"#;

/// A server of pictures that counts what it is asked for.
fn pictures() -> (String, Arc<AtomicUsize>) {
    pictures_at("127.0.0.1", "")
}

/// The same at an address of loopback; `/away` redirects there.
fn pictures_at(host: &str, away: &str) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind((host, 0)).unwrap();
    let away = away.to_owned();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let asked = count.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
            let first = lines.next().unwrap_or_default();
            let _ = lines.take_while(|line| !line.is_empty()).count();
            asked.fetch_add(1, Ordering::SeqCst);
            let location = format!("location: {away}\r\n");
            let (status, body) = match first.split(' ').nth(1).unwrap_or_default() {
                "/a.gif" => ("200 OK", PIXEL.to_vec()),
                "/page" => ("200 OK", b"<html></html>".to_vec()),
                "/big.gif" => ("200 OK", vec![b'x'; 2_000_000]),
                "/away" => ("302 Found", vec![]),
                _ => ("404 Not Found", vec![]),
            };
            let head = format!(
                "HTTP/1.1 {status}\r\n{location}content-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            // Whoever has read enough hangs up.
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
        }
    });
    (address, count)
}

/// Imports with pictures, which may be fetched from these networks.
fn fetch(newsroom: &Newsroom, file: &str, networks: &str) -> Ran {
    let mut command = newsroom.command(&["import", "jsonl", "--fetch-pictures", file]);
    command.env("WARTA__PICTURES__FETCH_NETWORKS", networks).env("WARTA__PICTURES__LARGEST_BYTES", "1000000");
    // The program asks itself, and nobody in its place.
    command.env("http_proxy", "http://127.0.0.1:1").env("ALL_PROXY", "http://127.0.0.1:1");
    ended(command.spawn().unwrap())
}

#[test]
fn a_picture_is_fetched_when_asked_for_and_then_found_again() {
    let (address, asked) = pictures();
    let newsroom = Newsroom::new();
    let records = [with(article("1"), json!({"image": {"src": format!("{address}/a.gif"), "alt": "x"}}))];
    assert_eq!(newsroom.import("a.jsonl", &records).code, Some(0));
    assert_eq!(asked.load(Ordering::SeqCst), 0, "nobody asked for it");
    let fetched = fetch(&newsroom, "a.jsonl", OWN);
    assert_eq!(fetched.stdout, "created 0, updated 1, unchanged 0, rejected 0\n", "{}", fetched.stderr);
    let again = fetch(&newsroom, "a.jsonl", OWN);
    assert_eq!(again.stdout, "created 0, updated 0, unchanged 1, rejected 0\n");
    assert_eq!(asked.load(Ordering::SeqCst), 1, "once is enough");
    let plain = newsroom.run(&["import", "jsonl", "a.jsonl"]);
    assert_eq!(plain.stdout, "created 0, updated 0, unchanged 1, rejected 0\n", "what was fetched stays");
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
}

#[test]
fn what_is_no_picture_is_told_and_its_address_kept() {
    let (address, _) = pictures();
    let newsroom = Newsroom::new();
    let record = |id: &str, src: String| with(article(id), json!({"image": {"src": src}}));
    let closed = "http://127.0.0.1:1/a.gif".to_owned();
    newsroom.write(
        "a.jsonl",
        lines(&[
            record("1", format!("{address}/page")),
            record("2", format!("{address}/missing.gif")),
            record("3", format!("{address}/big.gif")),
            record("4", closed),
        ]),
    );
    let ran = fetch(&newsroom, "a.jsonl", OWN);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "created 4, updated 0, unchanged 0, rejected 0\n"),
        "{}",
        ran.stderr
    );
    for (line, reason) in [(1, "no JPEG"), (2, "404"), (3, "more than pictures.largest_bytes"), (4, "")] {
        let told =
            ran.stderr.lines().find(|told| told.starts_with(&format!("a.jsonl:{line}: picture http://127")));
        assert!(
            told.is_some_and(|told| told.contains(reason) && told.ends_with("its address is kept")),
            "{line}: {}",
            ran.stderr
        );
    }
}

#[test]
fn nothing_reaches_into_the_network_of_who_imports_and_all_refusals_sound_alike() {
    let (inside, asked) = pictures();
    let port = inside.rsplit(':').next().unwrap();
    let hosts = [
        "127.0.0.1",
        "127.1",
        "0",
        "0.0.0.0",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "localhost",
        "[::ffff:127.0.0.1]",
        "[::1]",
        "user:password@127.0.0.1",
        "9.9.9.9@127.0.0.1",
    ];
    let newsroom = Newsroom::new();
    let records = hosts.iter().enumerate().map(|(number, host)| {
        with(article(&number.to_string()), json!({"image": {"src": format!("http://{host}:{port}/a.gif")}}))
    });
    let records: Vec<_> = records.collect();
    newsroom.write("a.jsonl", lines(&records));
    let ran = fetch(&newsroom, "a.jsonl", "[]");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let told: Vec<_> = ran.stderr.lines().filter(|line| line.contains(": picture ")).collect();
    assert_eq!(told.len(), hosts.len(), "{}", ran.stderr);
    for told in told {
        assert!(told.contains("it has no public web address (setting pictures.fetch_networks"), "{told}");
    }
    assert_eq!(asked.load(Ordering::SeqCst), 0, "nobody was asked");
}

#[test]
fn a_redirect_is_judged_like_the_first_address() {
    let (inside, asked) = pictures_at("127.0.0.2", "");
    for away in [inside.clone(), format!("{inside}/a.gif"), inside.replace("http://", "http://user@")] {
        let (outside, first) = pictures_at("127.0.0.1", &away);
        let newsroom = Newsroom::new();
        let record = with(article("1"), json!({"image": {"src": format!("{outside}/away")}}));
        newsroom.write("a.jsonl", lines(&[record]));
        let ran = fetch(&newsroom, "a.jsonl", OWN);
        assert!(ran.stderr.contains("it has no public web address"), "{away}: {}", ran.stderr);
        assert_eq!((first.load(Ordering::SeqCst), asked.load(Ordering::SeqCst)), (1, 0), "{away}");
    }
    let (to, found) = pictures();
    let (outside, _) = pictures_at("127.0.0.1", &format!("{to}/a.gif"));
    let newsroom = Newsroom::new();
    let record = with(article("1"), json!({"image": {"src": format!("{outside}/away"), "alt": "x"}}));
    newsroom.write("a.jsonl", lines(&[record]));
    assert_eq!((fetch(&newsroom, "a.jsonl", OWN).stderr.as_str(), found.load(Ordering::SeqCst)), ("", 1));
}

#[test]
fn a_file_beside_the_record_is_not_one_elsewhere_whatever_a_link_says() {
    let newsroom = Newsroom::new();
    newsroom.write("secret.gif", PIXEL);
    newsroom.write("in/real.gif", PIXEL);
    std::os::unix::fs::symlink("../secret.gif", newsroom.path("in/linked.gif")).unwrap();
    std::os::unix::fs::symlink("..", newsroom.path("in/up")).unwrap();
    std::os::unix::fs::symlink("real.gif", newsroom.path("in/inner.gif")).unwrap();
    let sources = ["linked.gif", "up/secret.gif", "up/in/real.gif", "inner.gif"];
    let records = sources
        .iter()
        .enumerate()
        .map(|(number, src)| with(article(&number.to_string()), json!({"image": {"src": src, "alt": "x"}})));
    let records: Vec<_> = records.collect();
    newsroom.write("in/a.jsonl", lines(&records));
    let ran = newsroom.run(&["import", "jsonl", "in/a.jsonl"]);
    let told: Vec<_> = ran.stderr.lines().collect();
    assert_eq!(told.len(), 2, "{}", ran.stderr);
    for (line, told) in told.iter().enumerate() {
        let expected =
            format!("in/a.jsonl:{}: picture {}: its path leads out of the folder", line + 1, sources[line]);
        assert!(told.starts_with(&expected), "{told}");
    }
    let video = json!({"videos": [{"title": "x", "src": "linked.gif"}], "id": "9"});
    newsroom.write("in/b.jsonl", lines(&[with(article("9"), video)]));
    let ran = newsroom.run(&["import", "jsonl", "in/b.jsonl"]);
    assert!(ran.stderr.contains("video linked.gif: its path leads out of the folder"), "{}", ran.stderr);
}
