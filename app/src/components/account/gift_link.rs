//! The link of a gift, for its giver.

use leptos::prelude::*;

use crate::context::Services;
use crate::island::island;
use crate::islands::CopyLink;

/// All of it, to be taken at one touch, and a button that copies it where scripts run.
#[component]
pub fn GiftLink(address: String, services: Services) -> impl IntoView {
    let (text, reading) = (services.access_text(), services.reading_text());
    view! {
        <div class="gift-link">
            <label class="field__label" for="hadiah-tautan">{text.gift_link}</label>
            <output class="gift-link__address" id="hadiah-tautan">{address.clone()}</output>
            {island(CopyLink { address, label: reading.copy_link, copied: reading.copied.to_owned() })}
        </div>
    }
}
