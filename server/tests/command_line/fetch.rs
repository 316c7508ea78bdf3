//! `--fetch-pictures`: nothing is fetched unless asked for, and then once.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use crate::newsroom::{Newsroom, PIXEL, article, with};

/// A server of pictures that counts what it is asked for.
fn pictures() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
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
            let (status, body) = match first.split(' ').nth(1).unwrap_or_default() {
                "/a.gif" => ("200 OK", PIXEL.to_vec()),
                "/page" => ("200 OK", b"<html></html>".to_vec()),
                "/big.gif" => ("200 OK", vec![b'x'; 2_000_000]),
                _ => ("404 Not Found", vec![]),
            };
            let head =
                format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
            // Whoever has read enough hangs up.
            let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
        }
    });
    (address, count)
}

#[test]
fn a_picture_is_fetched_when_asked_for_and_then_found_again() {
    let (address, asked) = pictures();
    let newsroom = Newsroom::new();
    let records = [with(article("1"), json!({"image": {"src": format!("{address}/a.gif"), "alt": "x"}}))];
    assert_eq!(newsroom.import("a.jsonl", &records).code, Some(0));
    assert_eq!(asked.load(Ordering::SeqCst), 0, "nobody asked for it");
    let fetch = ["import", "jsonl", "--fetch-pictures", "a.jsonl"];
    assert_eq!(newsroom.run(&fetch).stdout, "created 0, updated 1, unchanged 0, rejected 0\n");
    assert_eq!(newsroom.run(&fetch).stdout, "created 0, updated 0, unchanged 1, rejected 0\n");
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
        crate::newsroom::lines(&[
            record("1", format!("{address}/page")),
            record("2", format!("{address}/missing.gif")),
            record("3", format!("{address}/big.gif")),
            record("4", closed),
        ]),
    );
    let mut command = newsroom.command(&["import", "jsonl", "--fetch-pictures", "a.jsonl"]);
    let ran =
        crate::newsroom::ended(command.env("WARTA__PICTURES__LARGEST_BYTES", "1000000").spawn().unwrap());
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
