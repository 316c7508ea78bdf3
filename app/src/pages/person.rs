//! `/penulis/{slug}`: who writes, and what.

use domain::follow::Subject;
use domain::list::List;
use domain::profile::{Contact, Profile, ProfileKind};
use leptos::prelude::*;
use serde_json::{Value, json};

use super::list::{Cards, Found, Wanted, breadcrumbs, head};
use super::page;
use crate::components::{
    CardView, HeadView, PageHead, Pager, ProfileHeader, ProfileHeaderView, Rank, Split, StructuredData,
    image, organization, person, without_empty,
};
use crate::context::Services;

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
        let data = breadcrumbs(&services, &found.name, &path);
        let person = person_data(&services, &found.name, &path, profile.as_ref());
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
            <StructuredData data=person/>
            <StructuredData data/>
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

/// The person as schema.org has it, with what the profile says.
fn person_data(services: &Services, name: &str, path: &str, profile: Option<&Profile>) -> Value {
    let site = &services.site;
    let content = profile.map(|profile| &profile.content);
    let (email, page) = match content.and_then(|content| content.contact.as_ref()) {
        Some(Contact::Email(address)) => (Some(address), None),
        Some(Contact::Link(address)) => (None, Some([address])),
        None => (None, None),
    };
    let portrait = content.and_then(|content| content.portrait.as_ref());
    let mut data = person(site, name, path);
    data["jobTitle"] = json!(content.and_then(|content| content.role.as_ref()));
    data["description"] =
        json!(content.map(|content| &content.description).filter(|words| !words.is_empty()));
    data["email"] = json!(email);
    data["sameAs"] = json!(page);
    data["image"] = json!(portrait.map(|portrait| image(site, &portrait.file)));
    data["worksFor"] = organization(site);
    json!({"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": without_empty(data)})
}
