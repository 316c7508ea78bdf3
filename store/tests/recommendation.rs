//! Stored data of recommendations, on both databases: order of writing, counts of reads, histories, sponsored items.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "contract/sample.rs"]
mod articles;
#[path = "readers/sample.rs"]
#[expect(dead_code, reason = "shared with the tests of accounts")]
mod sample;

use chrono::{NaiveDate, TimeDelta};
use domain::account::{AccountId, AccountStore};
use domain::ad::Placed;
use domain::article::{ArticleId, Correction, CorrectionKind};
use domain::history::{HistoryStore, MOST};
use domain::newsroom::{ArticleRepository, ArticleStore, id_of};
use domain::read_counter::ReadKey;
use domain::recommendation::{Counted, Read, ReadStore};
use domain::sponsored::{Content, Sponsored, SponsoredId, SponsoredStore, Views};
use store::Database;

use articles::{draft, id, noon};
use sample::{close, join, later};

contract! {
    what_was_written_later_comes_later
    writers_at_once_keep_the_order
    cards_come_in_the_order_asked_for
    counts_of_several_servers_add_up
    what_is_read_most_comes_first
    all_servers_have_one_key
    a_history_holds_the_newest_and_each_article_once
    who_wants_no_history_has_none
    a_history_leaves_with_its_reader
    a_sponsored_item_runs_and_is_counted_by_day
}

fn withdrawal() -> Vec<Correction> {
    let text = "Dicabut.".into();
    vec![Correction { kind: CorrectionKind::Pencabutan, noted_at: noon(), text, told_in: None }]
}

async fn written(database: &Database) -> Vec<String> {
    let mut all = Vec::new();
    let mut last = None;
    loop {
        let changed = database.changed(last.as_ref(), 2).await.unwrap();
        let Some((place, _)) = changed.last() else { return all };
        last = Some(place.clone());
        all.extend(changed.iter().map(|(place, kept)| {
            assert_eq!(&place.id, id_of(kept));
            place.id.to_string()
        }));
    }
}

async fn what_was_written_later_comes_later(database: Database) {
    assert!(database.changed(None, 9).await.unwrap().is_empty());
    database
        .save(&[draft(3, noon()), draft(1, noon()), draft(2, noon() + TimeDelta::days(9))])
        .await
        .unwrap();
    database.save(&[draft(9, noon())]).await.unwrap();
    assert_eq!(written(&database).await, ["1", "2", "3", "9"], "of the future too");
    let (place, _) = database.changed(None, 9).await.unwrap().pop().unwrap();
    assert!(database.changed(Some(&place), 9).await.unwrap().is_empty());
    database.save(&[draft(2, noon())]).await.unwrap();
    let after = database.changed(Some(&place), 9).await.unwrap();
    assert_eq!(after.iter().map(|(place, _)| place.id.clone()).collect::<Vec<_>>(), [id(2)]);
    assert_eq!(written(&database).await, ["1", "3", "9", "2"]);
}

async fn writers_at_once_keep_the_order(database: Database) {
    let writers = (0..6).map(|writer| {
        let database = database.clone();
        tokio::spawn(async move {
            for number in 0..10 {
                database.save(&[draft(writer * 100 + number, noon())]).await.unwrap();
            }
        })
    });
    let writers: Vec<_> = writers.collect();
    let mut seen = std::collections::BTreeSet::new();
    let mut last = None;
    // A reader of the changes misses none, in whatever order the writers finish.
    while seen.len() < 60 {
        let changed = database.changed(last.as_ref(), 7).await.unwrap();
        if let Some((place, _)) = changed.last() {
            last = Some(place.clone());
        } else if writers.iter().all(tokio::task::JoinHandle::is_finished) {
            let rest = database.changed(last.as_ref(), 7).await.unwrap();
            assert!(!rest.is_empty(), "{} of 60 were seen", seen.len());
        }
        seen.extend(changed.into_iter().map(|(place, _)| place.id));
    }
}

async fn cards_come_in_the_order_asked_for(database: Database) {
    let mut drafts: Vec<_> = (1..=4).map(|number| draft(number, noon())).collect();
    drafts[2].article.published_at = noon() + TimeDelta::hours(1);
    drafts[3].article.corrections = withdrawal();
    database.save(&drafts).await.unwrap();
    let cards = database.cards_of(&[id(3), id(2), id(99), id(4), id(1)], noon()).await.unwrap();
    assert_eq!(cards.iter().map(|card| card.id.clone()).collect::<Vec<_>>(), [id(2), id(1)]);
    assert!(database.cards_of(&[], noon()).await.unwrap().is_empty());
}

fn read(minutes: i64, previous: Option<u32>, article: u32, count: u32) -> Read {
    let bucket_at = noon() + TimeDelta::minutes(minutes);
    Read { bucket_at, previous: previous.map(id), article: id(article), count }
}

fn counted(reads: Vec<Read>) -> Counted {
    Counted { reads, ..Counted::default() }
}

async fn counts_of_several_servers_add_up(database: Database) {
    let servers = (0..4).map(|_| {
        let database = database.clone();
        tokio::spawn(async move {
            for _ in 0..5 {
                // The order varies, as that of a hash map does.
                let mut reads = vec![read(0, None, 1, 1), read(0, Some(1), 2, 2), read(1, Some(1), 2, 1)];
                database.add(&counted(reads.clone())).await.unwrap();
                reads.reverse();
                database.add(&counted(reads)).await.unwrap();
            }
        })
    });
    for server in servers.collect::<Vec<_>>() {
        server.await.unwrap();
    }
    let all = database.since(noon()).await.unwrap();
    assert_eq!(all, [read(0, None, 1, 40), read(0, Some(1), 2, 80), read(1, Some(1), 2, 40)]);
    assert_eq!(database.since(noon() + TimeDelta::minutes(1)).await.unwrap(), all[2..]);
    assert_eq!(database.forget(noon() + TimeDelta::minutes(1)).await.unwrap(), 2);
    assert_eq!(database.since(noon()).await.unwrap(), all[2..]);
    database.add(&Counted::default()).await.unwrap();
    let many: Vec<_> = (0..500).map(|number| read(2, Some(number), number + 1, 1)).collect();
    database.add(&counted(many)).await.unwrap();
    assert_eq!(database.since(noon() + TimeDelta::minutes(2)).await.unwrap().len(), 500);
}

async fn what_is_read_most_comes_first(database: Database) {
    let mut drafts: Vec<_> = (1..=5).map(|n| draft(n, noon())).collect();
    drafts[3].article.corrections = withdrawal();
    database.save(&drafts).await.unwrap();
    let read = |article, previous, minutes, count| Read {
        bucket_at: noon() - TimeDelta::minutes(minutes),
        previous,
        article: id(article),
        count,
    };
    let reads = vec![
        read(1, None, 5, 10),
        read(2, None, 5, 7),
        read(2, Some(id(1)), 5, 6),
        read(2, None, 9, 1),
        read(3, None, 5, 9),
        read(3, None, 90, 500),
        read(4, None, 5, 900),
        read(5, None, 5, 10),
    ];
    database.add(&Counted { reads, views: vec![] }).await.unwrap();
    let hour = noon() - TimeDelta::hours(1);
    let most = async |since, now, limit| {
        let cards = database.most_read(since, now, 10, limit).await.unwrap();
        cards.into_iter().map(|card| card.id).collect::<Vec<_>>()
    };
    assert_eq!(most(hour, noon(), 9).await, [id(2), id(5), id(1)], "3 too seldom, 4 is withdrawn");
    assert_eq!(most(hour - TimeDelta::hours(1), noon(), 9).await, [id(3), id(2), id(5), id(1)]);
    assert_eq!(most(hour, noon(), 2).await, [id(2)], "the limit counts before what is withdrawn");
    assert!(most(hour, noon() - TimeDelta::minutes(1), 9).await.is_empty(), "not published yet");
}

async fn all_servers_have_one_key(database: Database) {
    let key = database.read_key().await.unwrap();
    assert_eq!(database.read_key().await.unwrap(), key);
    assert_ne!(ReadKey::from_store(&[0; 32]), Some(key), "made at random");
}

async fn history(database: &Database, account: &AccountId) -> Vec<ArticleId> {
    database.history(account).await.unwrap().into_iter().map(|read| read.article).collect()
}

async fn a_history_holds_the_newest_and_each_article_once(database: Database) {
    let (sari, budi) = (join(&database, "sari").await, join(&database, "budi").await);
    for (number, seconds) in [(1, 0), (2, 1), (1, 2)] {
        database.note_reading(&sari.id, &id(number), later(seconds)).await.unwrap();
    }
    assert_eq!(history(&database, &sari.id).await, [id(1), id(2)]);
    assert!(history(&database, &budi.id).await.is_empty());
    for number in 10..10 + MOST {
        database.note_reading(&sari.id, &id(number), later(i64::from(number))).await.unwrap();
    }
    let kept = history(&database, &sari.id).await;
    assert_eq!((kept.len(), kept[0].clone()), (MOST as usize, id(9 + MOST)));
    assert!(!kept.contains(&id(1)), "the oldest made room");
    database.forget_history(&sari.id).await.unwrap();
    assert!(history(&database, &sari.id).await.is_empty());
}

async fn who_wants_no_history_has_none(database: Database) {
    let sari = join(&database, "sari").await;
    database.use_history(&sari.id, false).await.unwrap();
    database.note_reading(&sari.id, &id(1), noon()).await.unwrap();
    assert!(history(&database, &sari.id).await.is_empty());
}

async fn a_history_leaves_with_its_reader(database: Database) {
    let sari = join(&database, "sari").await;
    database.note_reading(&sari.id, &id(1), noon()).await.unwrap();
    close(&database, &sari, "nobody").await;
    assert!(history(&database, &sari.id).await.is_empty());
    database.note_reading(&sari.id, &id(1), noon()).await.unwrap();
    assert!(history(&database, &sari.id).await.is_empty(), "nobody is there to keep it");
}

fn sponsored(name: &str, starts: i64, ends: i64) -> Sponsored {
    let content = Content {
        sponsor: "Toko \"Kita\"".into(),
        title: "Judul".into(),
        href: "https://toko.example/".into(),
        picture: None,
        alt: None,
        weight: 2,
        cap_a_day: Some(5),
    };
    Sponsored {
        id: ArticleId::parse(name).unwrap(),
        starts_at: noon() + TimeDelta::hours(starts),
        ends_at: noon() + TimeDelta::hours(ends),
        content,
    }
}

async fn a_sponsored_item_runs_and_is_counted_by_day(database: Database) {
    let placed = |created, updated, unchanged| Placed { created, updated, unchanged };
    let mut all = [sponsored("a", 0, 1), sponsored("b", -1, 0), sponsored("c", -9, 9)];
    assert_eq!(database.save_sponsored(&all).await.unwrap(), placed(3, 0, 0));
    all[2].content.weight = 9;
    assert_eq!(database.save_sponsored(&all).await.unwrap(), placed(0, 1, 2));
    let day = |number| NaiveDate::from_ymd_opt(2024, 6, number).unwrap();
    let views = |item: &SponsoredId, count| Views { day: day(19), item: item.clone(), count };
    let counted = Counted { reads: Vec::new(), views: vec![views(&all[2].id, 3), views(&id(99), 4)] };
    let servers = (0..3).map(|_| {
        let (database, counted) = (database.clone(), counted.clone());
        tokio::spawn(async move { database.add(&counted).await.unwrap() })
    });
    for server in servers.collect::<Vec<_>>() {
        server.await.unwrap();
    }
    let seen = async |number| {
        let running = database.sponsored(noon(), day(number)).await.unwrap();
        running
            .into_iter()
            .map(|running| (running.item.id.to_string(), running.views_today))
            .collect::<Vec<_>>()
    };
    assert_eq!(seen(19).await, [("a".to_owned(), 0), ("c".to_owned(), 9)]);
    assert_eq!(seen(20).await, [("a".to_owned(), 0), ("c".to_owned(), 0)]);
    assert_eq!(database.sponsored(noon(), day(19)).await.unwrap()[1].item, all[2]);
    database.forget_views(day(20)).await.unwrap();
    assert_eq!(seen(19).await, [("a".to_owned(), 0), ("c".to_owned(), 0)]);
}
