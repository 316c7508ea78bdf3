//! Frame of an account page, and the error message of a form on it.

use leptos::prelude::*;

use crate::components::FormView;
use crate::context::Services;

/// Section with a heading, which also labels it for screen readers.
#[component]
pub fn Panel(
    /// Identifier of the panel, unique on the page.
    id: &'static str,
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

/// Error message for a form as a whole. Screen readers announce it at once.
#[component]
pub fn FormError(view: FormView, endpoint: &'static str, services: Services) -> impl IntoView {
    view.error(&services, endpoint).map(|words| view! { <p class="panel__error" role="alert">{words}</p> })
}
