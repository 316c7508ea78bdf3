//! The dialog over every reading page.

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
    ElementRef, Kept, Rest, Session, attribute, closest, is_plain, listen, marker, mounted, on, session,
};
use crate::island::{Island, Slot};
use crate::islands::{Shared, hydrate_page};
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

/// The dialog, for itself and the forms that stand in it.
#[derive(Clone, Copy)]
pub struct Dialog {
    element: ElementRef,
    place: ElementRef,
    /// Id of the heading that names the dialog.
    heading: RwSignal<String>,
    session: Session,
}

impl Dialog {
    /// A dialog that is not in the page yet.
    pub fn closed(session: Session) -> Self {
        Self {
            element: ElementRef::empty(),
            place: ElementRef::empty(),
            heading: RwSignal::new(String::new()),
            session,
        }
    }

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

    /// Shows a panel as the server has rendered it; `false` where the dialog is not in the page.
    pub(super) fn show(self, panel: &str) -> bool {
        let (Some(element), Some(place)) = (self.element.get_as::<HtmlDialogElement>(), self.place.get())
        else {
            return false;
        };
        place.set_inner_html(panel);
        let heading = place.query_selector(".panel__heading").ok().flatten();
        self.heading.set(heading.map(|heading| heading.id()).unwrap_or_default());
        hydrate_page();
        if !element.open() {
            // Fails only where the dialog is open, or no part of the page.
            let _ = element.show_modal();
        }
        focus_first(&place);
        true
    }

    fn close(self) {
        if let Some(element) = self.element.get_as::<HtmlDialogElement>() {
            element.close();
        }
    }

    /// Takes the panel out of the page, so that its forms end.
    fn clear(self) {
        if let Some(place) = self.place.get() {
            place.set_inner_html("");
            hydrate_page();
        }
    }

    fn holds(self, element: &HtmlElement) -> bool {
        self.place.get().is_some_and(|place| place.contains(Some(element)))
    }
}

/// Browser because: it opens over the page that one reads, and leaves one there. Without it the links lead to the pages.
#[component]
fn View(dialog: AccountDialog) -> impl IntoView {
    let opened = use_context().map_or_else(|| Dialog::closed(session()), |shared: Shared| shared.dialog);
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
        opened.clear();
        // Somebody has registered here.
        let now = marker();
        if known.with(|known| std::mem::replace(known, now)) != Some(now) {
            opened.session.change();
        }
    };
    let heading = move || Some(opened.heading.get()).filter(|heading| !heading.is_empty());
    view! {
        <dialog class="account-dialog" aria-labelledby=attribute(heading) node_ref=opened.element on:close=on(closed)>
            <form class="account-dialog__close" method="dialog">
                <button r#type="submit" aria-label=dialog.close><span aria-hidden="true">"×"</span></button>
            </form>
            <div class="account-dialog__panel" node_ref=opened.place></div>
        </dialog>
    }
}

/// Goes on after a form, of which `part` is a part, has been answered: to another panel of the dialog, back to this page, or to another
/// page. Nowhere where that part has left the page meanwhile.
pub(super) fn arrive(dialog: Option<Dialog>, part: ElementRef, address: &str) {
    let Some(part) = part.get() else { return };
    let Some(dialog) = dialog.filter(|dialog| dialog.holds(&part)) else { return go(address) };
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

/// Moves the focus to the first invalid field of a panel, else to its first field, else to its heading.
fn focus_first(panel: &HtmlElement) {
    let first = ["[aria-invalid]", ".field__input", ".panel__heading"];
    let first = first.into_iter().find_map(|place| panel.query_selector(place).ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}
