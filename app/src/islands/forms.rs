//! What the browser adds to forms.

mod answer;
mod article;
mod mended;
mod passkey;
mod password;
mod wait;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlAnchorElement, HtmlDialogElement, HtmlElement, MouseEvent};

/// The dialog in its children opens where a link to an account page is followed. Its forms and those at the gate of an
/// article are answered in place. Everywhere, passwords can be shown, their strength is told, errors go once they are mended, and
/// waiting is counted down.
///
/// It takes no props and holds no state: forms, words and errors are HTML from the server, so this page and the one without
/// JavaScript are the same.
///
/// Browser because: a dialog opens over the page that one reads and leaves one there, and an article opens where one reads it.
#[island]
pub fn Forms(children: Children) -> impl IntoView {
    Effect::new(|_| {
        window_event_listener(ev::click, on_click);
        window_event_listener(ev::submit, |event| answer::on_submit(&event));
        window_event_listener(ev::input, |event| {
            password::on_input(&event);
            mended::on_input(&event);
        });
        prepare(document().document_element().as_ref());
    });
    children()
}

/// Shows what needs the browser, in the page or in a piece of it that has just come.
fn prepare(root: Option<&Element>) {
    if let Some(root) = root {
        password::prepare(root);
        passkey::prepare(root);
        wait::prepare(root);
    }
}

/// The nearest element around an event's target that fits.
fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

fn on_click(event: MouseEvent) {
    if let Some(button) = around(&event, "[data-reveal]") {
        password::reveal(&button);
    }
    let plain = event.button() == 0
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key();
    let link = around(&event, "a[data-panel]").and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok());
    if let (true, Some(link), Some(dialog)) = (plain, link, dialog()) {
        event.prevent_default();
        open(&dialog, &link.pathname(), &link.search());
    }
}

/// The dialog; pages of accounts have none.
fn dialog() -> Option<HtmlDialogElement> {
    document().query_selector(".account-dialog").ok().flatten()?.dyn_into().ok()
}

/// Where the dialog shows a form.
fn place(dialog: &HtmlDialogElement) -> Option<Element> {
    find(dialog, ".account-dialog__panel")
}

/// Shows the form of a page in the dialog: the one put aside for it, or what the server has.
fn open(dialog: &HtmlDialogElement, path: &str, query: &str) {
    let aside = document().query_selector(&format!("template[data-panel-of='{path}']")).ok().flatten();
    match aside {
        Some(aside) => show(dialog, &aside.inner_html()),
        None => answer::load(dialog.clone(), format!("{path}{query}")),
    }
}

/// Puts HTML of our own server into the dialog, names the dialog by its heading, and puts the reader where there is
/// something to do.
fn show(dialog: &HtmlDialogElement, html: &str) {
    let Some(panel) = place(dialog) else { return };
    panel.set_inner_html(html);
    prepare(Some(&panel));
    if let Some(heading) = find(&panel, ".panel__heading") {
        // Cannot fail: the name is a valid one.
        let _ = dialog.set_attribute("aria-labelledby", &heading.id());
    }
    if !dialog.open() {
        // Fails only where the dialog is open, or no part of the page.
        let _ = dialog.show_modal();
    }
    let first = ["[aria-invalid]", ".field__input", ".panel__heading"]
        .into_iter()
        .find_map(|place| find(&panel, place));
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

fn find(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

fn each(root: &Element, selector: &str, act: impl Fn(Element)) {
    if let Ok(found) = root.query_selector_all(selector) {
        let elements =
            (0..found.length()).filter_map(|position| found.get(position)?.dyn_into::<Element>().ok());
        elements.for_each(act);
    }
}
