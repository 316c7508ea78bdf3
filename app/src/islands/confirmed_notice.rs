//! Notice for a reader whose email address has just been confirmed.

use leptos::prelude::*;

use crate::address::CONFIRMED;

/// Paragraph that is shown only to a reader who comes by its fragment, since the page is the same for everyone. It takes the focus. `help`
/// tells what the reader can do next, on pages that cannot know the reader.
#[component]
pub fn ConfirmedNotice(words: String, help: Option<String>) -> impl IntoView {
    view! { <p class="confirmed-notice" id=CONFIRMED tabindex="-1"><strong>{words}</strong> " " {help}</p> }
}
