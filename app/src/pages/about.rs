//! Pages about the publisher.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{PageError, page};
use crate::components::{Breadcrumbs, HeadView, PageHead};
use crate::routes::ABOUT;

/// `/tentang/{slug}`
#[component]
pub fn AboutPage() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    page(move |services| async move {
        let found = services.site.about.iter().find(|about| about.slug.as_str() == slug);
        let about = found.cloned().ok_or(PageError::NotFound)?;
        let head = HeadView {
            title: format!("{} – {}", about.title, services.site.name),
            canonical: Some(format!("{}{ABOUT}/{}", services.site.url, about.slug)),
            kind: "website",
            ..HeadView::default()
        };
        // The publisher writes in the site's own language.
        let lang = services.site.foreign(services.site.own_language);
        Ok(view! {
            <PageHead head/>
            <article class="about">
                <Breadcrumbs here=None text=services.text()/>
                <h1 class="list__name" lang=lang>{about.title}</h1>
                <div class="article-body" lang=lang inner_html=about.html></div>
            </article>
        })
    })
}
