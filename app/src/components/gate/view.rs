//! What a gate says, and the ways on that are true for who is told.

use domain::access::{Offer, Reason, Units};
use domain::article::Article;

use super::super::PublishedView;
use crate::context::Services;
use crate::text;
use crate::text::access::AccessText;

/// Who is told of a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// Whoever loads the page, which is the same for everyone.
    Everyone,
    /// Who has asked, and is not signed in.
    SignedOut,
    /// The same, and has registered: the address waits for its confirmation.
    Pending,
    /// A reader with an account.
    SignedIn,
}

impl Asker {
    /// Whether the answer is for this asker only.
    pub fn is_own(self) -> bool {
        self != Self::Everyone
    }
}

/// Why the rest is closed, and what may be done about it.
#[derive(Clone, Debug)]
pub struct GateView {
    pub(super) heading: String,
    pub(super) units: Option<String>,
    pub(super) help: Vec<String>,
    /// The first one is the main one; there always is one.
    pub(super) steps: Vec<Step>,
    /// Two sentences.
    pub(super) why: [String; 2],
    /// The article's own address.
    pub(super) path: String,
    pub(super) asker: Asker,
}

/// What the reader can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Register,
    SignIn,
    Confirm,
    Open,
    /// There.
    Subscribe(String),
    /// Whoever can do nothing else can read what is free.
    ReadFree,
    /// Ask what this reader may read.
    GoOn,
}

impl GateView {
    /// The words for a closed article; `None` where nothing can be done about it.
    pub fn of(
        services: &Services,
        article: &Article,
        path: String,
        (reason, offer): (Reason, Offer),
        asker: Asker,
    ) -> Option<Self> {
        if reason == Reason::Withdrawn {
            return None;
        }
        let (words, site) = (services.access_text(), &services.site.name);
        let edition = text::edition(article.edition);
        let units = match offer {
            Offer::Open(units) => Some((words.units_left)(units.left, units.granted)),
            _ => None,
        };
        Some(Self {
            heading: heading(services, edition, (reason, offer), asker),
            units,
            help: help(services, (reason, offer), asker),
            steps: steps(services.site.subscribe_at.as_deref(), offer, asker),
            why: why(words, (edition, site), services.quota.policy.free_articles, (reason, offer), asker),
            path,
            asker,
        })
    }
}

fn heading(services: &Services, edition: &str, (reason, offer): (Reason, Offer), asker: Asker) -> String {
    let (words, site) = (services.access_text(), &services.site.name);
    match (reason, offer) {
        (Reason::CoverStory, _) => (words.cover_story)(site),
        (Reason::Unconfirmed, Offer::Confirm) => words.unconfirmed.to_owned(),
        (Reason::Anonymous, Offer::Join) if asker.is_own() => words.signed_out.to_owned(),
        (Reason::UsedUp, _) if services.quota.policy.free_articles > 0 => {
            (words.used_up)(services.quota.policy.free_articles)
        }
        _ => (words.edition)(edition, site),
    }
}

fn help(services: &Services, (reason, offer): (Reason, Offer), asker: Asker) -> Vec<String> {
    let (words, site) = (services.access_text(), &services.site.name);
    let subscribe = (words.subscribe_help)(site);
    let of_reason = (reason == Reason::CoverStory).then(|| words.cover_story_help.to_owned());
    let of_offer = match offer {
        Offer::Nothing => vec![],
        Offer::Join => vec![(words.join_help)(services.quota.policy.free_articles)],
        Offer::Confirm => vec![words.unconfirmed_help.to_owned()],
        Offer::Open(_) => vec![words.open_help.to_owned()],
        Offer::Wait(until) => vec![(words.refills)(&PublishedView::of(services, until).day), subscribe],
        Offer::Subscribe => vec![subscribe],
    };
    // The answer to who has asked to read on and is known to nobody.
    let is_unknown = matches!(asker, Asker::SignedOut | Asker::Pending) && offer == Offer::Subscribe;
    let of_asker = is_unknown.then(|| words.subscriber_help.to_owned());
    of_reason.into_iter().chain(of_offer).chain(of_asker).collect()
}

/// Nobody is offered what does not help: neither an account to who has one, nor a subscription that nobody sells.
fn steps(subscribe_at: Option<&str>, offer: Offer, asker: Asker) -> Vec<Step> {
    let mut steps = match offer {
        Offer::Nothing => vec![],
        Offer::Join => vec![Step::Register, Step::SignIn],
        Offer::Confirm => vec![Step::Confirm],
        Offer::Open(_) => vec![Step::Open],
        Offer::Wait(_) | Offer::Subscribe => {
            let subscribe = subscribe_at.map(|address| Step::Subscribe(address.to_owned()));
            let sign_in = (asker != Asker::SignedIn).then_some(Step::SignIn);
            subscribe.into_iter().chain(sign_in).collect()
        }
    };
    if steps.is_empty() {
        steps.push(Step::ReadFree);
    }
    if asker == Asker::Everyone {
        steps.push(Step::GoOn);
    }
    steps
}

fn why(
    words: &AccessText,
    (edition, site): (&str, &str),
    free_articles: u32,
    (reason, offer): (Reason, Offer),
    asker: Asker,
) -> [String; 2] {
    if reason == Reason::CoverStory {
        let second = if asker == Asker::SignedIn { words.why_not_covered } else { words.why_no_free_article };
        return [(words.why_cover_story)(site), second.to_owned()];
    }
    let second = match offer {
        Offer::Open(Units { left, .. }) => (words.why_not_opened)(left),
        Offer::Confirm => words.why_unconfirmed.to_owned(),
        Offer::Join if asker.is_own() => words.why_signed_out.to_owned(),
        Offer::Join => (words.why_anonymous)(free_articles),
        _ if reason == Reason::UsedUp && free_articles > 0 => (words.why_used_up)(free_articles),
        _ => words.why_subscribers.to_owned(),
    };
    [(words.why_edition)(edition, site), second]
}
