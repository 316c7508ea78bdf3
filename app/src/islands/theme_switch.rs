//! Light or dark colours, by the reader's choice.

use leptos::prelude::*;

/// Where the browser keeps the choice; read by the document's first script too.
const KEY: &str = "theme";
const ATTRIBUTE: &str = "data-theme";

/// A switch between light and dark, named by its children. Until it is used, the device decides.
///
/// Browser because: the choice is this browser's own and applies without a reload.
#[island]
pub fn ThemeSwitch(children: Children) -> impl IntoView {
    let dark = RwSignal::new(false);
    Effect::new(move |_| dark.set(is_dark()));
    let switch = move |_| {
        dark.update(|dark| *dark = !*dark);
        apply(if dark.get() { "dark" } else { "light" });
    };
    view! {
        <button
            type="button"
            class="theme-switch"
            aria-pressed=move || dark.get().to_string()
            on:click=switch
        >
            <span class="theme-switch__sign" aria-hidden="true"></span>
            {children()}
        </button>
    }
}

fn is_dark() -> bool {
    let chosen = document().document_element().and_then(|root| root.get_attribute(ATTRIBUTE));
    chosen.map_or_else(device_is_dark, |theme| theme == "dark")
}

fn device_is_dark() -> bool {
    let query = window().match_media("(prefers-color-scheme: dark)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

fn apply(theme: &str) {
    if let Some(root) = document().document_element() {
        // Neither can fail for these words; where storage is forbidden, the choice lasts for this page.
        let _ = root.set_attribute(ATTRIBUTE, theme);
        if let Ok(Some(storage)) = window().local_storage() {
            let _ = storage.set_item(KEY, theme);
        }
    }
}
