//! The link of a gift, for its giver.

use leptos::prelude::*;

use crate::context::Services;

/// All of it, to be taken at one touch, and a button that copies it where scripts run.
#[component]
pub fn GiftLink(address: String, services: Services) -> impl IntoView {
    let (text, reading) = (services.access_text(), services.reading_text());
    view! {
        <div class="gift-link">
            <label class="field__label" for="hadiah-tautan">{text.gift_link}</label>
            <output class="gift-link__address" id="hadiah-tautan">{address.clone()}</output>
            <button r#type="button" class="button scripted" data-copy=address data-done=reading.copied>{reading.copy_link}</button>
            <span role="status" data-said=""></span>
        </div>
    }
}
