//! `/arsip/{year}/{month}/{day}`: what was published on one day.

use chrono::{DateTime, Days, TimeDelta, Utc};
use domain::calendar::{midnight, parse_date, span};
use domain::list::List;
use domain::reading;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::list::{SIZE, cursor};
use super::{PageError, page};
use crate::components::{
    ArticleCard, Breadcrumbs, CardForm, CardView, Crumb, HeadView, PageHead, Pager, Rank, day, day_path,
};
use crate::context::Services;
use crate::routes::ARCHIVE;

#[component]
pub fn ArchivePage() -> impl IntoView {
    let params = use_params_map();
    let part = |name: &str| params.read_untracked().get(name).unwrap_or_default();
    let parts = [part("year"), part("month"), part("day")];
    let before = use_query_map().read_untracked().get("sebelum");
    page(move |services| make(services, parts, before))
}

async fn make(
    services: Services,
    parts: [String; 3],
    before: Option<String>,
) -> Result<impl IntoView + use<>, PageError> {
    let zone = services.site.time_zone;
    let [year, month, number] = &parts;
    let date = parse_date([year, month, number]).ok_or(PageError::BadAddress)?;
    let (from, until) = span(date, date, zone).ok_or(PageError::BadAddress)?;
    let path = format!("{ARCHIVE}/{}", date.format("%Y/%m/%d"));
    if path != format!("{ARCHIVE}/{year}/{month}/{number}") {
        return Err(PageError::Moved(path));
    }
    let before = cursor(before)?;
    let articles = &services.articles;
    // The last instant of what lies before another one, unless that is still to come.
    let just_before = |at: DateTime<Utc>| services.now().min(at - TimeDelta::milliseconds(1));
    let of_day = List::Since(from);
    let found = reading::page(&**articles, &of_day, before.as_ref(), just_before(until), SIZE).await?;
    if found.cards.is_empty() {
        return Err(PageError::NotFound);
    }
    let day_before = articles.cards(&List::Everything, None, just_before(from), 1).await?;
    let day_before = day_before.first().map(|card| day_path(&services.site, card.published_at));
    let next_day = until.with_timezone(&zone).date_naive().checked_add_days(Days::new(1));
    let day_after = match next_day.and_then(|day| midnight(day, zone)) {
        Some(end) => articles.cards(&List::Since(until), None, just_before(end), 1).await?,
        None => Vec::new(),
    };
    let day_after = day_after.first().map(|card| day_path(&services.site, card.published_at));
    let (text, name) = (services.text(), day(&services.site, from));
    let head = HeadView {
        title: format!("{name} – {}", services.site.name),
        description: Some(format!("{} {name}, {}", text.archive, services.site.name)),
        canonical: Some(format!("{}{path}", services.site.url)),
        kind: "website",
        ..HeadView::default()
    };
    let cards = CardView::all(&services, &found.cards).into_iter();
    let cards = cards
        .map(|card| view! { <li><ArticleCard card form=CardForm::Row rank=Rank::Second/></li> })
        .collect::<Vec<_>>();
    Ok(view! {
        <PageHead head/>
        <div class="list list--split">
            <header class="list__head">
                <Breadcrumbs here=Some(Crumb { name: text.archive.to_owned(), href: None }) text/>
                <h1 class="list__name">{name}</h1>
            </header>
            <div class="list__body">
                <ul class="list__cards">{cards}</ul>
                <Pager path is_first=before.is_none() next=found.next text/>
                <nav class="pager" aria-label=text.archive>
                    {day_after.map(|href| view! { <a class="pager__first" href=href>{text.day_after}</a> })}
                    {day_before.map(|href| view! { <a class="pager__next" href=href>{text.day_before}</a> })}
                </nav>
            </div>
        </div>
    })
}
