//! The front page.

use domain::front::{Front, front};
use domain::label::Section;
use leptos::either::Either;
use leptos::prelude::*;

use super::page;
use crate::components::{ArticleCard, CardView, HeadView, Notice, NoticeView, PageHead, Rank};
use crate::context::Services;
use crate::text::Text;

/// The lead story, what ranks beside it, the editors' picks, the newest, and a block for each section.
#[component]
pub fn FrontPage() -> impl IntoView {
    page(async move |services| {
        let front = front(&*services.articles, &services.site.sections, services.now()).await?;
        Ok(view(&services, front))
    })
}

fn view(services: &Services, front: Front) -> impl IntoView + use<> {
    let text = services.text();
    let site = &services.site;
    let lead = front.lead.as_ref().map(|lead| CardView::of(services, lead));
    let head = HeadView {
        title: format!("{} – {}", site.name, text.motto),
        description: Some(text.motto.to_owned()),
        canonical: Some(format!("{}/", site.url)),
        kind: "website",
        lead: lead.as_ref().and_then(|lead| lead.picture.clone()),
        ..HeadView::default()
    };
    let heading = site.name.clone();
    let Some(lead) = lead else {
        let notice =
            NoticeView { code: "", heading: text.empty_paper, help: text.empty_paper_help, instead: vec![] };
        return Either::Left(view! { <PageHead head/> <Notice notice text/> });
    };
    let ranked = CardView::all(services, &front.ranked);
    let picks = CardView::all(services, &front.picks);
    let latest = CardView::all(services, &front.latest);
    let blocks = front.sections.into_iter().map(|(section, cards)| {
        let cards = CardView::all(services, &cards);
        view! { <SectionBlock section cards text/> }
    });
    let blocks = blocks.collect::<Vec<_>>();
    Either::Right(view! {
        <PageHead head/>
        <h1 class="visually-hidden">{heading}</h1>
        <div class="front">
            <div class="front__lead"><ArticleCard card=lead shape="lead" rank=Rank::Second/></div>
            <Cards class="front__ranked" heading=text.newest cards=ranked shape="ranked"/>
            <Cards class="front__picks" heading=text.picks cards=picks shape="tile"/>
            <Cards class="front__latest" heading=text.latest cards=latest shape="row"/>
            {blocks}
        </div>
    })
}

#[component]
fn Cards(
    class: &'static str,
    heading: &'static str,
    cards: Vec<CardView>,
    shape: &'static str,
) -> impl IntoView {
    (!cards.is_empty()).then(|| {
        let cards =
            cards.into_iter().map(|card| view! { <li><ArticleCard card shape rank=Rank::Third/></li> });
        view! {
            <section class=class aria-labelledby=class>
                <h2 class="front__heading" id=class>{heading}</h2>
                <ul class="front__cards">{cards.collect::<Vec<_>>()}</ul>
            </section>
        }
    })
}

#[component]
fn SectionBlock(section: Section, cards: Vec<CardView>, text: &'static Text) -> impl IntoView {
    let href = format!("/rubrik/{}", section.slug);
    let id = format!("rubrik-{}", section.slug);
    let all = (text.all_of)(&section.name);
    let cards =
        cards.into_iter().map(|card| view! { <li><ArticleCard card shape="tile" rank=Rank::Third/></li> });
    view! {
        <section class="front__section" aria-labelledby=id.clone()>
            <h2 class="front__heading" id=id.clone()><a href=href.clone()>{section.name}</a></h2>
            <ul class="front__cards">{cards.collect::<Vec<_>>()}</ul>
            <p class="front__all"><a href=href>{all}</a></p>
        </section>
    }
}
