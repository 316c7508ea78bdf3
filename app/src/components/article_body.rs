//! The text of an article, as much of it as this reader may read.

use domain::body::{Body, Teaser};
use leptos::either::Either;
use leptos::prelude::*;

/// A text that may leave the server.
#[derive(Clone, Debug)]
pub enum TextView {
    /// All of it; a [`Body`] is proof of a grant.
    Whole(Body),
    /// What everyone may read.
    Teaser(Teaser),
}

/// The text in the article's own language, which may not be the page's.
#[component]
pub fn ArticleBody(text: TextView, language: &'static str) -> impl IntoView {
    match text {
        TextView::Whole(body) => Either::Left(view! {
            <div class="article-body" lang=language inner_html=body.html().to_owned()></div>
        }),
        TextView::Teaser(teaser) => Either::Right(view! {
            <div class="article-body article-body--teaser" lang=language>
                {teaser.paragraphs().iter().map(|words| view! { <p>{words.clone()}</p> }).collect::<Vec<_>>()}
            </div>
        }),
    }
}
