//! The top of the front page, in one of three layouts.

use chrono::{DateTime, TimeDelta, Utc};

use super::Paper;
use crate::article::{Card, CoverStory};
use crate::label::{Section, Topic};
use crate::shown::Shown;

/// Stories of one topic within [`HOURS`] that make it breaking news, and how many of them stand on top.
const BREAKING: usize = 3;
const OF_BREAKING: usize = 5;
const HOURS: TimeDelta = TimeDelta::hours(8);
/// Age of the oldest story that stands below breaking news.
const DAY: TimeDelta = TimeDelta::hours(24);
/// Time for which a cover story or a pick can lead the page.
const LEADS_FOR: TimeDelta = TimeDelta::hours(36);
/// Stories below the one that leads.
const BELOW: usize = 3;

/// The stories on top of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Top {
    pub layout: TopLayout,
    pub lead: Card,
    /// The equal of a [`TopLayout::Pair`]; `None` in other layouts.
    pub second: Option<Card>,
    /// Stories below; of the same topic if it is breaking. All have pictures, or none.
    pub below: Vec<Card>,
}

/// Layouts of the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TopLayout {
    /// One great story.
    Story,
    /// Two of equal weight.
    Pair,
    /// Several on one subject.
    Breaking(Topic),
}

/// Stories of the last day, if enough of them are new enough to be breaking news.
pub(super) fn of_the_day(newest: &[Card], now: DateTime<Utc>) -> &[Card] {
    let younger_than = |age| newest.iter().take_while(|card| now - card.published_at <= age).count();
    if younger_than(HOURS) < BREAKING { &[] } else { &newest[..younger_than(DAY)] }
}

impl Top {
    /// Several stories of one topic within hours are breaking news; else a new cover story or pick with a picture leads alone; else
    /// the two newest with pictures are equals. `None` if there is no story at all.
    pub(super) fn of(paper: &Paper, now: DateTime<Utc>, shown: &mut Shown) -> Option<Self> {
        if let Some(top) = Self::breaking(paper, now, shown) {
            return Some(top);
        }
        // A portrait is no picture of the news.
        let is_opinion = |card: &Card| card.section.as_ref().is_some_and(Section::is_opinion);
        let news: Vec<Card> = paper.newest.iter().filter(|card| !is_opinion(card)).cloned().collect();
        let newest = if news.is_empty() { &paper.newest } else { &news };
        let is_great = |card: &Card| {
            let is_picked = paper.picks.iter().any(|pick| pick.id == card.id);
            shown.has_new_picture(card) && (card.cover_story == CoverStory::Yes || is_picked)
        };
        let great =
            newest.iter().take_while(|card| now - card.published_at <= LEADS_FOR).find(|card| is_great(card));
        if let Some(great) = great.cloned() {
            let lead = shown.take_one(&great)?;
            return Some(Self { layout: TopLayout::Story, lead, second: None, below: below(newest, shown) });
        }
        let mut pair = shown.take_pictured(newest, 2);
        let second = (pair.len() == 2).then(|| pair.remove(1));
        let lead = pair.pop().or_else(|| shown.take(newest, 1).pop())?;
        let layout = if second.is_some() { TopLayout::Pair } else { TopLayout::Story };
        let below = if second.is_some() { Vec::new() } else { below(newest, shown) };
        Some(Self { layout, lead, second, below })
    }

    fn breaking(paper: &Paper, now: DateTime<Utc>, shown: &mut Shown) -> Option<Self> {
        let of_the_day = of_the_day(&paper.newest, now);
        let of = |topic: &Topic| -> Vec<Card> {
            let has =
                |card: &Card| paper.topics.iter().any(|(id, own)| *id == card.id && own.slug == topic.slug);
            of_the_day.iter().filter(|card| has(card)).cloned().collect()
        };
        let new = |cards: &[Card]| cards.iter().take_while(|card| now - card.published_at <= HOURS).count();
        // Of equals, the topic that the newest story names first.
        let topics = paper.topics.iter().map(|(_, topic)| topic);
        let (topic, cards) = topics
            .map(|topic| (topic, of(topic)))
            .reduce(|best, other| if new(&other.1) > new(&best.1) { other } else { best })?;
        if new(&cards) < BREAKING {
            return None;
        }
        let newest = &cards[..new(&cards)];
        let lead = shown.take_pictured(newest, 1).pop().or_else(|| shown.take(newest, 1).pop())?;
        let below = shown.take_words(&cards, OF_BREAKING - 1);
        Some(Self { layout: TopLayout::Breaking(topic.clone()), lead, second: None, below })
    }
}

/// Stories with pictures if there are enough, else as many in words only.
fn below(newest: &[Card], shown: &mut Shown) -> Vec<Card> {
    let mut trial = shown.clone();
    let pictured = trial.take_pictured(newest, BELOW);
    if pictured.len() == BELOW {
        *shown = trial;
        return pictured;
    }
    shown.take_words(newest, BELOW)
}
