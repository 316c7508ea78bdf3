//! Everything that the masthead leads to, for small screens.

use domain::article::Edition;
use domain::label::Section;
use leptos::prelude::*;

use crate::context::Services;
use crate::routes::{ABOUT, CORRECTIONS, FOR_YOU, SAVED};
use crate::text;

/// A button and the list that it opens, by the browser alone.
#[component]
pub fn SiteMenu(sections: Vec<Section>, services: Services) -> impl IntoView {
    let (text, reading) = (services.text(), services.reading_text());
    let sections = sections.into_iter().map(|section| (format!("/rubrik/{}", section.slug), section.name));
    let editions = [Edition::Koran, Edition::Majalah]
        .map(|edition| (format!("/{}", edition.as_str()), text::edition(edition).to_owned()));
    let own = [
        (FOR_YOU, reading.for_you),
        (SAVED, reading.saved),
        (CORRECTIONS, reading.corrections),
        ("/akun", services.account_text().account),
    ]
    .map(|(href, name)| (href.to_owned(), name.to_owned()));
    let about =
        services.site.about.iter().map(|about| (format!("{ABOUT}/{}", about.slug), about.title.clone()));
    let list = |links: Vec<(String, String)>| {
        let links = links.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> });
        view! { <ul class="site-menu__links">{links.collect::<Vec<_>>()}</ul> }
    };
    view! {
        <div class="site-menu">
            <button r#type="button" class="site-menu__button" popovertarget="menu">
                <span class="site-menu__sign" aria-hidden="true"></span>
                {text.menu}
            </button>
            <nav class="popover site-menu__list" id="menu" popover="auto" aria-label=text.menu>
                {list(sections.chain(editions).collect())}
                {list(own.into_iter().chain(about).collect())}
            </nav>
        </div>
    }
}
