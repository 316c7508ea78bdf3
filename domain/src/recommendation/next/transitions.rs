//! Transitions: what the readers of an article open next.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::recommendation::index::Index;

/// Of how many followers the followers count too.
const WALKED: usize = 12;
/// The least age that an article is taken to have: one read of its first minute is no flood.
const LEAST_MINUTES: f64 = 15.0;

/// The shares of what is opened after an article, and how far they can be trusted.
///
/// Close behind stands what is opened after that: so the few readers of a quiet hour say more.
pub(super) fn transitions(index: &Index, article: u32, now: DateTime<Utc>) -> (HashMap<u32, f64>, f64) {
    let settings = &index.settings;
    let (mut direct, total) = transitions_from(index, article, now);
    direct.sort_unstable_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
    let mut followed: HashMap<u32, f64> = direct.iter().copied().collect();
    for (from, share) in direct.iter().take(WALKED) {
        let (shares, total) = transitions_from(index, *from, now);
        let weight = settings.second_step * share * certainty(total, settings.shrink_reads);
        for (number, share) in shares.into_iter().filter(|(number, _)| *number != article) {
            *followed.entry(number).or_default() += weight * share;
        }
    }
    (followed, certainty(total, settings.shrink_reads))
}

/// The shares of what is opened right after an article, and how often anything was.
///
/// Where its readers went of late says most of where they go now. The fewer went, the more counts where they
/// went before. What has just come had less time to be opened than the rest: its share is what it would be, had it been there long.
fn transitions_from(index: &Index, article: u32, now: DateTime<Utc>) -> (Vec<(u32, f64)>, f64) {
    let settings = &index.settings;
    let followers: Vec<_> = index.reads.followers(article, now).filter(|(.., ever)| *ever > 0.0).collect();
    // How far it can be trusted is for the reads themselves to say.
    let total: f64 = followers.iter().map(|(.., ever)| ever).sum();
    let full = followers.into_iter().map(|(number, lately, ever)| {
        let full = |half_life_minutes| fullness(index, number, now, half_life_minutes);
        let lately = lately / full(settings.read_next_half_life_minutes);
        (number, lately, ever / full(settings.read_next_memory_minutes))
    });
    let full: Vec<_> = full.collect();
    let lately: f64 = full.iter().map(|(_, lately, _)| lately).sum();
    let ever: f64 = full.iter().map(|(.., ever)| ever).sum();
    let prior = settings.shrink_lately;
    let share = |count: f64, before: f64| (count + prior * before / ever) / (lately + prior);
    (full.into_iter().map(|(number, count, before)| (number, share(count, before))).collect(), total)
}

/// Share of its final value that a count with this half-life can have reached, given the article's age, 0 to 1.
fn fullness(index: &Index, number: u32, now: DateTime<Utc>, half_life_minutes: f64) -> f64 {
    let Some(entry) = index.entry(number) else { return 1.0 };
    let minutes = (now - entry.published_at).as_seconds_f64() / 60.0;
    1.0 - (-minutes.max(LEAST_MINUTES) / half_life_minutes).exp2()
}

/// Weight of a count, 0 to 1; one half if the count equals `shrink`.
pub(super) fn certainty(count: f64, shrink: f64) -> f64 {
    if count > 0.0 { count / (count + shrink) } else { 0.0 }
}
