//! Text of an article around its gate, in the DOM.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser::find;

/// Selector of the element that holds the text of an article and its gate.
const PLACE: &str = "[data-access]";
/// Attribute that the script in the head sets on it once it has asked what this reader may read.
const ASKED: &str = "data-asked";

/// Whether the script in the head has asked.
pub(super) fn is_asked(gate: &Element) -> bool {
    gate.closest(PLACE).ok().flatten().is_some_and(|place| place.has_attribute(ASKED))
}

/// Shows a text, with all that belongs to it, in place of the teaser and its gate. For a reader who asked for it, the focus moves to where
/// the new text begins.
pub(super) fn show(gate: &Element, html: &str, is_asked_for: bool) {
    let Some(place) = gate.closest(PLACE).ok().flatten() else { return };
    let read =
        place.query_selector(".article-body").ok().flatten().map_or(0, |teaser| teaser.child_element_count());
    place.set_inner_html(html);
    settle_videos();
    crate::islands::hydrate_page();
    if is_asked_for {
        // The last paragraph of a teaser is cut short: reading goes on in it.
        let body = place.query_selector(".article-body").ok().flatten();
        focus(body.and_then(|body| body.children().item(read.saturating_sub(1))));
    }
}

/// Moves the focus to the heading of a gate that has changed.
pub(super) fn focus_heading(gate: &Element) {
    let gate = gate.clone();
    // The heading is made anew by an effect, which runs first.
    request_animation_frame(move || focus(gate.query_selector(".gate__heading").ok().flatten()));
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.set_tab_index(-1);
        // Fails only where it is no part of the page any more.
        let _ = element.focus();
    }
}

/// Loads the page again, since an article that is open or gone has another page.
pub(super) fn reload() {
    // Fails only for a document that is not the window's own.
    let _ = location().reload();
}

/// Moves the videos of an article that was opened in place from its text to below it.
pub(in crate::islands) fn settle_videos() {
    let rail = |selector: &str| find(selector).and_then(|rail| rail.closest("leptos-island").ok().flatten());
    let (Some(videos), Some(below)) = (rail("[data-access] .video-rail"), find(".reading__rails")) else {
        return;
    };
    below.replace_children_with_node_1(&videos);
}
