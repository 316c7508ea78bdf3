//! Session of the reader, as far as this browser knows it: one context for all islands.

use leptos::prelude::*;

use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlDocument;

use super::{root, root_flag};
use crate::islands::Shared;

/// Whether somebody is signed in. A cookie beside the session's own tells scripts that much; only the server knows who it is.
#[derive(Clone, Copy)]
pub struct Session {
    signed_in: RwSignal<bool>,
    /// Grows with every change of what this reader may read: a login, a confirmed email address.
    version: RwSignal<i32>,
}

impl Session {
    /// Session as the script in the head has found it.
    pub fn found() -> Self {
        Self { signed_in: RwSignal::new(root_flag("reader")), version: RwSignal::new(0) }
    }

    /// Whether somebody is signed in; tracked.
    pub fn is_signed_in(self) -> bool {
        self.signed_in.get()
    }

    /// Whether somebody is signed in at this moment.
    pub fn is_signed_in_now(self) -> bool {
        self.signed_in.get_untracked()
    }

    /// Number of changes so far; tracked.
    pub fn version(self) -> i32 {
        self.version.get()
    }

    /// Number of changes so far; not tracked.
    pub fn version_now(self) -> i32 {
        self.version.get_untracked()
    }

    /// Marks the reader as signed in, without the page being loaded anew.
    pub fn enter(self) {
        self.mark(true);
        self.change();
    }

    /// Counts a change that the cookies tell: a registration, or a login in another tab.
    pub fn change(self) {
        self.version.update(|version| *version += 1);
    }

    /// Marks the reader as signed out, because the server knows of no session.
    pub fn leave(self) {
        self.mark(false);
    }

    fn mark(self, is_signed_in: bool) {
        if let Some(root) = root() {
            let data = root.dataset();
            if is_signed_in {
                // Cannot fail: the name is a valid one.
                let _ = data.set("reader", "");
            } else {
                data.delete("reader");
            }
        }
        self.signed_in.set(is_signed_in);
    }
}

/// The session of this browser; on the server, where pages are the same for everyone, nobody's.
pub fn session() -> Session {
    let nobody = || Session { signed_in: RwSignal::new(false), version: RwSignal::new(0) };
    use_context().map_or_else(nobody, |shared: Shared| shared.session)
}

/// State of the reader that the cookies of this browser tell: `reader` (signed in), `pending` (registered) or `None`. They do not tell who
/// it is.
pub fn marker() -> Option<&'static str> {
    let cookies = document().dyn_into::<HtmlDocument>().ok()?.cookie().ok()?;
    let has = |name: &str| {
        cookies.split(';').any(|cookie| {
            let cookie = cookie.trim_start();
            cookie.strip_prefix("__Host-").unwrap_or(cookie) == name
        })
    };
    ["reader", "pending"]
        .into_iter()
        .zip(["reader=1", "pending=1"])
        .find(|(_, cookie)| has(cookie))
        .map(|(name, _)| name)
}
