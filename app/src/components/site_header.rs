//! The masthead, with the sections and editions of the paper.

use domain::article::Edition;
use domain::label::Section;
use leptos::prelude::*;

use super::ReaderMenu;
use super::published::{day, machine};
use crate::context::Services;
use crate::islands::{Clock, ThemeSwitch};
use crate::text;

/// How many sections the navigation holds.
const SECTIONS: usize = 9;

/// The top of every page.
#[component]
pub fn SiteHeader(services: Services) -> impl IntoView {
    let text = services.text();
    let name = services.site.name.clone();
    view! {
        <header class="site-header">
            <div class="site-header__top">
                <p class="site-header__motto">{text.motto}</p>
                <a class="site-header__name" href="/" aria-label=format!("{name}, {}", text.front_page)>{name.clone()}</a>
                <div class="site-header__tools">
                    <Today services=services.clone()/>
                    <ReaderMenu services=services.clone()/>
                    <ThemeSwitch><span class="visually-hidden">{text.dark_colours}</span></ThemeSwitch>
                </div>
            </div>
            <nav class="site-header__sections" aria-label=text.sections>
                <ul>
                    {Suspend::new(async move { section_links(&services).await })}
                    {[Edition::Koran, Edition::Majalah].map(|edition| view! {
                        <li class="site-header__edition"><a href=format!("/{}", edition.as_str())>{text::edition(edition)}</a></li>
                    })}
                </ul>
            </nav>
        </header>
    }
}

/// The date of this paper, and the moment from which the page's ages are counted.
#[component]
fn Today(services: Services) -> impl IntoView {
    let now = services.now();
    view! {
        <time class="site-header__today" datetime=machine(now) data-now="">{day(&services.site, now)}</time>
        <Clock/>
    }
}

async fn section_links(services: &Services) -> impl IntoView + use<> {
    // A page can do without its navigation; the failure is in the log.
    let known = services.articles.sections(services.now(), 200).await.unwrap_or_else(|error| {
        tracing::error!(%error, "the store failed to name the sections");
        Vec::new()
    });
    let links = Section::in_order(known, &services.site.sections).into_iter().take(SECTIONS).map(|section| {
        view! { <li><a href=format!("/rubrik/{}", section.slug)>{section.name}</a></li> }
    });
    links.collect::<Vec<_>>()
}
