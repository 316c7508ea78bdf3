//! Pipes that somebody closes early, as `head` does.

use std::net::TcpStream;
use std::process::Stdio;
use std::time::Duration;

use serde_json::json;

use crate::kill::signal;
use crate::newsroom::{Newsroom, article, ended, with};
use crate::serve::{free_address, get};

/// The end of a pipe on whose other side nobody is any more.
fn closed() -> Stdio {
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    writer.into()
}

#[test]
fn every_command_does_its_work_when_nobody_reads_what_it_says() {
    let newsroom = Newsroom::new();
    let email = "sari@example.com";
    newsroom.write("good.jsonl", format!("{}\n", article("1")));
    newsroom.write("bad.jsonl", format!("{}\n{{}}\n", with(article("2"), json!({"x": 1}))));
    newsroom.write("ads.jsonl", "{}\n");
    newsroom.write("rules.toml", "");
    for (arguments, code) in [
        (&["migrate"][..], 0),
        (&["import", "jsonl", "good.jsonl"], 0),
        (&["import", "jsonl", "bad.jsonl"], 2),
        (&["import", "ads", "ads.jsonl"], 2),
        (&["import", "sponsored", "ads.jsonl"], 2),
        (&["import", "jsonl", "none.jsonl"], 1),
        (&["export", "all.jsonl"], 0),
        (&["check"], 0),
        (&["explain", "--article", "1"], 0),
        (&["recommend", "explain", "--article", "1"], 0),
        (&["recommend", "eval", "related", "--data", "none"], 1),
        (&["quota", "simulate", "--rules", "rules.toml"], 0),
        (&["reader", "subscribe", email, "--until", "2090-12-31"], 0),
        (&["reader", "show", email], 0),
        (&["reader", "list"], 0),
        (&["reader", "activate", email], 1),
        (&["reader", "delete", email], 1),
        (&["--help"], 0),
        (&["none"], 1),
    ] {
        let ran = ended(newsroom.command(arguments).stdout(closed()).spawn().unwrap());
        assert_eq!(ran.code, Some(code), "{arguments:?}: {}", ran.stderr);
        assert!(!ran.stderr.contains("panicked"), "{arguments:?}: {}", ran.stderr);
        let ran = ended(newsroom.command(arguments).stdout(closed()).stderr(closed()).spawn().unwrap());
        assert_eq!(ran.code, Some(code), "{arguments:?}, without standard error");
    }
}

#[test]
fn what_is_lost_on_a_full_disk_is_said() {
    let newsroom = Newsroom::new();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let ran = ended(newsroom.command(&["migrate"]).stdout(full).spawn().unwrap());
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(
        ran.stderr.starts_with("warta: cannot write to standard output: No space left"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_server_whose_log_nobody_reads_goes_on_serving() {
    let newsroom = Newsroom::new();
    let address = free_address();
    let mut command = newsroom.command(&["serve"]);
    command.env("WARTA__SERVER__LISTEN", &address).env("WARTA__SERVER__STOP_NOTICE_SECONDS", "0");
    let mut child = command.stderr(closed()).spawn().unwrap();
    while TcpStream::connect(&address).is_err() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it served");
        std::thread::sleep(Duration::from_millis(20));
    }
    for _ in 0..3 {
        assert!(get("", &address, "/healthz").contains("200 OK"));
    }
    signal(&child, "TERM");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
