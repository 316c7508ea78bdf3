//! How the paper looks: its colours, its language.

use leptos::prelude::*;

use super::LanguageChoice;
use crate::context::Services;

/// The choice of colours and language. The colours need the module of reading pages, so it stands where scripts run only; the foot of
/// the page has the languages for everyone.
#[component]
pub fn DisplayMenu(services: Services) -> impl IntoView {
    let text = services.reading_text();
    let choices = [("", text.as_device), ("light", text.light), ("sepia", text.sepia), ("dark", text.dark)];
    let choices = choices.map(|(value, name)| {
        view! {
            <label class="display-menu__choice">
                <input r#type="radio" name="theme" value=value/>
                <span class="display-menu__sample" data-sample=value aria-hidden="true"></span>
                {name}
            </label>
        }
    });
    view! {
        <div class="display-menu scripted">
            <button r#type="button" class="display-menu__button" popovertarget="tampilan">
                <span class="display-menu__sign" aria-hidden="true"></span>
                <span class="visually-hidden">{text.display}</span>
            </button>
            <div class="popover" id="tampilan" popover="auto">
                <div role="radiogroup" aria-label=text.display>{choices}</div>
                <LanguageChoice services/>
            </div>
        </div>
    }
}
