//! List of articles on the same subject.

use super::Ranked;
use super::context::{RankingContext, RankingQuery};
use super::index::Index;
use super::variety::Variety;

/// The candidates by text, and by each topic.
const SIMILAR: usize = 100;
const OF_TOPIC: usize = 30;

impl Index {
    /// The articles on the subject that are worth a card, best first. Four good ones are better than ten.
    pub(super) fn related(
        &self,
        context: &RankingContext,
        query: &RankingQuery,
        subject: &[u32],
        shown: &[u32],
    ) -> Vec<Ranked> {
        let mut variety = Variety::new(self, shown, None);
        let mut ranked = context.rank(query, query.related, subject.to_vec());
        ranked.retain(|candidate| candidate.score >= query.least_related);
        context.choose(query.related, ranked, &mut variety, query.wanted.related)
    }

    /// The articles about what the article is about, by their words or by the editors' topics.
    pub(super) fn subject<'a>(&'a self, context: &mut RankingContext<'a>, query: &RankingQuery) -> Vec<u32> {
        let Some((number, entry)) = context.article else { return vec![] };
        context.similar = self.content.similar(number);
        let admits = |other| other != number && query.admits(self, other);
        let mut found = context.similar.as_ref().map_or_else(Vec::new, |texts| texts.best(SIMILAR, &admits));
        for timeline in entry.topics.iter().filter_map(|topic| self.topics.get(topic)) {
            found.extend(query.latest(self, timeline).take(OF_TOPIC));
        }
        found
    }
}
