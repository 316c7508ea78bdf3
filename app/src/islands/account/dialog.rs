//! The dialog over every reading page.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use serde::{Deserialize, Serialize};
use web_sys::{Event, HtmlAnchorElement, HtmlDialogElement, HtmlElement};

use super::panels::{prefetch_panel, show_panel};
use crate::address::plain;
use crate::browser::{
    ElementRef, Kept, Rest, Session, closest, is_plain, listen, live, marker, mounted, on, session,
};
use crate::island::{Island, Slot};
use crate::routes::page_at;

/// Time that a pointer stays on a link before its panel is prefetched.
const INTENT: Duration = Duration::from_millis(80);
/// Links that open the dialog.
const LINKS: &str = "a[data-panel]";

/// Words of the dialog.
#[derive(Serialize, Deserialize)]
pub struct AccountDialog {
    #[serde(skip)]
    pub close: &'static str,
}

impl Island for AccountDialog {
    const NAME: &'static str = "AccountDialog";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <View dialog=self/> }
    }
}

/// Handle to the dialog, for the forms that stand in it.
#[derive(Clone, Copy)]
pub(super) struct Dialog {
    element: ElementRef,
    pub(super) place: ElementRef,
    /// Id of the heading that names the dialog.
    pub(super) heading: RwSignal<String>,
    /// The panel that is shown; dropped, it leaves the page.
    pub(super) shown: Kept<Option<Box<dyn Any>>>,
    session: Session,
}

impl Dialog {
    /// Shows the panel of a page; where there is none for a dialog, goes to the page.
    pub(super) fn open(self, address: String) {
        spawn_local(async move {
            let is_shown = match show_panel(self, address.clone()).await {
                Ok(showing) => showing.await,
                Err(_) => false,
            };
            if !is_shown {
                go(&address);
            }
        });
    }

    /// The dialog, once it is in the page.
    pub(super) fn element(self) -> Option<HtmlDialogElement> {
        self.element.get_as()
    }

    fn close(self) {
        if let Some(element) = self.element() {
            element.close();
        }
    }
}

/// Browser because: it opens over the page that one reads, and leaves one there. Without it the links lead to the pages.
#[component]
fn View(dialog: AccountDialog) -> impl IntoView {
    let opened = Dialog {
        element: ElementRef::empty(),
        place: ElementRef::empty(),
        heading: RwSignal::new(String::new()),
        shown: Kept::new(|| None),
        session: session(),
    };
    let known = Kept::new(marker);
    mounted(move || {
        listen(ev::click, move |event| {
            if let Some(address) = panel_address(&event).filter(|_| is_plain(&event)) {
                event.prevent_default();
                opened.open(address);
            }
        });
        let last = Rc::new(RefCell::new(String::new()));
        let soon = {
            let last = last.clone();
            Rest::new(INTENT, move || {
                let address = last.borrow().clone();
                spawn_local(async move {
                    // Nothing is missed: it is fetched once it is wanted.
                    let _ = prefetch_panel(address).await;
                });
            })
        };
        let wait = Rc::new(move |event: &Event| {
            if let Some(address) = panel_address(event) {
                last.replace(address);
                soon.begin();
            }
        });
        let (focused, touched) = (wait.clone(), wait.clone());
        listen(ev::pointerover, move |event| wait(&event));
        listen(ev::focusin, move |event| focused(&event));
        listen(ev::touchstart, move |event| touched(&event));
    });
    let closed = move |_| {
        opened.shown.with(|shown| drop(shown.take()));
        // Somebody has registered here.
        let now = marker();
        if known.with(|known| std::mem::replace(known, now)) != Some(now) {
            opened.session.change();
        }
    };
    let heading = move || Some(opened.heading.get()).filter(|heading| !heading.is_empty());
    view! {
        <dialog class="account-dialog" aria-labelledby=live(heading) node_ref=opened.element on:close=on(closed)>
            <form class="account-dialog__close" method="dialog">
                <button r#type="submit" aria-label=dialog.close><span aria-hidden="true">"×"</span></button>
            </form>
            <div class="account-dialog__panel" node_ref=opened.place></div>
        </dialog>
    }
}

/// Goes on after a form has been answered: to another panel of the dialog, back to this page, or to another page.
pub(super) fn arrive(dialog: Option<Dialog>, address: &str) {
    let Some(dialog) = dialog else { return go(address) };
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if location().pathname().is_ok_and(|here| here == path) {
        dialog.close();
        tell(address);
        dialog.session.enter();
    } else if page_at(plain(path)).is_some_and(crate::routes::Page::has_panel) {
        dialog.open(address.to_owned());
    } else {
        go(address);
    }
}

/// The address of the panel that the link around an event opens.
fn panel_address(event: &Event) -> Option<String> {
    let link = closest::<HtmlAnchorElement>(event, LINKS)?;
    Some(link.pathname() + &link.search())
}

/// Shows the notice on this page to which an address leads.
fn tell(address: &str) {
    let place = address.split_once('#').and_then(|(_, place)| document().get_element_by_id(place));
    if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
        // Cannot fail: the name is a valid one.
        let _ = place.set_attribute("data-shown", "");
        let _ = place.focus();
    }
}

fn go(address: &str) {
    // Fails only for addresses that cannot be read.
    let _ = location().assign(address);
}
