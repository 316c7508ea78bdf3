//! Lists of articles by section, topic, person and edition.

use domain::article::{Card, Edition};
use domain::list::{Cursor, List};
use domain::reading;
use domain::slug::Slug;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::{PageError, page};
use crate::components::{
    ArticleCard, Breadcrumbs, CardForm, CardView, Crumb, HeadView, PageHead, Pager, Rank, day, month,
};
use crate::context::Services;
use crate::text::{self, Text};

/// Maximum number of cards on a page.
pub(super) const SIZE: u32 = 18;

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
    let before = cursor(wanted.before)?;
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
    let has_lead = before.is_none();
    let groups = groups(&services, &list, &found.cards).into_iter().enumerate().map(|(position, group)| {
        view! { <Group group has_lead=has_lead && position == 0/> }
    });
    let groups = groups.collect::<Vec<_>>();
    let empty = groups.is_empty().then(|| view! { <p class="list__empty">{text.empty_paper_help}</p> });
    Ok(view! {
        <PageHead head/>
        <div class="list list--split">
            <header class="list__head">
                <Breadcrumbs here=Some(Crumb { name: kind.to_owned(), href: None }) text/>
                <h1 class="list__name">{name}</h1>
            </header>
            <div class="list__body">
                {empty}
                {groups}
                <Pager path=wanted.path is_first=before.is_none() next=found.next text/>
            </div>
        </div>
    })
}

/// Position that an address names.
pub(super) fn cursor(text: Option<String>) -> Result<Option<Cursor>, PageError> {
    text.map(|text| Cursor::parse(&text).ok_or(PageError::BadAddress)).transpose()
}

/// Cards that stand together in a list.
struct GroupView {
    /// The time that they have in common, if the list is told by time.
    when: Option<String>,
    cards: Vec<CardView>,
}

/// The cards of a list: a daily by day, a subject and a magazine by month, any other as one.
fn groups(services: &Services, list: &List, cards: &[Card]) -> Vec<GroupView> {
    let site = &services.site;
    let when = |card: &Card| match list {
        List::Edition(Edition::Koran) => Some(day(site, card.published_at)),
        List::Topic(_) | List::Edition(_) => Some(month(site, card.published_at)),
        List::Everything | List::Section(_) | List::Person(_) | List::Since(_) => None,
    };
    let chunks = cards.chunk_by(|card, next| when(card) == when(next));
    let view = |card: &Card| {
        let view = CardView::of(services, card);
        // The page's heading has said it.
        if matches!(list, List::Section(_)) { view.without_section() } else { view }
    };
    chunks.map(|cards| GroupView { when: when(&cards[0]), cards: cards.iter().map(view).collect() }).collect()
}

/// Cards below their time. The first of a list is its lead.
#[component]
fn Group(group: GroupView, has_lead: bool) -> impl IntoView {
    let rank = if group.when.is_some() { Rank::Third } else { Rank::Second };
    let cards = group.cards.into_iter().enumerate().map(|(position, card)| {
        let form = if has_lead && position == 0 { CardForm::Feature } else { CardForm::Row };
        view! { <li><ArticleCard card form rank/></li> }
    });
    view! {
        {group.when.map(|when| view! { <h2 class="list__when">{when}</h2> })}
        <ul class="list__cards">{cards.collect::<Vec<_>>()}</ul>
    }
}
