//! Panels of the dialog, in the file of the account's code: whoever only reads loads none of it.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;

use leptos::task::spawn_local;

use super::dialog::Dialog;
use crate::api::account_panel;
use crate::island::lazy;

thread_local! {
    /// Panels that were fetched ahead, each behind its address.
    static AHEAD: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// Tells whether a panel is shown, once it is decided.
type Showing = Pin<Box<dyn Future<Output = bool>>>;

lazy! {
    /// Shows the panel of a page in the dialog; `false` where that page has none for a dialog.
    pub(super) fn show_panel(dialog: Dialog, address: String) -> Showing, in account {
        Box::pin(async move {
            fetch(&address).await.is_some_and(|panel| dialog.show(&panel))
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

async fn fetch(address: &str) -> Option<String> {
    let known = AHEAD.with_borrow_mut(|ahead| {
        let position = ahead.iter().position(|(of, _)| of == address)?;
        Some(ahead.swap_remove(position).1)
    });
    match known {
        Some(panel) => Some(panel),
        None => account_panel(address.to_owned()).await.ok().flatten(),
    }
}
