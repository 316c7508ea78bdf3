//! The story with which a topic or an issue begins.

use leptos::prelude::*;

use crate::components::{ArticleCard, CardForm, CardView, Rank};

/// The story, with its words beside a large picture where there is room.
#[component]
pub fn LeadStory(
    card: CardView,
    /// Whether it is the cover of an issue, which has a band from edge to edge.
    #[prop(optional)]
    is_cover: bool,
) -> impl IntoView {
    let class = if is_cover { "lead-story lead-story--cover" } else { "lead-story" };
    view! { <div class=class><ArticleCard card form=CardForm::Lead rank=Rank::Second/></div> }
}
