//! `/rubrik/{slug}`, and what all lists have in common.

use domain::article::Card;
use domain::list::{Cursor, List, Page};
use domain::reading;
use domain::slug::Slug;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use serde_json::Value;

use super::{PageError, page};
use crate::components::{
    ArticleCard, Breadcrumbs, CardForm, CardView, Crumb, HeadView, PageHead, Pager, Rank, StructuredData,
    breadcrumb_list,
};
use crate::context::Services;

/// Maximum number of cards on a page.
pub(super) const SIZE: u32 = 18;

/// Request for a page of a list that has a slug.
pub(super) struct Wanted {
    /// The slug as the address has it.
    pub(super) slug: String,
    /// Position in the list, as the address has it.
    pub(super) before: Option<String>,
}

impl Wanted {
    /// Request of the current address.
    pub(super) fn here() -> Self {
        Self {
            slug: use_params_map().read_untracked().get("slug").unwrap_or_default(),
            before: use_query_map().read_untracked().get("sebelum"),
        }
    }
}

/// One page of a list that has a slug.
pub(super) struct Found {
    pub(super) slug: Slug,
    pub(super) name: String,
    pub(super) articles: Page,
    /// Whether it is the first page.
    pub(super) is_first: bool,
}

impl Found {
    /// Reads a page of a list. One whose articles are all scheduled for later stays unknown.
    pub(super) async fn of(
        services: &Services,
        list: fn(Slug) -> List,
        wanted: Wanted,
    ) -> Result<Self, PageError> {
        let slug = Slug::parse(&wanted.slug).ok_or(PageError::NotFound)?;
        let (list, before) = (list(slug.clone()), cursor(wanted.before)?);
        let name = services.articles.list_name(&list).await?.ok_or(PageError::NotFound)?;
        let articles =
            reading::page(&*services.articles, &list, before.as_ref(), services.now(), SIZE).await?;
        if articles.cards.is_empty() {
            return Err(PageError::NotFound);
        }
        Ok(Self { slug, name, articles, is_first: before.is_none() })
    }
}

/// Position that an address names.
pub(super) fn cursor(text: Option<String>) -> Result<Option<Cursor>, PageError> {
    text.map(|text| Cursor::parse(&text).ok_or(PageError::BadAddress)).transpose()
}

/// Metadata of a list, from its kind, its name and its path.
pub(super) fn head(services: &Services, kind: &str, name: &str, path: &str) -> HeadView {
    let site = &services.site;
    HeadView {
        title: format!("{name} – {}", site.name),
        description: Some(format!("{kind} {name}, {}", site.name)),
        canonical: Some(format!("{}{path}", site.url)),
        kind: "website",
        feeds: path.to_owned(),
        ..HeadView::default()
    }
}

/// The way from the front page to a list, for machines.
pub(super) fn breadcrumbs(services: &Services, name: &str, path: &str) -> Value {
    breadcrumb_list(&services.site, services.text().front_page, &[(name, path)])
}

/// `/rubrik/{slug}`
#[component]
pub fn SectionPage() -> impl IntoView {
    let wanted = Wanted::here();
    page(async move |services| {
        let found = Found::of(&services, List::Section, wanted).await?;
        let text = services.text();
        let path = format!("/rubrik/{}", found.slug);
        let head = head(&services, text.section, &found.name, &path);
        let data = breadcrumbs(&services, &found.name, &path);
        // The page's heading has said it.
        let view = |card: &Card| CardView::of(&services, card).without_section();
        let cards = found.articles.cards.iter().map(view).collect();
        Ok(view! {
            <PageHead head/>
            <StructuredData data/>
            <div class="list list--split">
                <header class="list__head">
                    <Breadcrumbs here=Some(Crumb { name: text.section.to_owned(), href: None }) text/>
                    <h1 class="list__name">{found.name}</h1>
                </header>
                <div class="list__body">
                    <Cards cards has_lead=found.is_first rank=Rank::Second/>
                    <Pager path is_first=found.is_first next=found.articles.next text/>
                </div>
            </div>
        })
    })
}

/// Cards one below the other. The first may be a lead, with a large picture.
#[component]
pub(super) fn Cards(cards: Vec<CardView>, has_lead: bool, rank: Rank) -> impl IntoView {
    let cards = cards.into_iter().enumerate().map(|(position, card)| {
        let form = if has_lead && position == 0 { CardForm::Feature } else { CardForm::Row };
        view! { <li><ArticleCard card form rank/></li> }
    });
    view! { <ul class="list__cards">{cards.collect::<Vec<_>>()}</ul> }
}
