//! List of articles to read after an article, or first.

mod fresh;
mod transitions;

use super::Ranked;
use super::context::{RankingContext, RankingQuery};
use super::index::Index;
use super::variety::Variety;

use transitions::{certainty, transitions};

/// The candidates to fill up with.
const NEWEST: usize = 50;
/// From this trust on the readers have said enough, and the texts are not asked.
const TRUSTED: f64 = 0.75;

impl Index {
    /// Articles that readers open next, without those already `shown`; the newest ones if there are few readers.
    pub(super) fn next<'a>(
        &'a self,
        context: &mut RankingContext<'a>,
        query: &RankingQuery,
        subject: &[u32],
        shown: &[u32],
    ) -> Vec<Ranked> {
        load_signals(context, query);
        let mut candidates: Vec<u32> =
            context.followed.keys().chain(context.popular.keys()).copied().collect();
        if context.trust < TRUSTED {
            candidates.extend(subject);
        }
        if query.next.newest != 0.0 {
            candidates.extend(query.latest(self, &self.newest).take(NEWEST));
        }
        let ranked = context.rank(query, query.next, candidates);
        let mut variety = Variety::new(self, shown, Some(self.settings.most_of_section));
        let mut chosen = context.choose(query.next, ranked, &mut variety, query.wanted.next);
        fresh::put_in(context, query, &mut variety, &mut chosen);
        chosen
    }
}

/// Loads the signals of reading: what readers of the article opened next, and what everyone reads.
fn load_signals(context: &mut RankingContext, query: &RankingQuery) {
    let settings = &context.index.settings;
    if query.next.read_now != 0.0 {
        let (shares, total) = shares(context.index.reads.hot(query.now));
        // A few reads of a quiet night lead nobody, whoever made them.
        context.crowd_trust = certainty(total, settings.shrink_now);
        context.popular = shares.map(|(number, share)| (number, context.crowd_trust * share)).collect();
    }
    if let Some((number, _)) = context.article.filter(|_| query.next.read_next != 0.0) {
        (context.followed, context.trust) = transitions(context.index, number, query.now);
    }
}

/// Counts as shares of their sum, and the sum.
fn shares(counts: impl Iterator<Item = (u32, f64)>) -> (impl Iterator<Item = (u32, f64)>, f64) {
    let counts: Vec<(u32, f64)> = counts.filter(|(_, count)| *count > 0.0).collect();
    let total: f64 = counts.iter().map(|(_, count)| count).sum();
    (counts.into_iter().map(move |(number, count)| (number, count / total)), total)
}
