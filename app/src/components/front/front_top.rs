//! The top of the front page.

use domain::front::{Top, TopLayout};
use domain::label::Topic;
use leptos::prelude::*;

use crate::components::{ArticleCard, CardForm, CardView, PictureView, Rank};
use crate::context::Services;

/// Stories on top, in their layout.
#[derive(Clone)]
pub struct FrontTopView {
    class: &'static str,
    /// Subject of breaking news.
    topic: Option<Topic>,
    /// One story, or two equals.
    leads: Vec<CardView>,
    below: Vec<CardView>,
    below_form: CardForm,
}

impl FrontTopView {
    pub fn of(services: &Services, top: &Top) -> Self {
        let (class, topic) = match &top.layout {
            TopLayout::Story => ("front-top front-top--story", None),
            TopLayout::Pair => ("front-top front-top--pair", None),
            TopLayout::Breaking(topic) => ("front-top front-top--breaking", Some(topic.clone())),
        };
        let below_form = if topic.is_some() {
            CardForm::Brief
        } else if top.below.iter().all(|card| card.picture.is_some()) {
            CardForm::Feature
        } else {
            CardForm::Text
        };
        let leads = CardView::all(services, std::iter::once(&top.lead).chain(&top.second));
        Self { class, topic, leads, below: CardView::all(services, &top.below), below_form }
    }

    /// The largest picture of the page.
    pub fn picture(&self) -> Option<PictureView> {
        self.leads.first().and_then(|lead| lead.picture.clone())
    }
}

/// One great story, two equals, or several on one subject.
#[component]
pub fn FrontTop(top: FrontTopView) -> impl IntoView {
    let FrontTopView { class, topic, leads, below, below_form } = top;
    // Below a headline of the second rank; a subject is one itself.
    let rank = if topic.is_some() { Rank::Third } else { Rank::Second };
    let leads = leads.into_iter().map(|card| view! { <ArticleCard card form=CardForm::Lead rank/> });
    let below = below
        .into_iter()
        .map(|card| view! { <li><ArticleCard card form=below_form rank=Rank::Third/></li> })
        .collect::<Vec<_>>();
    view! {
        <div class=class>
            {topic.map(|topic| view! {
                <h2 class="front-top__topic"><a href=format!("/topik/{}", topic.slug)>{topic.name}</a></h2>
            })}
            <div class="front-top__leads">{leads.collect::<Vec<_>>()}</div>
            {(!below.is_empty()).then(|| view! { <ul class="front-top__below">{below}</ul> })}
        </div>
    }
}
