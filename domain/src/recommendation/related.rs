//! What else there is on the subject of an article.

use super::Ranked;
use super::index::{Index, Timeline};
use super::scene::{Question, Scene};
use super::variety::Variety;

/// The candidates by text, and by each topic.
const SIMILAR: usize = 100;
const OF_TOPIC: usize = 30;

/// Those on the subject that are worth a card, best first. Four good ones are better than ten.
pub(super) fn related(scene: &Scene, question: &Question, subject: &[u32], shown: &[u32]) -> Vec<Ranked> {
    let mut variety = Variety::new(scene.index, shown, None);
    let mut ranked = scene.rank(question, question.related, subject.to_vec());
    ranked.retain(|candidate| candidate.score >= question.least_related);
    scene.choose(question.related, ranked, &mut variety, question.wanted.related)
}

/// Those that are about what the article is about, by their words or by the editors' topics.
pub(super) fn subject(scene: &mut Scene, question: &Question) -> Vec<u32> {
    let Some((number, entry)) = scene.article else { return vec![] };
    let index = scene.index;
    scene.similar = index.content.similar(number);
    let admits = |other| other != number && question.admits(index, other);
    let mut found = scene.similar.as_ref().map_or_else(Vec::new, |texts| texts.best(SIMILAR, &admits));
    for timeline in entry.topics.iter().filter_map(|topic| index.topics.get(topic)) {
        found.extend(latest(index, timeline, question).take(OF_TOPIC));
    }
    found
}

/// Those of a timeline that may be among the answers, newest first.
pub(super) fn latest(index: &Index, timeline: &Timeline, question: &Question) -> impl Iterator<Item = u32> {
    let published = timeline.range(..=(question.now, u32::MAX)).rev().map(|(_, number)| *number);
    published.filter(|number| question.admits(index, *number))
}
