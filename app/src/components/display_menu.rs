//! How the paper looks: its colours.

use leptos::prelude::*;

use crate::text::reading::ReadingText;

/// The choice of colours. It needs the module of reading pages, and stands where scripts run only.
#[component]
pub fn DisplayMenu(text: &'static ReadingText) -> impl IntoView {
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
            <div class="popover" id="tampilan" popover="auto" role="radiogroup" aria-label=text.display>{choices}</div>
        </div>
    }
}
