//! Headlines in an order that matters: by time, or by readers.

use leptos::prelude::*;

use crate::components::{ArticleCard, CardForm, CardView, Rank};

/// Meaning of the order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryListKind {
    /// Newest first; each begins with its time.
    ByTime,
    /// Most read first; numbered.
    ByReaders,
}

/// A list under a heading; nothing if it is empty.
#[component]
pub fn StoryList(kind: StoryListKind, heading: &'static str, cards: Vec<CardView>) -> impl IntoView {
    let (class, id) = match kind {
        StoryListKind::ByTime => ("story-list story-list--time", "terbaru"),
        StoryListKind::ByReaders => ("story-list story-list--numbered", "paling-banyak-dibaca"),
    };
    (!cards.is_empty()).then(|| {
        let cards = cards
            .into_iter()
            .map(|card| view! { <li><ArticleCard card form=CardForm::Brief rank=Rank::Third/></li> });
        view! {
            <section class=class aria-labelledby=id>
                <h2 class="story-list__heading" id=id>{heading}</h2>
                <ol class="story-list__cards">{cards.collect::<Vec<_>>()}</ol>
            </section>
        }
    })
}
