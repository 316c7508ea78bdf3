//! The masthead, with the sections and editions of the paper.

use domain::article::Edition;
use domain::label::Section;
use leptos::prelude::*;

use crate::components::article::{day, machine_day};
use crate::components::{DisplayMenu, ReaderMenu, SiteMenu, SiteSearch};
use crate::context::Services;
use crate::island::island;
use crate::islands::Clock;
use crate::text::{self, Text};

/// Maximum number of sections in the navigation.
const SECTIONS: usize = 9;

/// Header of every page.
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
                    <DisplayMenu services=services.clone()/>
                </div>
            </div>
            {Suspend::new(async move {
                let sections = sections(&services).await;
                view! {
                    <div class="site-header__ways">
                        <SiteMenu sections=sections.clone() services=services.clone()/>
                        <SectionLinks sections text/>
                        <SiteSearch services/>
                    </div>
                }
            })}
        </header>
    }
}

/// Current date, without a time of day. With a time, the page would change every minute and caching it would be useless.
#[component]
fn Today(services: Services) -> impl IntoView {
    let (site, now) = (&services.site, services.now());
    view! {
        <time class="site-header__today" datetime=machine_day(site, now)>{day(site, now)}</time>
        {island(Clock)}
    }
}

async fn sections(services: &Services) -> Vec<Section> {
    // A page can do without its navigation, so an error is only logged.
    let known = services.articles.sections(services.now(), 200).await.unwrap_or_else(|error| {
        tracing::error!(%error, "the store failed to name the sections");
        Vec::new()
    });
    let mut sections = Section::in_order(known, &services.site.sections);
    sections.truncate(SECTIONS);
    sections
}

#[component]
fn SectionLinks(sections: Vec<Section>, text: &'static Text) -> impl IntoView {
    let links = sections.into_iter().map(|section| {
        view! { <li><a href=format!("/rubrik/{}", section.slug)>{section.name}</a></li> }
    });
    view! {
        <nav class="site-header__sections" aria-label=text.sections>
            <ul>
                {links.collect::<Vec<_>>()}
                {[Edition::Koran, Edition::Majalah].map(|edition| view! {
                    <li class="site-header__edition"><a href=format!("/{}", edition.as_str())>{text::edition(edition)}</a></li>
                })}
            </ul>
        </nav>
    }
}
