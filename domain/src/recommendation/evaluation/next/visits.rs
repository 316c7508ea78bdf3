//! Data about earlier visits that the baselines use.

use std::collections::{HashMap, HashSet, VecDeque};

use chrono::{DateTime, TimeDelta, Utc};

use super::Click;
use crate::article::ArticleId;
use crate::recommendation::evaluation::PLACES;

/// Of how many visits with an article the latest are remembered.
const OF_ARTICLE: usize = 500;

/// Scores by the number of the article.
pub(super) type Scores = HashMap<u32, f64>;

/// A way to guess the next click that knows the visit so far.
pub(super) trait Baseline {
    /// Its name in the field.
    fn name(&self) -> &'static str;

    /// Scores of the articles to open after this visit, whose last article is the latest.
    fn scores(&self, visits: &Visits, visit: &[u32], at: DateTime<Utc>) -> Scores;

    /// Learns from the last click of a visit.
    fn learn(&mut self, _visit: &[u32], _at: DateTime<Utc>) {}
}

/// A visit, as far as it has come.
pub(super) struct Visit {
    pub(super) articles: Vec<u32>,
    pub(super) last_at: DateTime<Utc>,
}

/// All earlier visits. Articles go by numbers.
#[derive(Default)]
pub(super) struct Visits {
    numbers: HashMap<ArticleId, u32>,
    ids: Vec<ArticleId>,
    first_at: Vec<DateTime<Utc>>,
    pub(super) all: Vec<Visit>,
    places: HashMap<u32, usize>,
    /// By article, the places of the latest visits that have it.
    of_article: Vec<VecDeque<usize>>,
}

impl Visits {
    /// Age of an article when it is opened; `None` for one that was not opened before.
    pub(super) fn age(&self, click: &Click) -> Option<TimeDelta> {
        let number = self.numbers.get(&click.article)?;
        Some(click.at - self.first_at[*number as usize])
    }

    /// The latest visits that have an article, the latest last.
    pub(super) fn with(&self, article: u32) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.of_article[article as usize].iter().copied()
    }

    /// Logarithm of the number of all visits divided by the number of the latest visits with this article (idf).
    pub(super) fn rarity(&self, article: u32) -> f64 {
        let count = |len: usize| f64::from(u32::try_from(len).unwrap_or(u32::MAX));
        (count(self.all.len()) / count(self.of_article[article as usize].len()).max(1.0)).ln()
    }

    /// Notes a click, and gives its visit.
    pub(super) fn learn(&mut self, click: &Click) -> Vec<u32> {
        let number = self.number(click);
        let place = *self.places.entry(click.session).or_insert(self.all.len());
        if place == self.all.len() {
            self.all.push(Visit { articles: Vec::new(), last_at: click.at });
        }
        let visit = &mut self.all[place];
        if !visit.articles.contains(&number) {
            let latest = &mut self.of_article[number as usize];
            latest.push_back(place);
            if latest.len() > OF_ARTICLE {
                latest.pop_front();
            }
        }
        visit.articles.push(number);
        visit.last_at = click.at;
        visit.articles.clone()
    }

    fn number(&mut self, click: &Click) -> u32 {
        if let Some(number) = self.numbers.get(&click.article) {
            return *number;
        }
        let number = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.numbers.insert(click.article.clone(), number);
        self.ids.push(click.article.clone());
        self.first_at.push(click.at);
        self.of_article.push(VecDeque::new());
        number
    }

    /// The list of a baseline, without what the visit had, filled up with `popular`.
    pub(super) fn rank(
        &self,
        baseline: &dyn Baseline,
        visit: &[ArticleId],
        click: &Click,
        popular: &[ArticleId],
    ) -> Vec<ArticleId> {
        let read: Vec<u32> = visit.iter().filter_map(|id| self.numbers.get(id).copied()).collect();
        let scores = baseline.scores(self, &read, click.at);
        let mut ranked: Vec<(u32, f64)> =
            scores.into_iter().filter(|(number, score)| *score > 0.0 && !read.contains(number)).collect();
        ranked.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        let ranked = ranked.into_iter().map(|(number, _)| self.ids[number as usize].clone());
        let fill = popular.iter().filter(|id| !visit.contains(id)).cloned();
        let mut seen = HashSet::new();
        let all = ranked.take(PLACES as usize).chain(fill);
        all.filter(|id| seen.insert(id.clone())).take(PLACES as usize).collect()
    }
}
