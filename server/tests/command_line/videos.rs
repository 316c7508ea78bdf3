//! Videos: taken over as they are, known by their bytes, and left out where they cannot be had.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::newsroom::{Newsroom, PIXEL, article, text, with};

/// The head of an MP4, and something behind it.
pub const MP4: &[u8] = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41\0\0\0\x0cmdatisi!";
const WEBM: &[u8] = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm\x42\x87\x81\x02";
const CAPTIONS: &str = "WEBVTT\n\n00:00.000 --> 00:02.000\n(Tanpa suara)\n";

fn watched(id: &str, videos: &Value) -> Value {
    with(article(id), json!({"videos": videos}))
}

fn clip(src: &str) -> Value {
    json!([{"title": format!("Video {src}"), "src": src}])
}

/// The files of the store's videos, by their endings.
fn kept(newsroom: &Newsroom) -> Vec<(String, PathBuf)> {
    let Ok(files) = std::fs::read_dir(newsroom.path("data/pictures/videos")) else { return Vec::new() };
    let mut kept: Vec<_> = files
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.extension().unwrap().to_str().unwrap().to_owned(), path))
        .collect();
    kept.sort();
    kept
}

fn endings(newsroom: &Newsroom) -> Vec<String> {
    kept(newsroom).into_iter().map(|(ending, _)| ending).collect()
}

fn newsroom() -> (Newsroom, Value) {
    let newsroom = Newsroom::new();
    newsroom.write("v/satu.bin", MP4);
    newsroom.write("v/satu.vtt", CAPTIONS);
    newsroom.write("v/dua.mp4", WEBM);
    newsroom.write("p.gif", PIXEL);
    let videos = json!([
        {"title": "Satu", "src": "v/satu.bin", "poster": "p.gif", "captions": "v/satu.vtt"},
        {"title": "Dua", "src": "v/dua.mp4"},
        {"title": "Tiga", "src": "https://video.example.com/3?a=1&b=2", "poster": "https://video.example.com/3.jpg"},
    ]);
    (newsroom, watched("1", &videos))
}

#[test]
fn videos_travel_with_their_articles() {
    let (from, record) = newsroom();
    let ran = from.import("a.jsonl", std::slice::from_ref(&record));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(endings(&from), ["mp4", "vtt", "webm"], "by their bytes, not by their names");
    let again = from.import("a.jsonl", &[record]);
    assert_eq!(again.stdout, "created 0, updated 0, unchanged 1, rejected 0\n");
    let ran = from.run(&["export", "out/all.jsonl"]);
    assert_eq!(ran.stdout, "exported 1 articles, 1 pictures, 2 videos\n", "{}", ran.stderr);
    assert_eq!(std::fs::read_dir(from.path("out/videos")).unwrap().count(), 3);
    let to = Newsroom::new();
    let file = from.path("out/all.jsonl");
    let ran = to.run(&["import", "jsonl", text(&file)]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{}", ran.stdout);
    assert_eq!(to.run(&["export", "all.jsonl"]).code, Some(0));
    let read = |path| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(file), read(to.path("all.jsonl")));
    assert_eq!(
        to.run(&["import", "jsonl", "all.jsonl"]).stdout,
        "created 0, updated 0, unchanged 1, rejected 0\n"
    );
    for ((_, one), (_, other)) in kept(&from).into_iter().zip(kept(&to)) {
        assert_eq!(std::fs::read(one).unwrap(), std::fs::read(other).unwrap());
    }
    assert_eq!(to.run(&["check"]).code, Some(0));
}

#[test]
fn other_bytes_make_another_record() {
    let (newsroom, record) = newsroom();
    newsroom.import("a.jsonl", std::slice::from_ref(&record));
    for (name, bytes) in [
        ("v/satu.bin", [MP4, b"lain"].concat()),
        ("v/satu.vtt", [CAPTIONS.as_bytes(), b"\n"].concat()),
        ("p.gif", [PIXEL, b"\0"].concat()),
    ] {
        newsroom.write(name, bytes);
        let ran = newsroom.import("a.jsonl", std::slice::from_ref(&record));
        assert_eq!(ran.stdout, "created 0, updated 1, unchanged 0, rejected 0\n", "{name}: {}", ran.stderr);
    }
}

#[test]
fn what_cannot_be_had_is_left_out_by_name() {
    let newsroom = Newsroom::new();
    newsroom.write("halaman.mp4", "<html><script>alert(1)</script></html>");
    newsroom.write("gambar.mp4", PIXEL);
    newsroom.write("foto.mp4", b"\0\0\0\x20ftypavif\0\0\0\0avifmif1miafiso8\0\0\0\0");
    newsroom.write("kosong.mp4", "");
    newsroom.write("folder.mp4/x", "x");
    let huge = std::fs::File::create(newsroom.path("besar.mp4")).unwrap();
    // Takes no room on the disk.
    huge.set_len(200_000_001).unwrap();
    let sources = [
        ("halaman.mp4", "it is no MP4 or WebM"),
        ("gambar.mp4", "it is no MP4 or WebM"),
        ("foto.mp4", "it is no MP4 or WebM"),
        ("kosong.mp4", "it is no MP4 or WebM"),
        ("folder.mp4", "it is no file"),
        ("besar.mp4", "200000001 bytes are more than videos.largest_bytes allows"),
        ("tidak-ada.mp4", "No such file"),
        ("../luar.mp4", "its path leads out of the folder"),
        ("/etc/passwd", "its path leads out of the folder"),
        ("http://video.example.com/1", "others' videos have an https address"),
        ("javascript:alert(1)", "others' videos have an https address"),
        ("data:text/html,x", "others' videos have an https address"),
        ("https://a:b@video.example.com/1", "others' videos have an https address"),
        ("//video.example.com/1", "its path leads out of the folder"),
    ];
    let records: Vec<_> =
        (0..).zip(sources).map(|(id, (src, _)): (u32, _)| watched(&id.to_string(), &clip(src))).collect();
    let ran = newsroom.import("a.jsonl", &records);
    assert_eq!(ran.stdout, "created 14, updated 0, unchanged 0, rejected 0\n");
    for (number, (src, reason)) in (1..).zip(sources) {
        let told = format!("a.jsonl:{number}: video {src}: {reason}");
        let line = ran.stderr.lines().find(|line| line.starts_with(&told));
        assert!(line.is_some_and(|line| line.ends_with("; imported without it")), "{told}\n{}", ran.stderr);
    }
    assert!(kept(&newsroom).is_empty(), "nothing of them is kept");
    assert_eq!(newsroom.run(&["check"]).code, Some(0), "the articles are there without videos");
}

#[test]
fn a_video_is_worth_more_than_its_poster_and_its_captions() {
    let newsroom = Newsroom::new();
    newsroom.write("v.mp4", MP4);
    newsroom.write("subrip.vtt", "1\n00:00:00,000 --> 00:00:01,000\nKata\n");
    newsroom.write("latin.vtt", b"WEBVTT\n\n\xe9");
    newsroom.write("besar.vtt", "WEBVTT\n".repeat(200_000));
    let own =
        |captions: &str| json!([{"title": "V", "src": "v.mp4", "poster": "x.jpg", "captions": captions}]);
    let others = json!([{"title": "V", "src": "https://video.example.com/1", "captions": "subrip.vtt"}]);
    let records = [
        watched("1", &own("subrip.vtt")),
        watched("2", &own("latin.vtt")),
        watched("3", &own("besar.vtt")),
        watched("4", &own("https://video.example.com/1.vtt")),
        watched("5", &others),
        watched(
            "6",
            &json!([{"src": "v.mp4"}, {"title": "V"}, {"title": " ", "src": "v.mp4", "codec": "x"}]),
        ),
    ];
    let ran = newsroom.import("a.jsonl", &records);
    assert_eq!(ran.stdout, "created 6, updated 0, unchanged 0, rejected 0\n", "{}", ran.stderr);
    for told in [
        "a.jsonl:1: picture x.jpg: No such file or directory (os error 2); imported without it",
        "a.jsonl:1: captions subrip.vtt: it is no WebVTT in UTF-8; imported without them",
        "a.jsonl:2: captions latin.vtt: it is no WebVTT in UTF-8; imported without them",
        "a.jsonl:3: captions besar.vtt: 1400000 bytes are more than the megabyte that captions may have; imported without them",
        "a.jsonl:4: captions https://video.example.com/1.vtt: they have to lie beside the file; imported without them",
        "a.jsonl:5: captions subrip.vtt: others show those of their videos themselves; imported without them",
        "a.jsonl:6: video 1: it has no title; imported without it",
        "a.jsonl:6: video 2: it has no src; imported without it",
        "a.jsonl:6: video 3: it has no title; imported without it",
        "keys that no record has were kept out: videos.2.codec",
    ] {
        assert!(ran.stderr.lines().any(|line| line == told), "{told}\n{}", ran.stderr);
    }
    assert_eq!(endings(&newsroom), ["mp4"]);
    let ran = newsroom.import("b.jsonl", &[watched("7", &json!([{"title": "a\0b", "src": "v.mp4"}]))]);
    assert_eq!(ran.code, Some(2));
    assert!(newsroom.rejected("b.jsonl")[0].to_string().contains("videos.title holds a NUL character"));
    let ran = newsroom.import("c.jsonl", &[watched("8", &json!([{"title": "V", "src": "v\0.mp4"}]))]);
    assert_eq!(ran.code, Some(2));
}

#[test]
fn a_missing_and_a_damaged_video_are_named_and_mended() {
    let (newsroom, record) = newsroom();
    newsroom.import("a.jsonl", std::slice::from_ref(&record));
    let (_, first) = kept(&newsroom).remove(0);
    std::fs::write(&first, "rusak").unwrap();
    let ran = newsroom.run(&["check"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("article 1 has a damaged video"), "{}", ran.stderr);
    std::fs::remove_dir_all(newsroom.path("data/pictures")).unwrap();
    let ran = newsroom.run(&["check"]);
    for ending in ["mp4", "vtt", "webm"] {
        let told = format!(".{ending}: import its record again");
        assert!(
            ran.stderr.contains("article 1 has no video") && ran.stderr.contains(&told),
            "{}",
            ran.stderr
        );
    }
    assert!(ran.stderr.contains("article 1 has no picture"), "{}", ran.stderr);
    let ran = newsroom.run(&["export", "out/all.jsonl"]);
    assert_eq!(ran.code, Some(2), "what is missing is told");
    let again = newsroom.import("a.jsonl", &[record]);
    assert_eq!(again.stdout, "created 0, updated 0, unchanged 1, rejected 0\n");
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
}
