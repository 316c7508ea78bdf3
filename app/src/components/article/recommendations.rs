//! Recommendations: a carousel of article cards, each with its reason, with sponsored items between them.

use domain::article::Article;
use domain::recommendation::Reason;
use domain::recommendations::Recommended;
use leptos::prelude::*;

use crate::components::{
    ArticleCard, CardForm, CardView, PicturePlacement, Rail, Rank, SponsoredCard, SponsoredView,
};
use crate::context::Services;
use crate::text::reading::{Because, ReadingText};

/// One item of the carousel.
pub enum Item {
    /// A recommended article.
    Article(Box<RecommendedView>),
    /// An item that a sponsor pays for.
    Sponsored(Box<SponsoredView>),
}

/// An article with the reason for recommending it.
pub struct RecommendedView {
    id: String,
    /// Slug of the section. The browser orders the cards by the sections that its reader reads, which it tells nobody.
    section: Option<String>,
    card: CardView,
    why: String,
}

impl Item {
    /// Item for an article that is recommended to readers of `beside`.
    pub fn article(services: &Services, beside: &Article, recommended: &Recommended) -> Self {
        let card = &recommended.card;
        let because = (services.reading_text().because)(because(&recommended.reason, beside));
        Self::Article(Box::new(RecommendedView {
            id: card.id.to_string(),
            section: card.section.as_ref().map(|section| section.slug.to_string()),
            card: CardView::of(services, card).without_summary(),
            why: because,
        }))
    }
}

fn because(reason: &Reason, beside: &Article) -> Because {
    match reason {
        Reason::ReadNext => Because::ReadNext,
        Reason::ReadNow => Because::ReadNow,
        Reason::SameSubject(slug) => {
            let topic = beside.topics.iter().find(|topic| topic.slug == *slug);
            topic.map_or(Because::SimilarText, |topic| Because::SameSubject(topic.name.clone()))
        }
        Reason::SimilarText => Because::SimilarText,
        Reason::Newest => Because::Newest,
    }
}

/// Carousel of recommendations; nothing if there are none. Cards that cannot be seen yet are ordered by data that never leaves the
/// browser.
#[component]
pub fn Recommendations(items: Vec<Item>, text: &'static ReadingText) -> impl IntoView {
    (!items.is_empty()).then(|| {
        let items = items.into_iter().map(|item| match item {
            Item::Article(item) => {
                let RecommendedView { id, section, card, why } = *item;
                view! {
                    <div class="recommendations__item" data-recommended=id data-section=section>
                        <ArticleCard card form=CardForm::Feature rank=Rank::Below placement=PicturePlacement::Rail/>
                        <details class="recommendations__why"><summary>{text.why}</summary><p>{why}</p></details>
                    </div>
                }
                .into_any()
            }
            Item::Sponsored(item) => view! { <SponsoredCard item=*item/> }.into_any(),
        });
        view! { <Rail name="recommendations" heading=text.recommendations items=items.collect() is_ordered_here=true text/> }
    })
}
