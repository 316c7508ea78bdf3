//! Who may read what. One decision feeds every surface.

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

/// Who asks to read.
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
    /// Of the period that runs now.
    pub units: Units,
}

/// Free articles of one period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// All of them.
    pub granted: u32,
    /// Those that are not spent.
    pub left: u32,
    /// When the next ones come; `None` where they come once only.
    pub refills_at: Option<DateTime<Utc>>,
}

/// One request to read one article.
#[derive(Clone, Copy, Debug)]
pub struct Visit<'a> {
    /// Who asks.
    pub visitor: &'a Visitor,
    /// For what.
    pub article: &'a Article,
    /// What the publisher has set.
    pub policy: &'a Policy,
}

/// What a visitor may see of an article, and how that came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What the visitor may see.
    pub access: Access,
    /// Every rule that was asked, in order; the last one decided.
    pub trace: Vec<Asked>,
}

/// What a visitor may see of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Access {
    /// All of it.
    Whole(Grant),
    /// What everyone may see; why no more, and what may be done about it.
    Teaser(Reason, Offer),
}

/// A rule that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub rule: RuleName,
    /// Its answer. The first yes decides.
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

/// What a visitor may do to read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Nothing.
    Nothing,
    /// Register or sign in.
    Join,
    /// Confirm the address.
    Confirm,
    /// Spend one of these.
    Open(Units),
    /// Wait until then, or subscribe.
    Wait(DateTime<Utc>),
    /// Subscribe.
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

/// What a rule leads to; only [`decide`] turns it into a grant.
#[derive(Clone, Copy, Debug)]
enum Verdict {
    Open,
    Closed(Reason),
}

/// What this visitor may see of this article. The first rule that says yes wins; what none opens is closed.
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

/// What the newsroom itself may see of its own article, at its own command line.
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
