//! Where this page stands.

use leptos::prelude::*;

use crate::text::Text;

/// A step between the front page and this one.
#[derive(Clone, Debug)]
pub struct Crumb {
    /// Plain text.
    pub name: String,
    /// Where it leads; `None` for the page itself.
    pub href: Option<String>,
}

/// From the front page to here.
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
