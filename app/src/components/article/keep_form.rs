//! Button that keeps an article on the device, to be read without a network.

use leptos::prelude::*;

use crate::routes::OFFLINE;
use crate::text::offline::KeepLabel;

/// A form that the service worker answers: it keeps the light version of the article and shows the page of all that is kept. It is
/// invisible until the script in the head has found the worker, and takes up its space before, so that nothing moves.
#[component]
pub fn KeepForm(
    /// Path of the article.
    path: String,
    label: KeepLabel,
) -> impl IntoView {
    let [first, for_listeners, second, rest] = label;
    view! {
        <form class="keep-form" method="post" action=OFFLINE>
            <button r#type="submit" name="keep" value=path>
                {first}<span class="visually-hidden">{for_listeners}</span>{second}<span class="visually-hidden">{rest}</span>
            </button>
        </form>
    }
}
