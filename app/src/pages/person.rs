//! `/penulis/{slug}`: who writes, and what.

use domain::follow::Subject;
use domain::list::List;
use domain::profile::ProfileKind;
use leptos::prelude::*;

use super::list::{Cards, Found, Wanted, head};
use super::page;
use crate::components::{CardView, HeadView, PageHead, Pager, ProfileHeader, ProfileHeaderView, Rank, Split};

/// Sections and topics that a person is said to cover, each at most.
const COVERS: u32 = 4;

/// Profile of a person, and the person's articles.
#[component]
pub fn PersonPage() -> impl IntoView {
    let wanted = Wanted::here();
    page(async move |services| {
        let mut found = Found::of(&services, List::Person, wanted).await?;
        let text = services.text();
        let profile = services.profiles.profile(ProfileKind::Person, &found.slug).await?;
        let profile = profile.filter(|_| found.is_first);
        let path = format!("/penulis/{}", found.slug);
        let head = head(&services, text.author, &found.name, &path);
        let description = profile.as_ref().map(|profile| profile.content.description.clone());
        let mut header = ProfileHeaderView::new(
            &services,
            (text.author, Subject::Person(found.slug.clone())),
            found.name,
            profile,
        );
        if found.is_first {
            header = header.covering(services.profiles.coverage(&found.slug, services.now(), COVERS).await?);
        }
        let picture = header.portrait().map(|portrait| format!("{}{}", services.site.url, portrait.src));
        let head =
            HeadView { description: description.or(head.description), picture, kind: "profile", ..head };
        for card in &mut found.articles.cards {
            // The heading has named this one.
            card.authors.retain(|author| author.slug != found.slug);
        }
        let cards = CardView::all(&services, &found.articles.cards);
        Ok(view! {
            <PageHead head/>
            <div class="profile">
                <ProfileHeader header/>
                <Split id="artikel".to_owned() heading=services.list_text().latest_articles.to_owned()>
                    <Cards cards has_lead=found.is_first rank=Rank::Third/>
                    <Pager path is_first=found.is_first next=found.articles.next text/>
                </Split>
            </div>
        })
    })
}
