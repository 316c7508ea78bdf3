//! A place for what has just come: nobody reads what nobody is shown.

use chrono::{DurationRound, TimeDelta};

use crate::recommendation::context::{RankingContext, RankingQuery};
use crate::recommendation::variety::Variety;
use crate::recommendation::{Ranked, Reason};
use crate::sampling::sampling_key;

/// Time for which a draw is the same, so that a cached page equals one that is rendered again.
const DRAWN_FOR: TimeDelta = TimeDelta::minutes(5);
/// The candidates, the latest ones: it bounds the time that an answer takes.
const LOOKED_AT: usize = 100;
/// Sampling keys take weights that are whole numbers.
const SCALE: f64 = 1000.0;

/// Puts one article that has just come, is close in subject and stands further up nowhere, into the place that is kept for such. A draw
/// decides, so that each has its chance: by closeness, and by what it was read in the little time that it had.
pub(super) fn put_in(
    context: &RankingContext,
    query: &RankingQuery,
    variety: &mut Variety,
    chosen: &mut Vec<Ranked>,
) {
    let index = context.index;
    let Some(place) = (index.settings.fresh_place as usize).checked_sub(1) else { return };
    if chosen.len() <= place {
        return;
    }
    for number in drawn(context, query) {
        let Some(entry) = index.entry(number) else { continue };
        let fresh = match chosen.iter().position(|ranked| ranked.id == entry.id) {
            Some(already) if already <= place => continue,
            Some(already) => chosen.remove(already),
            None if variety.takes(number) => {
                Ranked { id: entry.id.clone(), score: 0.0, parts: Vec::new(), reason: Reason::Newest }
            }
            None => continue,
        };
        chosen.insert(place, fresh);
        chosen.truncate(query.wanted.next as usize);
        return;
    }
}

/// New articles in the order of the draw.
fn drawn(context: &RankingContext, query: &RankingQuery) -> Vec<u32> {
    let index = context.index;
    let since = query.now.checked_sub_signed(minutes(index.settings.fresh_minutes)).unwrap_or_default();
    let draw_at = query.now.duration_trunc(DRAWN_FOR).unwrap_or(query.now).timestamp().to_string();
    let beside = context.article.map_or("", |(_, entry)| entry.id.as_str());
    let fresh = query.latest(index, &index.newest).map_while(|number| {
        index.entry(number).filter(|entry| entry.published_at > since).map(|entry| (number, entry))
    });
    let mut drawn: Vec<(f64, u32)> = fresh
        .take(LOOKED_AT)
        .filter(|(number, _)| context.article.is_none_or(|(own, _)| own != *number))
        .filter_map(|(number, entry)| {
            let close = closeness(context, query, number)?;
            let weight = whole(SCALE * close * (1.0 + index.reads.worth(number, query.now)));
            Some((sampling_key(&[beside, entry.id.as_str(), &draw_at], weight), number))
        })
        .collect();
    drawn.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
    drawn.into_iter().map(|(_, number)| number).collect()
}

/// Similarity in subject; `None` if it is below half of what a related article needs.
fn closeness(context: &RankingContext, query: &RankingQuery, number: u32) -> Option<f64> {
    // However much the article's readers say: they cannot know it yet.
    let close = context.score(query.related, number) / (1.0 - context.trust);
    (close > 0.0 && close >= query.least_related / 2.0).then_some(close)
}

#[expect(clippy::cast_possible_truncation, reason = "no article is new for 292 million years")]
fn minutes(minutes: f64) -> TimeDelta {
    TimeDelta::try_milliseconds((minutes * 60_000.0) as i64).unwrap_or(TimeDelta::MAX)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weights are small and positive")]
fn whole(weight: f64) -> u32 {
    weight.min(f64::from(u32::MAX)) as u32
}
