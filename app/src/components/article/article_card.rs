//! An article in a list.

use domain::article::{ArticleId, Card, CoverStory, Edition};
use domain::slug::Slug;
use leptos::either::EitherOf4;
use leptos::prelude::*;

use crate::components::{
    EditionBadge, PicturePlacement, PictureView, Published, PublishedView, ResponsivePicture,
};
use crate::context::Services;
use crate::headline::unbroken;
use crate::text::{self, Text};

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
    /// Name of that language, in the page's; `None` if it is the page's own.
    language: Option<&'static str>,
    /// The name of the section.
    pub section: Option<String>,
    /// Names of the authors of an opinion; empty for other articles.
    authors: String,
    /// The picture; its caption is not shown.
    pub picture: Option<PictureView>,
    /// Time of publication.
    pub published: PublishedView,
    /// Whether the day is shown instead of the age.
    is_dated: bool,
    edition: Edition,
    cover_story: CoverStory,
    text: &'static Text,
}

impl CardView {
    /// Card with its age at the current time.
    pub fn of(services: &Services, card: &Card) -> Self {
        let lang = services.site.foreign(card.language);
        Self {
            href: article_path(&card.id, &card.slug()),
            title: unbroken(&card.title),
            summary: card.summary.clone(),
            lang,
            language: lang.map(|_| text::language(card.language)),
            section: card.section.as_ref().map(|section| section.name.clone()),
            authors: names(card.authors.iter().map(|author| author.name.as_str()), services.text().and),
            picture: card.picture.as_ref().and_then(PictureView::of),
            published: PublishedView::of(services, card.published_at),
            is_dated: false,
            edition: card.edition,
            cover_story: card.cover_story,
            text: services.text(),
        }
    }

    /// Cards in the given order.
    pub fn all<'a>(services: &Services, cards: impl IntoIterator<Item = &'a Card>) -> Vec<Self> {
        cards.into_iter().map(|card| Self::of(services, card)).collect()
    }

    /// The card in a row of many: a reader mode would take their sentences for the text of the page.
    #[must_use]
    pub fn without_summary(self) -> Self {
        Self { summary: None, ..self }
    }

    /// The card in a place whose heading names the section already.
    #[must_use]
    pub fn without_section(self) -> Self {
        Self { section: None, ..self }
    }

    /// The card in an issue, whose heading names the edition already.
    #[must_use]
    pub fn without_edition(self) -> Self {
        Self { edition: Edition::Online, ..self }
    }

    /// The card in a list that is told by time.
    #[must_use]
    pub fn with_date(self) -> Self {
        Self { is_dated: true, ..self }
    }
}

/// Names in a row: `A, B dan C`.
fn names<'a>(names: impl Iterator<Item = &'a str>, and: &str) -> String {
    let names: Vec<&str> = names.collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} {and} {last}", others.join(", ")),
        None => String::new(),
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
    /// `h4`, below the heading of a section within a block.
    Fourth,
    /// No heading: below an article, whose own headings are the outline of the page.
    Below,
}

/// Forms of a card; `docs/design.md` shows them. Each looks right with and without a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardForm {
    /// The story of the page: the largest headline, with picture and summary.
    Lead,
    /// Picture above the headline, beside it where the card is wide; without a picture, a summary.
    Feature,
    /// Headline and summary in a row of a list, with a small picture.
    Row,
    /// Headline and summary in words only.
    Text,
    /// Time and headline.
    Brief,
}

impl CardForm {
    fn class(self) -> &'static str {
        match self {
            Self::Lead => "article-card article-card--lead",
            Self::Feature => "article-card article-card--feature",
            Self::Row => "article-card article-card--row",
            Self::Text => "article-card article-card--text",
            Self::Brief => "article-card article-card--brief",
        }
    }

    fn placement(self) -> PicturePlacement {
        match self {
            Self::Lead => PicturePlacement::Lead,
            Self::Feature => PicturePlacement::Tile,
            Self::Row | Self::Text | Self::Brief => PicturePlacement::Thumb,
        }
    }
}

/// A headline that links to its article.
#[component]
pub fn ArticleCard(
    card: CardView,
    form: CardForm,
    rank: Rank,
    /// Place of the picture; by default that of the form.
    #[prop(optional)]
    placement: Option<PicturePlacement>,
) -> impl IntoView {
    let placement = placement.unwrap_or_else(|| form.placement());
    let (picture, summary) = match form {
        CardForm::Lead | CardForm::Feature | CardForm::Row => (card.picture, card.summary),
        CardForm::Text => (None, card.summary),
        CardForm::Brief => (None, None),
    };
    let link = view! { <a href=card.href lang=card.lang>{card.title}</a> };
    let title = match rank {
        Rank::Second => EitherOf4::A(view! { <h2 class="article-card__title">{link}</h2> }),
        Rank::Third => EitherOf4::B(view! { <h3 class="article-card__title">{link}</h3> }),
        Rank::Fourth => EitherOf4::C(view! { <h4 class="article-card__title">{link}</h4> }),
        Rank::Below => EitherOf4::D(view! { <p class="article-card__title">{link}</p> }),
    };
    view! {
        <article class=form.class()>
            {picture.map(|picture| view! {
                // The headline says where the link leads; the picture adds nothing for those who do not see it.
                <div class="article-card__picture"><ResponsivePicture picture placement/></div>
            })}
            <div class="article-card__words">
                <p class="article-card__kicker">
                    {card.section.map(|section| view! { <span>{section}</span> })}
                    {card.language.map(|language| view! { <span class="article-card__language">{language}</span> })}
                    {(!card.authors.is_empty()).then(|| view! { <span class="article-card__author">{card.authors}</span> })}
                    <EditionBadge edition=card.edition cover_story=card.cover_story text=card.text/>
                </p>
                {title}
                {summary.map(|summary| view! { <p class="article-card__summary" lang=card.lang>{summary}</p> })}
                <p class="article-card__time"><Published published=card.published is_dated=card.is_dated/></p>
            </div>
        </article>
    }
}
