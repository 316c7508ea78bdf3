//! A button that asks the device for a passkey. It needs JavaScript, and is not there without.

use leptos::prelude::*;

use crate::context::Services;

/// `does` is `add`, to make a key for who is signed in, or `sign`, to sign in. Its children are the field of the password that
/// the first one asks for.
#[component]
pub fn PasskeyButton(
    does: &'static str,
    return_to: String,
    label: &'static str,
    services: Services,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let errors = &services.account_text().errors;
    // Enter in the field of the password is a press of the button.
    let kind = if children.is_some() { "submit" } else { "button" };
    services.accounts.passkeys.is_available().then(|| {
        view! {
            <div class="passkey-button">
                <p class="panel__error" role="alert" data-passkey-failed="" hidden>{errors.passkey}</p>
                <p class="panel__error" role="alert" data-passkey-failed="credentials" hidden>{errors.credentials}</p>
                {children.map(|children| children())}
                <button class="button button--quiet" r#type=kind data-passkey=does data-passkey-to=return_to hidden>{label}</button>
            </div>
        }
    })
}
