//! What to read after an article, or first.

mod trails;

use super::Ranked;
use super::index::Index;
use super::related::{latest, on_subject};
use super::scene::{Question, Scene};
use super::variety::Variety;
use crate::article::ArticleId;

use trails::{certainty, trails};

/// The candidates by text, and to fill up with.
const SIMILAR: usize = 30;
const NEWEST: usize = 50;
/// From this trust on the readers have said enough, and the texts are not asked.
const TRUSTED: f64 = 0.75;

pub(super) fn next(index: &Index, article: Option<&ArticleId>, question: &Question) -> Vec<Ranked> {
    let article = article.and_then(|id| index.number(id));
    let mut scene = Scene::new(index, question.now, article);
    listen(&mut scene, question);
    let mut candidates: Vec<u32> = scene.followed.keys().chain(scene.popular.keys()).copied().collect();
    if scene.trust < TRUSTED {
        candidates.extend(on_subject(&mut scene, question, SIMILAR));
    }
    if let Some(pick) = scene.article.and_then(|(_, entry)| entry.editor_pick.as_ref()) {
        candidates.extend(index.number(pick));
    }
    if question.weights.newest != 0.0 {
        candidates.extend(latest(index, &index.newest, question).take(NEWEST));
    }
    let excluded = question.exclude.iter().filter_map(|id| index.number(id)).collect();
    let variety = Variety::new(index, article, Some(index.settings.most_of_section));
    scene.rank(question, candidates, variety.without(excluded))
}

/// Hears what readers do: those of the article, and all.
fn listen(scene: &mut Scene, question: &Question) {
    let (index, shrink) = (scene.index, scene.index.settings.shrink_reads);
    if question.weights.read_now != 0.0 {
        let (shares, total) = shares(index.reads.hot(question.now));
        // What was read last night is no news in the morning: few reads say little.
        let certainty = certainty(total, shrink);
        scene.popular = shares.map(|(number, share)| (number, certainty * share)).collect();
    }
    if let Some((number, _)) = scene.article.filter(|_| question.weights.read_next != 0.0) {
        (scene.followed, scene.trust) = trails(index, number, question);
    }
}

/// Counts as shares of their sum, and the sum.
fn shares(counts: impl Iterator<Item = (u32, f64)>) -> (impl Iterator<Item = (u32, f64)>, f64) {
    let counts: Vec<(u32, f64)> = counts.filter(|(_, count)| *count > 0.0).collect();
    let total: f64 = counts.iter().map(|(_, count)| count).sum();
    (counts.into_iter().map(move |(number, count)| (number, count / total)), total)
}
