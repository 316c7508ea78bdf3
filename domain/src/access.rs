//! Access to articles. One decision function serves every surface.

mod period;
mod plan;
mod policy;
mod rules;

use chrono::{DateTime, Utc};

pub use period::{Period, Span};
pub use plan::Plan;
pub use policy::{CoverStories, Policy};
pub use rules::RuleName;

use crate::article::{Article, ArticleId};
use rules::RULES;

/// Kind of client that requests an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visitor {
    /// A reader that we know nothing of.
    Anyone,
    /// A browser that has asked without an account, where the publisher grants units to such.
    Guest(MeterStatus),
    /// Somebody who has registered and not confirmed the address.
    Unconfirmed,
    /// A reader with a confirmed address.
    Reader(MeterStatus),
    /// Somebody who holds a gift link for this very article.
    Gifted,
    /// A search engine that has proved to be one, where the publisher lets it read everything.
    Crawler,
    /// The newsroom itself, at its own command line.
    Newsroom,
}

/// Status of a reader on the meter, for one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeterStatus {
    /// Whether there is a receipt for this article.
    pub has_opened: bool,
    /// The subscriptions that run now.
    pub plans: Vec<Plan>,
    /// Units of the current period.
    pub units: Units,
}

/// Free articles of one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// All of them.
    pub granted: u32,
    /// Units that are not spent.
    pub left: u32,
    /// Start of the next period; `None` if units are granted only once.
    pub refills_at: Option<DateTime<Utc>>,
}

/// One request to read one article.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    pub visitor: &'a Visitor,
    pub article: &'a Article,
    /// Rules that the publisher has set.
    pub policy: &'a Policy,
}

/// Access of a visitor to an article, with the rules that led to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub access: Access,
    /// Every rule that was asked, in order; the last one decided.
    pub trace: Vec<Asked>,
}

/// Part of an article that a visitor may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// All of it.
    Whole(Grant),
    /// The public part, with the reason for the lock and the offer that may open the rest.
    Teaser(Reason, Offer),
}

/// A rule that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub rule: RuleName,
    /// Whether the rule applies. The first that does decides.
    pub yes: bool,
}

/// Why an article is closed to a visitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The newsroom has taken it back.
    Withdrawn,
    /// A cover story is for subscribers.
    CoverStory,
    /// The edition is a paid one, and nobody is signed in.
    Anonymous,
    /// The same, and the address waits for its confirmation.
    Unconfirmed,
    /// The reader may open it with a free unit, and has not yet.
    NotOpened,
    /// All free units are spent.
    UsedUp,
}

/// Action that lets a visitor read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// No action helps.
    Nothing,
    /// Register or sign in.
    Join,
    /// Confirm the address.
    Confirm,
    /// Spend one of these.
    Open(Units),
    /// Wait until then, or subscribe.
    Wait(DateTime<Utc>),
    Subscribe,
}

/// The right to read one article whole. Only [`decide`] makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    article: ArticleId,
}

impl Grant {
    /// The article it is for.
    pub fn article(&self) -> &ArticleId {
        &self.article
    }
}

/// Result of a rule; only [`decide`] turns it into a grant.
#[derive(Clone, Copy, Debug)]
enum Verdict {
    Open,
    Closed(Reason),
}

/// Decides the access of this visitor to this article. The first rule that applies decides; if none does, the article is closed.
pub fn decide(visit: Visit<'_>) -> Decision {
    let mut trace = Vec::with_capacity(RULES.len());
    for rule in RULES {
        let yes = (rule.question)(visit);
        trace.push(Asked { rule: rule.name, yes });
        if yes {
            return Decision { access: access(rule.answer, visit), trace };
        }
    }
    Decision { access: access(Verdict::Closed(Reason::UsedUp), visit), trace }
}

/// Access of the newsroom itself to its own article, at its command line.
pub fn of_newsroom(article: &Article) -> Access {
    decide(Visit { visitor: &Visitor::Newsroom, article, policy: &Policy::default() }).access
}

fn access(verdict: Verdict, visit: Visit<'_>) -> Access {
    match verdict {
        Verdict::Open => Access::Whole(Grant { article: visit.article.id.clone() }),
        Verdict::Closed(reason) => Access::Teaser(reason, offer(reason, visit)),
    }
}

fn offer(reason: Reason, visit: Visit<'_>) -> Offer {
    let units = match visit.visitor {
        Visitor::Reader(status) | Visitor::Guest(status) => status.units,
        _ => Units::default(),
    };
    match reason {
        Reason::Withdrawn => Offer::Nothing,
        Reason::CoverStory => Offer::Subscribe,
        // Nothing comes with an account, and waiting brings nothing.
        Reason::Anonymous | Reason::Unconfirmed | Reason::UsedUp if visit.policy.free_articles == 0 => {
            Offer::Subscribe
        }
        Reason::Anonymous => Offer::Join,
        Reason::Unconfirmed => Offer::Confirm,
        Reason::NotOpened => Offer::Open(units),
        Reason::UsedUp => units.refills_at.map_or(Offer::Subscribe, Offer::Wait),
    }
}

#[cfg(test)]
mod tests;
