//! Navigation between reading pages without a reload.

mod history;
mod pages;
mod swap;

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use serde::{Deserialize, Serialize};
use web_sys::{Element, Event, HtmlAnchorElement};

use self::history::{here, keep_place, kept_place, manage_scrolling};
use self::pages::Pages;
use crate::address::{CONFIRMED, plain};
use crate::browser::{Kept, Rest, is_plain, listen, mounted};
use crate::island::{Island, Slot};
use crate::islands::Shared;
use crate::routes::is_reading;

/// Time that a pointer stays on a link before its page is prefetched.
const INTENT: Duration = Duration::from_millis(80);
/// Time that scrolling rests before the position is kept.
const REST: Duration = Duration::from_millis(150);

/// Props of the island: none.
#[derive(Serialize, Deserialize)]
pub struct Navigator;

impl Island for Navigator {
    const NAME: &'static str = "Navigator";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Navigation/> }
    }
}

/// Renders nothing: the HTML of the next reading page takes the place of this one's. In every unusual case the browser navigates by itself,
/// which is always right.
///
/// Browser because: it spares readers the reload, and works without.
#[component]
fn Navigation() -> impl IntoView {
    let shown_page = use_context::<Shared>().map(|shared| shared.page);
    let pages = Kept::new(Pages::default);
    let shown = RwSignal::new(String::new());
    // Which navigation is the last one wanted.
    let wanted = RwSignal::new(0_i32);
    let go = move |address: String, is_back: bool| {
        let Some(page) = pages.with(|pages| pages.ask(&address)) else { return };
        wanted.update(|wanted| *wanted += 1);
        let mine = wanted.get_untracked();
        spawn_local(async move {
            let page = page.await;
            // What comes behind takes no time then, so no other navigation can begin in between.
            let is_loaded = swap::load().await.is_ok();
            if wanted.get_untracked() != mine {
                return;
            }
            let place = if is_back { kept_place() } else { 0.0 };
            let is_there = Box::new(move || {
                shown.set(here());
                if let Some(page) = shown_page {
                    page.look();
                }
            });
            let is_shown = match page.filter(|_| is_loaded) {
                Some(page) => swap::show(page, is_back, place, is_there).await.unwrap_or(false),
                None => false,
            };
            if !is_shown {
                // Fails only for addresses that cannot be read.
                let _ = location().assign(&address);
            }
        });
    };
    let prefetch = move |event: &Event| {
        if let Some(address) = target(event).filter(|_| !saves_data()) {
            pages.with(|pages| pages.ask(&address));
            // Without it, the browser navigates by itself.
            spawn_local(async { drop(swap::load().await) });
        }
    };
    mounted(move || {
        shown.set(here());
        forget_word();
        if is_reading(plain(&location().pathname().unwrap_or_default())) {
            manage_scrolling();
        }
        listen(ev::click, move |event| {
            if let Some(address) = target(&event).filter(|_| is_plain(&event)) {
                event.prevent_default();
                keep_place();
                go(address, false);
            }
        });
        listen(ev::popstate, move |_| {
            // Only the part behind the # has changed: the browser is there already.
            if shown.get_untracked() == here() {
                return;
            }
            if is_reading(plain(&location().pathname().unwrap_or_default())) {
                go(location().href().unwrap_or_default(), true);
            } else {
                // Fails only for a document that is not the window's own.
                let _ = location().reload();
            }
        });
        listen(ev::pagehide, |_| keep_place());
        // Not while another page is on its way to this entry of the history.
        let keep = Rest::new(REST, move || {
            if shown.get_untracked() == here() {
                keep_place();
            }
        });
        listen(ev::scroll, move |_| keep.begin());
        prefetch_on_intent(prefetch);
    });
}

/// Removes the fragment of the confirmation notice from the address bar, so that a shared link does not show it to others.
fn forget_word() {
    if location().hash().is_ok_and(|hash| hash.strip_prefix('#') == Some(CONFIRMED)) {
        history::replace(&here());
    }
}

/// Prefetches on intent: a pointer that stays, a finger that comes down, or keyboard focus.
fn prefetch_on_intent(prefetch: impl Fn(&Event) + Copy + 'static) {
    let last = Rc::new(RefCell::new(None::<Event>));
    let soon = {
        let last = last.clone();
        Rest::new(INTENT, move || {
            if let Some(event) = last.take() {
                prefetch(&event);
            }
        })
    };
    let wait = move |event: &Event| {
        last.replace(Some(event.clone()));
        soon.begin();
    };
    let focused = wait.clone();
    listen(ev::pointerover, move |event| wait(&event));
    listen(ev::focusin, move |event| focused(&event));
    listen(ev::touchstart, move |event| prefetch(&event));
}

/// The address to which the link around an event leads, if its page can be shown in place.
fn target(event: &Event) -> Option<String> {
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href]").ok()??;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    let here = location();
    let leads_here = link.href() == here.href().ok()? || !link.hash().is_empty();
    let is_own =
        link.origin() == here.origin().ok()? && link.target().is_empty() && !link.has_attribute("download");
    let is_taken =
        ["data-panel", "data-zoom", "data-language"].into_iter().any(|name| link.has_attribute(name));
    let is_shown_in_place = is_own && !leads_here && !is_taken && is_reading(plain(&link.pathname()));
    is_shown_in_place.then(|| link.href())
}

/// Whether the reader saves data, so that nothing is prefetched.
fn saves_data() -> bool {
    let get =
        |of: &leptos::wasm_bindgen::JsValue, name: &str| web_sys::js_sys::Reflect::get(of, &name.into()).ok();
    let connection =
        get(&window().navigator(), "connection").filter(leptos::wasm_bindgen::JsValue::is_object);
    connection.and_then(|connection| get(&connection, "saveData")).is_some_and(|saves| saves.is_truthy())
}
