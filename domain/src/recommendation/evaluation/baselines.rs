//! Plain ways to choose related articles, to compare with.

use std::collections::HashMap;

use super::PLACES;
use super::related::{Corpus, Protocol, Query};
use super::texts::Texts;
use crate::article::ArticleId;

/// Ranks all records that may answer a query.
pub(super) struct Baselines<'a> {
    corpus: &'a Corpus<'a>,
    texts: Texts,
    /// Number of articles from which the editors link to each article.
    links: HashMap<&'a ArticleId, u32>,
}

impl<'a> Baselines<'a> {
    pub(super) const NAMES: [&'static str; 4] = ["bm25", "tf-idf", "recency", "popularity"];

    pub(super) fn new(corpus: &'a Corpus<'a>) -> Self {
        let records = corpus.records.iter();
        let texts = Texts::new(records.map(|record| (record.title.as_str(), record.body.as_str())));
        let mut links = HashMap::new();
        for id in corpus.queries.iter().flat_map(|query| &query.relevant) {
            *links.entry(id).or_default() += 1;
        }
        Self { corpus, texts, links }
    }

    /// The best of those that may answer, by the baseline with this name.
    pub(super) fn rank(&self, name: &str, query: &Query, protocol: Protocol) -> Vec<ArticleId> {
        let records = self.corpus.records;
        let question = self.texts.question(query.place);
        let score = |place: usize| match name {
            "bm25" => self.texts.bm25(&question, place),
            "tf-idf" => self.texts.cosine(query.place, place),
            // Without the query's own links, which are the answer.
            "popularity" => f64::from(self.links_of_others(&records[place].id, query)),
            _ => 0.0,
        };
        let mut ranked: Vec<(f64, usize)> = (0..records.len())
            .filter(|place| self.corpus.admits(query, &records[*place], protocol))
            .map(|place| (score(place), place))
            .collect();
        let age = |place: usize| std::cmp::Reverse(records[place].published_at);
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0).then(age(one.1).cmp(&age(other.1))));
        ranked.iter().take(PLACES as usize).map(|(_, place)| records[*place].id.clone()).collect()
    }

    fn links_of_others(&self, id: &ArticleId, query: &Query) -> u32 {
        self.links.get(id).copied().unwrap_or(0) - u32::from(query.relevant.contains(id))
    }
}
