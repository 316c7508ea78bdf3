//! `warta import ads`.

use crate::newsroom::Newsroom;

const GOOD: &str = r#"{"id":"a","advertiser":"Toko","slots":["middle"],"starts_at":"2026-01-01","ends_at":"2026-02-01","title":"T","action":"Lihat","href":"/koran"}"#;

#[test]
fn ads_are_made_changed_and_left_and_bad_ones_are_named() {
    let newsroom = Newsroom::new();
    let run = || newsroom.run(&["import", "ads", "ads.jsonl"]);
    newsroom.write("ads.jsonl", format!("{GOOD}\n\n{}\n", GOOD.replace("\"a\"", "\"b\"")));
    let ran = run();
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), "created 2, updated 0, unchanged 0, rejected 0\n"));
    let lines = [
        GOOD.to_owned(),
        GOOD.replace("\"a\"", "\"b\"").replace("\"T\"", "\"U\""),
        GOOD.replace("/koran", "javascript:x"),
        GOOD.to_owned(),
        "{".to_owned(),
    ];
    newsroom.write("ads.jsonl", lines.join("\n"));
    let ran = run();
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), "created 0, updated 1, unchanged 1, rejected 3\n"));
    for told in ["ads.jsonl:3: href `javascript:x`", "ads.jsonl:4: id a stands on", "ads.jsonl:5: not JSON"] {
        assert!(ran.stderr.contains(told), "{told}: {}", ran.stderr);
    }
    assert_eq!(newsroom.rejected("ads.jsonl").len(), 3);
    let ran = newsroom.run(&["import", "ads", "tidak-ada.jsonl"]);
    assert!(ran.code == Some(1) && ran.stderr.contains("tidak-ada.jsonl"), "{ran:?}");
}
