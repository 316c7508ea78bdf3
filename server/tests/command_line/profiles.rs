//! `warta import profiles`, and their way through an export.

use crate::newsroom::{Newsroom, PIXEL, article, text};

const GOOD: &str = r#"{"kind":"person","name":"Sita","role":"Redaktur","about_markdown":"Menulis *pelan*. <script>x</script>","contact":"sita@example.com","portrait":{"src":"p.gif","alt":"Wajah"}}"#;
const TOPIC: &str = r#"{"kind":"topic","name":"Korea Utara","about":"Satu.\n\nDua.","language":"en"}"#;

#[test]
fn profiles_are_made_changed_and_left_and_bad_ones_are_named() {
    let newsroom = Newsroom::new();
    newsroom.write("p.gif", PIXEL);
    let run = || newsroom.run(&["import", "profiles", "a.jsonl", "b.jsonl"]);
    newsroom.write("a.jsonl", format!("{GOOD}\n\n"));
    newsroom.write("b.jsonl", TOPIC);
    let ran = run();
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "created 2, updated 0, unchanged 0, rejected 0\n"),
        "{}",
        ran.stderr
    );
    let wrong = [
        ("\"person\"", "\"orang\"", "kind: `orang` is none of person, topic"),
        ("\"kind\":\"person\",", "", "kind is missing"),
        ("\"Sita\"", "\"!!\"", "name `!!` has no letters"),
        ("\"name\":\"Sita\",", "", "name is missing"),
        ("about_markdown", "tentang", "not a profile record: unknown field `tentang`"),
        ("Menulis *pelan*. <script>x</script>", "<script>x</script>", "about has no text"),
        ("\"role\"", "\"about\":\"x\",\"role\"", "more than one of about"),
        ("sita@example.com", "javascript:alert(1)", "contact `javascript:alert(1)`"),
        ("sita@example.com", "http://sita.example", "contact `http://sita.example`"),
        ("sita@example.com", "https://a@b.example", "contact `https://a@b.example`"),
        ("p.gif", "../p.gif", "portrait ../p.gif"),
        ("p.gif", "tiada.gif", "portrait tiada.gif"),
        ("\"person\"", "\"topic\"", "a topic has no role, contact or portrait"),
        ("\"kind\"", "\"language\":\"fr\",\"kind\"", "language: `fr` is none of id, en"),
    ];
    let lines: Vec<String> = wrong.iter().map(|(from, to, _)| GOOD.replacen(from, to, 1)).collect();
    let changed = GOOD.replace("Redaktur", "Reporter");
    newsroom.write("a.jsonl", format!("{changed}\n{}\n{changed}\n", lines.join("\n")));
    let ran = run();
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(2), "created 0, updated 1, unchanged 1, rejected 15\n")
    );
    for (place, (.., told)) in wrong.iter().enumerate() {
        let told = format!("a.jsonl:{}: {told}", place + 2);
        assert!(ran.stderr.contains(&told), "{told}: {}", ran.stderr);
    }
    assert!(ran.stderr.contains("person sita stands on an earlier line already"), "{}", ran.stderr);
    assert_eq!(newsroom.rejected("a.jsonl").len(), 15);
}

#[test]
fn an_export_has_the_profiles_beside_the_articles() {
    let (from, to) = (Newsroom::new(), Newsroom::new());
    from.write("p.gif", PIXEL);
    from.write("profiles.jsonl", format!("{GOOD}\n{TOPIC}\n"));
    from.import("a.jsonl", &[article("1")]);
    assert_eq!(from.run(&["import", "profiles", "profiles.jsonl"]).code, Some(0));
    let ran = from.run(&["export", "out/all.jsonl.gz"]);
    assert_eq!(ran.stdout, "exported 1 articles, 1 pictures, 2 profiles\n", "{}", ran.stderr);
    let file = from.path("out/all.profiles.jsonl");
    let exported = std::fs::read_to_string(&file).unwrap();
    assert!(
        exported.contains("<p>Menulis <em>pelan</em>. </p>") && !exported.contains("script"),
        "{exported}"
    );
    let ran = to.run(&["import", "profiles", text(&file)]);
    assert_eq!(ran.stdout, "created 2, updated 0, unchanged 0, rejected 0\n", "{}", ran.stderr);
    assert_eq!(to.run(&["export", "all.jsonl"]).code, Some(0));
    assert_eq!(std::fs::read_to_string(to.path("all.profiles.jsonl")).unwrap(), exported);
    assert_eq!(to.run(&["check"]).code, Some(0));
}
