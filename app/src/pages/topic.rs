//! `/topik/{slug}`: a running subject, told by month.

use domain::article::Card;
use domain::follow::Subject;
use domain::list::List;
use domain::profile::ProfileKind;
use leptos::prelude::*;

use super::list::{Cards, Found, Wanted, breadcrumbs, head};
use super::page;
use crate::components::{
    CardView, HeadView, LeadStory, PageHead, Pager, ProfileHeader, ProfileHeaderView, Rank, Split,
    StructuredData, month,
};
use crate::context::Services;

/// Newest stories among which one with a picture leads the page.
const LEAD_OF: usize = 6;

/// People who are said to write about a topic.
const WRITERS: u32 = 6;

/// Introduction to a topic, its lead story, and all others by month.
#[component]
pub fn TopicPage() -> impl IntoView {
    let wanted = Wanted::here();
    page(async move |services| {
        let mut found = Found::of(&services, List::Topic, wanted).await?;
        let text = services.text();
        let profile = services.profiles.profile(ProfileKind::Topic, &found.slug).await?;
        let profile = profile.filter(|_| found.is_first);
        let path = format!("/topik/{}", found.slug);
        let head = head(&services, text.topic, &found.name, &path);
        let data = breadcrumbs(&services, &found.name, &path);
        let description = profile.as_ref().map(|profile| profile.content.description.clone());
        let lead = found
            .is_first
            .then(|| CardView::of(&services, &take_lead(&mut found.articles.cards)).with_date());
        let head = HeadView {
            description: description.or(head.description),
            lead: lead.as_ref().and_then(|lead| lead.picture.clone()),
            ..head
        };
        let mut header = ProfileHeaderView::new(
            &services,
            (text.topic, Subject::Topic(found.slug.clone())),
            found.name,
            profile,
        );
        if found.is_first {
            header =
                header.written_by(services.profiles.reporters(&found.slug, services.now(), WRITERS).await?);
        }
        let months = found.articles.cards.chunk_by(|card, next| {
            month(&services.site, card.published_at) == month(&services.site, next.published_at)
        });
        let months = months.map(|cards| of_month(&services, cards)).collect::<Vec<_>>();
        Ok(view! {
            <PageHead head/>
            <StructuredData data/>
            <div class="profile">
                <ProfileHeader header/>
                {lead.map(|card| view! { <LeadStory card/> })}
                {months}
                <Pager path is_first=found.is_first next=found.articles.next text/>
            </div>
        })
    })
}

/// Takes the story that leads the page: the newest with a picture, unless that is too old; else the newest. There is at least one.
fn take_lead(cards: &mut Vec<Card>) -> Card {
    let has_picture = |card: &Card| card.picture.as_ref().is_some_and(|picture| picture.file().is_some());
    let lead = cards.iter().take(LEAD_OF).position(has_picture).unwrap_or_default();
    cards.remove(lead)
}

/// Stories of one month. There is at least one.
fn of_month(services: &Services, cards: &[Card]) -> impl IntoView + use<> {
    let heading = month(&services.site, cards[0].published_at);
    let at = cards[0].published_at.with_timezone(&services.site.time_zone);
    let id = format!("bulan-{}", at.format("%Y-%m"));
    let cards = cards.iter().map(|card| CardView::of(services, card).with_date()).collect();
    view! { <Split id heading><Cards cards has_lead=false rank=Rank::Third/></Split> }
}
