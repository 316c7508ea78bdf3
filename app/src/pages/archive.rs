//! `/arsip/{year}/{month}/{day}`: what was published on one day.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
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
    let (date, from, until) = span(&parts, zone).ok_or(PageError::BadAddress)?;
    let [year, month, number] = &parts;
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

/// A day, its first instant and that of the next day; `None` if there is no such day.
fn span(parts: &[String; 3], zone: Tz) -> Option<(NaiveDate, DateTime<Utc>, DateTime<Utc>)> {
    let [year, month, day] = parts;
    let is_number = |part: &String| part.len() <= 4 && part.bytes().all(|sign| sign.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return None;
    }
    let date = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some((date, midnight(date, zone)?, midnight(date.checked_add_days(Days::new(1))?, zone)?))
}

/// The first instant of a day. Where clocks are put forward at midnight, it is the first one that there is.
fn midnight(date: NaiveDate, zone: Tz) -> Option<DateTime<Utc>> {
    let mut starts = (0..4).filter_map(|hour| Some(date.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?)));
    let first = starts.find_map(|start| start.and_local_timezone(zone).earliest())?;
    Some(first.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> [String; 3] {
        let parts: Vec<String> = text.split('/').map(str::to_owned).collect();
        parts.try_into().unwrap()
    }

    #[test]
    fn a_day_is_that_of_the_papers_own_clock() {
        let (date, from, until) = span(&parts("2026/11/27"), chrono_tz::Asia::Jakarta).unwrap();
        assert_eq!(date, NaiveDate::from_ymd_opt(2026, 11, 27).unwrap());
        assert_eq!(from.to_rfc3339(), "2026-11-26T17:00:00+00:00");
        assert_eq!((until - from).num_hours(), 24);
    }

    #[test]
    fn a_day_without_midnight_begins_when_its_clocks_do() {
        let (_, from, until) = span(&parts("2018/11/04"), chrono_tz::America::Sao_Paulo).unwrap();
        assert_eq!(from.to_rfc3339(), "2018-11-04T03:00:00+00:00");
        assert_eq!((until - from).num_hours(), 23);
    }

    #[test]
    fn what_is_no_day_has_no_span() {
        for text in ["2026/02/30", "2026/13/01", "0/0/0", "x/1/1", "-1/1/1", "2026/1/+1", "99999/1/1", "//"] {
            assert!(span(&parts(text), chrono_tz::Asia::Jakarta).is_none(), "{text}");
        }
    }
}
