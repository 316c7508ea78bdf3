//! The meter from outside: what is told of it, and that it holds on several servers and through a kill.

use std::collections::BTreeSet;
use std::process::Child;
use std::thread;
use std::time::Duration;

use serde_json::json;

use crate::newsroom::{Newsroom, article, with};
use crate::serve::{free_address, get, post, post_with, serve_logging, start};

const EMAIL: &str = "sari@example.com";
const ARTICLES: usize = 50;
/// Stands at the end of every text.
const CANARY: &str = "Kenari.";

fn fill(newsroom: &Newsroom) {
    let body = format!("{}\n\n{CANARY}", "Alinea pembuka. ".repeat(30));
    let records: Vec<_> = (0..ARTICLES)
        .map(|number| with(article(&format!("k{number}")), json!({"edition": "koran", "body": body})))
        .collect();
    assert_eq!(newsroom.import("a.jsonl", &records).code, Some(0));
}

/// A reader with an account, signed in; the cookie.
fn join(newsroom: &Newsroom, address: &str) -> String {
    let form = "email=sari%40example.com&password=tujuh+kuda+ungu";
    post(address, "/api/register", form);
    assert_eq!(newsroom.run(&["reader", "activate", EMAIL]).code, Some(0));
    let answer = post(address, "/api/sign_in", form);
    let cookies = answer.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    cookies.map(|cookie| cookie.split(';').next().unwrap()).collect::<Vec<_>>().join("; ")
}

/// Presses the button of an article; whether its whole text came.
fn open(cookie: &str, address: &str, number: usize) -> bool {
    let path = format!("/read/k{number}/judul-k{number}");
    post_with(cookie, address, &path, "open=1").is_ok_and(|answer| answer.contains(CANARY))
}

/// Presses all buttons from many places at once; the articles whose text came.
fn press(cookie: &str, addresses: &[String], tries: usize) -> BTreeSet<usize> {
    thread::scope(|scope| {
        let threads: Vec<_> = (0..20)
            .map(|place| {
                scope.spawn(move || {
                    let numbers = (0..tries).map(|number| (place * 7 + number) % ARTICLES);
                    let tries = numbers.filter(|number| {
                        open(cookie, &addresses[(place + number) % addresses.len()], *number)
                    });
                    tries.collect::<Vec<_>>()
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    })
}

fn end(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn each_decision_is_explained_and_a_subscription_changes_it() {
    let newsroom = Newsroom::new();
    fill(&newsroom);
    let cover = with(article("laput"), json!({"edition": "majalah", "cover_story": true}));
    newsroom.import("b.jsonl", &[cover, article("bebas")]);
    let explain =
        |reader: &[&str], id: &str| newsroom.run(&[&["explain"], reader, &["--article", id]].concat());
    let (stranger, sari) = ([], ["--reader", EMAIL]);
    let told = explain(&stranger, "k1");
    assert!(told.stdout.contains("9. anonymous: Is nobody signed in in this browser? yes"), "{told:?}");
    assert!(told.stdout.ends_with("teaser; may register or sign in\n"), "{told:?}");
    assert!(explain(&stranger, "bebas").stdout.ends_with("whole\n"));
    for (reader, id, named) in [
        (&stranger[..], "tidak-ada", "there is no article tidak-ada"),
        (&sari[..], "k1", "sari@example.com has no account"),
        (&["--reader", "sari"][..], "k1", "`sari`"),
    ] {
        let told = explain(reader, id);
        assert!(told.code == Some(1) && told.stderr.contains(named), "{told:?}");
    }
    let (child, _log, address) = serve_logging(&newsroom, "error");
    let form = "email=sari%40example.com&password=tujuh+kuda+ungu";
    post(&address, "/api/register", form);
    assert!(explain(&sari, "k1").stdout.ends_with("teaser; may confirm the address\n"));
    newsroom.run(&["reader", "activate", EMAIL]);
    let told = explain(&sari, "k1").stdout;
    assert!(
        told.contains("units: 2 of 2 left") && told.ends_with("may open it with a free unit\n"),
        "{told}"
    );
    assert!(explain(&sari, "laput").stdout.ends_with("teaser; may subscribe\n"));
    for (arguments, named) in [
        (&["reader", "subscribe", EMAIL][..], "--until"),
        (&["reader", "subscribe", EMAIL, "--plan", "emas", "--until", "2090-01-01"][..], "emas"),
        (&["reader", "subscribe", EMAIL, "--until", "2001-01-01"][..], "in the past"),
        (&["reader", "subscribe", EMAIL, "--until", "besok"][..], "besok"),
    ] {
        let told = newsroom.run(arguments);
        assert!(told.code == Some(1) && told.stderr.contains(named), "{told:?}");
    }
    let told = newsroom.run(&["reader", "subscribe", EMAIL, "--until", "2090-12-31"]);
    assert!(told.stdout.contains("all until 2090-12-31 (reference desk:all:"), "{told:?}");
    assert!(explain(&sari, "laput").stdout.ends_with("whole\n"));
    let shown = newsroom.run(&["reader", "show", EMAIL]).stdout;
    assert!(shown.contains("subscription: all, ") && shown.contains("opened: 0 articles"), "{shown}");
    end(child);
}

#[test]
fn a_kill_in_the_middle_leaves_the_books_right() {
    let newsroom = Newsroom::new();
    fill(&newsroom);
    let (child, _log, address) = serve_logging(&newsroom, "error");
    let cookie = join(&newsroom, &address);
    let seen = thread::scope(|scope| {
        let pressing = scope.spawn(|| press(&cookie, std::slice::from_ref(&address), 20));
        thread::sleep(Duration::from_millis(60));
        end(child);
        pressing.join().unwrap()
    });
    let (child, _log, address) = serve_logging(&newsroom, "error");
    let open_now: BTreeSet<_> = (0..ARTICLES).filter(|number| open(&cookie, &address, *number)).collect();
    assert_eq!(open_now.len(), 2);
    assert!(seen.is_subset(&open_now), "{seen:?} came before the kill, {open_now:?} after it");
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
    end(child);
}

#[test]
fn three_servers_on_one_database_spend_two_units_and_no_third() {
    let newsroom = Newsroom::on_postgres();
    fill(&newsroom);
    let (mut children, mut logs, mut addresses) = (vec![], vec![], vec![]);
    for _ in 0..3 {
        let (child, log, address) = serve_logging(&newsroom, "error");
        children.push(child);
        logs.push(log);
        addresses.push(address);
    }
    // Cookies are a browser's: each server is another port of one host.
    let cookie = join(&newsroom, &addresses[0]);
    let seen = press(&cookie, &addresses, ARTICLES);
    assert_eq!(seen.len(), 2, "{seen:?}");
    for address in &addresses {
        let open_now: BTreeSet<_> = (0..ARTICLES).filter(|number| open(&cookie, address, *number)).collect();
        assert_eq!(open_now, seen, "{address}");
    }
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
    children.into_iter().for_each(end);
}

#[test]
fn decisions_and_journeys_are_counted_and_nobody_is_named() {
    let newsroom = Newsroom::new();
    fill(&newsroom);
    let admin = free_address();
    let (child, _log, address) = start(
        newsroom
            .command(&["serve"])
            .env("WARTA__SERVER__LOG", "error")
            .env("WARTA__SERVER__ADMIN_LISTEN", &admin),
    );
    for _ in 0..3 {
        get("", &address, "/read/k0/judul-k0");
    }
    let form = "email=sari%40example.com&password=tujuh+kuda+ungu&return_to=%2Fread%2Fk0%2Fjudul-k0";
    post(&address, "/api/register", form);
    let cookie = join(&newsroom, &address);
    for number in 0..3 {
        open(&cookie, &address, number);
    }
    let counts = get("", &admin, "/metrics");
    for line in [
        "warta_gate_views_total{rule=\"anonymous\"} 3",
        "warta_gate_views_total{rule=\"used_up\"} 1",
        "warta_decisions_total{rule=\"receipt\",access=\"whole\"} 2",
        "warta_decisions_total{rule=\"used_up\",access=\"teaser\"} 1",
        "warta_registrations_total{from=\"article\"} 1",
        "warta_registrations_total{from=\"elsewhere\"} 1",
        "warta_units_granted 2",
        "warta_units_spent 2",
    ] {
        assert!(counts.lines().any(|one| one == line), "{line} is missing in {counts}");
    }
    assert!(!counts.contains("sari") && !counts.contains("k0"), "{counts}");
    assert!(get("", &address, "/metrics").contains(" 404 "), "the public site has none");
    assert!(get("", &address, "/read/k0/judul-k0").to_lowercase().find("x-gate").is_none());
    end(child);
}

#[test]
fn other_rules_are_tried_on_what_was_opened() {
    let newsroom = Newsroom::new();
    fill(&newsroom);
    let (child, _log, address) = serve_logging(&newsroom, "error");
    let cookie = join(&newsroom, &address);
    assert!(open(&cookie, &address, 0) && open(&cookie, &address, 1));
    let simulate = |rules: &str| {
        newsroom.write("rules.toml", rules);
        newsroom.run(&["quota", "simulate", "--rules", "rules.toml"])
    };
    let same = simulate("[quota]\nperiod = 'week'");
    assert!(
        same.stdout.starts_with("2 openings: 0 would have been closed, 0 would have cost nothing"),
        "{same:?}"
    );
    let fewer = simulate("[quota]\nfree_articles = 1");
    let lines: Vec<_> = fewer.stdout.lines().collect();
    assert!(lines.len() == 2 && lines[0].starts_with("sari@example.com\tk1\t"), "{fewer:?}");
    assert!(lines[0].ends_with("would have been closed (used_up)"), "{fewer:?}");
    assert!(lines[1].contains("1 would have been closed") && lines[1].contains("1 readers"), "{fewer:?}");
    let free = simulate("[quota]\npaid_editions = ['majalah']").stdout;
    assert!(free.contains("k0\t") && free.contains("would have cost nothing (free_article)"), "{free}");
    let wrong = simulate("[quota]\nfree_article = 1");
    assert!(wrong.code == Some(1) && wrong.stderr.contains("free_article"), "{wrong:?}");
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
    end(child);
}
