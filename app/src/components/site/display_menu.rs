//! Menu for the colours and the language of the site.

use leptos::prelude::*;

use crate::components::LanguageChoice;
use crate::context::Services;
use crate::island::island;
use crate::islands::ThemeChoice;

/// Menu for colours and language. It is shown only if scripts run, because the colours need them; the footer offers the languages to
/// everyone.
#[component]
pub fn DisplayMenu(services: Services) -> impl IntoView {
    let text = services.reading_text();
    let themes =
        ThemeChoice { label: text.display, names: [text.as_device, text.light, text.sepia, text.dark] };
    view! {
        <div class="display-menu scripted">
            <button r#type="button" class="display-menu__button" popovertarget="tampilan">
                <span class="display-menu__sign" aria-hidden="true"></span>
                <span class="visually-hidden">{text.display}</span>
            </button>
            <div class="popover" id="tampilan" popover="auto">
                {island(themes)}
                <LanguageChoice services/>
            </div>
        </div>
    }
}
