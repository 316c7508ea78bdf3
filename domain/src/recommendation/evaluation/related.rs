//! Do related articles come out where editors put links in the text?

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::baselines::Baselines;
use super::tally::Tally;
use super::{Clock, Row, only, weight_of};
use crate::article::ArticleId;
use crate::recommendation::beside::beside;
use crate::recommendation::context::RankingQuery;
use crate::recommendation::{ArticleFeatures, Index, Loader, Settings, SignalName, Weights};
use crate::recommendations::WANTED;
use crate::slug::Slug;

/// An article of any publication.
#[derive(Clone, Debug)]
pub struct Record {
    pub id: ArticleId,
    /// The headline.
    pub title: String,
    /// Plain text.
    pub body: String,
    /// Its part of the paper.
    pub section: Option<String>,
    /// Name of the publication; links stay within it.
    pub publication: String,
    /// Time of publication, if known.
    pub published_at: Option<DateTime<Utc>>,
}

/// Links that the editors put into the text of an article.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The article.
    pub query: ArticleId,
    /// Articles that they link to.
    pub relevant: Vec<ArticleId>,
}

/// Articles that a list may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Protocol {
    /// Articles published up to six hours later too, because editors add links for some time. Many of these could not have been linked.
    SixHoursLater,
    /// Only articles that existed when the current one was published.
    Earlier,
    /// Earlier articles that editors linked from any article. A page cannot know which those are, so this is an easier question, for
    /// comparison.
    EarlierLinked,
}

impl Protocol {
    pub(super) const ALL: [Self; 3] = [Self::SixHoursLater, Self::Earlier, Self::EarlierLinked];

    /// Text after the name of a row.
    fn suffix(self) -> &'static str {
        match self {
            Self::SixHoursLater => "",
            Self::Earlier => ", earlier only",
            Self::EarlierLinked => ", earlier linked only",
        }
    }
}

impl Record {
    /// Time at which the list is requested.
    fn asked_at(&self, protocol: Protocol) -> DateTime<Utc> {
        let hours = if protocol == Protocol::SixHoursLater { 6 } else { 0 };
        self.published_at.map_or(DateTime::<Utc>::MAX_UTC, |at| at + TimeDelta::hours(hours))
    }

    fn features(&self) -> ArticleFeatures {
        ArticleFeatures {
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

/// All records, and what is asked of them.
pub(super) struct Corpus<'a> {
    pub(super) records: &'a [Record],
    pub(super) queries: Vec<Query>,
    places: HashMap<&'a ArticleId, usize>,
    /// Articles that editors linked from any article.
    linked: HashSet<ArticleId>,
}

impl<'a> Corpus<'a> {
    fn new(records: &'a [Record], pairs: &[Pair]) -> Self {
        let places: HashMap<_, _> =
            records.iter().enumerate().map(|(place, record)| (&record.id, place)).collect();
        let known = pairs.iter().filter_map(|pair| {
            let relevant: Vec<_> =
                pair.relevant.iter().filter(|id| places.contains_key(id)).cloned().collect();
            Some(Query { place: *places.get(&pair.query)?, relevant })
        });
        let queries: Vec<Query> = known.filter(|query| !query.relevant.is_empty()).collect();
        let linked = queries.iter().flat_map(|query| query.relevant.iter().cloned()).collect();
        Self { records, queries, places, linked }
    }

    /// Whether the editors could have linked another.
    pub(super) fn admits(&self, query: &Query, other: &Record, protocol: Protocol) -> bool {
        let record = &self.records[query.place];
        let there = other.published_at.is_none_or(|at| at <= record.asked_at(protocol));
        let linkable = protocol != Protocol::EarlierLinked || self.linked.contains(&other.id);
        record.id != other.id && record.publication == other.publication && there && linkable
    }

    fn admits_id(&self, query: &Query, other: &ArticleId, protocol: Protocol) -> bool {
        self.places.get(other).is_some_and(|place| self.admits(query, &self.records[*place], protocol))
    }

    /// Articles that the editors linked, of those that the protocol allows.
    fn right(&self, query: &Query, protocol: Protocol) -> Vec<ArticleId> {
        // Of six hours later all are asked for, also what was linked days later and cannot be found.
        let all = protocol == Protocol::SixHoursLater;
        let asked = query.relevant.iter().filter(|id| all || self.admits_id(query, id, protocol));
        asked.cloned().collect()
    }
}

/// Measures the list that is served, each of its signals alone and plain baselines.
pub fn related(records: &[Record], pairs: &[Pair], settings: &Settings, clock: Clock) -> Vec<Row> {
    let mut loader = Loader::new(settings.clone());
    for record in records {
        loader.add(&record.features());
    }
    let index = loader.finish();
    let corpus = Corpus::new(records, pairs);
    let known = records.iter().map(|record| &record.id).collect();
    let measure = |name: String, protocol, rank: &dyn Fn(&Query) -> Vec<ArticleId>| {
        let mut tally = Tally::default();
        for query in &corpus.queries {
            let right = corpus.right(query, protocol);
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
    let baselines = Baselines::new(&corpus);
    let mut rows = Vec::new();
    for protocol in Protocol::ALL {
        let name = |name: &str| format!("{name}{}", protocol.suffix());
        for (list, weights) in &lists {
            let rank = |query: &Query| served(&index, &corpus, query, weights, protocol);
            rows.push(measure(name(list), protocol, &rank));
        }
        let baseline = |of: &&str| measure(name(of), protocol, &|query| baselines.rank(of, query, protocol));
        rows.extend(Baselines::NAMES.iter().map(baseline));
    }
    rows
}

/// List that the page of the article would show, of the articles that the protocol allows.
fn served(
    index: &Index,
    corpus: &Corpus,
    query: &Query,
    weights: &Weights,
    protocol: Protocol,
) -> Vec<ArticleId> {
    let record = &corpus.records[query.place];
    let admits = |id: &ArticleId| corpus.admits_id(query, id, protocol);
    let now = record.asked_at(protocol);
    let settings = index.settings();
    // The floor is one of the served scores: a signal alone has other ones.
    let least_related = if *weights == settings.related { settings.least_related } else { 0.0 };
    let query = RankingQuery {
        related: weights,
        next: &settings.next,
        least_related,
        now,
        wanted: WANTED,
        admits: &admits,
    };
    beside(index, Some(&record.id), &query).related.into_iter().map(|ranked| ranked.id).collect()
}
