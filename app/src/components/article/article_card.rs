//! An article in a list.

use domain::article::{ArticleId, Card, CoverStory, Edition};
use domain::slug::Slug;
use leptos::either::Either;
use leptos::prelude::*;

use crate::components::{
    EditionBadge, PicturePlacement, PictureView, Published, PublishedView, ResponsivePicture,
};
use crate::context::Services;
use crate::text::Text;

/// What a card shows.
#[derive(Clone)]
pub struct CardView {
    /// The address of the article.
    pub href: String,
    /// Plain text.
    pub title: String,
    /// Plain text.
    pub summary: Option<String>,
    /// The language of both, where it is not the page's.
    pub lang: Option<&'static str>,
    /// The name of the section.
    pub section: Option<String>,
    /// The picture; its caption is not shown.
    pub picture: Option<PictureView>,
    /// When.
    pub published: PublishedView,
    edition: Edition,
    cover_story: CoverStory,
    text: &'static Text,
}

impl CardView {
    /// The card, seen from now.
    pub fn of(services: &Services, card: &Card) -> Self {
        Self {
            href: article_path(&card.id, &card.slug()),
            title: card.title.clone(),
            summary: card.summary.clone(),
            lang: services.site.foreign(card.language),
            section: card.section.as_ref().map(|section| section.name.clone()),
            picture: card.picture.as_ref().and_then(PictureView::of),
            published: PublishedView::of(services, card.published_at),
            edition: card.edition,
            cover_story: card.cover_story,
            text: services.text(),
        }
    }

    /// All of them.
    pub fn all<'a>(services: &Services, cards: impl IntoIterator<Item = &'a Card>) -> Vec<Self> {
        cards.into_iter().map(|card| Self::of(services, card)).collect()
    }
}

/// The address of an article.
pub fn article_path(id: &ArticleId, slug: &Slug) -> String {
    format!("/read/{id}/{slug}")
}

/// The rank of a card's headline: below the heading that it stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// Below the page's own.
    Second,
    /// Below a block's.
    Third,
}

/// A headline that links to its article. `shape` is a modifier of the stylesheet: `lead`, `ranked`, `row`, `tile`, `rail`.
#[component]
pub fn ArticleCard(card: CardView, shape: &'static str, rank: Rank) -> impl IntoView {
    let class = format!("article-card article-card--{shape}");
    let placement = match shape {
        "lead" => PicturePlacement::Lead,
        "tile" => PicturePlacement::Tile,
        "rail" => PicturePlacement::Rail,
        _ => PicturePlacement::Thumb,
    };
    // Narrow cards have no room for more than the headline, and a ranked list is read for its order.
    let (summary, picture) = match shape {
        "ranked" => (None, None),
        "tile" | "rail" => (None, card.picture),
        _ => (card.summary, card.picture),
    };
    let link = view! { <a href=card.href lang=card.lang>{card.title}</a> };
    let title = match rank {
        Rank::Second => Either::Left(view! { <h2 class="article-card__title">{link}</h2> }),
        Rank::Third => Either::Right(view! { <h3 class="article-card__title">{link}</h3> }),
    };
    view! {
        <article class=class>
            {picture.map(|picture| view! {
                // The headline says where the link leads; the picture adds nothing for those who do not see it.
                <div class="article-card__picture"><ResponsivePicture picture placement/></div>
            })}
            <div class="article-card__words">
                <p class="article-card__kicker">
                    {card.section.map(|section| view! { <span>{section}</span> })}
                    <EditionBadge edition=card.edition cover_story=card.cover_story text=card.text/>
                </p>
                {title}
                {summary.map(|summary| view! { <p class="article-card__summary" lang=card.lang>{summary}</p> })}
                <p class="article-card__time"><Published published=card.published/></p>
            </div>
        </article>
    }
}
