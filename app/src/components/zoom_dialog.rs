//! A picture over the page.

use leptos::prelude::*;

use crate::context::Services;

/// Empty until a picture is enlarged.
#[component]
pub fn ZoomDialog(services: Services) -> impl IntoView {
    view! {
        <dialog class="zoom-dialog" aria-labelledby="perbesar" data-zoom-dialog="">
            <h2 class="visually-hidden" id="perbesar">{services.reading_text().picture}</h2>
            <form class="zoom-dialog__close" method="dialog">
                <button r#type="submit" aria-label=services.account_text().close><span aria-hidden="true">"×"</span></button>
            </form>
            // A stop of the Tab key: where it is larger than the window, arrow keys move it.
            <div class="zoom-dialog__picture" role="group" aria-labelledby="perbesar" tabindex="0" data-zoom-picture=""></div>
            <p class="zoom-dialog__words" data-zoom-words=""></p>
        </dialog>
    }
}
