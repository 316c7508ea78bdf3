//! The Web Authentication API. Questions and answers are JSON of that API, passed on as they are.

use leptos::prelude::window;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{self, JsValue};
use std::cell::RefCell;
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{JSON, Object, Promise, Reflect};
use web_sys::{AbortController, AbortSignal};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = PublicKeyCredential, js_name = parseCreationOptionsFromJSON)]
    fn parse_creation_options(options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = PublicKeyCredential, js_name = parseRequestOptionsFromJSON)]
    fn parse_request_options(options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(catch, js_namespace = PublicKeyCredential, js_name = isConditionalMediationAvailable)]
    fn is_conditional_mediation_available() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "credentials"], js_name = create)]
    fn create_credential(options: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, js_namespace = ["navigator", "credentials"], js_name = get)]
    fn get_credential(options: &JsValue) -> Result<Promise, JsValue>;
}

/// Whether the browser reads and writes questions and answers as JSON.
pub(super) fn is_known() -> bool {
    let class = Reflect::get(&window(), &"PublicKeyCredential".into()).unwrap_or(JsValue::UNDEFINED);
    let has = |name: &str| class.is_function() && Reflect::has(&class, &name.into()).unwrap_or(false);
    has("parseRequestOptionsFromJSON") && has("parseCreationOptionsFromJSON")
}

/// Whether keys are offered in the list of a field.
pub(super) async fn offers_in_fields() -> bool {
    let Ok(asked) = is_conditional_mediation_available() else { return false };
    JsFuture::from(asked).await.is_ok_and(|is_available| is_available.is_truthy())
}

/// Questions to the device, one at a time.
#[derive(Default)]
pub(super) struct Ceremony(RefCell<Option<AbortController>>);

/// A question that may be asked.
pub(super) struct Asked(Option<AbortSignal>);

impl Ceremony {
    /// Ends the question that waits, and begins another.
    pub(super) fn begin(&self) -> Asked {
        self.abort();
        let controller = AbortController::new().ok();
        let signal = controller.as_ref().map(AbortController::signal);
        *self.0.borrow_mut() = controller;
        Asked(signal)
    }

    pub(super) fn abort(&self) {
        if let Some(controller) = self.0.borrow_mut().take() {
            controller.abort();
        }
    }
}

impl Asked {
    /// The device's answer to the question for a new key; `None` where there is none.
    pub(super) async fn create(self, options: &str) -> Option<String> {
        let options = self.options(parse_creation_options(&public_key(options)?).ok()?)?;
        answer(create_credential(&options).ok()?).await
    }

    /// The device's signature; `None` where there is none.
    pub(super) async fn get(self, options: &str, waits_in_field: bool) -> Option<String> {
        let options = self.options(parse_request_options(&public_key(options)?).ok()?)?;
        if waits_in_field {
            Reflect::set(&options, &"mediation".into(), &"conditional".into()).ok()?;
        }
        answer(get_credential(&options).ok()?).await
    }

    /// `None` once another question was asked.
    fn options(self, public_key: JsValue) -> Option<Object> {
        let signal = self.0.filter(|signal| !signal.aborted())?;
        let options = Object::new();
        Reflect::set(&options, &"publicKey".into(), &public_key).ok()?;
        Reflect::set(&options, &"signal".into(), &signal).ok()?;
        Some(options)
    }
}

fn public_key(options: &str) -> Option<JsValue> {
    Reflect::get(&JSON::parse(options).ok()?, &"publicKey".into()).ok()
}

async fn answer(asked: Promise) -> Option<String> {
    let credential = JsFuture::from(asked).await.ok().filter(|credential| !credential.is_null())?;
    JSON::stringify(&credential).ok().map(String::from)
}
