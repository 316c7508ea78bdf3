//! Gate: the panel below the teaser of a closed article, with the reasons and the ways on for this reader.

mod text;
mod view;
#[cfg(feature = "ssr")]
mod words;

use std::cell::Cell;

use leptos::either::Either;
use leptos::ev;
use leptos::html::Aside;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[cfg(feature = "hydrate")]
pub(super) use text::settle_videos;
pub use view::{Asker, GateView, Step, StepKind};

use super::confirmed_notice::ConfirmedNotice;
use crate::api::{ApiError, OpenedArticle, open_article, read_article};
use crate::browser::{listen, marker, mounted, page_language, session, whenever};
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
    let article = StoredValue::new(gate.article.clone());
    let (shown, set_shown) = signal(gate);
    let (is_busy, set_busy) = signal(false);
    let (error, set_error) = signal(None::<ApiError>);
    let aside = NodeRef::<Aside>::new();
    let wish = move |wish: Wish| {
        // A second press while the first is on its way asks for nothing.
        if is_busy.get_untracked() {
            return;
        }
        set_busy.set(true);
        set_error.set(None);
        let id = article.get_value();
        spawn_local(async move {
            let answer = if wish == Wish::Open { open_article(id).await } else { read_article(id).await };
            // The gate may have left the page meanwhile.
            let Some(aside) = aside.try_get_untracked().flatten().filter(|aside| aside.is_connected()) else {
                return;
            };
            set_busy.set(false);
            match answer {
                Ok(OpenedArticle { body: Some(body), .. }) => text::show(&aside, &body, wish != Wish::Look),
                Ok(OpenedArticle { gate: Some(gate), .. }) => {
                    set_shown.set(gate);
                    if wish != Wish::Look {
                        text::focus_heading(&aside);
                    }
                }
                Ok(_) => text::reload(),
                Err(_) if wish == Wish::Look => {}
                Err(error) => set_error.set(Some(error)),
            }
        });
    };
    look_again(is_for_everyone, aside, move || wish(Wish::Look));
    let words = move || {
        error.get().map(|error| error.words(crate::text::errors(page_language()))).unwrap_or_default()
    };
    view! {
        <aside class="gate" class=("gate--everyone", move || shown.with(|gate| !gate.asker.is_own())) role="region" aria-label=region
            aria-busy=move || is_busy.get().then_some("true") node_ref=aside>
            <ConfirmedNotice words=confirmed help=confirmed_help/>
            <p class="gate__error" role="alert" hidden=move || error.with(Option::is_none)>{words}</p>
            // Last: behind the parts of a bare fragment the framework looks for one mark fewer than it has written.
            {move || view! { <Told gate=shown.get() wish/> }}
        </aside>
    }
}

/// Asks once more whenever what this reader may read may have changed: somebody has signed in, or registered or confirmed, here or in
/// another tab.
fn look_again(is_for_everyone: bool, aside: NodeRef<Aside>, look: impl Fn() + Copy + 'static) {
    let session = session();
    let known = StoredValue::new(None);
    let version = Cell::new(session.version_now());
    whenever(move || {
        let now = session.version();
        if version.replace(now) != now {
            known.set_value(marker());
            look();
        }
    });
    mounted(move || {
        known.set_value(marker());
        // On a page that came without a reload, nobody has asked yet.
        if is_for_everyone
            && known.get_value().is_some()
            && aside.get_untracked().is_some_and(|aside| !text::is_asked(&aside))
        {
            look();
        }
    });
    mounted(move || {
        let check = move || {
            let marker = marker();
            if !document().hidden() && known.get_value() != marker {
                known.set_value(marker);
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
        {gate.units.map(|words| view! { <p class="gate__units">{words}</p> })}
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
            <form method="post" action=href on:submit=submit>
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
