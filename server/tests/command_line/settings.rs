//! Bad settings stop the program with one line.

use crate::newsroom::Newsroom;

#[test]
fn a_bad_setting_stops_the_program_with_one_line_that_names_it() {
    let newsroom = Newsroom::new();
    for (name, value, named) in [
        ("WARTA__SITE__NANE", "x", "nane"),
        ("WARTA__SIGHT__NAME", "x", "sight"),
        ("WARTA__SITE__TIME_ZONE", "Jakarta", "site.time_zone"),
        ("WARTA__SERVER__LISTEN", "nowhere", "server.listen"),
        ("WARTA__SERVER__LOG", "info,=,", "server.log"),
        ("WARTA__DATABASE__URL", "mysql://x", "database.url"),
        ("WARTA__DATABASE__URL", "postgres://reader:rahasia@127.0.0.1:1/x", "database"),
    ] {
        let child = newsroom.command(&["migrate"]).env(name, value).spawn().unwrap();
        let ran = crate::newsroom::ended(child);
        assert_eq!(ran.code, Some(1), "{name}={value}: {ran:?}");
        assert!(
            ran.stderr.contains(named) && ran.stderr.trim().lines().count() == 1,
            "{name}={value}: {}",
            ran.stderr
        );
        assert!(!ran.stderr.contains("rahasia"), "a secret: {}", ran.stderr);
    }
}

#[test]
fn a_command_line_that_cannot_be_read_is_said_in_one_line() {
    let newsroom = Newsroom::new();
    for arguments in
        [&[][..], &["serv"], &["import"], &["import", "jsonl"], &["export"], &["check", "--fast"]]
    {
        let ran = newsroom.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""), "{arguments:?}");
        assert!(
            ran.stderr.starts_with("warta: ") && ran.stderr.trim().lines().count() == 1,
            "{}",
            ran.stderr
        );
    }
    let help = newsroom.run(&["--help"]);
    assert!(help.code == Some(0) && help.stdout.contains("import"), "{help:?}");
}

#[test]
fn the_file_overrides_the_defaults_and_the_environment_the_file() {
    let newsroom = Newsroom::new();
    newsroom.write("Leptos.toml", "[server]\nlisten = 'nowhere'\n");
    let ran = newsroom.run(&["migrate"]);
    assert!(ran.stderr.contains("server.listen") && ran.stderr.contains("Leptos.toml"), "{}", ran.stderr);
    let child = newsroom.command(&["migrate"]).env("WARTA__SERVER__LISTEN", "127.0.0.1:0").spawn().unwrap();
    assert_eq!(crate::newsroom::ended(child).code, Some(0));
    let ran = newsroom.run(&["--settings", "none.toml", "migrate"]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("none.toml"), "{}", ran.stderr);
}

#[test]
fn pages_that_cannot_be_shown_stop_the_server_and_are_named() {
    let newsroom = Newsroom::new();
    let child = newsroom.command(&["serve"]).env("WARTA__SITE__PAGES", "tidak/ada").spawn().unwrap();
    let ran = crate::newsroom::ended(child);
    assert_eq!(ran.code, Some(1), "{ran:?}");
    // A program that was never built whole says that before.
    let last = ran.stderr.trim().lines().last().unwrap_or_default();
    assert!(last.starts_with("warta: site.pages: tidak/ada: No such file"), "{}", ran.stderr);
}
