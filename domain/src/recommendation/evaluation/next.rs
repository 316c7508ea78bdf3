//! Does what a reader opens next stand in the list? One pass in time order: every list knows earlier clicks only.

mod events;

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::tally::Tally;
use super::{Clock, PLACES, Row, only, weight_of};
use crate::article::ArticleId;
use crate::recommendation::next::next as serve;
use crate::recommendation::scene::Question;
use crate::recommendation::{Facts, Index, Settings, SignalName, Weights};

use events::{Kind, sampled};

/// A reader opened an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Click {
    /// When.
    pub at: DateTime<Utc>,
    /// In which visit.
    pub session: u32,
    /// What.
    pub article: ArticleId,
}

/// Which clicks are guessed. The ones before are learnt from only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// Hours since the first midnight, the first one.
    pub from_hours: u32,
    /// The hour at which it is over.
    pub to_hours: u32,
    /// How many clicks within a visit are guessed, chosen evenly and always the same.
    pub next_clicks: usize,
    /// How many first clicks of visits.
    pub first_clicks: usize,
}

impl Default for Window {
    fn default() -> Self {
        Self { from_hours: 96, to_hours: 144, next_clicks: 20_000, first_clicks: 10_000 }
    }
}

/// Rankings to compare, each with the index that it asks.
struct Contest {
    served: Index,
    /// Popularity that never fades.
    of_all_time: Index,
    /// The names and weights of the lists by the served index.
    lists: Vec<(&'static str, Weights)>,
    next: Vec<Tally>,
    first: Vec<Tally>,
}

/// The baselines behind the lists of the served index.
const BASELINES: [&str; 2] = ["popularity, all time", "recency"];
const ALL_TIME_MINUTES: f64 = 1e12;

/// Measures the list that is served, each of its signals alone and plain baselines: first for the next click
/// of a visit, then for the first.
pub fn next(clicks: &[Click], window: Window, settings: &Settings, clock: Clock) -> Vec<Row> {
    let mut contest = Contest::new(settings);
    let sample = sampled(clicks, window);
    let mut sessions: HashMap<u32, Vec<ArticleId>> = HashMap::new();
    let mut active = HashSet::new();
    let end = window.end(clicks);
    for (place, click) in clicks.iter().enumerate().take_while(|(_, click)| click.at < end) {
        let past = sessions.entry(click.session).or_default();
        match sample.get(&place) {
            Some(Kind::Next) => contest.judge(click, past, clock),
            Some(Kind::First) => contest.judge(click, &[], clock),
            None => {}
        }
        if click.at >= window.start(clicks) {
            active.insert(&click.article);
        }
        contest.learn(click, past.last());
        past.push(click.article.clone());
    }
    contest.rows(active.len())
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

impl Contest {
    fn new(settings: &Settings) -> Self {
        let signals = [SignalName::ReadNext, SignalName::ReadNow, SignalName::Newest];
        let heard = signals.into_iter().filter(|name| weight_of(*name, &settings.next) != 0.0);
        let alone = heard.map(|name| (name.as_str(), only(name)));
        let lists: Vec<_> = [("blend", settings.next)].into_iter().chain(alone).collect();
        let of_all_time = Settings { read_now_half_life_minutes: ALL_TIME_MINUTES, ..settings.clone() };
        let tallies = || std::iter::repeat_with(Tally::default).take(lists.len() + BASELINES.len()).collect();
        let (next, first) = (tallies(), tallies());
        Self {
            served: Index::new(settings.clone()),
            of_all_time: Index::new(of_all_time),
            lists,
            next,
            first,
        }
    }

    /// Makes every list before the click and looks where it stands.
    fn judge(&mut self, click: &Click, past: &[ArticleId], time: Clock) {
        let tallies = if past.is_empty() { &mut self.first } else { &mut self.next };
        let popular = only(SignalName::ReadNow);
        let recent = only(SignalName::Newest);
        let lists = self.lists.iter().map(|(_, weights)| (&self.served, weights, past.last()));
        // The baselines know no article: they are the same for everyone.
        let baselines = [(&self.of_all_time, &popular, None), (&self.served, &recent, None)];
        for ((index, weights, article), tally) in lists.chain(baselines).zip(tallies) {
            let question =
                Question { weights, exclude: past, now: click.at, wanted: PLACES, admits: &|_| true };
            let began = time();
            let list = serve(index, article, &question);
            let took = time().saturating_sub(began);
            let list = list.into_iter().map(|ranked| ranked.id).collect();
            tally.judge(list, std::slice::from_ref(&click.article), took);
        }
    }

    fn learn(&mut self, click: &Click, previous: Option<&ArticleId>) {
        for index in [&mut self.served, &mut self.of_all_time] {
            if !index.knows(&click.article) {
                index.insert(&unwritten(click));
            }
            index.note(previous, &click.article, click.at, 1);
        }
    }

    fn rows(self, articles: usize) -> Vec<Row> {
        let names: Vec<&str> = self.lists.iter().map(|(name, _)| *name).chain(BASELINES).collect();
        let next = names.iter().zip(self.next).map(|(name, tally)| tally.row(name, articles));
        let first = names.iter().zip(self.first).filter(|(name, _)| **name != "read_next");
        let first = first.map(|(name, tally)| tally.row(&format!("{name}, first click"), articles));
        next.chain(first).collect()
    }
}

/// An article of which nothing is known but that it was clicked: it came with its first click.
fn unwritten(click: &Click) -> Facts {
    Facts {
        id: click.article.clone(),
        title: String::new(),
        summary: None,
        body: String::new(),
        section: None,
        topics: vec![],
        published_at: click.at,
        picture: None,
        editor_pick: None,
    }
}
