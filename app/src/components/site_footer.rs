//! The foot of every page.

use leptos::prelude::*;

use crate::context::Services;

/// Who publishes, and what the publisher promises.
#[component]
pub fn SiteFooter(services: Services) -> impl IntoView {
    let text = services.text();
    view! {
        <footer class="site-footer">
            <p class="site-footer__name">{services.site.name.clone()}</p>
            <p class="site-footer__promise">{text.promise}</p>
        </footer>
    }
}
