//! `warta reader`, and the mails of `warta serve`.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::kill::signal;
use crate::newsroom::Newsroom;
use crate::serve::{get, post, serve, start};

const EMAIL: &str = "sari@example.com";

/// The files of the mail folder beside the store, once there are so many.
fn mails(newsroom: &Newsroom, count: usize) -> Vec<String> {
    for _ in 0..600 {
        let files = std::fs::read_dir(newsroom.path("data/mail")).into_iter().flatten().flatten();
        let mut names: Vec<_> = files
            .map(|file| file.path())
            .filter(|path| path.extension().is_some_and(|end| end == "eml"))
            .collect();
        if names.len() >= count {
            names.sort();
            return names.into_iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("no {count} mails after half a minute");
}

#[test]
fn the_support_desk_sees_activates_and_deletes() {
    let newsroom = Newsroom::new();
    let (child, mut log, address) = serve(&newsroom);
    let answer = post(&address, "/api/register", "email=Sari%40example.com&password=tujuh+kuda+ungu");
    assert!(answer.contains(" 303 ") && answer.contains("location: /konfirmasi"), "{answer}");
    let mail = mails(&newsroom, 1).remove(0);
    assert!(
        mail.contains("To: sari@example.com") && mail.contains("Auto-Submitted: auto-generated"),
        "{mail}"
    );
    assert!(mail.contains("text/plain") && mail.contains("text/html"), "{mail}");

    let id = mail.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap();
    assert!(id.ends_with("@warta.example>"), "{id}");

    let shown = newsroom.run(&["reader", "show", EMAIL]);
    assert!(
        shown.stdout.contains("no account; registered") && shown.stdout.contains("mail: register, written"),
        "{shown:?}"
    );
    assert_eq!(newsroom.run(&["reader", "list"]).stdout, "");
    assert!(newsroom.run(&["reader", "activate", "SARI@example.com"]).stdout.contains("has an account now"));
    assert!(newsroom.run(&["reader", "activate", EMAIL]).stdout.contains("already"));
    assert!(newsroom.run(&["reader", "list"]).stdout.starts_with("sari@example.com\t20"));
    let answer =
        post(&address, "/api/sign_in", "email=sari%40example.com&password=tujuh+kuda+ungu&return_to=/koran");
    assert!(answer.contains("location: /koran") && answer.contains("HttpOnly"), "{answer}");
    let shown = newsroom.run(&["reader", "show", EMAIL]);
    assert!(
        shown.stdout.contains("an account since") && shown.stdout.contains("session: Browser"),
        "{shown:?}"
    );
    // The first sign-in of an account that the support desk has made is from a browser that was not known.
    mails(&newsroom, 2);
    assert!(newsroom.run(&["reader", "delete", EMAIL]).stdout.contains("has been deleted"));
    let farewell = mails(&newsroom, 3).remove(2);
    assert!(farewell.contains("sudah=20dihapus") || farewell.contains("sudah dihapus"), "{farewell}");

    signal(&child, "TERM");
    let mut rest = String::new();
    log.read_to_string(&mut rest).unwrap();
    assert!(!rest.contains(EMAIL) && !rest.contains("token="), "no address and no link is logged: {rest}");
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
}

#[test]
fn what_the_support_desk_cannot_do_is_said_in_one_line() {
    let newsroom = Newsroom::new();
    for (arguments, words) in [
        (["reader", "show", "sari"], "`sari`: not an email address"),
        (["reader", "show", EMAIL], "nobody is known as sari@example.com: no account, no registration"),
        (["reader", "activate", EMAIL], "has not registered"),
        (["reader", "delete", EMAIL], "has no account"),
    ] {
        let ran = newsroom.run(&arguments);
        assert_eq!(ran.code, Some(1), "{ran:?}");
        assert!(ran.stderr.contains(words) && ran.stderr.trim().lines().count() == 1, "{ran:?}");
    }
}

#[test]
fn a_subscription_that_waits_for_its_reader_is_shown_with_its_last_day() {
    let newsroom = Newsroom::new();
    newsroom.run(&["reader", "subscribe", EMAIL, "--until", "2090-12-31"]);
    let shown = newsroom.run(&["reader", "show", EMAIL]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    assert!(shown.stdout.starts_with("sari@example.com: no account, and none asked for\n"), "{shown:?}");
    assert!(shown.stdout.contains(" WIB to 2090-12-31 (reference desk:all:sari@example.com)"), "{shown:?}");
}

#[test]
fn mails_of_development_are_shown_on_this_machine_only() {
    let newsroom = Newsroom::new();
    let (child, _log, address) = serve(&newsroom);
    post(&address, "/api/register", "email=sari%40example.com&password=tujuh+kuda+ungu");
    mails(&newsroom, 1);
    let page = get("", &address, "/dev/surat");
    assert!(
        page.contains("sari@example.com") && page.contains("/aktivasi?token=") && page.contains("no-store"),
        "{page}"
    );
    // A proxy on this machine brings strangers.
    for header in [
        "x-forwarded-for: 203.0.113.7",
        "Forwarded: for=203.0.113.7",
        "x-real-ip: 203.0.113.7",
        "x-forwarded-proto: https",
        "via: 1.1 varnish",
    ] {
        let mut stream = TcpStream::connect(&address).unwrap();
        write!(stream, "GET /dev/surat HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n{header}\r\n\r\n")
            .unwrap();
        let mut page = String::new();
        stream.read_to_string(&mut page).unwrap();
        assert!(page.starts_with("HTTP/1.1 404 ") && !page.contains("sari@example.com"), "{header}: {page}");
    }
    signal(&child, "TERM");
    child.wait_with_output().unwrap();
}

#[test]
fn mails_of_a_public_site_are_shown_to_nobody() {
    let newsroom = Newsroom::new();
    // A proxy that tells nothing of itself asks as a developer would.
    for (name, url) in [("http", "http://warta.example"), ("https", "https://warta.example")] {
        let mut command = newsroom.command(&["serve"]);
        command.env("WARTA__SITE__URL", url).env("WARTA__MAIL__PUBLIC_SITE_KEEPS_MAILS", "true");
        let (child, _log, address) = start(&mut command);
        let page = get("", &address, "/dev/surat");
        assert!(page.starts_with("HTTP/1.1 404 "), "{name}: {page}");
        signal(&child, "TERM");
        child.wait_with_output().unwrap();
    }
}
