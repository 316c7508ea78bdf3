//! What to read next: a rail of cards, each with its reason, and what others pay for between them.

use domain::article::Article;
use domain::rails::Recommended;
use domain::recommendation::Reason;
use leptos::prelude::*;

use super::{ArticleCard, CardView, Rank, SponsoredCard, SponsoredView};
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
        Reason::EditorsPick => Because::EditorsPick,
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

/// A rail that scrolls by itself; the page's module adds buttons, arrow keys, and what only this browser knows.
#[component]
pub fn Recommendations(items: Vec<Item>, text: &'static ReadingText) -> impl IntoView {
    (!items.is_empty()).then(|| {
        let items = items.into_iter().map(|item| match item {
            Item::Article(item) => {
                let RecommendedView { id, section, card, why } = *item;
                view! {
                    <li class="rail__item" data-recommended=id data-section=section>
                        <ArticleCard card shape="tile" rank=Rank::Third/>
                        <details class="recommendations__why"><summary>{text.why}</summary><p>{why}</p></details>
                    </li>
                }
                .into_any()
            }
            Item::Sponsored(item) => {
                view! { <li class="rail__item"><SponsoredCard item=*item/></li> }.into_any()
            }
        });
        let items = items.collect::<Vec<_>>();
        view! {
            <section class="recommendations rail" aria-labelledby="rekomendasi" data-rail="" data-position=text.position>
                <div class="rail__head">
                    <h2 class="rail__heading" id="rekomendasi">{text.recommendations}</h2>
                    <div class="rail__buttons scripted">
                        <button r#type="button" class="rail__button" data-rail-step="-1" aria-disabled="true">
                            <span class="visually-hidden">{text.previous}</span>
                        </button>
                        <button r#type="button" class="rail__button rail__button--next" data-rail-step="1">
                            <span class="visually-hidden">{text.next}</span>
                        </button>
                    </div>
                    <p class="visually-hidden" role="status" data-rail-said=""></p>
                </div>
                <ul class="rail__track" data-rail-track="">{items}</ul>
            </section>
        }
    })
}
