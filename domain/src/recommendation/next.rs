//! What to read after an article, or first.

mod fresh;
mod trails;

use super::Ranked;
use super::related::latest;
use super::scene::{Question, Scene};
use super::variety::Variety;

use trails::{certainty, trails};

/// The candidates to fill up with.
const NEWEST: usize = 50;
/// From this trust on the readers have said enough, and the texts are not asked.
const TRUSTED: f64 = 0.75;

/// What readers go on with, of all that is not `shown` yet; the newest where few read.
pub(super) fn next(scene: &mut Scene, question: &Question, subject: &[u32], shown: &[u32]) -> Vec<Ranked> {
    let index = scene.index;
    listen(scene, question);
    let mut candidates: Vec<u32> = scene.followed.keys().chain(scene.popular.keys()).copied().collect();
    if scene.trust < TRUSTED {
        candidates.extend(subject);
    }
    if question.next.newest != 0.0 {
        candidates.extend(latest(index, &index.newest, question).take(NEWEST));
    }
    let ranked = scene.rank(question, question.next, candidates);
    let mut variety = Variety::new(index, shown, Some(index.settings.most_of_section));
    let mut chosen = scene.choose(question.next, ranked, &mut variety, question.wanted.next);
    fresh::put_in(scene, question, &mut variety, &mut chosen);
    chosen
}

/// Hears what readers do: those of the article, and all.
fn listen(scene: &mut Scene, question: &Question) {
    let settings = &scene.index.settings;
    if question.next.read_now != 0.0 {
        let (shares, total) = shares(scene.index.reads.hot(question.now));
        // A few reads of a quiet night lead nobody, whoever made them.
        scene.crowd_trust = certainty(total, settings.shrink_now);
        scene.popular = shares.map(|(number, share)| (number, scene.crowd_trust * share)).collect();
    }
    if let Some((number, _)) = scene.article.filter(|_| question.next.read_next != 0.0) {
        (scene.followed, scene.trust) = trails(scene.index, number, question.now);
    }
}

/// Counts as shares of their sum, and the sum.
fn shares(counts: impl Iterator<Item = (u32, f64)>) -> (impl Iterator<Item = (u32, f64)>, f64) {
    let counts: Vec<(u32, f64)> = counts.filter(|(_, count)| *count > 0.0).collect();
    let total: f64 = counts.iter().map(|(_, count)| count).sum();
    (counts.into_iter().map(move |(number, count)| (number, count / total)), total)
}
