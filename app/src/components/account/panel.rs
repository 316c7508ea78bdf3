//! The frame of a page about an account, and what went wrong with a form on it.

use leptos::prelude::*;

use crate::components::FormView;
use crate::context::Services;

/// The frame; its heading names it.
#[component]
pub fn Panel(
    /// Distinguishes the panel among all of the page.
    id: &'static str,
    /// What it is called.
    heading: &'static str,
    children: Children,
) -> impl IntoView {
    let heading_id = format!("{id}-heading");
    let labelled = heading_id.clone();
    view! {
        <section class="panel" id=id aria-labelledby=labelled>
            <h1 class="panel__heading" id=heading_id>{heading}</h1>
            {children()}
        </section>
    }
}

/// What went wrong with a form as a whole; read out at once.
#[component]
pub fn FormError(view: FormView, endpoint: &'static str, services: Services) -> impl IntoView {
    view.error(&services, endpoint).map(|words| view! { <p class="panel__error" role="alert">{words}</p> })
}
