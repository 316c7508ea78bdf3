//! Where a reader lands whose address has just been confirmed.

use leptos::prelude::*;

use crate::context::Services;
use crate::routes::CONFIRMED;

/// Says so to who comes by its fragment, and to nobody else: the page is the same for everyone. It takes the focus. `help` is what the
/// reader can do where the page cannot know who reads.
#[component]
pub fn ConfirmedNotice(help: Option<&'static str>, services: Services) -> impl IntoView {
    let text = services.access_text();
    view! { <p class="confirmed-notice" id=CONFIRMED tabindex="-1"><strong>{text.confirmed}</strong> " " {help}</p> }
}
