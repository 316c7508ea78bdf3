//! The providers by which one may come in.

use leptos::prelude::*;

use crate::context::Services;

/// A button for each provider of the settings; nothing where there is none.
#[component]
pub fn ProviderRow(return_to: String, label: &'static str, services: Services) -> impl IntoView {
    let providers = services.accounts.providers.names();
    (!providers.is_empty()).then(|| {
        let buttons = providers.into_iter().map(|provider| {
            view! { <button class="button button--quiet" r#type="submit" name="provider" value=provider.slug>{provider.name}</button> }
        });
        view! {
            <form class="provider-row" method="post" action="/api/by_provider" aria-label=label>
                <p class="provider-row__label">{label}</p>
                <input r#type="hidden" name="return_to" value=return_to/>
                <p class="provider-row__buttons">{buttons.collect::<Vec<_>>()}</p>
            </form>
        }
    })
}
