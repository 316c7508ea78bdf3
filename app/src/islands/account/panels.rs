//! Panels of the dialog, in the file of the account's code: whoever only reads loads none of it.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::dialog::Dialog;
use super::panel::Panel;
use super::view::PanelView;
use crate::api::account_panel;
use crate::island::lazy;

thread_local! {
    /// Panels that were fetched ahead, by their addresses.
    static AHEAD: RefCell<Vec<(String, PanelView)>> = const { RefCell::new(Vec::new()) };
}

/// Tells whether a panel is shown, once it is decided.
type Showing = Pin<Box<dyn Future<Output = bool>>>;

lazy! {
    /// Shows the panel of a page in the dialog; `false` where that page has none for a dialog.
    pub(super) fn show_panel(dialog: Dialog, address: String) -> Showing, in account {
        Box::pin(async move {
            match fetch(&address).await {
                Some(panel) => show(dialog, panel),
                None => false,
            }
        })
    }
}

lazy! {
    /// Fetches the panel of a page, which will probably be wanted.
    pub(super) fn prefetch_panel(address: String) -> (), in account {
        if !AHEAD.with_borrow(|ahead| ahead.iter().any(|(of, _)| *of == address)) {
            spawn_local(async move {
                if let Ok(Some(panel)) = account_panel(address.clone()).await {
                    AHEAD.with_borrow_mut(|ahead| ahead.push((address, panel)));
                }
            });
        }
    }
}

async fn fetch(address: &str) -> Option<PanelView> {
    let known = AHEAD.with_borrow_mut(|ahead| {
        let position = ahead.iter().position(|(of, _)| of == address)?;
        Some(ahead.swap_remove(position).1)
    });
    match known {
        Some(panel) => Some(panel),
        None => account_panel(address.to_owned()).await.ok().flatten(),
    }
}

fn show(dialog: Dialog, panel: PanelView) -> bool {
    let (Some(element), Some(place)) = (dialog.element(), dialog.place.get()) else { return false };
    dialog.heading.set(format!("{}-heading", panel.id));
    // The last one leaves first: ids of fields are the same.
    dialog.shown.with(|shown| drop(shown.take()));
    let mounted = mount_to(place.clone(), move || view! { <Panel panel dialog=Some(dialog)/> });
    dialog.shown.with(|shown| *shown = Some(Box::new(mounted)));
    if !element.open() {
        // Fails only where the dialog is open, or no part of the page.
        let _ = element.show_modal();
    }
    focus_first(&place);
    true
}

/// Moves the focus to the first invalid field of a panel, else to its first field, else to its heading.
fn focus_first(panel: &HtmlElement) {
    let first = ["[aria-invalid]", ".field__input", ".panel__heading"];
    let first = first.into_iter().find_map(|place| panel.query_selector(place).ok().flatten());
    if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}
