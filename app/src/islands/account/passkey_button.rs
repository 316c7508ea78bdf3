//! A button that asks the device for a passkey.

use std::rc::Rc;
use std::sync::Arc;

use futures::lock::Mutex;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::dialog::arrive;
use super::field::Field;
use super::view::PasskeyView;
use super::webauthn::{self, Ceremony};
use crate::api::{ApiError, Next, begin_passkey, begin_signature, finish_passkey, finish_signature};
use crate::browser::{ElementRef, Kept, flag, mounted, on, prefix};
use crate::island::{Island, Slot};
use crate::islands::Shared;

impl Island for PasskeyView {
    const NAME: &'static str = "PasskeyButton";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <PasskeyButton passkey=self/> }
    }
}

thread_local! {
    static ASKING: Rc<Mutex<()>> = Rc::default();
}

/// It is not there where the browser knows no passkeys. In a form of its own where it makes a key, for password managers; that form is
/// not sent.
///
/// Browser because: only it talks to the device.
#[component]
fn PasskeyButton(passkey: PasskeyView) -> impl IntoView {
    let dialog = use_context::<Shared>().map(|shared| shared.dialog);
    let PasskeyView { adds, return_to, label, failed, wrong_password, email, proof } = passkey;
    let is_able = RwSignal::new(false);
    let (is_refused, has_failed) = (RwSignal::new(false), RwSignal::new(false));
    let part = ElementRef::empty();
    // One question at a time: what waits in the list of a field makes way for the button, and for the next page.
    let ceremony = Kept::new(Ceremony::default);
    on_cleanup(move || {
        ceremony.with(|ceremony| ceremony.abort());
    });
    let return_to: Arc<str> = return_to.into();
    let waits_for = return_to.clone();
    let finished = move |answer: Result<Next, ApiError>| match answer {
        Ok(next) => arrive(dialog, part, &next.path),
        // Nobody is signed in any more, or too long ago for an account without a password.
        Err(ApiError::SignedOut | ApiError::NotFresh) => {
            let prefix = prefix();
            let _ = location().assign(&format!("{prefix}/masuk?return_to={prefix}/akun"));
        }
        Err(ApiError::Credentials) => is_refused.set(true),
        Err(_) => has_failed.set(true),
    };
    mounted(move || {
        if !webauthn::is_known() {
            return;
        }
        is_able.set(true);
        if !adds {
            // At once, before anyone can press. Whoever chooses nothing has not failed.
            spawn_local(async move {
                if webauthn::offers_in_fields().await
                    && let Some(asked) = ceremony.with(|ceremony| ceremony.begin())
                    && let Ok(next) = sign(&waits_for, true, asked).await
                {
                    finished(Ok(next));
                }
            });
        }
    });
    let press = move |event: ev::MouseEvent| {
        event.prevent_default();
        is_refused.set(false);
        has_failed.set(false);
        let password = part.get().and_then(|part| {
            part.query_selector("[name=current_password]").ok().flatten()?.dyn_into::<HtmlInputElement>().ok()
        });
        if password.as_ref().is_some_and(|password| !password.report_validity()) {
            return;
        }
        let password = password.map_or_else(String::new, |password| password.value());
        let Some(asked) = ceremony.with(|ceremony| ceremony.begin()) else { return };
        let return_to = return_to.clone();
        spawn_local(async move {
            let answer = if adds { add(password, asked).await } else { sign(&return_to, false, asked).await };
            if part.get().is_some_and(|part| part.is_connected()) {
                finished(answer);
            }
        });
    };
    let kind = if adds { "submit" } else { "button" };
    let error = RwSignal::new(String::new());
    view! {
        <div class="passkey-button" hidden=flag(move || !is_able.get()) node_ref=part>
            <p class="panel__error" role="alert" hidden=flag(move || !has_failed.get())>{failed}</p>
            <p class="panel__error" role="alert" hidden=flag(move || !is_refused.get())>{wrong_password}</p>
            {email.map(|email| view! { <input r#type="email" name="email" value=email autocomplete="username" hidden readonly/> })}
            {proof.map(|field| view! { <Field field error/> })}
            <button class="button button--quiet" r#type=kind on:click=on(press)>{label}</button>
        </div>
    }
}

/// Makes a key on this device for the reader who is signed in and has typed the password once more.
async fn add(current_password: String, asked: webauthn::Asked) -> Result<Next, ApiError> {
    let options = begin_passkey(current_password).await?;
    finish_passkey(asked.create(&options).await.ok_or(ApiError::Passkey)?).await
}

/// Signs in; in the list of a field it waits until somebody chooses.
async fn sign(return_to: &str, waits_in_field: bool, asked: webauthn::Asked) -> Result<Next, ApiError> {
    // One after the other: the browser keeps the last question only.
    let asking = ASKING.with(Rc::clone);
    let turn = asking.lock().await;
    let options = begin_signature().await?;
    drop(turn);
    let answer = asked.get(&options, waits_in_field).await.ok_or(ApiError::Passkey)?;
    finish_signature(answer, return_to.to_owned()).await
}
