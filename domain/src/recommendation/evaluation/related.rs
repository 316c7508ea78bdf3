//! Do related articles come out where editors put links in the text?

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

use super::baselines::Baselines;
use super::tally::Tally;
use super::{Clock, PLACES, Row, only, weight_of};
use crate::article::ArticleId;
use crate::recommendation::related::related as serve;
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

impl Record {
    /// When the list is asked for: editors add links for some hours.
    fn asked_at(&self) -> DateTime<Utc> {
        self.published_at.map_or(DateTime::<Utc>::MAX_UTC, |at| at + TimeDelta::hours(6))
    }

    /// Whether the editors could have linked another.
    pub(super) fn admits(&self, other: &Self) -> bool {
        let there = other.published_at.is_none_or(|at| at <= self.asked_at());
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
    let measure = |name: &str, rank: &dyn Fn(&Query) -> Vec<ArticleId>| {
        let mut tally = Tally::default();
        for query in &queries {
            let began = clock();
            let list = rank(query);
            tally.judge(list, &query.relevant, clock().saturating_sub(began));
        }
        tally.row(name, records.len())
    };
    let signals = SignalName::all().filter(|name| weight_of(*name, &settings.related) != 0.0);
    let lists = signals.map(|name| (name.as_str(), only(name)));
    let mut rows = Vec::new();
    for (name, weights) in [("blend", settings.related)].into_iter().chain(lists) {
        rows.push(measure(name, &|query| served(&index, records, &places, query, &weights)));
    }
    let baselines = Baselines::new(records, &queries);
    rows.extend(Baselines::NAMES.map(|name| measure(name, &|query| baselines.rank(name, query))));
    rows
}

fn queries(pairs: &[Pair], places: &HashMap<&ArticleId, usize>) -> Vec<Query> {
    let known = pairs.iter().filter_map(|pair| {
        let relevant: Vec<_> = pair.relevant.iter().filter(|id| places.contains_key(id)).cloned().collect();
        Some(Query { place: *places.get(&pair.query)?, relevant })
    });
    known.filter(|query| !query.relevant.is_empty()).collect()
}

fn served(
    index: &Index,
    records: &[Record],
    places: &HashMap<&ArticleId, usize>,
    query: &Query,
    weights: &Weights,
) -> Vec<ArticleId> {
    let record = &records[query.place];
    let admits = |id: &ArticleId| places.get(id).is_some_and(|place| record.admits(&records[*place]));
    let question =
        Question { weights, exclude: &[], now: record.asked_at(), wanted: PLACES, admits: &admits };
    serve(index, &record.id, &question).into_iter().map(|ranked| ranked.id).collect()
}
