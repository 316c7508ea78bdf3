//! Brings the islands to life in the browser.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;

// Without a use of the crate, its islands would be linked away.
use app as _;

/// Called by the hydration script, just before it wakes the islands one by one.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
    // The islands wake within the microtasks that follow this call; a timer runs after all of them.
    set_timeout(say_hydrated, Duration::ZERO);
}

/// Tells tests and stylesheets that every island on the page answers.
fn say_hydrated() {
    if let Some(root) = document().document_element() {
        // Cannot fail: the name is a valid one.
        let _ = root.set_attribute("data-hydrated", "");
    }
}
