//! What stands where a closed article's text ends: why, and what this reader can do next.

use domain::access::{Asked, Offer, Reason, RuleName};
use domain::article::Article;
use leptos::prelude::*;

use super::PublishedView;
use crate::context::Services;
use crate::routes::is_lite;
use crate::text;
use crate::text::access::AccessText;

/// Asks for what this reader may read as soon as the gate is there, before any wasm, and again once somebody has signed in.
/// A few bytes under a hash: the page around it is the same for everyone.
pub const GATE_SCRIPT: &str = "(()=>{const d=document,p=d.currentScript.closest('[data-access]'),\
ask=()=>p.isConnected&&fetch(location.pathname,{method:'POST',headers:{'x-fragment':'1'},body:new URLSearchParams})\
.then(a=>a.headers.get('x-fragment')?a.text():Promise.reject()).then(h=>p.innerHTML=h).catch(()=>{});\
if(/(^|; )(__Host-)?reader=1/.test(d.cookie))ask();addEventListener('reader',ask)})()";

/// Why the rest is closed, and what may be done about it.
#[derive(Clone, Debug)]
pub struct GateView {
    heading: String,
    units: Option<String>,
    help: Vec<String>,
    next: Step,
    trace: Vec<Asked>,
    /// The article's own address.
    path: String,
    /// Whether it is known who asks: then asking once more would change nothing.
    is_own: bool,
}

/// What the reader can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Join,
    Confirm,
    Open,
    Subscribe,
}

impl GateView {
    /// The words for a closed article; `None` where nothing can be done about it.
    pub fn of(
        services: &Services,
        article: &Article,
        path: String,
        (reason, offer): (Reason, Offer),
        trace: Vec<Asked>,
        is_own: bool,
    ) -> Option<Self> {
        let (words, site) = (services.access_text(), &services.site.name);
        let all = services.quota.policy.free_articles;
        let edition = (words.edition)(text::edition(article.edition), site);
        let join = (words.join_help)(all);
        let subscribe = (words.subscribe_help)(site);
        let (heading, help, next) = match reason {
            Reason::Withdrawn => return None,
            Reason::CoverStory => {
                ((words.cover_story)(site), vec![words.cover_story_help.to_owned()], Step::Subscribe)
            }
            Reason::Anonymous => (edition, vec![join], Step::Join),
            Reason::Unconfirmed => {
                (words.unconfirmed.to_owned(), vec![words.unconfirmed_help.to_owned()], Step::Confirm)
            }
            Reason::NotOpened => (edition, vec![words.open_help.to_owned()], Step::Open),
            Reason::UsedUp => ((words.used_up)(all), vec![], Step::Subscribe),
        };
        let units = match offer {
            Offer::Open(units) => Some((words.units_left)(units.left, units.granted)),
            _ => None,
        };
        let more = match offer {
            Offer::Wait(until) => vec![(words.refills)(&PublishedView::of(services, until).day), subscribe],
            Offer::Subscribe => vec![subscribe],
            Offer::Join | Offer::Confirm | Offer::Open(_) | Offer::Nothing => vec![],
        };
        let help = help.into_iter().chain(more).collect();
        Some(Self { heading, units, help, next, trace, path, is_own })
    }
}

/// One calm panel.
#[component]
pub fn Gate(gate: GateView, services: Services) -> impl IntoView {
    let text = services.access_text();
    let (next, is_own, path) = (gate.next, gate.is_own, gate.path);
    let is_lite = is_lite(&path);
    let help = gate.help.into_iter().map(|words| view! { <p class="gate__help">{words}</p> });
    view! {
        <aside class="gate" role="region" aria-label=text.gate>
            <h2 class="gate__heading" tabindex="-1">{gate.heading}</h2>
            {gate.units.map(|words| view! { <p class="gate__units">{words}</p> })}
            {help.collect::<Vec<_>>()}
            <div class="gate__steps">
                {(next == Step::Open).then(|| view! { <OpenForm path=path.clone() text/> })}
                {(next == Step::Confirm).then(|| view! { <a class="button" href="/konfirmasi" data-panel="">{text.confirm}</a> })}
                {(next == Step::Subscribe).then(|| view! { <SubscribeLink services=services.clone()/> })}
                // On the page for everyone a reader may be signed in whom the page does not know.
                {(next == Step::Join || !is_own).then(|| view! { <WaysIn path=path.clone() services=services.clone()/> })}
                {(!is_own).then(|| view! {
                    <form method="post" action=path><button class="button button--quiet" r#type="submit">{text.go_on}</button></form>
                })}
            </div>
            <Why trace=gate.trace text/>
            <p class="gate__free">{text.free_to_read}</p>
        </aside>
        {(!is_own && !is_lite).then(|| view! { <script>{GATE_SCRIPT}</script> })}
    }
}

/// Spends a unit.
#[component]
fn OpenForm(path: String, text: &'static AccessText) -> impl IntoView {
    view! {
        <form method="post" action=path>
            <input r#type="hidden" name="open" value="1"/>
            <button class="button" r#type="submit">{text.open}</button>
        </form>
    }
}

/// To the forms to come in by, and back to the article.
#[component]
fn WaysIn(path: String, services: Services) -> impl IntoView {
    let text = services.account_text();
    view! {
        <a class="button" href=format!("/daftar?return_to={path}") data-panel="">{text.register}</a>
        <a class="button button--quiet" href=format!("/masuk?return_to={path}") data-panel="">{text.sign_in}</a>
    }
}

/// To where one subscribes, if the publisher has said where.
#[component]
fn SubscribeLink(services: Services) -> impl IntoView {
    let text = services.access_text();
    services
        .site
        .subscribe_at
        .clone()
        .map(|address| view! { <a class="button" href=address>{text.subscribe}</a> })
}

/// Every rule that was asked, with its answer.
#[component]
fn Why(trace: Vec<Asked>, text: &'static AccessText) -> impl IntoView {
    // What concerns no reader.
    let concerns = |asked: &Asked| !matches!(asked.rule, RuleName::Newsroom | RuleName::Crawler);
    let rules = trace.into_iter().filter(concerns).map(|asked| {
        let answer = if asked.yes { text.yes } else { text.no };
        view! { <li>{(text.question)(asked.rule)} " " <strong>{answer}</strong></li> }
    });
    view! {
        <details class="gate__why">
            <summary>{text.why}</summary>
            <ol>{rules.collect::<Vec<_>>()}</ol>
        </details>
    }
}
