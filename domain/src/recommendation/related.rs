//! What else there is on the subject of an article.

use super::Ranked;
use super::index::{Index, Timeline};
use super::scene::{Question, Scene};
use super::variety::Variety;
use crate::article::ArticleId;

/// The candidates by text, by each topic, and to fill up with.
const SIMILAR: usize = 100;
const OF_TOPIC: usize = 30;
const NEWEST: usize = 30;

pub(super) fn related(index: &Index, article: &ArticleId, question: &Question) -> Vec<Ranked> {
    let Some(number) = index.number(article) else { return vec![] };
    let mut scene = Scene::new(index, question.now, Some(number));
    let mut candidates = on_subject(&mut scene, question, SIMILAR);
    if let Some(pick) = scene.article.and_then(|(_, entry)| entry.editor_pick.as_ref()) {
        candidates.extend(index.number(pick));
    }
    candidates.extend(latest(index, &index.newest, question).take(NEWEST));
    scene.rank(question, candidates, Variety::new(index, Some(number), None))
}

/// Those that are about what the article is about, by their words or by the editors' topics.
pub(super) fn on_subject(scene: &mut Scene, question: &Question, similar: usize) -> Vec<u32> {
    let Some((number, entry)) = scene.article else { return vec![] };
    let index = scene.index;
    scene.similar = index.content.similar(number);
    let admits = |other| other != number && question.admits(index, other);
    let mut found = scene.similar.as_ref().map_or_else(Vec::new, |texts| texts.best(similar, &admits));
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
