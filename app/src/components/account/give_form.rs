//! Under an article that a subscriber reads: gives it to somebody else.

use leptos::prelude::*;

use crate::context::Services;

/// Nothing where the publisher lets nobody give.
#[component]
pub fn GiveForm(id: String, services: Services) -> impl IntoView {
    let (text, policy) = (services.access_text(), &services.quota.policy);
    let help = (text.give_help)(policy.gift_days);
    (policy.gift_articles > 0).then(|| {
        view! {
            <form class="give-form" method="post" action="/api/give_article">
                <input r#type="hidden" name="article" value=id/>
                <button class="button button--quiet" r#type="submit">{text.give}</button>
                <span class="give-form__help">{help}</span>
            </form>
        }
    })
}
