//! Providers by which a reader signs in.

use leptos::prelude::*;

use crate::islands::ProvidersView;

/// Form that leaves the site, so it is always the browser that sends it.
#[component]
pub fn ProviderRow(providers: ProvidersView) -> impl IntoView {
    let ProvidersView { label, return_to, providers } = providers;
    let name = label.clone();
    let buttons = providers.into_iter().map(|provider| {
        view! { <button class="button button--quiet" r#type="submit" name="provider" value=provider.slug>{provider.name}</button> }
    });
    view! {
        <form class="provider-row" method="post" action="/api/by_provider" aria-label=name>
            <p class="provider-row__label">{label}</p>
            <input r#type="hidden" name="return_to" value=return_to/>
            <p class="provider-row__buttons">{buttons.collect::<Vec<_>>()}</p>
        </form>
    }
}
