//! Replacement of one page by another.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::prelude::wasm_bindgen;
use leptos::wasm_bindgen::{self, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Promise, Reflect};
use web_sys::{Document, DomParser, Element, SupportedType};

use super::history::{push, scroll_to};
use super::pages::Page;
use crate::browser::{find, find_all, focus_on, html, is_calm, root};
use crate::island::lazy;
use crate::islands::hydrate_page;

/// Selector of the head's elements that belong to one page.
const HEAD: &str = "meta[property], meta[name=description], meta[name=robots], link[rel=canonical], link[rel=alternate], link[rel=preload][as=image]";
/// Parts outside of the middle that lead to the same page in the other language.
const LINKS: [&str; 2] = [".display-menu .language-choice", ".site-footer .language-choice"];
/// Address of this page in the other language, which the script in the head reads.
const COUNTERPART: &str = "data-counterpart";

#[wasm_bindgen]
extern "C" {
    type ViewTransition;

    #[wasm_bindgen(catch, js_namespace = document, js_name = startViewTransition)]
    fn start_view_transition(update: &JsValue) -> Result<ViewTransition, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn ready(this: &ViewTransition) -> Promise;
}

lazy! {
    /// Loads the code of this file, which nobody needs before a navigation.
    pub(super) fn load() -> (), in other {}
}

lazy! {
    /// Shows a page in place of this one; `false` where that is impossible. `shown` is called once it stands.
    pub(super) fn show(page: Page, is_back: bool, place: f64, shown: Box<dyn Fn()>) -> bool, in other {
        swap_in(page, is_back, place, shown)
    }
}

fn swap_in(page: Page, is_back: bool, place: f64, shown: Box<dyn Fn()>) -> bool {
    let parsed =
        DomParser::new().and_then(|parser| parser.parse_from_string(&page.html, SupportedType::TextHtml));
    let Some(next) = parsed.ok().filter(fits) else { return false };
    let swap = move || {
        if !is_back {
            push(&page.address);
        }
        replace(&next);
        shown();
        hydrate_page();
        let heading = find("main h1").or_else(|| find("main")).and_then(html);
        if let Some(heading) = heading {
            focus_on(&heading);
        }
        scroll_to(place);
    };
    let can_fade = Reflect::has(&document(), &"startViewTransition".into()).unwrap_or(false);
    if is_calm() || !can_fade {
        swap();
    } else if let Ok(transition) = start_view_transition(&Closure::once_into_js(swap)) {
        // Another page may be wanted before this one has faded in: nobody minds.
        spawn_local(async move {
            let _ = JsFuture::from(transition.ready()).await;
        });
    }
    true
}

/// Whether a page was made by the same program in the same language.
fn fits(next: &Document) -> bool {
    let stylesheet =
        |page: &Document| page.query_selector("link[rel=stylesheet]").ok()??.get_attribute("href");
    let language = |page: &Document| page.document_element()?.get_attribute("lang");
    next.query_selector("main").is_ok_and(|main| main.is_some())
        && stylesheet(next) == stylesheet(&document())
        && language(next) == language(&document())
}

fn replace(next: &Document) {
    document().set_title(&next.title());
    replace_counterpart(next);
    replace_head(next);
    if let (Some(main), Ok(Some(other))) = (find("main"), next.query_selector("main")) {
        let nodes = Array::from(&other.child_nodes());
        main.replace_children_with_node(&nodes);
    }
    for selector in LINKS {
        if let (Some(now), Ok(Some(then))) = (find(selector), next.query_selector(selector)) {
            // Fails only where the page has been taken apart meanwhile.
            let _ = now.replace_with_with_node_1(&then);
        }
    }
    for menu in find_all("[popover]:popover-open").into_iter().filter_map(html) {
        let _ = menu.hide_popover();
    }
}

fn replace_counterpart(next: &Document) {
    let counterpart = next.document_element().and_then(|root| root.get_attribute(COUNTERPART));
    if let Some(root) = root() {
        // Cannot fail: the name is a valid one.
        let _ = match counterpart {
            Some(address) => root.set_attribute(COUNTERPART, &address),
            None => root.remove_attribute(COUNTERPART),
        };
    }
}

fn replace_head(next: &Document) {
    let Some(head) = document().head() else { return };
    find_all(HEAD).iter().for_each(Element::remove);
    if let Ok(tags) = next.query_selector_all(HEAD) {
        (0..tags.length()).filter_map(|position| tags.get(position)).for_each(|tag| {
            // Fails only where the page has been taken apart meanwhile.
            let _ = head.append_child(&tag);
        });
    }
}
