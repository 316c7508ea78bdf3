//! Parts of the account page that belong together, below one heading.

use leptos::prelude::*;

/// Heading and parts of a group. On wide screens the heading stands beside them.
pub(super) fn account_group(id: &'static str, name: &'static str, parts: impl IntoView) -> impl IntoView {
    view! {
        <section class="account__group" aria-labelledby=id>
            <h2 class="account__group-name" id=id>{name}</h2>
            <div class="account__parts">{parts}</div>
        </section>
    }
}
