//! A block of stories under a heading.

use domain::front::{Block, BlockForm};
use leptos::either::Either;
use leptos::prelude::*;

use crate::components::{ArticleCard, CardForm, CardView, Rank};
use crate::context::Services;

/// Stories of a section, or what the editors picked.
#[derive(Clone)]
pub struct StoryBlockView {
    /// Identifier of the heading.
    pub id: String,
    pub heading: String,
    /// Address of the whole list, and the words of the link to it.
    pub all: Option<(String, String)>,
    pub cards: Vec<CardView>,
    /// Form of the block, which decides on the form of its cards.
    pub form: BlockForm,
}

impl StoryBlockView {
    /// Block of the stories that the editors picked, from every section.
    pub fn picks(services: &Services, picks: Block) -> Self {
        let cards = CardView::all(services, &picks.cards);
        let heading = services.text().picks.to_owned();
        Self { id: "pilihan-editor".to_owned(), heading, all: None, cards, form: picks.form }
    }

    /// Block of a section, from its slug and name.
    pub fn section(services: &Services, (slug, name): (&str, String), block: Block) -> Self {
        let cards = CardView::all(services, &block.cards).into_iter();
        Self {
            id: format!("rubrik-{slug}"),
            all: Some((format!("/rubrik/{slug}"), (services.text().all_of)(&name))),
            heading: name,
            // The heading says it.
            cards: cards.map(CardView::without_section).collect(),
            form: block.form,
        }
    }
}

/// Stories in the form of their block. Of a feature, the first is the one with the picture.
#[component]
pub fn StoryBlock(block: StoryBlockView) -> impl IntoView {
    let StoryBlockView { id, heading, all, cards, form } = block;
    let (class, first, others) = match form {
        BlockForm::Row => ("story-block story-block--row", CardForm::Feature, CardForm::Feature),
        BlockForm::Feature => ("story-block story-block--feature", CardForm::Feature, CardForm::Text),
        BlockForm::Text => ("story-block story-block--text", CardForm::Text, CardForm::Text),
        BlockForm::Opinion => ("story-block story-block--opinion", CardForm::Row, CardForm::Row),
    };
    let cards = cards.into_iter().enumerate().map(|(position, card)| {
        let form = if position == 0 { first } else { others };
        view! { <li><ArticleCard card form rank=Rank::Third/></li> }
    });
    let cards = cards.collect::<Vec<_>>();
    let (href, more) = all.map_or((None, None), |(href, words)| {
        let more = view! { <p class="story-block__all"><a href=href.clone()>{words}</a></p> };
        (Some(href), Some(more))
    });
    let heading = match href {
        Some(href) => Either::Left(view! { <a href=href>{heading}</a> }),
        None => Either::Right(heading),
    };
    view! {
        <section class=class aria-labelledby=id.clone()>
            <div class="story-block__head">
                <h2 class="story-block__heading" id=id.clone()>{heading}</h2>
                {more}
            </div>
            <ul class="story-block__cards">{cards}</ul>
        </section>
    }
}
