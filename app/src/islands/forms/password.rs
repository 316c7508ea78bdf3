//! Passwords can be shown, and their strength is told while they are typed.

use std::cell::RefCell;

use domain::account::strength::estimate;
use domain::article::Language;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlMeterElement};

use super::{each, find};
use crate::text;

/// Shown or not.
const PASSWORDS: &str = "input[autocomplete$=password]";

/// What needs the browser is hidden until the browser is there.
pub(super) fn prepare(root: &Element) {
    each(root, "[data-reveal]", |button| {
        let _ = button.remove_attribute("hidden");
    });
}

/// Shows a password, or hides it again.
pub(super) fn reveal(button: &Element) {
    let Some(input) = button.get_attribute("data-reveal").and_then(|id| input(&id)) else { return };
    let hide = input.type_() == "text";
    input.set_type(if hide { "password" } else { "text" });
    let _ = button.set_attribute("aria-pressed", if hide { "false" } else { "true" });
}

pub(super) fn on_input(event: &Event) {
    let typed = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(typed) =
        typed.filter(|input| input.get_attribute("autocomplete").as_deref() == Some("new-password"))
    else {
        return;
    };
    let Some(line) = document().query_selector(&format!("[data-strength='{}']", typed.id())).ok().flatten()
    else {
        return;
    };
    let _ = line.toggle_attribute_with_force("hidden", typed.value().is_empty());
    let strength = estimate(&typed.value(), &context(&typed)).score();
    if let Some(meter) = find(&line, "meter").and_then(|meter| meter.dyn_into::<HtmlMeterElement>().ok()) {
        meter.set_value(f64::from(strength));
    }
    let page = document().document_element().and_then(|root| root.get_attribute("lang"));
    if let (Some(language), Some(output)) =
        (page.and_then(|tag| Language::parse(&tag)), find(&line, "output"))
    {
        let words = text::strength(language, strength);
        if output.text_content().as_deref() != Some(words) {
            output.set_text_content(Some(words));
        }
    }
}

/// The passwords of a form, by the names of their fields.
pub(super) fn typed(form: &Element) -> Vec<(String, String)> {
    let typed = RefCell::new(Vec::new());
    each(form, PASSWORDS, |field| {
        if let Ok(field) = field.dyn_into::<HtmlInputElement>() {
            typed.borrow_mut().push((field.name(), field.value()));
        }
    });
    typed.into_inner()
}

/// Puts them back into the same form, where the server has shown it again for another mistake: it never sends a password back.
pub(super) fn put_back(root: &Element, action: &str, typed: Vec<(String, String)>) {
    each(root, PASSWORDS, |field| {
        let Ok(field) = field.dyn_into::<HtmlInputElement>() else { return };
        let is_same = field.form().is_some_and(|form| form.action() == action);
        let value = typed.iter().find(|(name, _)| *name == field.name());
        if let (true, false, Some((_, value))) = (is_same, field.has_attribute("aria-invalid"), value) {
            field.set_value(value);
        }
    });
}

/// What a stranger would try first: the parts of the address in the same form.
fn context(typed: &HtmlInputElement) -> Vec<String> {
    let email = typed.form().and_then(|form| form.query_selector("[name=email]").ok().flatten());
    let email = email.and_then(|email| email.dyn_into::<HtmlInputElement>().ok());
    email.map_or(Vec::new(), |email| {
        email.value().split(['@', '.', '+', '-', '_']).map(str::to_owned).collect()
    })
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into::<HtmlElement>().ok()?.dyn_into().ok()
}
