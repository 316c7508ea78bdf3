//! Does what a reader opens next stand in the list? One pass in time order: every list knows earlier clicks only.

mod bands;
mod contest;
mod events;
mod neighbours;
mod rules;
mod visits;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::{Clock, Row};
use crate::article::ArticleId;
use crate::recommendation::Settings;

use contest::Contest;
use events::{Kind, sampled};

/// A reader opened an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Click {
    pub at: DateTime<Utc>,
    /// Number of the visit.
    pub session: u32,
    /// Article that was opened.
    pub article: ArticleId,
}

/// Clicks to predict. Earlier clicks only serve as training data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Hours since the first midnight, the first one.
    pub from_hours: u32,
    /// The hour at which it is over.
    pub to_hours: u32,
    /// Number of clicks within a visit to predict, chosen at equal distances and the same in every run.
    pub next_clicks: usize,
    /// Number of first clicks of visits to predict.
    pub first_clicks: usize,
}

impl Default for Window {
    fn default() -> Self {
        Self { from_hours: 96, to_hours: 144, next_clicks: 20_000, first_clicks: 10_000 }
    }
}

impl Window {
    fn start(self, clicks: &[Click]) -> DateTime<Utc> {
        midnight(clicks) + TimeDelta::hours(self.from_hours.into())
    }

    fn end(self, clicks: &[Click]) -> DateTime<Utc> {
        midnight(clicks) + TimeDelta::hours(self.to_hours.into())
    }
}

fn midnight(clicks: &[Click]) -> DateTime<Utc> {
    let first = clicks.first().map_or(DateTime::UNIX_EPOCH, |click| click.at);
    first.date_naive().and_time(chrono::NaiveTime::MIN).and_utc()
}

/// Measures the list that is served, each of its signals alone and the field's baselines: for the next click of a visit, by the age of
/// what was opened, and for the first click.
///
/// A page is the same for everyone, so the served list knows the article alone; the baselines know the whole visit.
pub fn next(clicks: &[Click], window: Window, settings: &Settings, clock: Clock) -> Vec<Row> {
    let mut contest = Contest::new(settings);
    let sample = sampled(clicks, window);
    let mut visits: HashMap<u32, Vec<ArticleId>> = HashMap::new();
    let mut opened = HashSet::new();
    let end = window.end(clicks);
    for (place, click) in clicks.iter().enumerate().take_while(|(_, click)| click.at < end) {
        let visit = visits.entry(click.session).or_default();
        match sample.get(&place) {
            Some(Kind::Next) => contest.judge_next(click, visit, clock),
            Some(Kind::First) => contest.judge_first(click, clock),
            None => {}
        }
        if click.at >= window.start(clicks) {
            opened.insert(&click.article);
        }
        contest.learn(click, visit.last());
        visit.push(click.article.clone());
    }
    contest.rows(&opened)
}
