//! Brings the islands to life in the browser.

use any_spawner::Executor;
use leptos::prelude::Owner;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in the head, once the module is there.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    // Fails only where it has run before.
    let _ = Executor::init_wasm_bindgen();
    // Not the framework's own beginning: it brings what the server has resolved for suspended parts of a page, and there are none.
    let root = Owner::new_root(None);
    root.with(app::islands::begin);
}

/// Room for the data of the files that come late. Data that lies closely before it is divided among files may not do so behind: where it
/// would take more room than before, all of it stays in the first file. Nobody reads this, so it is in none of them.
#[cfg(feature = "split")]
#[used]
static ROOM: [u8; 256] = [1; 256];
