//! What else there is on the subject of an article.

use super::Ranked;
use super::context::{RankingContext, RankingQuery};
use super::index::{Index, Timeline};
use super::variety::Variety;

/// The candidates by text, and by each topic.
const SIMILAR: usize = 100;
const OF_TOPIC: usize = 30;

/// Those on the subject that are worth a card, best first. Four good ones are better than ten.
pub(super) fn related(
    context: &RankingContext,
    query: &RankingQuery,
    subject: &[u32],
    shown: &[u32],
) -> Vec<Ranked> {
    let mut variety = Variety::new(context.index, shown, None);
    let mut ranked = context.rank(query, query.related, subject.to_vec());
    ranked.retain(|candidate| candidate.score >= query.least_related);
    context.choose(query.related, ranked, &mut variety, query.wanted.related)
}

/// Those that are about what the article is about, by their words or by the editors' topics.
pub(super) fn subject(context: &mut RankingContext, query: &RankingQuery) -> Vec<u32> {
    let Some((number, entry)) = context.article else { return vec![] };
    let index = context.index;
    context.similar = index.content.similar(number);
    let admits = |other| other != number && query.admits(index, other);
    let mut found = context.similar.as_ref().map_or_else(Vec::new, |texts| texts.best(SIMILAR, &admits));
    for timeline in entry.topics.iter().filter_map(|topic| index.topics.get(topic)) {
        found.extend(latest(index, timeline, query).take(OF_TOPIC));
    }
    found
}

/// Those of a timeline that may be among the answers, newest first.
pub(super) fn latest(index: &Index, timeline: &Timeline, query: &RankingQuery) -> impl Iterator<Item = u32> {
    let published = timeline.range(..=(query.now, u32::MAX)).rev().map(|(_, number)| *number);
    published.filter(|number| query.admits(index, *number))
}
