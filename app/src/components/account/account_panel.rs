//! One panel with its heading: a page of its own, or the content of the dialog. Its forms live in the browser, all else stays as it is.

use leptos::either::{Either, EitherOf5};
use leptos::prelude::*;

use crate::components::ProviderRow;
use crate::island::island;
use crate::islands::{PanelPart, PanelView};

/// Region that is named by its heading.
#[component]
pub fn AccountPanel(panel: PanelView) -> impl IntoView {
    let PanelView { id, heading, is_in_dialog, parts } = panel;
    let heading_id = format!("{id}-heading");
    let labelled = heading_id.clone();
    let heading = if is_in_dialog {
        Either::Left(view! { <h2 class="panel__heading" id=heading_id tabindex="-1">{heading}</h2> })
    } else {
        Either::Right(view! { <h1 class="panel__heading" id=heading_id>{heading}</h1> })
    };
    view! {
        <section class="panel" id=id aria-labelledby=labelled>
            {heading}
            {parts.into_iter().map(shown).collect::<Vec<_>>()}
        </section>
    }
}

fn shown(part: PanelPart) -> impl IntoView {
    let words_in = |class: &'static str, role: Option<&'static str>, words: String| {
        EitherOf5::A(view! { <p class=class role=role>{words}</p> })
    };
    match part {
        PanelPart::Lead(words) => words_in("panel__lead", None, words),
        PanelPart::Help(words) => words_in("panel__help", None, words),
        PanelPart::News(words) => words_in("panel__news", Some("status"), words),
        PanelPart::Error(words) => words_in("panel__error", Some("alert"), words),
        PanelPart::Form(form) => EitherOf5::B(island(*form)),
        PanelPart::Providers(providers) => EitherOf5::C(view! { <ProviderRow providers/> }),
        PanelPart::Passkey(passkey) => EitherOf5::D(island(*passkey)),
        PanelPart::Link(link) => EitherOf5::E(
            view! { <p class="panel__other"><a href=link.href data-panel="">{link.label}</a></p> },
        ),
    }
}
