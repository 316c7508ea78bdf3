//! One form with its heading: a page of its own, or what a dialog shows.

use leptos::prelude::*;

use crate::api::{ApiError, Form};
use crate::context;
use crate::text::account::AccountText;

/// The frame of a form. Its heading names it; in a dialog it stands one level lower, because the page has its own.
#[component]
pub fn Panel(
    /// Distinguishes the panel among all of the page.
    id: &'static str,
    /// What it is called.
    heading: &'static str,
    children: Children,
) -> impl IntoView {
    let heading_id = format!("{id}-heading");
    let heading = if context::is_fragment() {
        view! { <h2 class="panel__heading" id=heading_id.clone() tabindex="-1">{heading}</h2> }.into_any()
    } else {
        view! { <h1 class="panel__heading" id=heading_id.clone()>{heading}</h1> }.into_any()
    };
    view! {
        <section class="panel" id=id aria-labelledby=heading_id>
            {heading}
            {children()}
        </section>
    }
}

/// What went wrong with a form as a whole; read out at once.
#[component]
pub fn FormError(form: Form, endpoint: &'static str, text: &'static AccountText) -> impl IntoView {
    let errors = form.error(endpoint).map_or(&[][..], ApiError::each);
    let error = errors.iter().find(|error| error.field().is_none()).map(|error| error.words(text));
    error.map(|words| view! { <p class="panel__error" role="alert">{words}</p> })
}

/// What was wrong with one field of a form.
pub fn error_beside(form: &Form, endpoint: &str, field: &str, text: &AccountText) -> Option<String> {
    let errors = form.error(endpoint).map_or(&[][..], ApiError::each);
    errors.iter().find(|error| error.field() == Some(field)).map(|error| error.words(text))
}
