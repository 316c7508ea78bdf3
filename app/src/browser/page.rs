//! The page that is shown, for islands that stay while pages come and go.

use leptos::prelude::*;

use super::prefix;
use crate::address::plain;
use crate::islands::Shared;
use crate::routes::is_personal;

/// Page that is shown.
#[derive(Clone, Copy)]
pub struct Page {
    /// Path without the prefix of a language.
    path: RwSignal<String>,
}

impl Page {
    /// The page that the browser shows.
    pub fn shown() -> Self {
        let page = Self { path: RwSignal::new(String::new()) };
        page.look();
        page
    }

    /// The page of this browser; on the server, the one at this path.
    pub fn current(path: String) -> Self {
        use_context().map_or_else(|| Self { path: RwSignal::new(path) }, |shared: Shared| shared.page)
    }

    /// Reads the address again, after another page has taken the place of the last one.
    pub fn look(self) {
        self.path.set(plain(&location().pathname().unwrap_or_default()).to_owned());
    }

    /// Query that brings the reader back after a form (`?return_to=…`). Empty on the front page and on the reader's own pages. Tracked.
    pub fn return_query(self) -> String {
        let path = self.path.get();
        if path == "/" || is_personal(&path) { String::new() } else { format!("?return_to={path}") }
    }
}

/// Path of this site with the prefix of the page's language. On the server it stays as it is, since the response as a whole gets the
/// prefix.
pub fn localized(path: String) -> String {
    if cfg!(feature = "hydrate") && path.starts_with('/') { prefix() + &path } else { path }
}
