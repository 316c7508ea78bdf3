//! Gate: the panel below the teaser of a closed article, with the reasons and the ways on for this reader.

mod text;
mod view;
#[cfg(feature = "ssr")]
mod words;

use std::cell::Cell;

use leptos::either::Either;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[cfg(feature = "hydrate")]
pub(super) use text::settle_videos;
pub use view::{Asker, GateView, Step, StepKind};

use super::confirmed_notice::ConfirmedNotice;
use crate::api::{OpenedArticle, open_article, read_article};
use crate::browser::{
    ElementRef, Kept, attribute, flag, listen, live, marker, mounted, on, page_language, session, whenever,
};
use crate::island::{Island, Slot};

impl Island for GateView {
    const NAME: &'static str = "Gate";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Gate gate=self/> }
    }
}

/// Reader's request for a closed article.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// Open the article with a unit.
    Open,
    /// Show as much as this reader may read.
    GoOn,
    /// Look again without a click: the reader has signed in, here or in another tab.
    Look,
}

/// Panel of the gate. Without wasm its steps are plain forms and links.
///
/// Browser because: an article opens on the page that is open, and no cached page knows what its reader may read.
#[component]
pub fn Gate(gate: GateView) -> impl IntoView {
    let is_for_everyone = !gate.asker.is_own();
    let (region, confirmed, confirmed_help) =
        (gate.region.clone(), gate.confirmed.clone(), gate.confirmed_help.clone());
    let id = gate.article.clone();
    let article = Kept::new(move || id);
    let shown = RwSignal::new(gate);
    let is_busy = RwSignal::new(false);
    let error = RwSignal::new(String::new());
    let aside = ElementRef::empty();
    let wish = move |wish: Wish| {
        // A second press while the first is on its way asks for nothing.
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        error.set(String::new());
        let Some(id) = article.with(|id| id.clone()) else { return };
        spawn_local(async move {
            let answer = if wish == Wish::Open { open_article(id).await } else { read_article(id).await };
            // The gate may have left the page meanwhile.
            let Some(aside) = aside.get().filter(|aside| aside.is_connected()) else {
                return;
            };
            is_busy.set(false);
            match answer {
                Ok(OpenedArticle { body: Some(body), .. }) => text::show(&aside, &body, wish != Wish::Look),
                Ok(OpenedArticle { gate: Some(gate), .. }) => {
                    shown.set(gate);
                    if wish != Wish::Look {
                        text::focus_heading(&aside);
                    }
                }
                Ok(_) => text::reload(),
                Err(_) if wish == Wish::Look => {}
                Err(refused) => error.set(refused.words(crate::text::errors(page_language()))),
            }
        });
    };
    look_again(is_for_everyone, aside, move || wish(Wish::Look));
    view! {
        <aside class="gate" class=("gate--everyone", move || shown.with(|gate| !gate.asker.is_own())) role="region" aria-label=region
            aria-busy=attribute(move || is_busy.get().then(|| "true".to_owned())) node_ref=aside>
            <ConfirmedNotice words=confirmed help=confirmed_help/>
            <p class="gate__error" role="alert" hidden=flag(move || error.with(String::is_empty))>{live(move || error.get())}</p>
            // Last: behind the parts of a bare fragment the framework looks for one mark fewer than it has written.
            {live(move || view! { <Told gate=shown.get() wish/> })}
        </aside>
    }
}

/// Asks once more whenever what this reader may read may have changed: somebody has signed in, or registered or confirmed, here or in
/// another tab.
fn look_again(is_for_everyone: bool, aside: ElementRef, look: impl Fn() + Copy + 'static) {
    let session = session();
    let known = Kept::new(marker);
    let version = Cell::new(session.version_now());
    whenever(move || {
        let now = session.version();
        if version.replace(now) != now {
            known.with(|known| *known = marker());
            look();
        }
    });
    mounted(move || {
        // On a page that came without a reload, nobody has asked yet.
        if is_for_everyone && marker().is_some() && aside.get().is_some_and(|aside| !text::is_asked(&aside)) {
            look();
        }
    });
    mounted(move || {
        let check = move || {
            let now = marker();
            if !document().hidden() && known.with(|known| std::mem::replace(known, now)) != Some(now) {
                look();
            }
        };
        listen(ev::visibilitychange, move |_| check());
        listen(ev::focus, move |_| check());
    });
}

/// Content of the gate for the present state.
#[component]
fn Told(gate: GateView, wish: impl Fn(Wish) + Copy + Send + Sync + 'static) -> impl IntoView {
    let is_for_guests = gate.steps.iter().any(|step| step.kind == StepKind::Register);
    let help = gate
        .help
        .into_iter()
        .map(|words| view! { <p class="gate__help" class=("gate__guest", is_for_guests)>{words}</p> });
    let steps = gate.steps.into_iter().enumerate().map(|(place, step)| {
        let class = if place == 0 { "button" } else { "button button--quiet" };
        view! { <GateStep step class wish/> }
    });
    view! {
        <h2 class="gate__heading" tabindex="-1">{gate.heading}</h2>
        {gate.units.map(|words| view! { <p class="gate__units"><span class="unit-marks" aria-hidden="true">{gate.marks}</span>{words}</p> })}
        {help.collect::<Vec<_>>()}
        <div class="gate__steps">{steps.collect::<Vec<_>>()}</div>
        <details class="gate__why">
            <summary>{gate.why}</summary>
            <p>{gate.reasons}</p>
        </details>
        <p class="gate__free">{gate.free_to_read}</p>
    }
}

/// One step: a form where it asks for the article, a link elsewhere.
#[component]
fn GateStep(
    step: Step,
    class: &'static str,
    wish: impl Fn(Wish) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let Step { kind, label, href } = step;
    if matches!(kind, StepKind::Open | StepKind::GoOn) {
        let is_opening = kind == StepKind::Open;
        let opens = is_opening.then(|| view! { <input r#type="hidden" name="open" value="1"/> });
        let submit = move |event: ev::SubmitEvent| {
            event.prevent_default();
            wish(if is_opening { Wish::Open } else { Wish::GoOn });
        };
        Either::Left(view! {
            <form method="post" action=href on:submit=on(submit)>
                {opens}
                <button class=class r#type="submit">{label}</button>
            </form>
        })
    } else {
        let class = if kind.is_for_guests() { format!("{class} gate__guest") } else { class.to_owned() };
        Either::Right(
            view! { <a class=class href=href data-panel=kind.has_panel().then_some("")>{label}</a> },
        )
    }
}
