//! Rendering of a page as `server` asks for it: for everyone, a reader, a crawler or a dialog.

use std::sync::Arc;

use leptos::prelude::use_context;

use crate::api::Form;

/// A reader asks for an article by POST: the response is for nobody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsReader {
    /// Whether a unit may be spent.
    pub opens: bool,
}

/// Reader that the page is rendered for; `None` where it is rendered for everyone.
pub fn as_reader() -> Option<AsReader> {
    use_context()
}

/// A verified search engine asks for an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsCrawler;

/// Whether the page is rendered for a verified search engine.
pub fn as_crawler() -> bool {
    use_context::<AsCrawler>().is_some()
}

/// Whether only a fragment of the page is rendered, for a dialog that is open already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IsFragment(pub bool);

/// Whether a fragment is rendered; whole pages are the default.
pub fn is_fragment() -> bool {
    use_context::<IsFragment>().is_some_and(|fragment| fragment.0)
}

/// Rejected form that this page shows again with its errors; empty on other pages.
pub fn form() -> Form {
    use_context().unwrap_or_default()
}

/// Whether the page answers a form that was sent.
pub fn is_answer() -> bool {
    as_reader().is_some() || use_context::<Form>().is_some()
}

/// Turns the output of views into HTML that may be inserted into a page. `server` provides it, as it does the same with whole pages.
#[derive(Clone)]
pub struct Finish(Arc<Finisher>);

type Finisher = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Finish {
    /// Wraps a function that takes the output of views.
    pub fn by(finish: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(finish))
    }

    /// Finished HTML; `None` where the views have written none.
    pub fn of(&self, written: &str) -> Option<String> {
        (self.0)(written)
    }
}
