//! Life of `warta serve`, from its start to its stop.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, ChildStderr, Command};

use crate::kill::signal;
use crate::newsroom::{Newsroom, article};

/// Starts a server and returns its address when it is ready.
pub fn serve(newsroom: &Newsroom) -> (Child, BufReader<ChildStderr>, String) {
    serve_logging(newsroom, "info")
}

/// Starts a server with this log filter. If nobody reads the log, it has to stay small: a full pipe blocks the writer.
pub fn serve_logging(newsroom: &Newsroom, log: &str) -> (Child, BufReader<ChildStderr>, String) {
    start(newsroom.command(&["serve"]).env("WARTA__SERVER__LOG", log))
}

/// Starts the prepared command and returns the server's address when it is ready.
pub fn start(command: &mut Command) -> (Child, BufReader<ChildStderr>, String) {
    start_until(command, "")
}

/// Starts the prepared command, and waits until the log contains the text.
pub fn start_until(command: &mut Command, said: &str) -> (Child, BufReader<ChildStderr>, String) {
    // The files that cargo-leptos builds are not needed: the page for an unknown address is enough.
    let mut child = command
        .env("WARTA__SERVER__LISTEN", "127.0.0.1:0")
        .env("WARTA__SERVER__STOP_NOTICE_SECONDS", "0")
        .spawn()
        .unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let (mut address, mut is_said) = (None, said.is_empty());
    let address = loop {
        let mut line = String::new();
        assert!(stderr.read_line(&mut line).unwrap() > 0, "ended before it served");
        is_said |= line.contains(said);
        if let Some((_, served)) = line.trim().split_once("is served at http://") {
            address = Some(served.to_owned());
        }
        if let (Some(address), true) = (&address, is_said) {
            break address.clone();
        }
    };
    (child, stderr, address)
}

/// Local address that is not in use.
pub fn free_address() -> String {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

/// Sends a form with this cookie, and returns the bytes that the server sends until it closes the connection.
pub fn post_with(cookie: &str, address: &str, path: &str, body: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    let head =
        "accept: text/html\r\nsec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded";
    let length = body.len();
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncookie: {cookie}\r\n{head}\r\ncontent-length: {length}\r\n\r\n{body}"
    )?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// Sends a form without a cookie.
pub fn post(address: &str, path: &str, body: &str) -> String {
    post_with("", address, path, body).unwrap()
}

/// Requests a page with this cookie.
pub fn get(cookie: &str, address: &str, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\naccept: text/html\r\ncookie: {cookie}\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn it_serves_what_was_imported_and_stops_cleanly() {
    let newsroom = Newsroom::new();
    newsroom.import("a.jsonl", &[article("1")]);
    for name in ["TERM", "INT"] {
        let (child, mut log, address) = serve(&newsroom);
        assert!(get("", &address, "/readyz").contains("200 OK"));
        assert!(get("", &address, "/read/1/judul-1?email=orang@example.com").contains("Judul 1"));
        // An idle connection of a reader does not delay the end of the program.
        let _resting = TcpStream::connect(&address).unwrap();
        signal(&child, name);
        let mut rest = String::new();
        log.read_to_string(&mut rest).unwrap();
        let ended = child.wait_with_output().unwrap();
        assert_eq!(ended.status.code(), Some(0), "{rest}");
        assert!(rest.contains("path=\"/read/1/judul-1\"") && rest.contains("status=200"), "{rest}");
        assert!(!rest.contains("orang@example.com"), "a query is nobody's business: {rest}");
        assert!(!rest.contains('\u{1b}'), "no colours where no terminal is: {rest}");
    }
}

#[test]
fn articles_that_arrive_while_it_serves_are_seen() {
    let newsroom = Newsroom::new();
    newsroom.import("a.jsonl", &[article("1")]);
    let (mut child, _log, address) = serve(&newsroom);
    assert_eq!(newsroom.import("b.jsonl", &[article("2")]).code, Some(0));
    assert!(get("", &address, "/read/2/judul-2").contains("200 OK"));
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn an_address_in_use_is_said_in_one_line() {
    let newsroom = Newsroom::new();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let child = newsroom.command(&["serve"]).env("WARTA__SERVER__LISTEN", &address).spawn().unwrap();
    let ran = crate::newsroom::ended(child);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains(&address) && ran.stderr.trim().lines().count() == 1, "{}", ran.stderr);
}
