//! The dialog over every reading page.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use serde::{Deserialize, Serialize};
use web_sys::{Event, HtmlAnchorElement, HtmlElement};

use super::panel::Panel;
use super::view::PanelView;
use crate::address::plain;
use crate::api::account_panel;
use crate::browser::{Kept, Rest, Session, closest, is_plain, listen, marker, mounted, session};
use crate::island::{Island, NotLoaded, Slot, lazy};
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
    element: NodeRef<html::Dialog>,
    place: NodeRef<html::Div>,
    /// Id of the heading that names the dialog.
    heading: RwSignal<String>,
    /// The panel that is shown; dropped, it leaves the page.
    shown: Kept<Option<Box<dyn Any>>>,
    /// Panels that were fetched ahead, by their addresses.
    ahead: StoredValue<Vec<(String, PanelView)>>,
    session: Session,
}

impl Dialog {
    /// Shows the panel of a page; where there is none for a dialog, goes to the page.
    pub(super) fn open(self, address: String) {
        spawn_local(async move {
            let is_shown = match self.fetch(&address).await {
                Some(panel) => self.show(panel).await.is_ok(),
                None => false,
            };
            if !is_shown {
                go(&address);
            }
        });
    }

    async fn fetch(self, address: &str) -> Option<PanelView> {
        let known = self.ahead.try_update_value(|ahead| {
            let position = ahead.iter().position(|(of, _)| of == address)?;
            Some(ahead.swap_remove(position).1)
        });
        match known.flatten() {
            Some(panel) => Some(panel),
            None => account_panel(address.to_owned()).await.ok().flatten(),
        }
    }

    fn prefetch(self, address: String) {
        let is_known = self.ahead.try_with_value(|ahead| ahead.iter().any(|(of, _)| *of == address));
        if is_known == Some(false) {
            spawn_local(async move {
                if let Ok(Some(panel)) = account_panel(address.clone()).await {
                    self.ahead.try_update_value(|ahead| ahead.push((address, panel)));
                }
            });
        }
    }

    async fn show(self, panel: PanelView) -> Result<(), NotLoaded> {
        let (Some(element), Some(place)) = (self.element.get_untracked(), self.place.get_untracked()) else {
            return Ok(());
        };
        self.heading.set(format!("{}-heading", panel.id));
        // The last one leaves first: ids of fields are the same.
        self.shown.with(|shown| drop(shown.take()));
        let mounted = mount_panel(place.clone().into(), panel, self).await?;
        self.shown.with(|shown| *shown = Some(mounted));
        if !element.open() {
            // Fails only where the dialog is open, or no part of the page.
            let _ = element.show_modal();
        }
        focus_first(&place);
        Ok(())
    }

    fn close(self) {
        if let Some(element) = self.element.get_untracked() {
            element.close();
        }
    }
}

lazy! {
    /// Puts a panel into its place; dropped, what is answered takes it away again.
    fn mount_panel(place: HtmlElement, panel: PanelView, dialog: Dialog) -> Box<dyn Any>, in account {
        Box::new(mount_to(place, move || view! { <Panel panel dialog=Some(dialog)/> }))
    }
}

/// Browser because: it opens over the page that one reads, and leaves one there. Without it the links lead to the pages.
#[component]
fn View(dialog: AccountDialog) -> impl IntoView {
    let opened = Dialog {
        element: NodeRef::new(),
        place: NodeRef::new(),
        heading: RwSignal::new(String::new()),
        shown: Kept::new(|| None),
        ahead: StoredValue::new(Vec::new()),
        session: session(),
    };
    let known = StoredValue::new(None);
    mounted(move || {
        known.set_value(marker());
        listen(ev::click, move |event| {
            if let Some(address) = panel_address(&event).filter(|_| is_plain(&event)) {
                event.prevent_default();
                opened.open(address);
            }
        });
        let last = Rc::new(RefCell::new(String::new()));
        let soon = {
            let last = last.clone();
            Rest::new(INTENT, move || opened.prefetch(last.borrow().clone()))
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
        if known.get_value() != now {
            known.set_value(now);
            opened.session.change();
        }
    };
    let heading = move || Some(opened.heading.get()).filter(|heading| !heading.is_empty());
    view! {
        <dialog class="account-dialog" aria-labelledby=heading node_ref=opened.element on:close=closed>
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

/// Moves the focus to the first invalid field of a panel, else to its first field, else to its heading.
fn focus_first(panel: &HtmlElement) {
    let first = ["[aria-invalid]", ".field__input", ".panel__heading"];
    let first = first.into_iter().find_map(|place| panel.query_selector(place).ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}

fn go(address: &str) {
    // Fails only for addresses that cannot be read.
    let _ = location().assign(address);
}
