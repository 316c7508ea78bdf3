//! The rules, as data. Their order is the policy.

use super::{MeterStatus, Reason, Verdict, Visit, Visitor};

/// Names a rule, on screen, at the command line and in counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleName {
    /// The newsroom reads its own paper, to export and check it.
    Newsroom,
    /// A withdrawn article is closed to everyone.
    Withdrawn,
    /// An article that is not paid for is free for everyone.
    FreeArticle,
    /// A proven search engine reads everything, where the publisher lets it.
    Crawler,
    /// Subscribers read what they have subscribed to.
    Subscription,
    /// An article that was opened once stays open.
    Receipt,
    /// The holder of a gift link may read the article.
    Gift,
    /// No free unit opens a cover story.
    CoverStory,
    /// A paid article is closed without an account.
    Anonymous,
    /// The address waits for its confirmation.
    Unconfirmed,
    /// There is a free unit to spend.
    UnitLeft,
    /// There is none.
    UsedUp,
}

impl RuleName {
    /// All, in the order in which they are asked.
    pub fn all() -> impl Iterator<Item = Self> {
        RULES.iter().map(|rule| rule.name)
    }

    /// One word, for machines.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Newsroom => "newsroom",
            Self::Withdrawn => "withdrawn",
            Self::FreeArticle => "free_article",
            Self::Crawler => "crawler",
            Self::Subscription => "subscription",
            Self::Receipt => "receipt",
            Self::Gift => "gift",
            Self::CoverStory => "cover_story",
            Self::Anonymous => "anonymous",
            Self::Unconfirmed => "unconfirmed",
            Self::UnitLeft => "unit_left",
            Self::UsedUp => "used_up",
        }
    }
}

/// A question, and what a yes to it leads to.
pub(super) struct Rule {
    pub(super) name: RuleName,
    pub(super) question: fn(Visit<'_>) -> bool,
    pub(super) answer: Verdict,
}

/// Asked from top to bottom; the first yes decides.
pub(super) const RULES: &[Rule] = &[
    Rule { name: RuleName::Newsroom, question: is_newsroom, answer: Verdict::Open },
    Rule { name: RuleName::Withdrawn, question: is_withdrawn, answer: Verdict::Closed(Reason::Withdrawn) },
    Rule { name: RuleName::FreeArticle, question: is_free, answer: Verdict::Open },
    Rule { name: RuleName::Crawler, question: is_crawler, answer: Verdict::Open },
    Rule { name: RuleName::Subscription, question: is_subscribed, answer: Verdict::Open },
    Rule { name: RuleName::Receipt, question: has_opened, answer: Verdict::Open },
    Rule { name: RuleName::Gift, question: is_given, answer: Verdict::Open },
    Rule {
        name: RuleName::CoverStory,
        question: is_cover_story,
        answer: Verdict::Closed(Reason::CoverStory),
    },
    Rule { name: RuleName::Anonymous, question: is_anonymous, answer: Verdict::Closed(Reason::Anonymous) },
    Rule {
        name: RuleName::Unconfirmed,
        question: is_unconfirmed,
        answer: Verdict::Closed(Reason::Unconfirmed),
    },
    Rule { name: RuleName::UnitLeft, question: has_unit_left, answer: Verdict::Closed(Reason::NotOpened) },
    Rule { name: RuleName::UsedUp, question: |_| true, answer: Verdict::Closed(Reason::UsedUp) },
];

fn is_newsroom(visit: Visit<'_>) -> bool {
    *visit.visitor == Visitor::Newsroom
}

fn is_withdrawn(visit: Visit<'_>) -> bool {
    visit.article.is_withdrawn()
}

fn is_free(visit: Visit<'_>) -> bool {
    visit.policy.is_free(visit.article)
}

fn is_crawler(visit: Visit<'_>) -> bool {
    *visit.visitor == Visitor::Crawler
}

fn is_subscribed(visit: Visit<'_>) -> bool {
    status(visit).is_some_and(|status| status.plans.iter().any(|plan| plan.covers(visit.article)))
}

fn has_opened(visit: Visit<'_>) -> bool {
    status(visit).is_some_and(|status| status.has_opened)
}

fn is_given(visit: Visit<'_>) -> bool {
    *visit.visitor == Visitor::Gifted
}

fn is_cover_story(visit: Visit<'_>) -> bool {
    visit.policy.is_for_subscribers(visit.article)
}

fn is_anonymous(visit: Visit<'_>) -> bool {
    match visit.visitor {
        Visitor::Anyone => true,
        // Who has nothing left to spend is asked to register, like everyone.
        Visitor::Guest(status) => status.units.left == 0,
        _ => false,
    }
}

fn is_unconfirmed(visit: Visit<'_>) -> bool {
    *visit.visitor == Visitor::Unconfirmed
}

fn has_unit_left(visit: Visit<'_>) -> bool {
    status(visit).is_some_and(|status| status.units.left > 0)
}

fn status(visit: Visit<'_>) -> Option<&MeterStatus> {
    match visit.visitor {
        Visitor::Reader(status) | Visitor::Guest(status) => Some(status),
        _ => None,
    }
}
