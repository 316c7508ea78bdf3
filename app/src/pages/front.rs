//! The front page.

use domain::front::{Front, front};
use leptos::either::Either;
use leptos::prelude::*;

use super::page;
use crate::components::{
    CardView, CoverBand, CoverView, FrontTop, FrontTopView, HeadView, Notice, NoticeView, PageHead,
    StoryBlock, StoryBlockView, StoryList, StoryListKind, StructuredData, front_data,
};
use crate::context::Services;

/// The top stories, the newest, the magazine's cover, the editors' picks, what is read most, and a block for each section.
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
    let top = front.top.as_ref().map(|top| FrontTopView::of(services, top));
    let head = HeadView {
        title: format!("{} – {}", site.name, text.motto),
        description: Some(text.motto.to_owned()),
        canonical: Some(format!("{}/", site.url)),
        kind: "website",
        lead: top.as_ref().and_then(FrontTopView::picture),
        ..HeadView::default()
    };
    let Some(top) = top else {
        let notice =
            NoticeView { code: "", heading: text.empty_paper, help: text.empty_paper_help, instead: vec![] };
        return Either::Left(view! { <PageHead head/> <Notice notice text/> });
    };
    let heading = site.name.clone();
    let newest = CardView::all(services, &front.newest);
    let most_read = CardView::all(services, &front.most_read);
    let cover = front.cover.map(|cover| CoverView::of(services, &cover));
    let picks = front.picks.map(|picks| StoryBlockView::picks(services, picks));
    let sections = front.sections.into_iter().map(|(section, block)| {
        let block = StoryBlockView::section(services, (section.slug.as_str(), section.name), block);
        view! { <StoryBlock block/> }
    });
    let sections = sections.collect::<Vec<_>>();
    Either::Right(view! {
        <PageHead head/>
        <StructuredData data=front_data(site)/>
        <h1 class="visually-hidden">{heading}</h1>
        <div class="front">
            <FrontTop top/>
            <StoryList kind=StoryListKind::ByTime heading=text.newest cards=newest/>
            {cover.map(|cover| view! { <CoverBand cover/> })}
            <div class="front__chosen">
                {picks.map(|block| view! { <StoryBlock block/> })}
                <StoryList kind=StoryListKind::ByReaders heading=text.most_read cards=most_read/>
            </div>
            {sections}
        </div>
    })
}
