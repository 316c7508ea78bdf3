//! `warta check` finds what is broken.

use serde_json::json;

use crate::newsroom::{Newsroom, PIXEL, article, with};

fn illustrated() -> Newsroom {
    let newsroom = Newsroom::new();
    newsroom.write("p.gif", PIXEL);
    let record = with(article("1"), json!({"image": {"src": "p.gif"}}));
    assert_eq!(newsroom.import("a.jsonl", &[record]).code, Some(0));
    newsroom
}

#[test]
fn a_whole_store_passes() {
    let ran = illustrated().run(&["check"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "checked 1 articles: all is well\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_missing_and_a_damaged_picture_are_named() {
    let newsroom = illustrated();
    let picture =
        std::fs::read_dir(newsroom.path("data/pictures/originals")).unwrap().next().unwrap().unwrap().path();
    std::fs::write(&picture, "damaged").unwrap();
    let ran = newsroom.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("article 1 has a damaged picture"), "{}", ran.stderr);
    std::fs::remove_file(&picture).unwrap();
    let ran = newsroom.run(&["check"]);
    assert!(ran.stderr.contains("article 1 has no picture"), "{}", ran.stderr);
}

#[test]
fn a_damaged_database_does_not_pass() {
    let newsroom = illustrated();
    let path = newsroom.path("data/warta.db");
    let mut bytes = std::fs::read(&path).unwrap();
    // Behind the first page, which holds the schema.
    bytes[4096..].fill(0x55);
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(newsroom.run(&["check"]).code, Some(1));
    newsroom.write("data/warta.db", "this is no database, whatever its name says");
    let ran = newsroom.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.stderr.trim().lines().count(), 1, "{}", ran.stderr);
}

#[test]
fn a_store_without_a_schema_does_not_pass() {
    let newsroom = Newsroom::new();
    let ran = newsroom.run(&["check"]);
    assert_eq!(ran.code, Some(1), "{}", ran.stdout);
    assert_eq!(ran.stderr.trim().lines().count(), 1, "{}", ran.stderr);
}
