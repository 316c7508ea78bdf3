//! Breadcrumbs: the links from the front page to this page.

use leptos::prelude::*;

use crate::text::Text;

/// A step between the front page and this one.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Name as plain text.
    pub name: String,
    /// Address of the step; `None` for the page itself.
    pub href: Option<String>,
}

/// Link to the front page, then this page's section or name.
#[component]
pub fn Breadcrumbs(here: Option<Crumb>, text: &'static Text) -> impl IntoView {
    let here = here.map(|crumb| match crumb.href {
        Some(href) => view! { <li><a href=href>{crumb.name}</a></li> }.into_any(),
        None => view! { <li aria-current="page">{crumb.name}</li> }.into_any(),
    });
    view! {
        <nav class="breadcrumbs" aria-label=text.breadcrumbs>
            <ol><li><a href="/">{text.front_page}</a></li>{here}</ol>
        </nav>
    }
}
