//! An import that is killed or interrupted at any moment.

use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

use crate::newsroom::{Newsroom, article, ended, lines};

const ARTICLES: usize = 12_000;

fn big_file(newsroom: &Newsroom) {
    let records: Vec<_> = (0..ARTICLES).map(|number| article(&number.to_string())).collect();
    newsroom.write("a.jsonl", lines(&records));
}

/// The number behind a word of the summary.
fn number(summary: &str, word: &str) -> usize {
    let rest = summary.split(word).nth(1).unwrap().trim_start();
    rest.split(|sign: char| !sign.is_ascii_digit()).next().unwrap().parse().unwrap()
}

fn assert_completes(newsroom: &Newsroom) {
    let check = newsroom.run(&["check"]);
    assert_eq!(check.code, Some(0), "{}", check.stderr);
    let kept = number(&check.stdout, "checked");
    let rerun = newsroom.run(&["import", "jsonl", "a.jsonl"]);
    assert_eq!(rerun.code, Some(0), "{}", rerun.stderr);
    assert_eq!(number(&rerun.stdout, "unchanged"), kept, "what was saved is not saved again");
    assert_eq!(number(&rerun.stdout, "created") + kept, ARTICLES);
    assert_eq!(newsroom.run(&["check"]).stdout, format!("checked {ARTICLES} articles: all is well\n"));
}

#[test]
fn a_killed_import_leaves_a_sound_store_and_a_rerun_completes_it() {
    // At whatever moments these turn out to be: before the schema, within a batch, after the end.
    for milliseconds in [1, 20, 60, 150, 300, 600] {
        let newsroom = Newsroom::new();
        big_file(&newsroom);
        let mut child = newsroom.command(&["import", "jsonl", "a.jsonl"]).spawn().unwrap();
        sleep(Duration::from_millis(milliseconds));
        child.kill().unwrap();
        child.wait().unwrap();
        // Before the schema there is nothing to check: `migrate` must be able to go on from there.
        let migrated = newsroom.run(&["migrate"]);
        assert_eq!(migrated.code, Some(0), "{}", migrated.stderr);
        assert_completes(&newsroom);
    }
}

#[test]
fn an_interrupted_import_saves_what_it_has_in_hand_and_says_so() {
    let newsroom = Newsroom::new();
    big_file(&newsroom);
    let mut child = newsroom.command(&["import", "jsonl", "a.jsonl"]).spawn().unwrap();
    // More than the schema needs: the first articles are being saved, and signals are listened to.
    let log = newsroom.path("data/warta.db-wal");
    while child.try_wait().unwrap().is_none() && !log.metadata().is_ok_and(|log| log.len() >= 1_000_000) {
        sleep(Duration::from_millis(5));
    }
    if child.try_wait().unwrap().is_none() {
        signal(&child, "INT");
    }
    let ran = ended(child);
    // It may have come to its end just before.
    let (created, stopped) =
        (number(&ran.stdout, "created"), ran.stderr.contains("the same command goes on"));
    assert_eq!(ran.code, Some(i32::from(stopped)), "{ran:?}");
    assert_eq!(stopped, created < ARTICLES, "{ran:?}");
    assert_completes(&newsroom);
}

/// Sends a signal by its name.
pub fn signal(child: &Child, name: &str) {
    let kill = Command::new("sh").args(["-c", &format!("kill -{name} {}", child.id())]).status().unwrap();
    assert!(kill.success());
}
