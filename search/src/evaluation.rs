//! Measures the search: how high the article stands that answers a query.

use std::collections::HashSet;
use std::time::Duration;

use chrono::{DateTime, Utc};
use domain::article::{Article, ArticleId, Byline, CoverStory, Edition, Language, Teaser};
use domain::search::{PAGE, Scope, SearchQuery, SearchableArticle, words};
use serde::Serialize;

use crate::{Began, Error, Origin, SearchIndex};

/// Most articles whose headlines are looked for.
const HEADLINES: usize = 1_500;
/// Words of a headline that a hasty reader types.
const FIRST_WORDS: usize = 4;

/// A text to look for.
#[derive(Clone, Debug)]
pub struct Record {
    pub id: String,
    pub title: String,
    pub text: String,
}

/// A query, and the texts that answer it.
#[derive(Clone, Debug)]
pub struct Judged {
    pub query: String,
    pub relevant: HashSet<String>,
}

/// Figures of one task.
#[derive(Clone, Debug, Serialize)]
pub struct Row {
    pub name: &'static str,
    pub documents: usize,
    pub queries: usize,
    #[serde(rename = "mrr@10")]
    pub reciprocal_rank_10: f64,
    #[serde(rename = "hit@1")]
    pub hit_rate_1: f64,
    #[serde(rename = "hit@10")]
    pub hit_rate_10: f64,
    pub p50_us: f64,
    pub p99_us: f64,
}

/// Claims as they were posted, and the checks of them.
pub fn claims(checks: &[Record], judged: &[Judged], elapsed: &dyn Fn() -> Duration) -> Result<Row, Error> {
    let index = index_of(checks.iter().map(|check| (check, check.text.clone())))?;
    measure("claim -> fact check", &index, checks.len(), judged, elapsed)
}

/// Headlines, and articles that lack them.
pub fn headlines(news: &[Record], elapsed: &dyn Fn() -> Duration) -> Result<Row, Error> {
    let untitled: Vec<Record> =
        news.iter().map(|article| Record { title: String::new(), ..article.clone() }).collect();
    let texts = news.iter().map(|article| article.text.replace(&article.title, " "));
    let index = index_of(untitled.iter().zip(texts))?;
    let judged: Vec<_> = sample(news).map(|article| itself(article, article.title.clone())).collect();
    measure("headline -> article without it", &index, news.len(), &judged, elapsed)
}

/// The first words of headlines with one letter too few.
pub fn mistyped(news: &[Record], elapsed: &dyn Fn() -> Duration) -> Result<Row, Error> {
    let index = index_of(news.iter().map(|article| (article, article.text.clone())))?;
    let judged: Vec<_> = sample(news).map(|article| itself(article, mistype(&article.title))).collect();
    measure("first four words, one mistyped", &index, news.len(), &judged, elapsed)
}

fn sample(news: &[Record]) -> impl Iterator<Item = &Record> {
    news.iter().step_by(news.len().div_ceil(HEADLINES).max(1))
}

fn itself(article: &Record, query: String) -> Judged {
    Judged { query, relevant: HashSet::from([article.id.clone()]) }
}

/// The first words; the longest word of all lacks the letter in its middle, and stands behind them if it is not one of them.
fn mistype(title: &str) -> String {
    let mut words: Vec<String> = title.split_whitespace().map(str::to_owned).collect();
    let longest =
        (0..words.len()).rev().max_by_key(|place| words[*place].chars().count()).unwrap_or_default();
    let Some(word) = words.get_mut(longest) else { return String::new() };
    let middle = word.char_indices().nth(word.chars().count() / 2).map_or(0, |(at, _)| at);
    word.remove(middle);
    let last = words[longest].clone();
    let first = words.into_iter().take(FIRST_WORDS);
    first.chain((longest >= FIRST_WORDS).then_some(last)).collect::<Vec<_>>().join(" ")
}

fn index_of<'a>(records: impl Iterator<Item = (&'a Record, String)>) -> Result<SearchIndex, Error> {
    let index = SearchIndex::new(None);
    let origin = Origin { store: String::new(), policy: String::new() };
    let Began::Anew(mut writer) = index.begin(&origin, false)? else { return Ok(index) };
    for (record, text) in records {
        if let Some(article) = searchable(record, &text) {
            writer.put(&article)?;
        }
    }
    writer.finish(&index)?;
    Ok(index)
}

/// A free article of this text.
pub fn searchable(record: &Record, text: &str) -> Option<SearchableArticle> {
    let paragraphs: Vec<String> =
        text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
    let article = Article {
        id: ArticleId::parse(&record.id).ok()?,
        title: record.title.clone(),
        summary: None,
        published_at: DateTime::UNIX_EPOCH,
        updated_at: None,
        edition: Edition::Online,
        cover_story: CoverStory::No,
        section: None,
        topics: Vec::new(),
        byline: Byline::default(),
        picture: None,
        editor_pick: None,
        language: Language::Indonesian,
        corrections: Vec::new(),
        teaser: Teaser::of(&paragraphs),
    };
    Some(SearchableArticle { article, paragraphs, is_free: true })
}

fn measure(
    name: &'static str,
    index: &SearchIndex,
    documents: usize,
    judged: &[Judged],
    elapsed: &dyn Fn() -> Duration,
) -> Result<Row, Error> {
    let (mut reciprocal, mut first, mut any, mut times) = (0.0, 0.0, 0.0, Vec::new());
    for Judged { query, relevant } in judged.iter().filter(|judged| words(&judged.query).next().is_some()) {
        let query = SearchQuery { text: query.clone(), ..SearchQuery::default() };
        let began = elapsed();
        let found = index
            .search_here(&query, &Scope::Public, PAGE, DateTime::<Utc>::UNIX_EPOCH)
            .map_err(|error| Error::InternalError(error.to_string()))?;
        times.push(elapsed().saturating_sub(began).as_secs_f64() * 1e6);
        let place = found.ids.iter().position(|id| relevant.contains(id.as_str()));
        reciprocal += place.map_or(0.0, |place| 1.0 / count(place + 1));
        first += f64::from(u8::from(place == Some(0)));
        any += f64::from(u8::from(place.is_some()));
    }
    times.sort_by(f64::total_cmp);
    let queries = times.len();
    let at = |share: usize| times.get(queries * share / 100).copied().unwrap_or_default();
    let mean = |sum: f64| sum / count(queries.max(1));
    Ok(Row {
        name,
        documents,
        queries,
        reciprocal_rank_10: mean(reciprocal),
        hit_rate_1: mean(first),
        hit_rate_10: mean(any),
        p50_us: at(50),
        p99_us: at(99),
    })
}

#[expect(clippy::cast_precision_loss, reason = "nobody judges 2^53 queries")]
fn count(number: usize) -> f64 {
    number as f64
}
