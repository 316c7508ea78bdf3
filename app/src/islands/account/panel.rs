//! One panel with its heading.

use leptos::either::{Either, EitherOf5};
use leptos::prelude::*;

use super::dialog::Dialog;
use super::form::Form;
use super::passkey_button::PasskeyButton;
use super::provider_row::ProviderRow;
use super::view::{LinkView, PanelPart, PanelView};
use crate::browser::localized;
use crate::island::{Island, Slot};

impl Island for PanelView {
    const NAME: &'static str = "Panel";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Panel panel=self dialog=None/> }
    }
}

/// Region that is named by its heading.
///
/// Browser because: forms are sent and answered on the page that is open.
#[component]
pub(super) fn Panel(panel: PanelView, dialog: Option<Dialog>) -> impl IntoView {
    let PanelView { id, heading, is_in_dialog, parts } = panel;
    let heading_id = format!("{id}-heading");
    let labelled = heading_id.clone();
    let heading = if is_in_dialog {
        Either::Left(view! { <h2 class="panel__heading" id=heading_id tabindex="-1">{heading}</h2> })
    } else {
        Either::Right(view! { <h1 class="panel__heading" id=heading_id>{heading}</h1> })
    };
    let parts = parts.into_iter().map(|part| show(part, dialog)).collect::<Vec<_>>();
    view! {
        <section class="panel" id=id aria-labelledby=labelled>
            {heading}
            {parts}
        </section>
    }
}

fn show(part: PanelPart, dialog: Option<Dialog>) -> impl IntoView {
    let words_in = |class: &'static str, role: Option<&'static str>, words: String| {
        EitherOf5::A(view! { <p class=class role=role>{words}</p> })
    };
    match part {
        PanelPart::Lead(words) => words_in("panel__lead", None, words),
        PanelPart::Help(words) => words_in("panel__help", None, words),
        PanelPart::News(words) => words_in("panel__news", Some("status"), words),
        PanelPart::Error(words) => words_in("panel__error", Some("alert"), words),
        PanelPart::Form(form) => EitherOf5::B(view! { <Form form=*form dialog/> }),
        PanelPart::Providers(providers) => EitherOf5::C(view! { <ProviderRow providers/> }),
        PanelPart::Passkey(passkey) => EitherOf5::D(view! { <PasskeyButton passkey=*passkey dialog/> }),
        PanelPart::Link(link) => EitherOf5::E(view! { <p class="panel__other"><PanelLink link/></p> }),
    }
}

/// A link to another panel.
#[component]
pub(super) fn PanelLink(link: LinkView) -> impl IntoView {
    view! { <a href=localized(link.href) data-panel="">{link.label}</a> }
}
