//! `warta import jsonl`: what it takes, what it names, what it keeps.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

use crate::newsroom::{Newsroom, PIXEL, article, ended, lines, with};

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn the_same_record_again_changes_nothing_and_a_changed_one_updates() {
    let newsroom = Newsroom::new();
    let first = newsroom.import("a.jsonl", &[article("1"), article("2")]);
    assert_eq!(
        (first.code, first.stdout.as_str()),
        (Some(0), "created 2, updated 0, unchanged 0, rejected 0\n"),
        "{first:?}"
    );
    let changed = with(article("2"), json!({"title": "Judul baru"}));
    let again = newsroom.import("a.jsonl", &[article("1"), changed, article("3")]);
    assert_eq!(
        (again.code, again.stdout.as_str()),
        (Some(0), "created 1, updated 1, unchanged 1, rejected 0\n")
    );
}

#[test]
fn spelling_makes_no_change() {
    let newsroom = Newsroom::new();
    newsroom.import("a.jsonl", &[article("1")]);
    let respelled = "  {\"body\":\"Isi.\\n\\nLagi.\", \"published_at\" : \"2024-06-19T12:00:00+07:00\",\"title\":\"Judul \\u0031\",\"id\":1,\"summary\":null}\r\n";
    newsroom.write("b.jsonl", respelled);
    assert_eq!(
        newsroom.run(&["import", "jsonl", "b.jsonl"]).stdout,
        "created 0, updated 0, unchanged 1, rejected 0\n"
    );
}

#[test]
fn packed_files_and_the_standard_input_are_read_like_files() {
    let newsroom = Newsroom::new();
    newsroom.write("a.jsonl.gz", packed(lines(&[article("1")]).as_bytes()));
    newsroom.write("b.jsonl", lines(&[article("2")]));
    let both = newsroom.run(&["import", "jsonl", "a.jsonl.gz", "b.jsonl"]);
    assert_eq!(
        (both.code, both.stdout.as_str()),
        (Some(0), "created 2, updated 0, unchanged 0, rejected 0\n")
    );
    let mut child =
        newsroom.command(&["import", "jsonl", "-"]).stdin(std::process::Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines(&[article("2"), article("3")]).as_bytes()).unwrap();
    assert_eq!(ended(child).stdout, "created 1, updated 0, unchanged 1, rejected 0\n");
}

#[test]
fn each_bad_record_is_named_and_nothing_else_is_lost() {
    let newsroom = Newsroom::new();
    let bad = [
        ("\u{0}", "not JSON"),
        ("{\"id\":\"a\"", "not JSON"),
        ("[]", "not an article record"),
        ("\"x\"", "not an article record"),
        ("{}", "id is missing"),
        ("{\"id\":\" \"}", "id is missing"),
        ("{\"id\":\"a b\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body\":\"x\"}", "id `a b`"),
        ("{\"id\":\"a\",\"published_at\":\"2024-06-19\",\"body\":\"x\"}", "title is missing"),
        ("{\"id\":\"a\",\"title\":\"x\",\"body\":\"x\"}", "published_at is missing"),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"19 Juni\",\"body\":\"x\"}",
            "published_at is no date: `19 Juni`",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-02-30\",\"body\":\"x\"}",
            "published_at is no date",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":1718800000,\"body\":\"x\"}",
            "not an article record",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\"}",
            "body_html (or body_markdown, or body) is missing",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body\":\"x\",\"body_html\":\"x\"}",
            "more than one",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body_html\":\"<script>x</script>\"}",
            "nothing of it may be shown",
        ),
        ("{\"id\":\"a\",\"title\":\"x\\u0000\",\"published_at\":\"2024-06-19\",\"body\":\"x\"}", "NUL"),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body\":\"x\",\"edition\":\"sore\"}",
            "edition is `sore`",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body\":\"x\",\"language\":\"fr\"}",
            "language is `fr`",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body\":\"x\",\"tags\":[\"!\"]}",
            "tags: `!`",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body\":\"x\",\"corrections\":[{\"kind\":\"salah\"}]}",
            "correction 1: kind is `salah`, not one of ralat, koreksi, hak_jawab, pencabutan",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body\":\"x\",\"corrections\":[\
             {\"kind\":\"ralat\",\"noted_at\":\"2024-06-20\",\"text\":\"y\"},{\"kind\":\"ralat\",\"noted_at\":\"2024-06-20\",\"text\":\"z\"}]}",
            "two corrections have the same noted_at",
        ),
        (
            "{\"id\":\"a\",\"title\":\"x\",\"published_at\":\"2024-06-19\",\"body\":\"x\",\"tags\":\"x\"}",
            "not an article record",
        ),
    ];
    let mut bytes = Vec::new();
    for (number, (line, _)) in bad.iter().enumerate() {
        bytes.extend_from_slice(format!("{}\n{line}\n", article(&number.to_string())).as_bytes());
    }
    bytes.extend_from_slice(b"{\"id\":\"\xff\"}\n");
    bytes.extend_from_slice(format!("{}\n", article("last")).as_bytes());
    newsroom.write("a.jsonl", bytes);
    let ran = newsroom.run(&["import", "jsonl", "a.jsonl"]);
    let (good, wrong) = (bad.len() + 1, bad.len() + 1);
    assert_eq!(
        ran.stdout,
        format!("created {good}, updated 0, unchanged 0, rejected {wrong}\n"),
        "{}",
        ran.stderr
    );
    assert_eq!(ran.code, Some(2));
    let mut rejected = newsroom.rejected("a.jsonl");
    assert_eq!(rejected.len(), wrong);
    // What only the sanitiser finds out comes later.
    rejected.sort_by_key(|rejection| rejection["line"].as_u64());
    for (number, (line, reason)) in bad.iter().enumerate() {
        assert_eq!(rejected[number]["line"], 2 * number + 2, "{line}");
        let told = rejected[number]["reason"].as_str().unwrap();
        assert!(told.contains(reason), "{line}: {told}");
    }
    let not_utf8 = rejected.last().unwrap()["reason"].as_str().unwrap();
    assert_eq!(not_utf8, "not UTF-8 at byte 8 of the line");
    assert!(ran.stderr.contains("a.jsonl:2: not JSON"), "{}", ran.stderr);
}

#[test]
fn an_endless_line_is_rejected_without_being_kept() {
    let newsroom = Newsroom::new();
    let mut bytes = lines(&[article("1")]).into_bytes();
    bytes.extend_from_slice(b"{\"id\":\"x\",\"body\":\"");
    bytes.resize(50_000_000, b'a');
    bytes.extend_from_slice(b"\"}\n");
    bytes.extend_from_slice(lines(&[article("2")]).as_bytes());
    newsroom.write("a.jsonl", bytes);
    let ran = newsroom.run(&["import", "jsonl", "a.jsonl"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(2), "created 2, updated 0, unchanged 0, rejected 1\n"),
        "{}",
        ran.stderr
    );
    let rejected = newsroom.rejected("a.jsonl");
    assert_eq!(rejected[0]["line"], 2);
    assert!(rejected[0]["reason"].as_str().unwrap().contains("more than 8388608"), "{rejected:?}");
}

#[test]
fn an_id_that_stood_before_is_rejected_and_the_first_one_stays() {
    let newsroom = Newsroom::new();
    let mut records: Vec<_> = (0..1200).map(|number| article(&number.to_string())).collect();
    records.push(with(article("7"), json!({"title": "Lain"})));
    let ran = newsroom.import("a.jsonl", &records);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(2), "created 1200, updated 0, unchanged 0, rejected 1\n")
    );
    assert_eq!(newsroom.rejected("a.jsonl")[0]["reason"], "id 7 stands on line 8 already");
    newsroom.run(&["export", "out.jsonl"]);
    assert!(!std::fs::read_to_string(newsroom.path("out.jsonl")).unwrap().contains("Lain"));
}

#[test]
fn a_file_of_another_kind_is_refused_in_one_line() {
    let newsroom = Newsroom::new();
    newsroom.write("a.jsonl.gz", b"PK\x03\x04rest of a zip");
    std::fs::create_dir(newsroom.path("folder")).unwrap();
    for (name, reason) in
        [("a.jsonl.gz", "zip"), ("missing.jsonl", "missing.jsonl"), ("folder", "it is a folder")]
    {
        let ran = newsroom.run(&["import", "jsonl", name]);
        assert_eq!(ran.code, Some(1), "{name}");
        assert!(ran.stderr.contains(reason) && ran.stderr.trim().lines().count() == 1, "{}", ran.stderr);
    }
}

#[test]
fn a_packed_file_that_breaks_off_gives_what_came_before() {
    let newsroom = Newsroom::new();
    let records: Vec<_> =
        (0..2000).map(|number| article(&format!("{number}-{}", number * 7919 % 1009))).collect();
    let mut bytes = packed(lines(&records).as_bytes());
    bytes.truncate(bytes.len() / 2);
    newsroom.write("a.jsonl.gz", bytes);
    let ran = newsroom.run(&["import", "jsonl", "a.jsonl.gz"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stdout.ends_with("rejected 1\n") && !ran.stdout.contains("created 0"), "{}", ran.stdout);
    assert!(ran.stderr.contains("from here on the file cannot be read"), "{}", ran.stderr);
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
}

#[test]
fn keys_that_no_record_has_are_named_once() {
    let newsroom = Newsroom::new();
    let strange = |id| with(article(id), json!({"url": "x", "image": {"src": null, "width": 3}}));
    let ran = newsroom.import("a.jsonl", &[strange("1"), strange("2")]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stderr.contains("kept out: image.width, url"), "{}", ran.stderr);
    assert_eq!(ran.stderr.matches("url").count(), 1);
}

#[test]
fn a_picture_that_cannot_be_had_is_told_and_a_mended_one_updates() {
    let newsroom = Newsroom::new();
    newsroom.write("script.jpg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    newsroom.write("bomb.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x75\x30\0\0\x75\x30\x08\x02\0\0\0");
    let record = |id: &str, src: &str| with(article(id), json!({"image": {"src": src, "alt": "Gambar"}}));
    let sources = ["missing.jpg", "script.jpg", "bomb.png", "../warta.db", "/etc/hostname", "."];
    let records: Vec<_> = sources.iter().enumerate().map(|(id, src)| record(&id.to_string(), src)).collect();
    let ran = newsroom.import("a.jsonl", &records);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "created 6, updated 0, unchanged 0, rejected 0\n"),
        "{}",
        ran.stderr
    );
    for (number, src) in sources.iter().enumerate() {
        assert!(
            ran.stderr.contains(&format!("a.jsonl:{}: picture {src}: ", number + 1)),
            "{src}: {}",
            ran.stderr
        );
    }
    assert!(
        ran.stderr.contains("30000 x 30000 pixels are more than")
            && ran.stderr.contains("leads out of the folder")
    );
    newsroom.write("missing.jpg", PIXEL);
    let mended = newsroom.import("a.jsonl", &records);
    assert_eq!(mended.stdout, "created 0, updated 1, unchanged 5, rejected 0\n");
    assert_eq!(std::fs::read_dir(newsroom.path("data/pictures/originals")).unwrap().count(), 1);
}
