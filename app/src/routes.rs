//! The table of routes.

use leptos::prelude::*;
use leptos_router::SsrMode::Async;
use leptos_router::components::{FlatRoutes, Route, Router};
use leptos_router::path;

use crate::pages::{ArticlePage, EditionPage, ErrorPage, FrontPage, PersonPage, SectionPage, TopicPage};

/// Every page by its address. All are rendered whole before the first byte leaves: a streamed article would be
/// invisible where JavaScript is off, and its status would be sent before it is known.
#[component]
pub fn Routes() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=|| view! { <ErrorPage/> }>
                <Route path=path!("/") view=FrontPage ssr=Async/>
                <Route path=path!("/read/:id") view=ArticlePage ssr=Async/>
                <Route path=path!("/read/:id/:slug") view=ArticlePage ssr=Async/>
                <Route path=path!("/rubrik/:slug") view=SectionPage ssr=Async/>
                <Route path=path!("/topik/:slug") view=TopicPage ssr=Async/>
                <Route path=path!("/penulis/:slug") view=PersonPage ssr=Async/>
                <Route path=path!("/koran") view=|| view! { <EditionPage edition=domain::article::Edition::Koran/> } ssr=Async/>
                <Route path=path!("/majalah") view=|| view! { <EditionPage edition=domain::article::Edition::Majalah/> } ssr=Async/>
            </FlatRoutes>
        </Router>
    }
}
