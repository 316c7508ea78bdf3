//! An error beside a field goes as soon as what is typed is no longer wrong.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

use super::find;

/// The browser judges by what the field says of itself: required, its kind, pattern and length.
pub(super) fn on_input(event: &Event) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(field) = field.filter(|field| field.has_attribute("aria-invalid") && field.check_validity())
    else {
        return;
    };
    // Cannot fail: the name is a valid one.
    let _ = field.remove_attribute("aria-invalid");
    let around = field.closest(".field").ok().flatten();
    if let Some(error) = around.and_then(|around| find(&around, ".field__error")) {
        error.remove();
    }
}
