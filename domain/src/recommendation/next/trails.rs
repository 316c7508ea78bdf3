//! Where the readers of an article go.

use std::collections::HashMap;

use crate::article::ArticleId;
use crate::recommendation::index::Index;
use crate::recommendation::scene::Question;

/// Of how many followers the followers count too.
const WALKED: usize = 12;
/// How many earlier articles of a visit count.
const EARLIER: usize = 4;

/// The shares of what is opened after an article, and how far they can be trusted.
///
/// Close behind stands what is opened after that, and what is opened after the visit's earlier articles:
/// so the few readers of a quiet hour say more.
pub(super) fn trails(index: &Index, article: u32, question: &Question) -> (HashMap<u32, f64>, f64) {
    let settings = &index.settings;
    let (mut direct, total) = trail(index, article, question);
    direct.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let mut followed: HashMap<u32, f64> = direct.iter().copied().collect();
    let mut add = |from: u32, weight: f64| {
        let (shares, total) = trail(index, from, question);
        let weight = weight * certainty(total, settings.shrink_reads);
        for (number, share) in shares.into_iter().filter(|(number, _)| *number != article) {
            *followed.entry(number).or_default() += weight * share;
        }
    };
    for (number, share) in direct.iter().take(WALKED) {
        add(*number, settings.second_step * share);
    }
    let mut weight = 1.0;
    for earlier in earlier(index, article, question.exclude) {
        weight *= settings.earlier_article;
        add(earlier, weight);
    }
    (followed, certainty(total, settings.shrink_reads))
}

/// The shares of what is opened right after an article, and how often anything was.
///
/// Where its readers went of late says most of where they go now. The fewer went, the more counts where they
/// went before.
fn trail(index: &Index, article: u32, question: &Question) -> (Vec<(u32, f64)>, f64) {
    let followers: Vec<_> = index.reads.followers(article, question.now).collect();
    let lately: f64 = followers.iter().map(|(_, lately, _)| lately).sum();
    let ever: f64 = followers.iter().map(|(.., ever)| ever).sum();
    let prior = index.settings.shrink_lately;
    let share = |count: f64, before: f64| (count + prior * before / ever) / (lately + prior);
    let followers = followers.into_iter().filter(|(.., before)| *before > 0.0);
    (followers.map(|(number, count, before)| (number, share(count, before))).collect(), ever)
}

/// What was read before the article, the latest first.
fn earlier(index: &Index, article: u32, read: &[ArticleId]) -> impl Iterator<Item = u32> {
    let earlier = read.iter().rev().filter_map(|id| index.number(id));
    earlier.filter(move |number| *number != article).take(EARLIER)
}

/// How much a count says, 0 to 1: half as much as could be said where it is `shrink`.
pub(super) fn certainty(count: f64, shrink: f64) -> f64 {
    if count > 0.0 { count / (count + shrink) } else { 0.0 }
}
