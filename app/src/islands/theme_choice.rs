//! Choice of the colour theme.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::{device, live, mounted, on, root};
use crate::island::{Island, Slot};

/// Storage key of the theme, and name of the `data-` attribute on the root element.
const KEY: &str = "theme";

/// Words of the choice.
#[derive(Serialize, Deserialize)]
pub struct ThemeChoice {
    /// Name of the group.
    #[serde(skip)]
    pub label: &'static str,
    /// Labels of the choices: as the device, light, sepia, dark.
    #[serde(skip)]
    pub names: [&'static str; 4],
}

impl Island for ThemeChoice {
    const NAME: &'static str = "ThemeChoice";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Themes choice=self/> }
    }
}

/// Browser because: the choice stays in it.
#[component]
fn Themes(choice: ThemeChoice) -> impl IntoView {
    let theme = RwSignal::new(String::new());
    mounted(move || theme.set(root().and_then(|root| root.dataset().get(KEY)).unwrap_or_default()));
    let choose = move |value: &'static str| {
        theme.set(value.to_owned());
        let chosen = (!value.is_empty()).then_some(value);
        device::set(KEY, chosen);
        if let Some(data) = root().map(|root| root.dataset()) {
            match chosen {
                // Cannot fail: the name is a valid one.
                Some(value) => drop(data.set(KEY, value)),
                None => data.delete(KEY),
            }
        }
    };
    let choices = ["", "light", "sepia", "dark"].into_iter().zip(choice.names).map(|(value, name)| {
        view! {
            <label class="display-menu__choice">
                <input r#type="radio" name=KEY value=value prop:checked=live(move || theme.with(|theme| theme == value)) on:change=on(move |_| choose(value))/>
                <span class="display-menu__sample" data-sample=value aria-hidden="true"></span>
                {name}
            </label>
        }
    });
    view! { <div role="radiogroup" aria-label=choice.label>{choices.collect::<Vec<_>>()}</div> }
}
