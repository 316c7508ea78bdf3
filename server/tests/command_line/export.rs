//! `warta export`: an export makes the same newsroom.

use serde_json::json;

use crate::newsroom::{Newsroom, PIXEL, article, text, with};
use crate::videos::MP4;

fn records() -> Vec<serde_json::Value> {
    let full = json!({
        "summary": "Ringkasan “berkutip”.", "updated_at": "2024-06-20T00:00:00.123Z", "edition": "majalah", "cover_story": true,
        "section": "Dunia", "tags": ["Korea Utara", "Rusia"], "reporters": ["A. B.", "C"], "editors": ["D"], "agency": "E",
        "place": "Jakarta", "image": {"src": "p.gif", "alt": "alt", "caption": "cap", "credit": "cred"}, "editor_pick": "2",
        "videos": [{"title": "V", "src": "v.mp4", "poster": null, "captions": null}], "language": "en", "body": null,
        "body_html": "<p>Isi <b>tebal</b> &amp; lain.</p><figure><img src=\"p.gif\" alt=\"x\"></figure><iframe src=\"https://example.com/v\"></iframe>\
                      <aside><h2>a</h2><p>b</p></aside><p>c<sup><a href=\"#n\">1</a></sup>, d<sup><a href=\"#n\">1</a></sup></p>\
                      <p>Baca juga: <a href=\"/x\">e</a></p><div class=\"gallery\"><img src=\"p.gif\" alt=\"f\"><img src=\"p.gif\" alt=\"g\"></div>\
                      <ol><li id=\"n\">h</li></ol>",
    });
    let origin = json!({"image": {"src": "https://example.com/a.jpg"}});
    vec![
        with(article("1"), full),
        with(article("2"), origin),
        with(article("3"), json!({"published_at": "2031-01-01T00:00:00Z"})),
    ]
}

/// Brings the whole of one newsroom into another and compares what each exports.
fn assert_travels(from: &Newsroom, to: &Newsroom) {
    from.write("p.gif", PIXEL);
    from.write("v.mp4", MP4);
    assert_eq!(from.import("a.jsonl", &records()).code, Some(0));
    let ran = from.run(&["export", "out/all.jsonl"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "exported 3 articles, 1 pictures, 1 videos\n"),
        "{}",
        ran.stderr
    );
    let file = from.path("out/all.jsonl");
    let ran = to.run(&["import", "jsonl", text(&file)]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "created 3, updated 0, unchanged 0, rejected 0\n"),
        "{}",
        ran.stderr
    );
    assert_eq!(to.run(&["export", "all.jsonl.gz"]).code, Some(0));
    assert_eq!(to.run(&["export", "all.jsonl"]).code, Some(0));
    let read = |path| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(file), read(to.path("all.jsonl")));
    let again = to.run(&["import", "jsonl", "all.jsonl.gz"]);
    assert_eq!(again.stdout, "created 0, updated 0, unchanged 3, rejected 0\n");
    assert_eq!(to.run(&["check"]).code, Some(0));
}

#[test]
fn an_export_makes_the_same_newsroom() {
    assert_travels(&Newsroom::new(), &Newsroom::new());
}

#[test]
fn a_newsroom_moves_from_sqlite_to_postgresql() {
    assert_travels(&Newsroom::new(), &Newsroom::on_postgres());
}

#[test]
fn an_export_that_fails_leaves_the_old_file() {
    let newsroom = Newsroom::new();
    newsroom.import("a.jsonl", &[article("1")]);
    newsroom.write("occupied", "x");
    let ran = newsroom.run(&["export", "occupied/out.jsonl"]);
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.stderr.trim().lines().count(), 1, "{}", ran.stderr);
}
