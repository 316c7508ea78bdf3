//! Footer of every page.

use leptos::prelude::*;

use crate::components::LanguageChoice;
use crate::context::Services;
use crate::routes::{ABOUT, CORRECTIONS, FOR_YOU, SAVED};

/// Name and promise of the publisher, with links.
#[component]
pub fn SiteFooter(services: Services) -> impl IntoView {
    let (text, reading) = (services.text(), services.reading_text());
    let about =
        services.site.about.iter().map(|about| (format!("{ABOUT}/{}", about.slug), about.title.clone()));
    // The last link leads to the account. Without JavaScript, the header cannot offer it.
    let own = [
        (CORRECTIONS, reading.corrections),
        (FOR_YOU, reading.for_you),
        (SAVED, reading.saved),
        ("/akun", services.account_text().account),
    ];
    let own = own.map(|(href, name)| (href.to_owned(), name.to_owned()));
    let links = about.chain(own).map(|(href, name)| view! { <li><a href=href>{name}</a></li> });
    view! {
        <footer class="site-footer">
            <p class="site-footer__name">{services.site.name.clone()}</p>
            <p class="site-footer__promise">{text.promise}</p>
            <nav aria-label=text.about_this_site><ul class="site-footer__links">{links.collect::<Vec<_>>()}</ul></nav>
            <LanguageChoice services/>
        </footer>
    }
}
