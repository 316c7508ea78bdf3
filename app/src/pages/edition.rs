//! `/koran` and `/majalah`, the newest issue of an edition; and `/koran/{year}/{month}/{day}`, any issue.

use domain::article::{Card, Edition};
use domain::calendar::parse_date;
use domain::issue::{self, Issue, IssuePage};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

use super::list::{Cards, breadcrumbs, cursor, head};
use super::{PageError, page};
use crate::components::{
    Breadcrumbs, CardView, Crumb, HeadView, IssueCard, IssueCardView, LeadStory, PageHead, Pager, Rank,
    Split, StructuredData, issue_date, issue_path,
};
use crate::context::Services;
use crate::text;

/// Maximum number of stories on a page of an issue.
const SIZE: u32 = 36;

/// `/koran`
#[component]
pub fn KoranPage() -> impl IntoView {
    newest(Edition::Koran)
}

/// `/majalah`
#[component]
pub fn MajalahPage() -> impl IntoView {
    newest(Edition::Majalah)
}

/// `/koran/{year}/{month}/{day}`
#[component]
pub fn KoranIssuePage() -> impl IntoView {
    of_address(Edition::Koran)
}

/// `/majalah/{year}/{month}/{day}`
#[component]
pub fn MajalahIssuePage() -> impl IntoView {
    of_address(Edition::Majalah)
}

fn newest(edition: Edition) -> impl IntoView {
    let before = use_query_map().read_untracked().get("sebelum");
    page(async move |services| {
        let zone = services.site.time_zone;
        let path = format!("/{}", edition.as_str());
        let name = text::edition(edition).to_owned();
        Ok(match issue::newest(&*services.articles, edition, zone, services.now()).await? {
            Some(issue) => Either::Left(of_issue(services, issue, path, name, before).await?),
            None => Either::Right(empty(&services, &path, name)),
        })
    })
}

fn of_address(edition: Edition) -> impl IntoView {
    let params = use_params_map();
    let part = |name: &str| params.read_untracked().get(name).unwrap_or_default();
    let parts = [part("year"), part("month"), part("day")];
    let before = use_query_map().read_untracked().get("sebelum");
    page(async move |services| {
        let [year, month, day] = &parts;
        let date = parse_date([year, month, day]).ok_or(PageError::NotFound)?;
        let issue = Issue::of_day(edition, date).ok_or(PageError::NotFound)?;
        let path = issue_path(&issue);
        let name = issue_date(&services.site, &issue);
        let is_moved = path != format!("/{}/{year}/{month}/{day}", edition.as_str());
        let page = of_issue(services, issue, path.clone(), name, before).await?;
        // Only an issue that is there has another address.
        if is_moved { Err(PageError::Moved(path)) } else { Ok(page) }
    })
}

/// Page of an edition of which nothing has appeared yet.
fn empty(services: &Services, path: &str, name: String) -> impl IntoView + use<> {
    let text = services.text();
    let head = head(services, text.edition, &name, path);
    view! {
        <PageHead head/>
        <div class="issue">
            <header class="issue__head">
                <Breadcrumbs here=Some(Crumb { name: text.edition.to_owned(), href: None }) text/>
                <h1 class="list__name">{name}</h1>
            </header>
            <p class="list__empty">{text.empty_paper_help}</p>
        </div>
    }
}

/// Page of an issue at `path` under the heading `name`.
async fn of_issue(
    services: Services,
    issue: Issue,
    path: String,
    name: String,
    before: Option<String>,
) -> Result<impl IntoView + use<>, PageError> {
    let (text, words, site) = (services.text(), services.list_text(), &services.site);
    let before = cursor(before)?;
    let is_first = before.is_none();
    let found =
        issue::read(&*services.articles, issue, before.as_ref(), site.time_zone, services.now(), SIZE);
    let found = found.await?.ok_or(PageError::NotFound)?;
    let IssuePage { cover, contents, later, earlier } = found;
    if contents.cards.is_empty() && !is_first {
        return Err(PageError::NotFound);
    }
    let (edition, date) = (text::edition(issue.edition()), issue_date(site, &issue));
    let cover = is_first.then(|| CardView::of(&services, &cover.story).without_edition());
    let head = HeadView {
        title: format!("{edition}, {date} – {}", site.name),
        description: Some(format!("{edition}, {}: {}", (words.issue_of)(&date), site.name)),
        lead: cover.as_ref().and_then(|cover| cover.picture.clone()),
        // An issue does not change: its edition does.
        feeds: format!("/{}", issue.edition().as_str()),
        ..head(&services, text.edition, &name, &path)
    };
    let crumbs = breadcrumbs(&services, &name, &path);
    let is_dated = name == date;
    let here = if is_dated {
        Crumb { name: edition.to_owned(), href: Some(format!("/{}", issue.edition().as_str())) }
    } else {
        Crumb { name: text.edition.to_owned(), href: None }
    };
    let sections = by_section(&services, contents.cards);
    let has_sections = !sections.is_empty();
    let before_this = earlier.first().map(|cover| issue_path(&cover.issue));
    let after_this = later.map(|issue| issue_path(&issue));
    let has_neighbours = before_this.is_some() || after_this.is_some();
    let cards = earlier.iter().map(|cover| IssueCardView::of(&services, cover));
    let cards = cards.map(|issue| view! { <li><IssueCard issue/></li> }).collect::<Vec<_>>();
    Ok(view! {
        <PageHead head/>
        <StructuredData data=crumbs/>
        <div class="issue">
            <header class="issue__head">
                <Breadcrumbs here=Some(here) text/>
                <h1 class="list__name">{name}</h1>
                {(!is_dated).then(|| view! { <p class="issue__date">{(words.issue_of)(&date)}</p> })}
            </header>
            {cover.map(|card| view! { <LeadStory card is_cover=true/> })}
            {has_sections.then(|| view! {
                <Split id="isi-edisi".to_owned() heading=words.in_this_issue.to_owned()>
                    <div class="issue__sections">{sections}</div>
                    <Pager path is_first next=contents.next text/>
                </Split>
            })}
            {has_neighbours.then(|| view! {
                <nav class="pager" aria-label=words.issues>
                    {after_this.map(|href| view! { <a class="pager__first" href=href>{words.issue_after}</a> })}
                    {before_this.map(|href| view! { <a class="pager__next" href=href>{words.issue_before}</a> })}
                </nav>
            })}
            {(is_first && !cards.is_empty()).then(|| view! {
                <Split id="edisi-terdahulu".to_owned() heading=words.earlier_issues.to_owned()>
                    <ul class="issue__earlier">{cards}</ul>
                </Split>
            })}
        </div>
    })
}

/// Stories of an issue below the names of their sections, in the order in which the sections come up.
fn by_section(services: &Services, cards: Vec<Card>) -> Vec<impl IntoView + use<>> {
    let mut groups: Vec<(String, Vec<CardView>)> = Vec::new();
    for card in cards {
        let name = card.section.as_ref().map(|section| section.name.clone());
        let name = name.unwrap_or_else(|| services.list_text().without_section.to_owned());
        let view = CardView::of(services, &card).without_section().without_edition();
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, cards)) => cards.push(view),
            None => groups.push((name, vec![view])),
        }
    }
    let group = |(name, cards)| {
        view! {
            <div class="issue__section">
                <h3 class="issue__name">{name}</h3>
                <Cards cards has_lead=false rank=Rank::Fourth/>
            </div>
        }
    };
    groups.into_iter().map(group).collect()
}
