//! History entries and their scroll positions, for the way back and forward.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use web_sys::js_sys::{Object, Reflect};
use web_sys::{History, ScrollBehavior, ScrollRestoration, ScrollToOptions};

/// Key in the state of a history entry: its scroll position in pixels.
const PLACE: &str = "y";

/// Path and query of this page.
pub(super) fn here() -> String {
    let location = location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

fn history() -> Option<History> {
    window().history().ok()
}

/// Keeps the scroll position in this history entry.
pub(super) fn keep_place() {
    let state = Object::new();
    // Cannot fail: the object is a plain one.
    let _ = Reflect::set(&state, &PLACE.into(), &window().scroll_y().unwrap_or_default().into());
    if let Some(history) = history() {
        // Fails where somebody scrolls more often than a browser lets one write.
        let _ = history.replace_state(&state, "");
    }
}

/// Scroll position that was kept in this history entry; 0 where there is none.
pub(super) fn kept_place() -> f64 {
    let state = history().and_then(|history| history.state().ok()).filter(JsValue::is_object);
    let place = state.and_then(|state| Reflect::get(&state, &PLACE.into()).ok()?.as_f64());
    place.unwrap_or_default()
}

/// Adds a history entry.
pub(super) fn push(address: &str) {
    if let Some(history) = history() {
        // Fails only for addresses of others, which are not shown in place.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Replaces the address of this history entry.
pub(super) fn replace(address: &str) {
    if let Some(history) = history() {
        let state = history.state().unwrap_or(JsValue::NULL);
        let _ = history.replace_state_with_url(&state, "", Some(address));
    }
}

/// Takes scroll restoration over from the browser, which would restore the position before the page is there.
pub(super) fn manage_scrolling() {
    if let Some(history) = history() {
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    let place = kept_place();
    if place > 0.0 {
        scroll_to(place);
    }
}

/// Scrolls to a position at once, without animation.
pub(super) fn scroll_to(place: f64) {
    let options = ScrollToOptions::new();
    options.set_top(place);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}
