//! On `/akun`: what else than the password lets a reader in.

use domain::account::{Identity, Passkey};
use leptos::prelude::*;

use crate::components::{FormError, FormView, PasskeyButton, PublishedView};
use crate::context::Services;

/// The keys in the reader's devices; nothing where the site can have none.
#[component]
pub(super) fn PasskeyPart(passkeys: Vec<Passkey>, view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    services.desk.passkeys.is_available().then(|| {
        let rows = passkeys.into_iter().map(|passkey| {
            let used = passkey.used_at.unwrap_or(passkey.made_at);
            let used = PublishedView::of(&services, used).full;
            view! {
                <li class="account__session">
                    <span>{passkey.device}<br/><small>{text.last_seen} ": " {used}</small></span>
                    <form method="post" action="/api/remove_passkey">
                        <input r#type="hidden" name="passkey" value=passkey.id/>
                        <button class="button button--quiet" r#type="submit">{text.remove_passkey}</button>
                    </form>
                </li>
            }
        });
        let rows = rows.collect::<Vec<_>>();
        view! {
            <section class="account__part" aria-labelledby="kunci">
                <h2 id="kunci">{text.passkeys}</h2>
                <p class="panel__help">{text.passkeys_help}</p>
                <FormError form=view.form endpoint="remove_passkey" text/>
                {(!rows.is_empty()).then(|| view! { <ul class="account__sessions">{rows}</ul> })}
                <PasskeyButton does="add" return_to="/akun".to_owned() label=text.add_passkey services=services.clone()/>
            </section>
        }
    })
}

/// The providers of the settings, each linked or not; nothing where there is none.
#[component]
pub(super) fn ProviderPart(linked: Vec<Identity>, view: FormView, services: Services) -> impl IntoView {
    let text = services.account_text();
    let names = services.desk.providers.names();
    (!names.is_empty()).then(|| {
        let rows = names.into_iter().map(|provider| {
            let is_linked = linked.iter().any(|identity| identity.issuer == provider.issuer);
            if is_linked {
                view! {
                    <form method="post" action="/api/unlink">
                        <input r#type="hidden" name="issuer" value=provider.issuer/>
                        <button class="button button--quiet" r#type="submit">{(text.unlink)(&provider.name)}</button>
                    </form>
                }
                .into_any()
            } else {
                view! {
                    <form method="post" action="/api/by_provider">
                        <input r#type="hidden" name="provider" value=provider.slug/>
                        <input r#type="hidden" name="link" value="1"/>
                        <input r#type="hidden" name="return_to" value="/akun"/>
                        <button class="button button--quiet" r#type="submit">{(text.link)(&provider.name)}</button>
                    </form>
                }
                .into_any()
            }
        });
        view! {
            <section class="account__part" aria-labelledby="penyedia">
                <h2 id="penyedia">{text.providers}</h2>
                <FormError form=view.form.clone() endpoint="unlink" text/>
                <FormError form=view.form endpoint="by_provider" text/>
                {rows.collect::<Vec<_>>()}
            </section>
        }
    })
}
