//! Narrow bar at the top of the window, once the headline has been scrolled out of view: the site's name and the headline.

use leptos::prelude::*;

/// A second look at words that the page has already: drawn by the stylesheet from an attribute, so that those who listen, search or copy find
/// the headline once.
#[component]
pub fn HeadlineBar(site: String, title: String) -> impl IntoView {
    view! {
        <div class="headline-bar" aria-hidden="true">
            <a class="headline-bar__name" href="/" tabindex="-1">{site}</a>
            <span class="headline-bar__title" data-title=title></span>
        </div>
    }
}
