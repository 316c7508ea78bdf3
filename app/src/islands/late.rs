//! Islands whose code comes in a file of its own, because most pages have none of them. Until it is there, and without it, they are the
//! plain forms and links that the server made.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;

use leptos::task::spawn_local;
use web_sys::HtmlElement;

use super::account::{FieldView, PanelForm, PasskeyView};
use super::gate::GateView;
use super::{CopyLink, SavedHere, VideoFrame, by_name, mark_hydrated};
use crate::island::{Island, NotLoaded, lazy};

thread_local! {
    /// Places of islands whose code is on its way.
    static COMING: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

type Coming = Pin<Box<dyn Future<Output = Result<(), NotLoaded>>>>;

lazy! {
    fn hydrate_account(name: String, place: HtmlElement) -> (), in account {
        by_name!(name.as_str(), place, FieldView, PanelForm, PasskeyView);
    }
}

lazy! {
    fn hydrate_gate(place: HtmlElement) -> (), in other {
        crate::island::hydrate::<GateView>(place);
    }
}

lazy! {
    fn hydrate_other(name: String, place: HtmlElement) -> (), in other {
        by_name!(name.as_str(), place, CopyLink, SavedHere, VideoFrame);
    }
}

/// Brings an island to life once its code is there; `false` for one whose code is there already.
pub(super) fn hydrate(name: &str, place: &HtmlElement) -> bool {
    if COMING.with_borrow(|coming| coming.contains(place)) {
        return true;
    }
    let (waiting, place, name) = (place.clone(), place.clone(), name.to_owned());
    let coming: Coming = if [FieldView::NAME, PanelForm::NAME, PasskeyView::NAME].contains(&name.as_str()) {
        Box::pin(hydrate_account(name, place))
    } else if name == GateView::NAME {
        Box::pin(hydrate_gate(place))
    } else if [CopyLink::NAME, SavedHere::NAME, VideoFrame::NAME].contains(&name.as_str()) {
        Box::pin(hydrate_other(name, place))
    } else {
        return false;
    };
    COMING.with_borrow_mut(|coming| coming.push(waiting.clone()));
    spawn_local(async move {
        // Without it the island works as the server made it.
        let _ = coming.await;
        COMING.with_borrow_mut(|coming| coming.retain(|place| *place != waiting));
        mark_hydrated();
    });
    true
}

/// Whether the code of some island is still on its way.
pub(super) fn is_coming() -> bool {
    COMING.with_borrow(|coming| !coming.is_empty())
}
