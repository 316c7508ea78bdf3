//! Dateline: the place that a report comes from.

use leptos::prelude::*;

/// Outlet and place, as printed before the text.
#[component]
pub fn Dateline(outlet: String, place: Option<String>) -> impl IntoView {
    view! {
        <p class="dateline">
            <span class="dateline__outlet">{outlet}</span>
            {place.map(|place| view! { ", " <span class="dateline__place">{place}</span> })}
        </p>
    }
}
