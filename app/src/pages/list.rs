//! Lists of articles by section, topic, person and edition.

use domain::article::Edition;
use domain::list::{Cursor, List};
use domain::reading;
use domain::slug::Slug;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{PageError, page};
use crate::components::{ArticleCard, Breadcrumbs, CardView, Crumb, HeadView, PageHead, Pager, Rank};
use crate::context::Services;
use crate::text::{self, Text};

/// Maximum number of cards on a page.
const SIZE: u32 = 18;

/// Request for a page of a list.
struct Wanted {
    list: Option<List>,
    path: String,
    kind: fn(&Text) -> &'static str,
    before: Option<String>,
}

/// `/rubrik/{slug}`
#[component]
pub fn SectionPage() -> impl IntoView {
    by_slug(List::Section, "/rubrik", |text| text.section)
}

/// `/topik/{slug}`
#[component]
pub fn TopicPage() -> impl IntoView {
    by_slug(List::Topic, "/topik", |text| text.topic)
}

/// `/penulis/{slug}`
#[component]
pub fn PersonPage() -> impl IntoView {
    by_slug(List::Person, "/penulis", |text| text.author)
}

/// `/koran`
#[component]
pub fn KoranPage() -> impl IntoView {
    of_edition(Edition::Koran)
}

/// `/majalah`
#[component]
pub fn MajalahPage() -> impl IntoView {
    of_edition(Edition::Majalah)
}

fn of_edition(edition: Edition) -> impl IntoView {
    list_page(Some(List::Edition(edition)), format!("/{}", edition.as_str()), |text| text.edition)
}

fn by_slug(list: fn(Slug) -> List, folder: &str, kind: fn(&Text) -> &'static str) -> impl IntoView + use<> {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    list_page(Slug::parse(&slug).map(list), format!("{folder}/{slug}"), kind)
}

fn list_page(list: Option<List>, path: String, kind: fn(&Text) -> &'static str) -> impl IntoView {
    let before = use_query_map().read_untracked().get("sebelum");
    page(move |services| make(services, Wanted { list, path, kind, before }))
}

async fn make(services: Services, wanted: Wanted) -> Result<impl IntoView + use<>, PageError> {
    let list = wanted.list.ok_or(PageError::NotFound)?;
    let before = wanted.before.map(|text| Cursor::parse(&text).ok_or(PageError::BadAddress)).transpose()?;
    let name = match &list {
        List::Edition(edition) => text::edition(*edition).to_owned(),
        _ => services.articles.list_name(&list).await?.ok_or(PageError::NotFound)?,
    };
    let found = reading::page(&*services.articles, &list, before.as_ref(), services.now(), SIZE).await?;
    // A section, topic or person whose articles are all scheduled for later must stay unknown. An edition may be empty.
    if found.cards.is_empty() && !matches!(list, List::Edition(_)) {
        return Err(PageError::NotFound);
    }
    let text = services.text();
    let kind = (wanted.kind)(text);
    let head = HeadView {
        title: format!("{name} – {}", services.site.name),
        description: Some(format!("{kind} {name}, {}", services.site.name)),
        canonical: Some(format!("{}{}", services.site.url, wanted.path)),
        kind: "website",
        ..HeadView::default()
    };
    let cards = CardView::all(&services, &found.cards).into_iter();
    let cards = cards
        .map(|card| view! { <li><ArticleCard card shape="row" rank=Rank::Second/></li> })
        .collect::<Vec<_>>();
    let empty = cards.is_empty().then(|| view! { <p class="list__empty">{text.empty_paper_help}</p> });
    Ok(view! {
        <PageHead head/>
        <div class="list">
            <header class="list__head">
                <Breadcrumbs here=Some(Crumb { name: kind.to_owned(), href: None }) text/>
                <h1 class="list__name">{name}</h1>
            </header>
            {empty}
            <ul class="list__cards">{cards}</ul>
            <Pager path=wanted.path is_first=before.is_none() next=found.next text/>
        </div>
    })
}
