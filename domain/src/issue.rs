//! Issues of the paid editions: what appeared together, found by the time of publication alone.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::article::{Card, CoverStory, Edition};
use crate::calendar;
use crate::label::Section;
use crate::list::{Cursor, List, Page};
use crate::newsroom::{ArticleStore, StoreError};
use crate::reading;

/// Stories among which the cover of an issue is looked for.
const COVER_OF: u32 = 60;
/// Earlier issues that an issue leads to.
const EARLIER: usize = 8;

/// An issue of an edition. One of the daily is a day; one of the magazine is a week from Monday to Sunday, dated by its Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issue {
    edition: Edition,
    first_day: NaiveDate,
    date: NaiveDate,
}

impl Issue {
    /// The issue of a day; `None` for the web edition, which has no issues.
    pub fn of_day(edition: Edition, day: NaiveDate) -> Option<Self> {
        let (first_day, date) = match edition {
            Edition::Online => return None,
            Edition::Koran => (day, day),
            Edition::Majalah => {
                let weekday = u64::from(day.weekday().num_days_from_monday());
                let monday = day.checked_sub_days(Days::new(weekday))?;
                (monday, monday.checked_add_days(Days::new(6))?)
            }
        };
        Some(Self { edition, first_day, date })
    }

    fn of_instant(edition: Edition, at: DateTime<Utc>, zone: Tz) -> Option<Self> {
        Self::of_day(edition, at.with_timezone(&zone).date_naive())
    }

    pub fn edition(&self) -> Edition {
        self.edition
    }

    /// First day on which its articles appear.
    pub fn first_day(&self) -> NaiveDate {
        self.first_day
    }

    /// Date in its address: the last day on which its articles appear.
    pub fn date(&self) -> NaiveDate {
        self.date
    }

    /// Last instant of the issue, or `now` while it still appears; and its articles up to then.
    fn list(&self, zone: Tz, now: DateTime<Utc>) -> Option<(List, DateTime<Utc>)> {
        let (from, until) = calendar::span(self.first_day, self.date, zone)?;
        Some((List::EditionSince(self.edition, from), now.min(until - TimeDelta::milliseconds(1))))
    }
}

/// An issue, and the story that stands for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueCover {
    pub issue: Issue,
    pub story: Card,
}

/// An issue with its contents and its neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuePage {
    pub cover: IssueCover,
    /// All other stories, a page at a time.
    pub contents: Page,
    /// The issue after this one, if it has appeared.
    pub later: Option<Issue>,
    /// The issues before this one, newest first.
    pub earlier: Vec<IssueCover>,
}

/// The newest issue of an edition; `None` while nothing of it has appeared.
pub async fn newest(
    articles: &dyn ArticleStore,
    edition: Edition,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<Option<Issue>, StoreError> {
    let newest = articles.cards(&List::Edition(edition), None, now, 1).await?;
    Ok(newest.first().and_then(|card| Issue::of_instant(edition, card.published_at, zone)))
}

/// One page of an issue: at most `size` stories from behind the cursor. `None` if nothing of the issue has appeared.
pub async fn read(
    articles: &dyn ArticleStore,
    issue: Issue,
    before: Option<&Cursor>,
    zone: Tz,
    now: DateTime<Utc>,
    size: u32,
) -> Result<Option<IssuePage>, StoreError> {
    let Some((list, at)) = issue.list(zone, now) else { return Ok(None) };
    let Some(cover) = cover(articles, issue, zone, now).await? else { return Ok(None) };
    let mut contents = reading::page(articles, &list, before, at, size).await?;
    contents.cards.retain(|card| card.id != cover.story.id);
    let later = match calendar::span(issue.first_day, issue.date, zone) {
        Some((_, until)) => articles.first_of(issue.edition, until, now).await?,
        None => None,
    };
    let later = later.and_then(|at| Issue::of_instant(issue.edition, at, zone));
    Ok(Some(IssuePage { cover, contents, later, earlier: earlier(articles, issue, zone, now).await? }))
}

async fn cover(
    articles: &dyn ArticleStore,
    issue: Issue,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<Option<IssueCover>, StoreError> {
    let Some((list, at)) = issue.list(zone, now) else { return Ok(None) };
    let cards = articles.cards(&list, None, at, COVER_OF).await?;
    Ok(choose(&cards).map(|story| IssueCover { issue, story: story.clone() }))
}

/// The story of the cover: a cover story, better one with a picture; else the newest picture that is no portrait; else the newest story.
fn choose(cards: &[Card]) -> Option<&Card> {
    let has_picture = |card: &&Card| card.picture.as_ref().is_some_and(|picture| picture.file().is_some());
    let is_cover = |card: &&Card| card.cover_story == CoverStory::Yes;
    let is_opinion = |card: &&Card| card.section.as_ref().is_some_and(Section::is_opinion);
    let first = |is_wanted: &dyn Fn(&&Card) -> bool| cards.iter().find(|card| is_wanted(card));
    first(&|card| is_cover(card) && has_picture(card))
        .or_else(|| first(&is_cover))
        .or_else(|| first(&|card| has_picture(card) && !is_opinion(card)))
        .or_else(|| first(&|card| !is_opinion(card)))
        .or_else(|| cards.first())
}

async fn earlier(
    articles: &dyn ArticleStore,
    issue: Issue,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<Vec<IssueCover>, StoreError> {
    let (mut found, mut first_day) = (Vec::new(), issue.first_day);
    while found.len() < EARLIER {
        let Some(start) = calendar::midnight(first_day, zone) else { break };
        let before = now.min(start - TimeDelta::milliseconds(1));
        let last = articles.cards(&List::Edition(issue.edition), None, before, 1).await?;
        let last = last.first().and_then(|card| Issue::of_instant(issue.edition, card.published_at, zone));
        let Some(cover) = (match last {
            Some(issue) => cover(articles, issue, zone, now).await?,
            None => None,
        }) else {
            break;
        };
        first_day = cover.issue.first_day;
        found.push(cover);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{ArticleId, Language, Picture, PictureFile, PictureSource};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn card(id: u32) -> Card {
        Card {
            id: ArticleId::parse(&id.to_string()).unwrap(),
            title: format!("Judul {id}"),
            summary: None,
            published_at: DateTime::UNIX_EPOCH,
            edition: Edition::Majalah,
            cover_story: CoverStory::No,
            section: Section::named("Dunia"),
            authors: Vec::new(),
            picture: None,
            language: Language::Indonesian,
        }
    }

    fn pictured(card: Card) -> Card {
        let file = PictureFile { name: "a.jpg".to_owned(), width: 3, height: 2, placeholder: None };
        let picture = Picture { src: PictureSource::File(file), alt: None, caption: None, credit: None };
        Card { picture: Some(picture), ..card }
    }

    fn on_cover(card: Card) -> Card {
        Card { cover_story: CoverStory::Yes, ..card }
    }

    fn opinion(card: Card) -> Card {
        Card { section: Section::named("Opini"), ..card }
    }

    #[test]
    fn an_issue_of_the_daily_is_a_day_and_one_of_the_magazine_a_week_dated_by_its_sunday() {
        for (edition, of, first, date) in [
            (Edition::Koran, "2026-11-27", "2026-11-27", "2026-11-27"),
            (Edition::Majalah, "2026-11-16", "2026-11-16", "2026-11-22"),
            (Edition::Majalah, "2026-11-21", "2026-11-16", "2026-11-22"),
            (Edition::Majalah, "2026-11-22", "2026-11-16", "2026-11-22"),
            (Edition::Majalah, "2026-11-23", "2026-11-23", "2026-11-29"),
            (Edition::Majalah, "2027-01-01", "2026-12-28", "2027-01-03"),
        ] {
            let issue = Issue::of_day(edition, day(of)).unwrap();
            assert_eq!((issue.first_day(), issue.date()), (day(first), day(date)), "{of}");
        }
        assert_eq!(Issue::of_day(Edition::Online, day("2026-11-27")), None);
        assert_eq!(Issue::of_day(Edition::Majalah, NaiveDate::MAX), None);
    }

    #[test]
    fn the_cover_is_a_cover_story_else_a_picture_that_is_no_portrait() {
        for (cards, expected) in [
            (vec![pictured(card(1)), on_cover(card(2)), on_cover(pictured(card(3)))], 3),
            (vec![pictured(card(1)), on_cover(card(2))], 2),
            (vec![card(1), opinion(pictured(card(2))), pictured(card(3))], 3),
            (vec![opinion(pictured(card(1))), card(2)], 2),
            (vec![opinion(card(1)), opinion(card(2))], 1),
        ] {
            assert_eq!(choose(&cards).unwrap().id.as_str(), expected.to_string());
        }
        assert_eq!(choose(&[]), None);
    }
}
