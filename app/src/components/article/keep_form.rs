//! Button that keeps an article on the device, to be read without a network.

use leptos::prelude::*;

use crate::routes::OFFLINE;

/// A form that the service worker answers: it keeps the light version of the article and shows the page of all that is kept. It is
/// invisible until the script in the head has found the worker, and takes up its space before, so that nothing moves.
#[component]
pub fn KeepForm(
    /// Path of the article.
    path: String,
    label: &'static str,
) -> impl IntoView {
    view! {
        <form class="keep-form" method="post" action=OFFLINE>
            <button r#type="submit" name="keep" value=path>{label}</button>
        </form>
    }
}
