//! The magazine's current cover story.

use domain::front::Cover;
use leptos::prelude::*;

use crate::components::{ArticleCard, CardForm, CardView, Rank};
use crate::context::Services;
use crate::text::Text;

/// The cover story, and others of its issue.
#[derive(Clone)]
pub struct CoverView {
    story: CardView,
    of_issue: Vec<CardView>,
    text: &'static Text,
}

impl CoverView {
    pub fn of(services: &Services, cover: &Cover) -> Self {
        Self {
            story: CardView::of(services, &cover.story),
            of_issue: CardView::all(services, &cover.of_issue),
            text: services.text(),
        }
    }
}

/// A band over the whole width, with the way to the magazine.
#[component]
pub fn CoverBand(cover: CoverView) -> impl IntoView {
    let CoverView { story, of_issue, text } = cover;
    let others = of_issue
        .into_iter()
        .map(|card| view! { <li><ArticleCard card form=CardForm::Brief rank=Rank::Third/></li> })
        .collect::<Vec<_>>();
    view! {
        <section class="cover-band" aria-labelledby="laporan-utama">
            <h2 class="cover-band__heading" id="laporan-utama"><a href="/majalah">{text.cover_of_magazine}</a></h2>
            <ArticleCard card=story form=CardForm::Lead rank=Rank::Third/>
            {(!others.is_empty()).then(|| view! { <ul class="cover-band__issue">{others}</ul> })}
        </section>
    }
}
