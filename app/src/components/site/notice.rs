//! A page that has nothing else to show says what happened and what helps.

use leptos::prelude::*;

use crate::components::{ArticleCard, CardView, Rank};
use crate::text::Text;

/// What happened, and articles that may help.
#[derive(Clone)]
pub struct NoticeView {
    /// `404`; empty where nothing went wrong.
    pub code: &'static str,
    /// In a few words.
    pub heading: &'static str,
    /// In a sentence or two.
    pub help: &'static str,
    /// Perhaps one of these.
    pub instead: Vec<CardView>,
}

/// The notice with a way back.
#[component]
pub fn Notice(notice: NoticeView, text: &'static Text) -> impl IntoView {
    let cards = notice
        .instead
        .into_iter()
        .map(|card| view! { <li><ArticleCard card shape="row" rank=Rank::Third/></li> });
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
