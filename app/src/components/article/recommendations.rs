//! What to read next: a rail of cards, each with its reason, and what others pay for between them.

use domain::article::Article;
use domain::recommendation::Reason;
use domain::recommendations::Recommended;
use leptos::prelude::*;

use crate::components::{ArticleCard, CardView, Rail, Rank, SponsoredCard, SponsoredView};
use crate::context::Services;
use crate::text::reading::{Because, ReadingText};

/// One place of the rail.
pub enum Item {
    /// An article.
    Article(Box<RecommendedView>),
    /// What somebody pays for.
    Sponsored(Box<SponsoredView>),
}

/// An article with the reason why it is here.
pub struct RecommendedView {
    id: String,
    /// The slug: by it a browser knows what its reader reads, and tells nobody.
    section: Option<String>,
    card: CardView,
    why: String,
}

impl Item {
    /// A recommended article beside the one that is read.
    pub fn article(services: &Services, beside: &Article, recommended: &Recommended) -> Self {
        let card = &recommended.card;
        let because = (services.reading_text().because)(because(&recommended.reason, beside));
        Self::Article(Box::new(RecommendedView {
            id: card.id.to_string(),
            section: card.section.as_ref().map(|section| section.slug.to_string()),
            card: CardView::of(services, card),
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

/// A rail of them; nothing where there are none. What only this browser knows decides on the order of what cannot be seen yet.
#[component]
pub fn Recommendations(items: Vec<Item>, text: &'static ReadingText) -> impl IntoView {
    (!items.is_empty()).then(|| {
        let items = items.into_iter().map(|item| match item {
            Item::Article(item) => {
                let RecommendedView { id, section, card, why } = *item;
                view! {
                    <div class="recommendations__item" data-recommended=id data-section=section>
                        <ArticleCard card shape="rail" rank=Rank::Third/>
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
