//! Counting of reads while the server is flooded, stopped and killed.

use std::io::BufReader;
use std::process::{Child, ChildStderr};
use std::thread;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::article::ArticleId;
use domain::read_counter::ReadCounter;
use domain::recommendation::ReadStore;
use domain::sponsored::SponsoredStore;
use serde_json::json;
use server::account::SystemRng;
use store::{Database, Workload};

use crate::kill::signal;
use crate::newsroom::{Newsroom, article};
use crate::serve::{post_with, start_until};

const ARTICLES: usize = 20;

/// Newsroom with articles and one sponsored item, which one slot shows beside each article.
fn newsroom() -> Newsroom {
    let newsroom = Newsroom::new();
    let records: Vec<_> = (0..ARTICLES).map(|number| article(&number.to_string())).collect();
    assert_eq!(newsroom.import("a.jsonl", &records).code, Some(0));
    let item = json!({
        "id": "kopi", "sponsor": "Kopi", "title": "Judul", "href": "https://kopi.example/",
        "starts_at": "2020-01-01T00:00:00Z", "ends_at": "2090-01-01T00:00:00Z",
    });
    newsroom.write("sponsored.jsonl", format!("{item}\n"));
    let ran = newsroom.run(&["import", "sponsored", "sponsored.jsonl"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    newsroom
}

/// Starts a server and returns its address when the index is ready. Reads before that are dropped, since no article is known yet.
fn serve(newsroom: &Newsroom, proxies: &str) -> (Child, BufReader<ChildStderr>, String) {
    let mut command = newsroom.command(&["serve"]);
    command.env("WARTA__SERVER__LOG", "error,server::recommendation=info");
    let ready = "recommendations are ready";
    let (child, log, address) = start_until(command.env("WARTA__SERVER__TRUSTED_PROXIES", proxies), ready);
    (child, log, address)
}

/// Counter with the store's key, which can sign reports of pages that were opened ten seconds ago.
fn readers(newsroom: &Newsroom) -> ReadCounter {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let database = Database::open(newsroom.url(), Workload::Command).await.unwrap();
        let key = database.read_key().await.unwrap();
        database.close().await;
        ReadCounter::new(key)
    })
}

/// Form body of one report.
fn body(readers: &ReadCounter, article: &str, network: Option<&str>) -> String {
    let opened_at = server::clock::now() - TimeDelta::seconds(10);
    let token = readers.open(&ArticleId::parse(article).unwrap(), network, opened_at, &SystemRng);
    format!("article={article}&previous=&token={token}")
}

fn report(readers: &ReadCounter, address: &str, article: &str) -> bool {
    let body = body(readers, article, None);
    post_with("", address, "/api/read", &body).is_ok_and(|answer| answer.starts_with("HTTP/1.1 200"))
}

/// Reads, and views of the sponsored item, in the store.
fn counted(newsroom: &Newsroom) -> (u32, u32) {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let database = Database::open(newsroom.url(), Workload::Command).await.unwrap();
        let reads = database.since(DateTime::UNIX_EPOCH).await.unwrap();
        let (mut views, mut day) =
            (0, reads.first().map(|read| read.bucket_at.date_naive()).unwrap_or_default());
        // A day in the publisher's time zone begins before the day in UTC.
        for _ in 0..3 {
            views += views_of(&database, day).await;
            day = day.succ_opt().unwrap();
        }
        database.close().await;
        (reads.iter().map(|read| read.count).sum(), views)
    })
}

async fn views_of(database: &Database, day: NaiveDate) -> u32 {
    let now: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().unwrap();
    database.sponsored(now, day).await.unwrap().iter().map(|running| running.views_today).sum()
}

#[test]
fn a_server_that_is_asked_to_end_tells_what_it_counted() {
    let newsroom = newsroom();
    let readers = readers(&newsroom);
    for name in ["TERM", "INT"] {
        let before = counted(&newsroom);
        let (child, _log, address) = serve(&newsroom, "0");
        assert!(report(&readers, &address, "1") && report(&readers, &address, "2"));
        // A report of an article that does not exist is ignored.
        assert!(report(&readers, &address, "tidak-ada"));
        // A report without a page that was opened is ignored.
        assert!(post_with("", &address, "/api/read", "article=1&previous=").is_ok());
        signal(&child, name);
        assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
        assert_eq!(counted(&newsroom), (before.0 + 2, before.1 + 2), "{name}");
    }
}

#[test]
fn a_kill_loses_seconds_and_never_half_of_what_belongs_together() {
    let newsroom = newsroom();
    let readers = readers(&newsroom);
    let mut told = 0;
    for (round, pause) in [0, 500, 1000, 1500].into_iter().enumerate() {
        let before = counted(&newsroom).0;
        let (mut child, _log, address) = serve(&newsroom, "0");
        thread::scope(|scope| {
            let reading = (0..4).map(|place| {
                let (address, readers) = (&address, &readers);
                scope.spawn(move || {
                    (0..1_000_000)
                        .take_while(|n| report(readers, address, &((place + n) % ARTICLES).to_string()))
                        .count()
                })
            });
            let reading: Vec<_> = reading.collect();
            // The server is killed after the first reads are stored, while more arrive. The limit is for a server that never stores any.
            let heard = (0..6_000).any(|_| {
                thread::sleep(Duration::from_millis(10));
                counted(&newsroom).0 > before
            });
            thread::sleep(Duration::from_millis(pause));
            child.kill().unwrap();
            child.wait().unwrap();
            assert!(heard, "nothing was told to the store");
            told += reading.into_iter().map(|thread| thread.join().unwrap()).sum::<usize>();
        });
        let (reads, views) = counted(&newsroom);
        assert_eq!(reads, views, "both or neither");
        // In each thread, the last read may have been counted although its response was lost.
        assert!(reads as usize <= told + 4 * (round + 1), "{reads} of {told}");
    }
    assert_eq!(newsroom.run(&["check"]).code, Some(0));
}

#[test]
fn a_flood_from_one_network_counts_as_one_household() {
    let newsroom = newsroom();
    let (child, _log, address) = serve(&newsroom, "1");
    let readers = readers(&newsroom);
    let flood = |network: &str| {
        let body = body(&readers, "1", Some(&format!("{network}/32")));
        let answer = post_with(&format!("x=1\r\nx-forwarded-for: {network}"), &address, "/api/read", &body);
        answer.unwrap().lines().next().unwrap_or_default().to_owned()
    };
    let answers: Vec<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..10)
            .map(|_| scope.spawn(|| (0..50).map(|_| flood("203.0.113.9")).collect::<Vec<_>>()))
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    // The response does not tell whether the read was counted.
    assert!(answers.iter().all(|answer| answer == "HTTP/1.1 200 OK"), "{answers:?}");
    flood("203.0.113.10");
    signal(&child, "TERM");
    assert_eq!(child.wait_with_output().unwrap().status.code(), Some(0));
    // Two reads an hour are counted, and two more if a new hour has begun.
    let (reads, _) = counted(&newsroom);
    assert!((3..=5).contains(&reads), "{reads}");
}
