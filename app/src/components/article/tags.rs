//! The running subjects of an article.

use domain::label::Topic;
use leptos::prelude::*;

/// Links to the topics' lists; nothing where there are none.
#[component]
pub fn Tags(topics: Vec<Topic>, label: &'static str) -> impl IntoView {
    (!topics.is_empty()).then(|| {
        let links = topics.into_iter().map(|topic| {
            view! { <li><a href=format!("/topik/{}", topic.slug)>{topic.name}</a></li> }
        });
        view! { <ul class="tags" aria-label=label>{links.collect::<Vec<_>>()}</ul> }
    })
}
