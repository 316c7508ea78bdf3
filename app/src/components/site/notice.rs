//! Notice on a page that has no other content, such as an error page.

use leptos::prelude::*;

use crate::components::{ArticleCard, CardForm, CardView, Rank};
use crate::text::Text;

/// Message about what happened, with articles that may help.
#[derive(Clone)]
pub struct NoticeView {
    /// Status code, such as `404`; empty if there is no error.
    pub code: &'static str,
    /// Summary in a few words.
    pub heading: &'static str,
    /// Explanation in a sentence or two.
    pub help: &'static str,
    /// Articles that the reader may have looked for.
    pub instead: Vec<CardView>,
}

/// Notice with a link to the front page.
#[component]
pub fn Notice(notice: NoticeView, text: &'static Text) -> impl IntoView {
    let cards = notice
        .instead
        .into_iter()
        .map(|card| view! { <li><ArticleCard card form=CardForm::Row rank=Rank::Third/></li> });
    let cards = cards.collect::<Vec<_>>();
    view! {
        <section class="notice">
            <p class="notice__code">{notice.code}</p>
            <h1 class="notice__heading">{notice.heading}</h1>
            <p class="notice__help">{notice.help}</p>
            <p><a class="notice__home" href="/">{text.front_page}</a></p>
        </section>
        {(!cards.is_empty()).then(|| view! {
            <aside class="related" aria-labelledby="gantinya">
                <h2 class="related__heading" id="gantinya">{text.instead}</h2>
                <ul class="related__cards">{cards}</ul>
            </aside>
        })}
    }
}
