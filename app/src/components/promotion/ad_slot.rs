//! Slot with an advertisement.

use domain::ad::{Ad, Audience, Shape, Slot};
use leptos::attr::custom::custom_attribute;
use leptos::either::Either;
use leptos::prelude::*;

use crate::text::reading::ReadingText;

/// An advertisement in its slot.
#[derive(Clone)]
pub struct AdView {
    slot: Slot,
    advertiser: String,
    audience: Audience,
    shape: Shape,
    text: &'static ReadingText,
}

impl AdView {
    /// View of this advertisement in this slot.
    pub fn of(slot: Slot, ad: &Ad, text: &'static ReadingText) -> Self {
        let content = ad.content.clone();
        Self { slot, advertiser: content.advertiser, audience: content.audience, shape: content.shape, text }
    }
}

/// Advertisement with a label. Its height is known in advance, so nothing moves later. A frame is sandboxed: its page cannot reach
/// this one and gets no referrer.
#[component]
pub fn AdSlot(ad: AdView) -> impl IntoView {
    let AdView { slot, advertiser, audience, shape, text } = ad;
    let audience = (audience != Audience::Everyone).then(|| audience.as_str());
    let label = format!("{}: {advertiser}", text.ad);
    let shown = match shape {
        Shape::Words { title, text, action, href } => {
            let is_away = !href.starts_with('/');
            Either::Left(view! {
                <a class="ad-slot__words" href=href rel="sponsored noopener" target=is_away.then_some("_blank")>
                    <strong class="ad-slot__title">{title}</strong>
                    {text.map(|text| view! { <span class="ad-slot__text">{text}</span> })}
                    <span class="ad-slot__action">{action}</span>
                </a>
            })
        }
        Shape::Frame { address, height } => {
            let lazy = custom_attribute("loading", "lazy");
            Either::Right(view! {
                <iframe class="ad-slot__frame" src=address height=height title=label.clone() {..lazy} referrerpolicy="no-referrer"
                    sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>
            })
        }
    };
    view! {
        <aside class="ad-slot" aria-label=label data-slot=slot.as_str() data-audience=audience>
            <p class="ad-slot__label">{text.ad}<span class="ad-slot__advertiser">{advertiser}</span></p>
            {shown}
            {(slot != Slot::Pick).then(|| view! { <p class="ad-slot__on">{text.scroll_on}</p> })}
        </aside>
    }
}
