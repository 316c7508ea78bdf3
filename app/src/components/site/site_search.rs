//! The search in the masthead: a field where there is room, else the way to the page that has one.

use leptos::prelude::*;

use crate::context::Services;
use crate::routes::SEARCH;

/// A plain form.
#[component]
pub fn SiteSearch(services: Services) -> impl IntoView {
    let text = services.search_text();
    view! {
        <form class="site-search" role="search" action=SEARCH aria-label=text.field>
            <input class="site-search__field" r#type="search" name="q" maxlength="2000" aria-label=text.field placeholder=text.field/>
            <button class="site-search__button" r#type="submit">
                <span class="site-search__sign" aria-hidden="true"></span>
                <span class="visually-hidden">{text.search}</span>
            </button>
        </form>
    }
}
