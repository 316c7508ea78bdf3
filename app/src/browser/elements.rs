//! Elements of the page.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

use domain::article::Language;

use crate::address;

/// The document's own element.
pub fn root() -> Option<HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Whether the script in the head has set `data-{name}`.
pub fn root_flag(name: &str) -> bool {
    root().is_some_and(|root| root.dataset().get(name).is_some())
}

/// Language of the page.
pub fn page_language() -> Language {
    let tag = root().and_then(|root| root.get_attribute("lang"));
    tag.and_then(|tag| Language::parse(&tag)).unwrap_or(Language::Indonesian)
}

/// Path prefix of this page's language; empty for the site's own language.
pub fn prefix() -> String {
    let path = location().pathname().unwrap_or_default();
    path.strip_suffix(address::plain(&path)).unwrap_or(&path).trim_end_matches('/').to_owned()
}

/// First element of the page that fits.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Elements of the page that fit.
pub fn find_all(selector: &str) -> Vec<Element> {
    let found = document().query_selector_all(selector).ok();
    let all = |found: web_sys::NodeList| {
        (0..found.length()).filter_map(move |position| found.get(position)?.dyn_into().ok()).collect()
    };
    found.map(all).unwrap_or_default()
}

/// Nearest element around an event's target that fits.
pub fn closest<Wanted: JsCast>(event: &Event, selector: &str) -> Option<Wanted> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??.dyn_into().ok()
}

/// The element as one that can be focused and styled.
pub fn html(element: Element) -> Option<HtmlElement> {
    element.dyn_into().ok()
}

/// Runs `act` on every element below `root` that fits.
pub fn each(root: &Element, selector: &str, act: impl Fn(Element)) {
    if let Ok(found) = root.query_selector_all(selector) {
        (0..found.length()).filter_map(|position| found.get(position)?.dyn_into().ok()).for_each(act);
    }
}

/// Moves the focus to an element that is no stop of the Tab key, without scrolling.
pub fn focus_on(element: &HtmlElement) {
    element.set_tab_index(-1);
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // Fails only where the element is no part of the page any more.
    let _ = element.focus_with_options(&options);
}

/// Whether the reader wants no movement.
pub fn is_calm() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    query.is_some_and(|query| query.matches())
}
