//! The order of results.

use chrono::{DateTime, Utc};
use domain::search::Order;
use tantivy::collector::TopDocs;
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentReader};

use crate::Error;
use crate::fields::{PUBLISHED, TIE};

/// Share by which a text of today is better than an old one that fits equally well.
const NEWNESS: f32 = 0.08;
/// Days after which half of that is left.
const HALF_LIFE_DAYS: f32 = 60.0;
const MILLISECONDS_A_DAY: f32 = 86_400_000.0;

/// Place of a result: the higher the better. Results of both indexes can be compared.
pub type Rank = (Score, i64, u64);

/// The results of a query in one index, and the number of all.
pub fn ranked(
    searcher: &Searcher,
    statistics: &Searcher,
    query: &dyn tantivy::query::Query,
    order: Order,
    limit: usize,
    now: DateTime<Utc>,
) -> Result<(Vec<(Rank, DocAddress)>, usize), Error> {
    let now = now.timestamp_millis();
    let rank = move |segment: &SegmentReader| {
        let fast = segment.fast_fields();
        let published = fast.i64(PUBLISHED).expect("the schema has it").first_or_default_col(0);
        let tie = fast.u64(TIE).expect("the schema has it").first_or_default_col(0);
        move |document: DocId, score: Score| -> Rank {
            let published = published.get_val(document);
            let score = match order {
                Order::Relevance => score * (1.0 + newness(published, now)),
                Order::Newest => 0.0,
            };
            (score, published, tie.get_val(document))
        }
    };
    let best = TopDocs::with_limit(limit.max(1)).tweak_score(rank);
    let collector = (best, tantivy::collector::Count);
    searcher.search_with_statistics_provider(query, &collector, statistics)
}

#[expect(clippy::cast_precision_loss, reason = "an age needs no more than seven digits")]
fn newness(published: i64, now: i64) -> f32 {
    let days = (now - published).max(0) as f32 / MILLISECONDS_A_DAY;
    NEWNESS * (-days / HALF_LIFE_DAYS).exp2()
}
