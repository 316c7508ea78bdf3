//! Issues of the paid editions, found in the times of their articles.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "contract/place.rs"]
#[macro_use]
mod place;
#[path = "contract/sample.rs"]
mod sample;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Asia::Jakarta;
use domain::article::{CoverStory, Edition};
use domain::issue::{self, Issue};
use domain::list::Cursor;
use domain::newsroom::{ArticleRepository, ArticleStore, Draft};
use store::Database;

use sample::{draft, id, noon};

contract! {
    an_issue_has_its_cover_its_contents_and_its_neighbours
    an_issue_of_the_future_is_unknown
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn story(number: u32, edition: Edition, published_at: &str) -> Draft {
    let mut draft = draft(number, at(published_at));
    draft.article.edition = edition;
    draft
}

/// Three issues of the magazine, and an article of the daily among them.
async fn paper(database: &Database) -> Issue {
    let mut cover = story(4, Edition::Majalah, "2026-11-16T00:00:00+07:00");
    cover.article.cover_story = CoverStory::Yes;
    let drafts = [
        story(1, Edition::Majalah, "2026-10-31T06:00:00+07:00"),
        story(2, Edition::Majalah, "2026-11-15T23:59:59+07:00"),
        story(3, Edition::Koran, "2026-11-18T05:00:00+07:00"),
        cover,
        story(5, Edition::Majalah, "2026-11-22T07:00:00+07:00"),
        story(6, Edition::Majalah, "2026-11-22T23:59:59+07:00"),
        story(7, Edition::Majalah, "2026-12-06T06:00:00+07:00"),
    ];
    database.save(&drafts).await.unwrap();
    Issue::of_day(Edition::Majalah, day("2026-11-18")).unwrap()
}

async fn an_issue_has_its_cover_its_contents_and_its_neighbours(database: Database) {
    let issue = paper(&database).await;
    let now = at("2026-12-31T00:00:00Z");
    let found = issue::read(&database, issue, None, Jakarta, now, 9).await.unwrap().unwrap();
    assert_eq!((found.cover.issue, &found.cover.story.id), (issue, &id(4)));
    let ids: Vec<_> = found.contents.cards.iter().map(|card| card.id.clone()).collect();
    assert_eq!((ids, found.contents.next), (vec![id(6), id(5)], None));
    assert_eq!(found.later.unwrap().date(), day("2026-12-06"));
    let earlier: Vec<_> = found.earlier.iter().map(|cover| (cover.issue.date(), &cover.story.id)).collect();
    assert_eq!(earlier, [(day("2026-11-15"), &id(2)), (day("2026-11-01"), &id(1))]);
    // A page at a time, and none of it lost.
    let first = issue::read(&database, issue, None, Jakarta, now, 1).await.unwrap().unwrap().contents;
    assert_eq!((&first.cards[0].id, first.next.as_ref()), (&id(6), Some(&Cursor::after(&first.cards[0]))));
    let second = issue::read(&database, issue, first.next.as_ref(), Jakarta, now, 1).await.unwrap().unwrap();
    assert_eq!(second.contents.cards[0].id, id(5));
    let newest = issue::newest(&database, Edition::Majalah, Jakarta, now).await.unwrap();
    assert_eq!(newest.unwrap().date(), day("2026-12-06"));
    let too_early = issue::newest(&database, Edition::Majalah, Jakarta, noon()).await.unwrap();
    assert_eq!(too_early, None);
}

async fn an_issue_of_the_future_is_unknown(database: Database) {
    let issue = paper(&database).await;
    let monday = at("2026-11-16T00:00:00+07:00");
    let read = |now| issue::read(&database, issue, None, Jakarta, now, 9);
    assert_eq!(read(monday - TimeDelta::milliseconds(1)).await.unwrap(), None);
    let found = read(monday).await.unwrap().unwrap();
    assert_eq!((found.contents.cards.len(), found.later), (0, None), "what comes later stays unknown");
    assert_eq!(database.first_of(Edition::Majalah, monday, monday).await.unwrap(), Some(monday));
    let later = monday + TimeDelta::milliseconds(1);
    assert_eq!(database.first_of(Edition::Majalah, later, later).await.unwrap(), None);
    assert_eq!(issue::newest(&database, Edition::Online, Jakarta, monday).await.unwrap(), None);
    let between = Issue::of_day(Edition::Majalah, day("2026-11-25")).unwrap();
    let now = at("2026-12-31T00:00:00Z");
    assert_eq!(issue::read(&database, between, None, Jakarta, now, 9).await.unwrap(), None);
}
