//! Articles that go on with the subject.

use leptos::prelude::*;

use crate::components::{ArticleCard, CardForm, CardView, Rank};

/// A rail of cards under a heading; nothing where there are none.
#[component]
pub fn Related(cards: Vec<CardView>, heading: &'static str) -> impl IntoView {
    (!cards.is_empty()).then(|| {
        let cards = cards
            .into_iter()
            .map(CardView::without_summary)
            .map(|card| view! { <li><ArticleCard card form=CardForm::Row rank=Rank::Below/></li> });
        view! {
            <aside class="related" aria-labelledby="terkait">
                <h2 class="related__heading" id="terkait">{heading}</h2>
                <ul class="related__cards">{cards.collect::<Vec<_>>()}</ul>
            </aside>
        }
    })
}
