//! Parts of `/akun` for the sign-in methods other than the password.

use domain::account::{Account, Identity, Passkey};
use leptos::prelude::*;

use super::proof::{Change, ChangeForm, proof_field};
use crate::components::{FormError, FormView, PublishedView, passkey_words};
use crate::context::Services;
use crate::island::island;
use crate::islands::PasskeyView;

/// Passkeys of the reader; nothing if the site cannot use passkeys.
#[component]
pub(super) fn PasskeyPart(
    passkeys: Vec<Passkey>,
    account: Account,
    view: FormView,
    services: Services,
) -> impl IntoView {
    let text = services.account_text();
    services.accounts.passkeys.is_available().then(|| {
        let rows = passkeys.into_iter().enumerate().map(|(number, passkey)| {
            let used = passkey.used_at.unwrap_or(passkey.made_at);
            let used = PublishedView::of(&services, used).full;
            let (of, label) = (("passkey", passkey.id), text.remove_passkey.to_owned());
            let change = Change { endpoint: "remove_passkey", of, with: &[], label, number };
            view! {
                <li class="account__session">
                    <span>{passkey.device}<br/><small>{text.last_seen} ": " {used}</small></span>
                    <ChangeForm change account=account.clone() view=view.clone() services=services.clone()/>
                </li>
            }
        });
        let rows = rows.collect::<Vec<_>>();
        let add = PasskeyView {
            adds: true,
            return_to: "/akun".to_owned(),
            label: text.add_passkey.to_owned(),
            email: Some(account.email.to_string()),
            proof: proof_field(&account, &view, &services, ("begin_passkey", "")),
            ..passkey_words(&services)
        };
        view! {
            <section class="account__part" aria-labelledby="kunci">
                <h3 id="kunci">{text.passkeys}</h3>
                <p class="panel__help">{text.passkeys_help}</p>
                <FormError view=view.clone() endpoint="remove_passkey" services=services.clone()/>
                {(!rows.is_empty()).then(|| view! { <ul class="account__sessions">{rows}</ul> })}
                <form method="post" action="/api/begin_passkey">
                    {island(add)}
                </form>
            </section>
        }
    })
}

/// Providers in the settings, each with a button to link or unlink it; nothing if there are none.
#[component]
pub(super) fn ProviderPart(
    linked: Vec<Identity>,
    account: Account,
    view: FormView,
    services: Services,
) -> impl IntoView {
    let text = services.account_text();
    let names = services.accounts.providers.names();
    (!names.is_empty()).then(|| {
        let rows = names.into_iter().enumerate().map(|(number, provider)| {
            let is_linked = linked.iter().any(|identity| identity.issuer == provider.issuer);
            let change = if is_linked {
                let label = (text.unlink)(&provider.name);
                Change { endpoint: "unlink", of: ("issuer", provider.issuer), with: &[], label, number }
            } else {
                let label = (text.link)(&provider.name);
                Change { endpoint: "by_provider", of: ("provider", provider.slug), with: LINK, label, number }
            };
            view! { <ChangeForm change account=account.clone() view=view.clone() services=services.clone()/> }
        });
        let rows = rows.collect::<Vec<_>>();
        view! {
            <section class="account__part" aria-labelledby="penyedia">
                <h3 id="penyedia">{text.providers}</h3>
                <FormError view=view.clone() endpoint="unlink" services=services.clone()/>
                <FormError view endpoint="by_provider" services/>
                {rows}
            </section>
        }
    })
}

/// Fields that make the login at a provider link it to the account, instead of signing in.
const LINK: &[(&str, &str)] = &[("link", "1"), ("return_to", "/akun")];
