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
            // The way to one's account for who reads without JavaScript, where the header does not know its reader.
            <p class="site-footer__account"><a href="/akun">{services.account_text().account}</a></p>
        </footer>
    }
}
