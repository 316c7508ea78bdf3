//! Topics and people that readers follow, on both databases.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/sample.rs"]
mod articles;
#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "readers/sample.rs"]
#[expect(dead_code, reason = "shared with the tests of accounts")]
mod sample;

use chrono::TimeDelta;
use domain::article::{ArticleId, Card, Correction, CorrectionKind};
use domain::follow::{FollowStore, MOST, Subject};
use domain::label::{Person, Topic};
use domain::list::Cursor;
use domain::newsroom::ArticleRepository;
use store::Database;

use articles::{draft, id, noon};
use sample::{account, close, join, later};

contract! {
    a_subject_is_followed_once_and_no_longer
    articles_of_all_subjects_come_once_and_page_without_gap
    an_account_follows_so_many_and_no_more
    what_was_followed_leaves_with_its_reader
    of_many_who_follow_at_once_all_are_kept_once
}

fn topic(slug: &str) -> Subject {
    Subject::parse("topic", slug).unwrap()
}

fn person(slug: &str) -> Subject {
    Subject::parse("person", slug).unwrap()
}

fn ids(cards: Vec<Card>) -> Vec<ArticleId> {
    cards.into_iter().map(|card| card.id).collect()
}

async fn a_subject_is_followed_once_and_no_longer(database: Database) {
    database.save(&[draft(1, noon())]).await.unwrap();
    let (sari, budi) = (join(&database, "sari").await, join(&database, "budi").await);
    for (subject, seconds) in
        [(topic("rusia"), 0), (person("sita"), 1), (topic("rusia"), 2), (topic("hilang"), 3)]
    {
        database.follow(&sari.id, &subject, later(seconds)).await.unwrap();
    }
    let followed = database.followed(&sari.id).await.unwrap();
    let names: Vec<_> =
        followed.iter().map(|followed| (followed.subject.clone(), followed.name.as_str())).collect();
    // A subject without a name is shown by its slug.
    assert_eq!(names, [(topic("hilang"), "hilang"), (person("sita"), "Sita"), (topic("rusia"), "Rusia")]);
    assert_eq!(followed[2].followed_at, later(0), "the first time counts");
    database.unfollow(&budi.id, &topic("rusia")).await.unwrap();
    assert_eq!(database.followed(&sari.id).await.unwrap().len(), 3, "not theirs");
    // A person of the same slug is another subject.
    database.unfollow(&sari.id, &person("rusia")).await.unwrap();
    assert_eq!(database.followed(&sari.id).await.unwrap().len(), 3);
    database.unfollow(&sari.id, &topic("rusia")).await.unwrap();
    assert_eq!(database.followed(&sari.id).await.unwrap().len(), 2);
}

async fn articles_of_all_subjects_come_once_and_page_without_gap(database: Database) {
    let mut drafts: Vec<_> =
        (0..12).map(|n| draft(n, noon() - TimeDelta::minutes(i64::from(n / 3)))).collect();
    for draft in &mut drafts {
        draft.article.topics.clear();
        draft.article.byline.reporters.clear();
        draft.article.byline.editors.clear();
    }
    drafts[0].article.topics = Topic::named("Padi").into_iter().collect();
    drafts[1].article.topics = Topic::named("Kopi").into_iter().collect();
    // By both: it comes once.
    drafts[4].article.topics = [Topic::named("Padi"), Topic::named("Kopi")].into_iter().flatten().collect();
    drafts[4].article.byline.reporters = Person::named("Sita").into_iter().collect();
    drafts[5].article.byline.editors = Person::named("Sita").into_iter().collect();
    drafts[7].article.topics = Topic::named("Padi").into_iter().collect();
    drafts[7].article.corrections = vec![Correction {
        kind: CorrectionKind::Pencabutan,
        noted_at: noon(),
        text: "Dicabut.".into(),
        told_in: None,
    }];
    drafts[8].article.topics = Topic::named("Padi").into_iter().collect();
    drafts[9].article.topics = Topic::named("Padi").into_iter().collect();
    drafts[9].article.published_at = noon() + TimeDelta::hours(1);
    database.save(&drafts).await.unwrap();
    let sari = join(&database, "sari").await;
    assert!(database.followed_cards(&sari.id, None, noon(), 9).await.unwrap().is_empty());
    for subject in [topic("padi"), topic("kopi"), person("sita")] {
        database.follow(&sari.id, &subject, later(0)).await.unwrap();
    }
    let all = ids(database.followed_cards(&sari.id, None, noon(), 9).await.unwrap());
    assert_eq!(all, [id(1), id(0), id(5), id(4), id(8)]);
    let mut paged = Vec::new();
    let mut cursor: Option<Cursor> = None;
    loop {
        let cards = database.followed_cards(&sari.id, cursor.as_ref(), noon(), 2).await.unwrap();
        let Some(last) = cards.last() else { break };
        cursor = Some(Cursor::after(last));
        paged.extend(ids(cards));
    }
    assert_eq!(paged, all);
    let budi = join(&database, "budi").await;
    assert!(database.followed_cards(&budi.id, None, noon(), 9).await.unwrap().is_empty());
}

async fn an_account_follows_so_many_and_no_more(database: Database) {
    let sari = join(&database, "sari").await;
    for number in 0..MOST + 3 {
        database.follow(&sari.id, &topic(&format!("topik-{number}")), later(0)).await.unwrap();
    }
    assert_eq!(database.followed(&sari.id).await.unwrap().len(), MOST as usize);
}

async fn what_was_followed_leaves_with_its_reader(database: Database) {
    let sari = join(&database, "sari").await;
    database.follow(&sari.id, &topic("padi"), later(0)).await.unwrap();
    close(&database, &sari, "nobody").await;
    database.follow(&account("sari").id, &topic("padi"), later(0)).await.unwrap();
    assert!(database.followed(&sari.id).await.unwrap().is_empty(), "nobody is there to follow");
}

async fn of_many_who_follow_at_once_all_are_kept_once(database: Database) {
    let sari = join(&database, "sari").await;
    let tasks: Vec<_> = (0..16)
        .map(|number| {
            let (database, account) = (database.clone(), sari.id.clone());
            tokio::spawn(async move {
                database.follow(&account, &topic(&format!("topik-{}", number % 4)), later(0)).await
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(database.followed(&sari.id).await.unwrap().len(), 4);
}
