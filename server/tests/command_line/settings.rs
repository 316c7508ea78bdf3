//! Bad settings stop the program with one line.

use crate::newsroom::{Newsroom, article};

#[test]
fn a_bad_setting_stops_the_program_with_one_line_that_names_it() {
    let newsroom = Newsroom::new();
    for (name, value, named) in [
        ("WARTA__SITE__NANE", "x", "nane"),
        ("WARTA__SIGHT__NAME", "x", "sight"),
        ("WARTA__SITE__TIME_ZONE", "Jakarta", "site.time_zone"),
        ("WARTA__SERVER__LISTEN", "nowhere", "server.listen"),
        ("WARTA__SERVER__LOG", "info,=,", "server.log"),
        ("WARTA__SERVER__TRUSTED_PROXIES", "nginx", "server.trusted_proxies"),
        ("WARTA__SERVER__TRUSTED_PROXIES", "[\"10.0.0.0/33\"]", "`10.0.0.0/33` is no network"),
        ("WARTA__DATABASE__URL", "mysql://x", "database.url"),
        ("WARTA__DATABASE__URL", "postgres://reader:rahasia@127.0.0.1:1/x", "database"),
        ("WARTA__PICTURES__FETCH_NETWORKS", "[\"10.1.2.3/99\"]", "pictures.fetch_networks"),
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
    for (arguments, named) in [
        (&["reader", "show"][..], "<EMAIL>"),
        (&["explain"], "--article <ID>"),
        (&["reader", "subscribe", "a@example.com", "--until", "31-12-2090"], "is no date like 2027-12-31"),
        (&["reader", "subscribe", "a@example.com"], "--until DATE is required for the plan `all`"),
    ] {
        let ran = newsroom.run(arguments);
        assert!(ran.code == Some(1) && ran.stderr.contains(named), "{arguments:?}: {}", ran.stderr);
        assert_eq!(ran.stderr.trim().lines().count(), 1, "{}", ran.stderr);
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
    assert!(ran.stderr.starts_with("warta: site.pages: tidak/ada: No such file"), "{}", ran.stderr);
}

#[test]
fn a_folder_that_cannot_be_used_is_named_once_with_its_setting_and_what_to_do() {
    let newsroom = Newsroom::new();
    newsroom.write("file", "x");
    newsroom.import("a.jsonl", &[article("1")]);
    let folder = |path: &str, why: &str| {
        format!(
            "warta: setting pictures.folder: cannot use {path}: {why}; name a folder that can be made and written\n"
        )
    };
    let missing = "No such file or directory (os error 2)";
    for (arguments, name, value, expected) in [
        (&["serve"][..], "WARTA__PICTURES__FOLDER", "/proc/x", folder("/proc/x", missing)),
        (&["check"], "WARTA__PICTURES__FOLDER", "/proc/x", folder("/proc/x", missing)),
        (&["import", "jsonl", "a.jsonl"], "WARTA__PICTURES__FOLDER", "/proc/x", folder("/proc/x", missing)),
        (
            &["export", "b.jsonl"],
            "WARTA__PICTURES__FOLDER",
            "file",
            folder("file", "File exists (os error 17)"),
        ),
        (
            &["migrate"],
            "WARTA__DATABASE__URL",
            "sqlite:///proc/x/warta.db",
            format!("warta: setting database.url: cannot create /proc/x/warta.db: {missing}\n"),
        ),
    ] {
        let mut command = newsroom.command(arguments);
        command
            .env("WARTA__SERVER__LISTEN", "127.0.0.1:0")
            .env("WARTA__SERVER__LOG", "error")
            .env(name, value);
        let ran = crate::newsroom::ended(command.spawn().unwrap());
        assert_eq!((ran.code, ran.stderr), (Some(1), expected), "{arguments:?} {name}={value}");
    }
}

#[test]
fn nothing_is_served_without_the_stylesheet_of_every_page() {
    let newsroom = Newsroom::new();
    std::fs::create_dir_all(newsroom.path("empty/pkg")).unwrap();
    for files in ["tidak/ada", "empty"] {
        let mut command = newsroom.command(&["serve"]);
        command.env("WARTA__SERVER__LISTEN", "127.0.0.1:0").env("WARTA__SERVER__FILES", files);
        let ran = crate::newsroom::ended(command.spawn().unwrap());
        let told = format!("warta: setting server.files: there is no {files}/pkg/warta");
        assert!(ran.code == Some(1) && ran.stderr.starts_with(&told), "{ran:?}");
        assert!(
            ran.stderr.contains("cargo leptos build") && ran.stderr.trim().lines().count() == 1,
            "{ran:?}"
        );
    }
}

#[test]
fn a_public_site_whose_mails_would_reach_nobody_does_not_start() {
    let newsroom = Newsroom::new();
    for mail in ["", "file:///tmp/surat"] {
        let mut command = newsroom.command(&["serve"]);
        command.env("WARTA__SITE__URL", "https://warta.example").env("WARTA__MAIL__URL", mail);
        let ran = crate::newsroom::ended(command.spawn().unwrap());
        assert_eq!(ran.code, Some(1), "{ran:?}");
        let named = ["mail.url", "site.url", "mail.public_site_keeps_mails = true"];
        assert!(named.iter().all(|name| ran.stderr.contains(name)), "{}", ran.stderr);
        assert_eq!(ran.stderr.trim().lines().count(), 1, "{}", ran.stderr);
    }
}
