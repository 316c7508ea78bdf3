//! Brings the islands to life in the browser.

use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in the head, once the module is there.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
    app::islands::begin();
}
