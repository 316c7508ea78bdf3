//! Words and steps of a gate, chosen for the reader it addresses.

use domain::access::{Offer, Reason, Units};
use domain::article::Article;

use super::view::{Asker, GateView, Step, StepKind};
use crate::components::{PublishedView, unit_marks};
use crate::context::Services;
use crate::language::under;
use crate::text;
use crate::text::access::AccessText;

impl GateView {
    /// The words for a closed article; `None` where nothing can be done about it. `path` is the article's own address.
    pub fn of(
        services: &Services,
        article: &Article,
        path: &str,
        (reason, offer): (Reason, Offer),
        asker: Asker,
    ) -> Option<Self> {
        if reason == Reason::Withdrawn {
            return None;
        }
        let (words, site) = (services.access_text(), &services.site.name);
        let edition = text::edition(article.edition);
        let (units, marks) = match offer {
            Offer::Open(units) => (Some((words.units_left)(units.left, units.granted)), unit_marks(units)),
            _ => (None, String::new()),
        };
        let free_articles = services.quota.policy.free_articles;
        let steps = steps(services.site.subscribe_at.as_deref(), offer, asker);
        Some(Self {
            region: words.gate.to_owned(),
            confirmed: words.confirmed.to_owned(),
            confirmed_help: (!asker.is_own()).then(|| words.confirmed_help.to_owned()),
            heading: heading(services, edition, (reason, offer), asker),
            units,
            marks,
            help: help(services, (reason, offer), asker),
            steps: steps.into_iter().map(|(kind, to)| step(services, kind, to.unwrap_or(path))).collect(),
            why: words.why.to_owned(),
            reasons: reasons(words, (edition, site), free_articles, (reason, offer), asker).join(" "),
            free_to_read: words.free_to_read.to_owned(),
            asker,
            article: article.id.to_string(),
        })
    }
}

/// Step with its label and its address: of the article, or of the publisher's page for subscriptions.
fn step(services: &Services, kind: StepKind, path: &str) -> Step {
    let (words, account) = (services.access_text(), services.account_text());
    let (label, href) = match kind {
        StepKind::Register => (account.register, format!("/daftar?return_to={path}")),
        StepKind::SignIn => (account.sign_in, format!("/masuk?return_to={path}")),
        StepKind::Confirm => (words.confirm, "/konfirmasi".to_owned()),
        StepKind::Subscribe => (words.subscribe, path.to_owned()),
        StepKind::ReadFree => (words.read_free, "/".to_owned()),
        StepKind::Open => (words.open, path.to_owned()),
        StepKind::GoOn => (words.go_on, path.to_owned()),
    };
    Step { kind, label: label.to_owned(), href: under(services.site.prefix(), &href) }
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

/// Steps that help this reader: no registration for a reader with an account, no subscription where none is sold. A step that leads
/// elsewhere than to this article or the account pages comes with its address.
fn steps(subscribe_at: Option<&str>, offer: Offer, asker: Asker) -> Vec<(StepKind, Option<&str>)> {
    let mut steps = match offer {
        Offer::Nothing => vec![],
        Offer::Join => vec![(StepKind::Register, None), (StepKind::SignIn, None)],
        Offer::Confirm => vec![(StepKind::Confirm, None)],
        Offer::Open(_) => vec![(StepKind::Open, None)],
        Offer::Wait(_) | Offer::Subscribe => {
            let subscribe = subscribe_at.map(|address| (StepKind::Subscribe, Some(address)));
            let sign_in = (asker != Asker::SignedIn).then_some((StepKind::SignIn, None));
            subscribe.into_iter().chain(sign_in).collect()
        }
    };
    if steps.is_empty() {
        steps.push((StepKind::ReadFree, None));
    }
    if asker == Asker::Everyone {
        steps.push((StepKind::GoOn, None));
    }
    steps
}

fn reasons(
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
