//! Do related articles come out where editors put links in the text?

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::baselines::Baselines;
use super::tally::Tally;
use super::{Clock, Row, only, weight_of};
use crate::article::ArticleId;
use crate::rails::WANTED;
use crate::recommendation::beside::beside;
use crate::recommendation::scene::Question;
use crate::recommendation::{Facts, Index, Loader, Settings, SignalName, Weights};
use crate::slug::Slug;

/// An article of any publication.
#[derive(Clone, Debug)]
pub struct Record {
    /// Which.
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// Plain text.
    pub body: String,
    /// Its part of the paper.
    pub section: Option<String>,
    /// Whose it is; links stay within a publication.
    pub publication: String,
    /// When it was published, where that is known.
    pub published_at: Option<DateTime<Utc>>,
}

/// What the editors linked from the text of an article.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The article.
    pub query: ArticleId,
    /// What they linked.
    pub relevant: Vec<ArticleId>,
}

/// Which articles may answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protocol {
    /// Those of the next six hours too, as editors add links for some time: many of these are false friends, which nobody could link.
    SixHoursLater,
    /// Those only that were there when the article was published.
    Earlier,
}

impl Protocol {
    pub(super) const ALL: [Self; 2] = [Self::SixHoursLater, Self::Earlier];

    /// What stands behind the name of a row.
    fn suffix(self) -> &'static str {
        match self {
            Self::SixHoursLater => "",
            Self::Earlier => ", earlier only",
        }
    }
}

impl Record {
    /// When the list is asked for.
    fn asked_at(&self, protocol: Protocol) -> DateTime<Utc> {
        let hours = if protocol == Protocol::SixHoursLater { 6 } else { 0 };
        self.published_at.map_or(DateTime::<Utc>::MAX_UTC, |at| at + TimeDelta::hours(hours))
    }

    /// Whether the editors could have linked another.
    pub(super) fn admits(&self, other: &Self, protocol: Protocol) -> bool {
        let there = other.published_at.is_none_or(|at| at <= self.asked_at(protocol));
        self.id != other.id && self.publication == other.publication && there
    }

    fn facts(&self) -> Facts {
        Facts {
            id: self.id.clone(),
            title: self.title.clone(),
            summary: None,
            body: self.body.clone(),
            section: self.section.as_deref().and_then(Slug::from_text),
            topics: vec![],
            // Without a date it was always there.
            published_at: self.published_at.unwrap_or(DateTime::UNIX_EPOCH),
            picture: None,
            editor_pick: None,
        }
    }
}

/// A pair whose articles are all there.
pub(super) struct Query {
    /// The place of the article among the records.
    pub(super) place: usize,
    pub(super) relevant: Vec<ArticleId>,
}

impl Query {
    /// What the editors linked, as far as it may answer.
    fn right(
        &self,
        records: &[Record],
        places: &HashMap<&ArticleId, usize>,
        protocol: Protocol,
    ) -> Vec<ArticleId> {
        let may_answer = |id: &&ArticleId| {
            let other = places.get(id).map(|place| &records[*place]);
            other.is_some_and(|other| records[self.place].admits(other, protocol))
        };
        match protocol {
            // All are asked for, also what was linked days later and cannot be found.
            Protocol::SixHoursLater => self.relevant.clone(),
            Protocol::Earlier => self.relevant.iter().filter(may_answer).cloned().collect(),
        }
    }
}

/// Measures the list that is served, each of its signals alone and plain baselines.
pub fn related(records: &[Record], pairs: &[Pair], settings: &Settings, clock: Clock) -> Vec<Row> {
    let mut loader = Loader::new(settings.clone());
    for record in records {
        loader.add(&record.facts());
    }
    let index = loader.finish();
    let places: HashMap<&ArticleId, usize> =
        records.iter().enumerate().map(|(place, record)| (&record.id, place)).collect();
    let queries = queries(pairs, &places);
    let known = records.iter().map(|record| &record.id).collect();
    let measure = |name: String, protocol, rank: &dyn Fn(&Query) -> Vec<ArticleId>| {
        let mut tally = Tally::default();
        for query in &queries {
            let right = query.right(records, &places, protocol);
            if right.is_empty() {
                continue;
            }
            let began = clock();
            let list = rank(query);
            tally.judge(list, &right, clock().saturating_sub(began));
        }
        tally.row(&name, &known)
    };
    let signals = SignalName::all().filter(|name| weight_of(*name, &settings.related) != 0.0);
    let alone = signals.map(|name| (name.as_str(), only(name)));
    let lists: Vec<_> = [("blend", settings.related)].into_iter().chain(alone).collect();
    let baselines = Baselines::new(records, &queries);
    let mut rows = Vec::new();
    for protocol in Protocol::ALL {
        let name = |name: &str| format!("{name}{}", protocol.suffix());
        for (list, weights) in &lists {
            let rank = |query: &Query| served(&index, records, &places, query, weights, protocol);
            rows.push(measure(name(list), protocol, &rank));
        }
        let baseline = |of: &&str| measure(name(of), protocol, &|query| baselines.rank(of, query, protocol));
        rows.extend(Baselines::NAMES.iter().map(baseline));
    }
    rows
}

fn queries(pairs: &[Pair], places: &HashMap<&ArticleId, usize>) -> Vec<Query> {
    let known = pairs.iter().filter_map(|pair| {
        let relevant: Vec<_> = pair.relevant.iter().filter(|id| places.contains_key(id)).cloned().collect();
        Some(Query { place: *places.get(&pair.query)?, relevant })
    });
    known.filter(|query| !query.relevant.is_empty()).collect()
}

/// What the page of the article shows, of those that may answer.
fn served(
    index: &Index,
    records: &[Record],
    places: &HashMap<&ArticleId, usize>,
    query: &Query,
    weights: &Weights,
    protocol: Protocol,
) -> Vec<ArticleId> {
    let record = &records[query.place];
    let admits =
        |id: &ArticleId| places.get(id).is_some_and(|place| record.admits(&records[*place], protocol));
    let now = record.asked_at(protocol);
    let settings = index.settings();
    // The floor is one of the served scores: a signal alone has other ones.
    let least_related = if *weights == settings.related { settings.least_related } else { 0.0 };
    let question = Question {
        related: weights,
        next: &settings.next,
        least_related,
        now,
        wanted: WANTED,
        admits: &admits,
    };
    beside(index, Some(&record.id), &question).related.into_iter().map(|ranked| ranked.id).collect()
}
