//! A button that asks the device for a passkey. It needs JavaScript, and is not there without.

use leptos::prelude::*;

use crate::context::Services;

/// `does` is `add`, to make a key for who is signed in, or `sign`, to sign in.
#[component]
pub fn PasskeyButton(
    does: &'static str,
    return_to: String,
    label: &'static str,
    services: Services,
) -> impl IntoView {
    let failed = services.account_text().errors.passkey;
    services.desk.passkeys.is_available().then(|| {
        view! {
            <div class="passkey-button">
                <button class="button button--quiet" r#type="button" data-passkey=does data-passkey-to=return_to hidden>{label}</button>
                <p class="panel__error" role="alert" data-passkey-failed="" hidden>{failed}</p>
            </div>
        }
    })
}
