//! Simulation of other rules on the articles that were opened.

use super::Receipt;
use crate::access::{Access, MeterStatus, Offer, Policy, RuleName, Units, Visit, Visitor, decide};
use crate::article::Article;

/// Outcome of an opening under other rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replayed {
    /// It would have cost a unit, as it did.
    Spent,
    /// It would have cost nothing.
    Free(RuleName),
    /// It would have been closed.
    Closed(RuleName),
}

/// Plays one reader's openings again, the oldest first, by these rules. Subscriptions are left out: what they opened left no receipt.
pub fn replay<'a>(
    openings: impl IntoIterator<Item = (&'a Receipt, &'a Article)>,
    policy: &Policy,
) -> Vec<Replayed> {
    let mut periods: Vec<String> = Vec::new();
    let mut play = |(receipt, article): (&Receipt, &Article)| {
        let period = policy.period.at(receipt.opened_at, policy.time_zone).key;
        let spent = periods.iter().filter(|one| **one == period).count();
        let left = policy.free_articles.saturating_sub(u32::try_from(spent).unwrap_or(u32::MAX));
        let units = Units { granted: policy.free_articles, left, refills_at: None };
        let visitor = Visitor::Reader(MeterStatus { units, ..MeterStatus::default() });
        let decision = decide(Visit { visitor: &visitor, article, policy });
        let rule = decision.trace.last().map_or(RuleName::UsedUp, |asked| asked.rule);
        match decision.access {
            Access::Whole(_) => Replayed::Free(rule),
            Access::Teaser(_, Offer::Open(_)) => {
                periods.push(period);
                Replayed::Spent
            }
            Access::Teaser(..) => Replayed::Closed(rule),
        }
    };
    openings.into_iter().map(&mut play).collect()
}
