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

/// Data that a card shows.
#[derive(Clone)]
pub struct CardView {
    /// Address of the article, without the origin.
    pub href: String,
    /// Headline as plain text.
    pub title: String,
    /// Summary as plain text.
    pub summary: Option<String>,
    /// Language of headline and summary; `None` if it is the page's.
    pub lang: Option<&'static str>,
    /// The name of the section.
    pub section: Option<String>,
    /// The picture; its caption is not shown.
    pub picture: Option<PictureView>,
    /// Time of publication.
    pub published: PublishedView,
    edition: Edition,
    cover_story: CoverStory,
    text: &'static Text,
}

impl CardView {
    /// Card with its age at the current time.
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

    /// Cards in the given order.
    pub fn all<'a>(services: &Services, cards: impl IntoIterator<Item = &'a Card>) -> Vec<Self> {
        cards.into_iter().map(|card| Self::of(services, card)).collect()
    }
}

/// Path of an article, without a language prefix.
pub fn article_path(id: &ArticleId, slug: &Slug) -> String {
    format!("/read/{id}/{slug}")
}

/// Level of a card's headline: one below the heading above the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// `h2`, below the page's heading.
    Second,
    /// `h3`, below the heading of a block.
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
