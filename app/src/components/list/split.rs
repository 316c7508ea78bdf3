//! Part of a page whose heading stands in a column of its own.

use leptos::prelude::*;

/// A part with its heading, beside it where there is room. `id` names the heading for the part's label.
#[component]
pub fn Split(id: String, heading: String, children: Children) -> impl IntoView {
    let label = id.clone();
    view! {
        <section class="split" aria-labelledby=label>
            <h2 class="split__heading" id=id>{heading}</h2>
            <div class="split__body">{children()}</div>
        </section>
    }
}
