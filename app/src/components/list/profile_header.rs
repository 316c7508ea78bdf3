//! Header of the page of a person or a topic, above the articles.

use domain::follow::Subject;
use domain::label::Person;
use domain::profile::{Contact, Coverage, Profile};
use leptos::prelude::*;

use crate::components::{Breadcrumbs, Crumb, FollowForm, PicturePlacement, PictureView, ResponsivePicture};
use crate::context::Services;
use crate::text::Text;
use crate::text::lists::ListText;
use crate::text::reading::ReadingText;

/// Name of a person or topic, with as much as is known about it.
#[derive(Clone)]
pub struct ProfileHeaderView {
    /// Kind of the page in words: `Topik`.
    pub kind: &'static str,
    pub name: String,
    /// Sanitised HTML; `None` if there is no introduction.
    about: Option<String>,
    role: Option<String>,
    contact: Option<Contact>,
    portrait: Option<PictureView>,
    /// Language of introduction and role; `None` if it is the page's.
    lang: Option<&'static str>,
    /// Label of the links below.
    related: &'static str,
    /// Addresses and names: what a person writes about, or who writes about a topic.
    links: Vec<(String, String)>,
    /// Person or topic that the button follows.
    subject: Subject,
    follow: &'static ReadingText,
    text: &'static Text,
    words: &'static ListText,
}

impl ProfileHeaderView {
    pub fn new(
        services: &Services,
        (kind, subject): (&'static str, Subject),
        name: String,
        profile: Option<Profile>,
    ) -> Self {
        let content = profile.map(|profile| profile.content);
        let lang = content.as_ref().and_then(|content| services.site.foreign(content.language));
        let content = content.unwrap_or_default();
        Self {
            kind,
            name,
            about: Some(content.about_html).filter(|html| !html.is_empty()),
            role: content.role,
            contact: content.contact,
            portrait: content.portrait.and_then(|portrait| PictureView::of(&portrait.picture())),
            lang,
            related: services.list_text().covers,
            links: Vec::new(),
            subject,
            follow: services.reading_text(),
            text: services.text(),
            words: services.list_text(),
        }
    }

    /// The header with the subjects that a person writes about, sections first.
    #[must_use]
    pub fn covering(self, coverage: Coverage) -> Self {
        let sections = coverage.sections.into_iter();
        let sections = sections.map(|section| (format!("/rubrik/{}", section.slug), section.name));
        let topics = coverage.topics.into_iter();
        let topics = topics.map(|topic| (format!("/topik/{}", topic.slug), topic.name));
        Self { related: self.words.covers, links: sections.chain(topics).collect(), ..self }
    }

    /// The header with the people who write about a topic.
    #[must_use]
    pub fn written_by(self, people: Vec<Person>) -> Self {
        let links = people.into_iter().map(|person| (format!("/penulis/{}", person.slug), person.name));
        Self { related: self.words.written_by, links: links.collect(), ..self }
    }

    /// Portrait for previews of links.
    pub fn portrait(&self) -> Option<&PictureView> {
        self.portrait.as_ref()
    }
}

/// Portrait, name, role and introduction; beside them what goes with it, and a contact.
#[component]
pub fn ProfileHeader(header: ProfileHeaderView) -> impl IntoView {
    let ProfileHeaderView { kind, name, about, role, contact, portrait, lang, related, links, .. } = header;
    let (subject, follow, text, words) = (header.subject, header.follow, header.text, header.words);
    let alt = portrait.as_ref().map(|portrait| portrait.alt.clone()).filter(|alt| !alt.is_empty());
    let alt = alt.unwrap_or_else(|| (words.portrait_of)(&name));
    let has_facts = contact.is_some() || !links.is_empty();
    let contact = contact.map(|contact| {
        let (href, shown) = match contact {
            Contact::Email(address) => (format!("mailto:{address}"), address),
            Contact::Link(address) => (address.clone(), shown_address(&address)),
        };
        view! {
            <div class="profile-header__fact">
                <dt>{words.contact}</dt>
                <dd><a class="profile-header__contact" href=href rel="noopener">{shown}</a></dd>
            </div>
        }
    });
    let related = (!links.is_empty()).then(|| {
        let links = links.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> });
        view! {
            <div class="profile-header__fact">
                <dt>{related}</dt>
                <dd><ul class="profile-header__links">{links.collect::<Vec<_>>()}</ul></dd>
            </div>
        }
    });
    view! {
        <header class="profile-header">
            <div class="profile-header__way"><Breadcrumbs here=Some(Crumb { name: kind.to_owned(), href: None }) text/></div>
            {portrait.map(|picture| view! {
                <div class="profile-header__portrait"><ResponsivePicture picture placement=PicturePlacement::Thumb alt/></div>
            })}
            <div class="profile-header__name">
                <h1 class="list__name">{name}</h1>
                {role.map(|role| view! { <p class="profile-header__role" lang=lang>{role}</p> })}
                <FollowForm subject text=follow/>
            </div>
            {about.map(|html| view! { <div class="profile-header__about" lang=lang inner_html=html></div> })}
            {has_facts.then(|| view! { <dl class="profile-header__facts">{related}{contact}</dl> })}
        </header>
    }
}

/// Address of a page as people write it: without the scheme and a slash at the end.
fn shown_address(address: &str) -> String {
    address.trim_start_matches("https://").trim_end_matches('/').to_owned()
}
