//! Sponsored items among the recommendations.

use domain::article::{Picture, PictureSource};
use domain::sponsored::Sponsored;
use leptos::prelude::*;

use crate::components::{PicturePlacement, PictureView, ResponsivePicture};
use crate::context::Services;
use crate::text::reading::ReadingText;

/// A sponsored item with its required disclosures. The fields are private, so that it cannot be shown without them.
#[derive(Clone)]
pub struct SponsoredView {
    sponsor: String,
    title: String,
    href: String,
    picture: Option<PictureView>,
    alt: String,
    disclosure: String,
    text: &'static ReadingText,
}

impl SponsoredView {
    /// View of an item, with a disclosure that names this site.
    pub fn of(services: &Services, item: &Sponsored) -> Self {
        let content = item.content.clone();
        let text = services.reading_text();
        let alt = content.alt.clone().unwrap_or_default();
        let picture = content.picture.map(|file| Picture {
            src: PictureSource::File(file),
            alt: content.alt,
            caption: None,
            credit: None,
        });
        Self {
            sponsor: content.sponsor,
            title: content.title,
            href: content.href,
            picture: picture.as_ref().and_then(PictureView::of),
            alt,
            disclosure: (text.sponsored_disclosure)(&services.site.name),
            text,
        }
    }
}

/// Card with label, sponsor and disclosure. Its link tells search engines that it is paid for.
#[component]
pub fn SponsoredCard(item: SponsoredView) -> impl IntoView {
    let SponsoredView { sponsor, title, href, picture, alt, disclosure, text } = item;
    view! {
        <article class="sponsored-card">
            <p class="sponsored-card__label">{text.sponsored} <span class="sponsored-card__sponsor">{sponsor}</span></p>
            {picture.map(|picture| view! { <div class="sponsored-card__picture"><ResponsivePicture picture placement=PicturePlacement::Rail alt/></div> })}
            <p class="sponsored-card__title"><a href=href rel="sponsored nofollow noopener" target="_blank">{title}</a></p>
            <p class="sponsored-card__disclosure">{disclosure}</p>
        </article>
    }
}
