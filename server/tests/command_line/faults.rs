//! Full disks, damaged files and unreachable servers.

use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::json;

use crate::newsroom::{Newsroom, article, with};
use crate::serve::{free_address, get, post, start, start_until};

const TEXT: &str = "PERIHALNYA";

/// Newsroom with three articles. The second has a long text that is easy to find in the database file.
fn newsroom() -> Newsroom {
    let newsroom = Newsroom::new();
    let long = with(article("2"), json!({"body": format!("{TEXT} ").repeat(4_000)}));
    assert_eq!(newsroom.import("a.jsonl", &[article("1"), long, article("3")]).code, Some(0));
    newsroom
}

/// Modifies the bytes of the database file.
fn damage(newsroom: &Newsroom, change: impl FnOnce(&mut [u8])) {
    let path = newsroom.path("data/warta.db");
    let mut bytes = std::fs::read(&path).unwrap();
    change(&mut bytes);
    std::fs::write(path, bytes).unwrap();
}

/// Offsets of the text in these bytes.
fn places(bytes: &[u8]) -> Vec<usize> {
    let found = bytes.windows(TEXT.len()).enumerate().filter(|(_, window)| *window == TEXT.as_bytes());
    found.map(|(place, _)| place).collect()
}

/// Overwrites a page of the database file that contains only part of the text.
fn lose_a_page(bytes: &mut [u8]) {
    let page = bytes.chunks_mut(4096).find(|page| places(page).len() > 300).unwrap();
    page.fill(0x55);
}

/// Replaces the first character of each occurrence of the text with an invalid byte.
fn damage_a_character(bytes: &mut [u8]) {
    for place in places(bytes) {
        bytes[place] = 0xff;
    }
}

#[test]
fn an_article_that_cannot_be_read_is_named_and_no_other_suffers() {
    for change in [lose_a_page as fn(&mut [u8]), damage_a_character] {
        let newsroom = newsroom();
        damage(&newsroom, change);
        let check = newsroom.run(&["check"]);
        assert_eq!(check.code, Some(1), "{}", check.stderr);
        assert_eq!(check.stderr.matches("article 2 cannot be read: ").count(), 1, "{}", check.stderr);
        assert!(
            !check.stderr.contains("article 1 ") && !check.stderr.contains("article 3 "),
            "{}",
            check.stderr
        );

        let export = newsroom.run(&["export", "b.jsonl"]);
        assert_eq!(export.code, Some(2), "{}", export.stderr);
        assert!(export.stderr.contains("article 2 cannot be read: "), "{}", export.stderr);
        assert_eq!(std::fs::read_to_string(newsroom.path("b.jsonl")).unwrap().lines().count(), 2);

        let (mut child, _log, address) = start_until(
            newsroom.command(&["serve"]).env("WARTA__SERVER__LOG", "info"),
            "recommendations are ready articles=2",
        );
        assert!(get("", &address, "/read/1/judul-1").contains("Judul 1"));
        child.kill().unwrap();
        child.wait().unwrap();
    }
}

#[test]
fn what_the_database_finds_in_itself_is_said() {
    let newsroom = newsroom();
    damage(&newsroom, lose_a_page);
    let check = newsroom.run(&["check"]);
    assert!(check.stderr.contains("invalid page number"), "{}", check.stderr);
}

#[test]
fn a_database_server_that_is_not_there_is_named() {
    let newsroom = Newsroom::new();
    let address = free_address();
    let mut command = newsroom.command(&["serve"]);
    command.env("WARTA__DATABASE__URL", format!("postgres://warta:rahasia@{address}/warta"));
    let ran = crate::newsroom::ended(command.spawn().unwrap());
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains(&format!("refused at {address}")), "{}", ran.stderr);
    assert!(!ran.stderr.contains("rahasia") && ran.stderr.trim().lines().count() == 1, "{}", ran.stderr);
}

/// Simulates a full disk with a limit on the size of files: the database can be read, but cannot grow.
#[test]
fn a_full_disk_is_said_and_writing_goes_on_once_there_is_room() {
    let newsroom = newsroom();
    let mut command = Command::new("sh");
    // 32 KiB, which is enough for the files that SQLite needs when it opens the database.
    command.args(["-c", "trap '' XFSZ; ulimit -S -f 64; exec \"$0\" serve", env!("CARGO_BIN_EXE_warta")]);
    command.current_dir(newsroom.path("")).env_clear().env("WARTA__DATABASE__URL", newsroom.url());
    command.env("WARTA__SERVER__LOG", "off").stdin(Stdio::null()).stderr(Stdio::piped());
    let (child, _log, address) = start(&mut command);
    // Each try to sign in is counted, which writes a little.
    let try_once = || post(&address, "/masuk", "email=a%40example.com&password=bukan-itu-sandinya");
    let mut full = String::new();
    while !full.starts_with("HTTP/1.1 503") {
        full = try_once();
        assert!(!full.starts_with("HTTP/1.1 429"), "the disk should be full before that");
    }
    assert!(full.contains("retry-after: 5") && full.contains("belum kami proses"), "{full}");
    until(&address, "/readyz?store", "503", "takes no writes");
    assert!(get("", &address, "/readyz").contains("200 OK"));
    assert!(get("", &address, "/read/1/judul-1").contains("Judul 1"), "reading goes on");

    let pid = child.id().to_string();
    let raised =
        Command::new("prlimit").args(["--pid", &pid, "--fsize=unlimited:unlimited"]).status().unwrap();
    assert!(raised.success());
    until(&address, "/readyz?store", "200", "ready");
    let answer = try_once();
    assert!(!answer.starts_with("HTTP/1.1 50"), "{answer}");
    crate::kill::signal(&child, "TERM");
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
}

/// Requests the path until the response has this status and contains the words.
fn until(address: &str, path: &str, status: &str, words: &str) {
    loop {
        let answer = get("", address, path);
        if answer.starts_with(&format!("HTTP/1.1 {status}")) && answer.contains(words) {
            return;
        }
        sleep(Duration::from_millis(50));
    }
}
