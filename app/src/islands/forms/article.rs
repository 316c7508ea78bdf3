//! The rest of an article, or the reader's own gate, takes the place of what stood there.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::find;

/// Shows a text and its gate in place of the teaser, and puts the reader where the new begins.
pub(super) fn show(place: &Element, html: &str) {
    let read = find(place, ".article-body").map_or(0, |teaser| teaser.child_element_count());
    place.set_inner_html(html);
    // The last paragraph of a teaser is cut short: reading goes on in it.
    let rest = find(place, ".article-body:not(.article-body--teaser)");
    let rest = rest.and_then(|body| body.children().item(read.saturating_sub(1)));
    let next = rest.or_else(|| find(place, ".gate__heading"));
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        // Cannot fail: the name is a valid one.
        let _ = next.set_attribute("tabindex", "-1");
        let _ = next.focus();
    }
}
