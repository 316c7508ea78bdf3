//! Tells the site that an article was read.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use web_sys::VisibilityState;

use crate::api::{begin_read, history, note_read};
use crate::browser::readings::{self, Reading};
use crate::browser::{Kept, Session, listen, mounted, session, whenever};
use crate::island::{Island, Slot};
use crate::islands::Shared;

/// Time that an article is looked at before it counts as read.
const READ: Duration = Duration::from_secs(3);
/// Key in the window's storage for the article that was read before.
const PREVIOUS: &str = "previous";

/// Articles that the reader's account has read on other devices.
#[derive(Clone, Copy)]
pub struct Read(RwSignal<String>);

impl Read {
    /// Empty until the server has answered.
    pub fn nothing() -> Self {
        Self(RwSignal::new(String::new()))
    }

    /// Ids of the articles; tracked.
    pub fn elsewhere(self) -> Vec<String> {
        self.0.with(|ids| ids.split_whitespace().map(str::to_owned).collect())
    }
}

/// An article whose reading is reported.
#[derive(Clone, Serialize, Deserialize)]
pub struct ReadReporter {
    pub article: String,
    /// Slug; empty for none.
    pub section: String,
}

impl Island for ReadReporter {
    const NAME: &'static str = "ReadReporter";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <Reporter reported=self/> }
    }
}

/// Renders nothing. The site is told which article followed which, and never by whom: without cookies, and not where the browser asks for
/// privacy. The readings of this browser stay in it.
///
/// Browser because: only it knows how long something is looked at.
#[component]
fn Reporter(reported: ReadReporter) -> impl IntoView {
    let is_seen = RwSignal::new(false);
    let (session, read) = (session(), use_context::<Shared>().map(|shared| shared.read));
    mounted(move || {
        let look = move || {
            if document().visibility_state() == VisibilityState::Visible && !is_seen.get_untracked() {
                is_seen.set(true);
            }
        };
        look();
        listen(ev::visibilitychange, move |_| look());
    });
    // Looked at for a moment: not while it is only passed by, or open behind another window. An island that has ended runs no timer.
    let timer = Kept::new(|| None::<TimeoutHandle>);
    on_cleanup(move || {
        timer.with(|timer| timer.take().map(|timer| timer.clear()));
    });
    whenever(move || {
        if is_seen.get() {
            let reported = reported.clone();
            spawn_local(async move {
                let token = begin(&reported.article).await;
                let is_read = move || {
                    let (reported, token) = (reported.clone(), token.clone());
                    spawn_local(async move {
                        let account = finish(reported, token, session).await;
                        if let Some(Read(elsewhere)) = read {
                            elsewhere.set(account.join(" "));
                        }
                    });
                };
                timer.with(|timer| *timer = set_timeout_with_handle(is_read, READ).ok());
            });
        }
    });
}

/// Requests the token that reports the read; empty where the browser asks for privacy or the call fails.
async fn begin(article: &str) -> String {
    if wants_privacy() { String::new() } else { begin_read(article.to_owned()).await.unwrap_or_default() }
}

/// Reports and keeps the reading; returns the other articles that the reader's account has read.
async fn finish(reported: ReadReporter, token: String, session: Session) -> Vec<String> {
    let ReadReporter { article, section } = reported;
    let previous = replace_previous(&article);
    if !token.is_empty() && previous != article {
        // Whether it was counted is not told.
        let _ = note_read(article.clone(), previous, token).await;
    }
    readings::add(&Reading { article: article.clone(), section }).await;
    if session.is_signed_in_now() { history(article).await.unwrap_or_default() } else { Vec::new() }
}

/// Article that this window has read before, replaced by this one. Empty for none, or where storage is forbidden: then every article is the
/// first one.
fn replace_previous(article: &str) -> String {
    let Some(window_storage) = window().session_storage().ok().flatten() else { return String::new() };
    let previous = window_storage.get_item(PREVIOUS).ok().flatten().unwrap_or_default();
    let _ = window_storage.set_item(PREVIOUS, article);
    previous
}

/// Whether the browser asks for privacy: Global Privacy Control or Do Not Track.
fn wants_privacy() -> bool {
    let says = |name: &str| web_sys::js_sys::Reflect::get(&window().navigator(), &name.into()).ok();
    says("globalPrivacyControl").is_some_and(|value| value.is_truthy())
        || says("doNotTrack").and_then(|value| value.as_string()).as_deref() == Some("1")
}
