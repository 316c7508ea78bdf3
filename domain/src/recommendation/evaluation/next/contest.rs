//! All rankings that are compared, and what each of them knows.

use std::collections::HashSet;

use super::Click;
use super::bands::Band;
use super::neighbours::{SessionKnn, Stan};
use super::rules::{ItemKnn, SequentialRules};
use super::visits::{Baseline, Visits};
use crate::article::ArticleId;
use crate::recommendation::beside::beside;
use crate::recommendation::context::RankingQuery;
use crate::recommendation::evaluation::tally::Tally;
use crate::recommendation::evaluation::{Clock, PLACES, Row, only, weight_of};
use crate::recommendation::{ArticleFeatures, Index, Settings, SignalName, Weights};
use crate::recommendations::WANTED;

/// Popularity that never fades.
const ALL_TIME_MINUTES: f64 = 1e12;
const POPULARITY: &str = "popularity, all time";

/// A ranking by an index: its name, which one it asks, and with what weights.
struct List {
    name: &'static str,
    index: usize,
    weights: Weights,
    next: Tally,
    first: Tally,
}

pub(super) struct Contest {
    /// The served one, the same without a place for what has just come, and one that forgets nothing.
    indexes: [Index; 3],
    lists: Vec<List>,
    /// The first two lists, by the age of what was opened.
    bands: Vec<(Band, [Tally; 2])>,
    visits: Visits,
    baselines: Vec<(Box<dyn Baseline>, Tally)>,
}

impl Contest {
    pub(super) fn new(settings: &Settings) -> Self {
        let signals = [SignalName::ReadNext, SignalName::ReadNow, SignalName::Newest];
        let heard = signals.into_iter().filter(|name| weight_of(*name, &settings.next) != 0.0);
        let list = |name, index, weights| List {
            name,
            index,
            weights,
            next: Tally::default(),
            first: Tally::default(),
        };
        let mut lists =
            vec![list("blend", 0, settings.next), list("blend, no fresh place", 1, settings.next)];
        lists.extend(heard.map(|name| list(name.as_str(), 1, only(name))));
        lists.push(list(POPULARITY, 2, only(SignalName::ReadNow)));
        let no_fresh_place = Settings { fresh_place: 0, ..settings.clone() };
        let of_all_time = Settings { read_now_half_life_minutes: ALL_TIME_MINUTES, ..no_fresh_place.clone() };
        let baselines: [Box<dyn Baseline>; 4] = [
            Box::new(SequentialRules::default()),
            Box::new(ItemKnn::default()),
            Box::new(SessionKnn),
            Box::new(Stan),
        ];
        Self {
            indexes: [settings.clone(), no_fresh_place, of_all_time].map(Index::new),
            lists,
            bands: Band::ALL.into_iter().map(|band| (band, Default::default())).collect(),
            visits: Visits::default(),
            baselines: baselines.into_iter().map(|baseline| (baseline, Tally::default())).collect(),
        }
    }

    /// Makes every list before a click within a visit, and looks where the click stands.
    pub(super) fn judge_next(&mut self, click: &Click, visit: &[ArticleId], time: Clock) {
        let right = std::slice::from_ref(&click.article);
        let band = self.visits.age(click).map(Band::of);
        for (place, list) in self.lists.iter_mut().enumerate() {
            let (ids, took) = ask(&self.indexes[list.index], &list.weights, visit.last(), click, time);
            if place < 2
                && let Some((_, tallies)) = self.bands.iter_mut().find(|(of, _)| Some(*of) == band)
            {
                tallies[place].judge(ids.clone(), right, took);
            }
            list.next.judge(ids, right, took);
        }
        // What they leave empty is filled with what is read now, so that none of them loses by short lists.
        let (popular, _) = ask(&self.indexes[1], &only(SignalName::ReadNow), None, click, time);
        for (baseline, tally) in &mut self.baselines {
            let began = time();
            let ids = self.visits.rank(&**baseline, visit, click, &popular);
            tally.judge(ids, right, time().saturating_sub(began));
        }
    }

    /// The same before the first click of a visit: no list knows an article then.
    pub(super) fn judge_first(&mut self, click: &Click, time: Clock) {
        for list in &mut self.lists {
            let (ids, took) = ask(&self.indexes[list.index], &list.weights, None, click, time);
            list.first.judge(ids, std::slice::from_ref(&click.article), took);
        }
    }

    pub(super) fn learn(&mut self, click: &Click, previous: Option<&ArticleId>) {
        for index in &mut self.indexes {
            if !index.knows(&click.article) {
                index.insert(&unwritten(click));
            }
            index.record(previous, &click.article, click.at, 1);
        }
        let visit = self.visits.learn(click);
        for (baseline, _) in &mut self.baselines {
            baseline.learn(&visit, click.at);
        }
    }

    pub(super) fn rows(self, opened: &HashSet<&ArticleId>) -> Vec<Row> {
        let (mut next, mut first) = (Vec::new(), Vec::new());
        for list in self.lists {
            next.push(list.next.row(list.name, opened));
            if list.name != SignalName::ReadNext.as_str() {
                first.push(list.first.row(&format!("{}, first click", list.name), opened));
            }
        }
        next.extend(self.baselines.into_iter().map(|(baseline, tally)| tally.row(baseline.name(), opened)));
        for (band, tallies) in self.bands {
            let names = ["blend", "blend, no fresh place"].map(|name| format!("{name}, {}", band.as_str()));
            next.extend(tallies.into_iter().zip(names).map(|(tally, name)| tally.row(&name, opened)));
        }
        next.extend(first);
        next
    }
}

/// The first places of the page's list, and how long both lists took.
fn ask(
    index: &Index,
    weights: &Weights,
    article: Option<&ArticleId>,
    click: &Click,
    time: Clock,
) -> (Vec<ArticleId>, std::time::Duration) {
    let settings = index.settings();
    let query = RankingQuery {
        related: &settings.related,
        next: weights,
        least_related: settings.least_related,
        now: click.at,
        wanted: WANTED,
        admits: &|_| true,
    };
    let began = time();
    let list = beside(index, article, &query).next;
    let took = time().saturating_sub(began);
    (list.into_iter().take(PLACES as usize).map(|ranked| ranked.id).collect(), took)
}

/// An article of which nothing is known but that it was clicked: it came with its first click.
fn unwritten(click: &Click) -> ArticleFeatures {
    ArticleFeatures {
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
