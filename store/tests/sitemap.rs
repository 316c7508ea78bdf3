//! Queries of sitemaps.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "contract/sample.rs"]
mod sample;

use chrono::{DateTime, TimeDelta, Utc};
use domain::article::{Correction, CorrectionKind};
use domain::newsroom::{ArticleRepository, ArticleStore};
use domain::sitemap::{SitemapStore, Summary};
use store::Database;

use sample::{draft, id, noon};

contract! {
    a_span_is_counted_and_dated_by_its_newest_change
    entries_come_oldest_first_and_page_without_gap
    many_articles_are_found_in_the_order_that_was_asked
    the_last_revision_is_behind_all_others
}

fn correction(kind: CorrectionKind, noted_at: DateTime<Utc>) -> Correction {
    Correction { kind, noted_at, text: "Keliru.".into(), told_in: None }
}

fn hours(number: i64) -> TimeDelta {
    TimeDelta::hours(number)
}

async fn a_span_is_counted_and_dated_by_its_newest_change(database: Database) {
    let now = noon() + hours(48);
    let (from, until) = (noon(), noon() + hours(24));
    assert_eq!(database.summary(from, until, now).await.unwrap(), None);
    let mut drafts: Vec<_> = (0..4).map(|n| draft(n, noon() + hours(i64::from(n) * 8))).collect();
    database.save(&drafts).await.unwrap();
    let summary = |articles, changed_at| Some(Summary { articles, changed_at });
    // The last one is of the next span.
    assert_eq!(database.summary(from, until, now).await.unwrap(), summary(3, noon() + hours(16)));
    drafts[0].article.updated_at = Some(noon() + hours(30));
    database.save(&drafts).await.unwrap();
    assert_eq!(database.summary(from, until, now).await.unwrap(), summary(3, noon() + hours(30)));
    drafts[1].article.corrections = vec![
        correction(CorrectionKind::Ralat, noon() + hours(40)),
        correction(CorrectionKind::Ralat, noon() + hours(400)),
    ];
    database.save(&drafts).await.unwrap();
    assert_eq!(database.summary(from, until, now).await.unwrap(), summary(3, noon() + hours(40)));
    drafts[1].article.corrections = vec![correction(CorrectionKind::Pencabutan, noon() + hours(41))];
    database.save(&drafts).await.unwrap();
    assert_eq!(database.summary(from, until, now).await.unwrap(), summary(2, noon() + hours(30)));
    assert_eq!(database.first_within(noon() + hours(1), until).await.unwrap(), Some(noon() + hours(16)));
    assert_eq!(database.first_within(noon() + hours(25), now).await.unwrap(), None);
}

async fn entries_come_oldest_first_and_page_without_gap(database: Database) {
    let (from, now) = (noon(), noon() + hours(48));
    // Three share each instant, so that pages break between equals.
    let mut drafts: Vec<_> = (10..22).map(|n| draft(n, noon() + hours(i64::from(n / 3)))).collect();
    drafts[4].article.corrections = vec![correction(CorrectionKind::Pencabutan, noon())];
    drafts[5].article.corrections = vec![correction(CorrectionKind::Ralat, noon() + hours(20))];
    database.save(&drafts).await.unwrap();
    let mut seen = Vec::new();
    for skip in (0..12).step_by(5) {
        let entries = database.entries((from, now), now, skip, 5).await.unwrap();
        seen.extend(entries.into_iter().map(|entry| (entry.id, entry.changed_at)));
    }
    let expected = drafts.iter().filter(|draft| draft.article.id != id(14)).map(|draft| {
        let article = &draft.article;
        let corrected = article.corrections.first().map(|correction| correction.noted_at);
        (article.id.clone(), corrected.unwrap_or(article.published_at))
    });
    assert_eq!(seen, expected.collect::<Vec<_>>());
}

async fn many_articles_are_found_in_the_order_that_was_asked(database: Database) {
    let drafts: Vec<_> = (1..=3).map(|n| draft(n, noon())).collect();
    database.save(&drafts).await.unwrap();
    let found = database.find_all(&[id(3), id(9), id(1)]).await.unwrap();
    assert_eq!(found.into_iter().map(|(article, _)| article.id).collect::<Vec<_>>(), [id(3), id(1)]);
    assert!(database.find_all(&[]).await.unwrap().is_empty());
}

async fn the_last_revision_is_behind_all_others(database: Database) {
    assert_eq!(database.last_revision().await.unwrap(), None);
    database.save(&[draft(1, noon()), draft(2, noon())]).await.unwrap();
    database.save(&[draft(1, noon() + hours(1))]).await.unwrap();
    let last = database.last_revision().await.unwrap().unwrap();
    assert_eq!(last.id, id(1));
    assert!(database.changed(Some(&last), 9).await.unwrap().is_empty(), "nothing is behind it");
}
