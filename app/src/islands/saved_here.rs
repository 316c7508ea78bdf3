//! Articles that are saved on this device.

use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::browser::device::{self, Record};
use crate::browser::{flag, live, mounted, on, prefix};
use crate::island::{Island, Slot};

/// Storage key of the saved articles.
const KEY: &str = "saved";
const MOST: usize = 500;
const ID: &str = "id";
const TITLE: &str = "title";
const PATH: &str = "path";

/// Whether an article is saved on this device.
pub(super) fn is_saved_here(id: &str) -> bool {
    device::list(KEY).iter().any(|record| record.text(ID) == id)
}

/// Saves an article, before the others. Its path is the one in the site's own language.
pub(super) fn save_here(id: &str, title: &str, path: &str) {
    let record = Record::new(&[(ID, id.into()), (TITLE, title.into()), (PATH, path.into())]);
    let others = device::list(KEY).into_iter().filter(|record| record.text(ID) != id);
    device::set_list(KEY, &std::iter::once(record).chain(others).take(MOST).collect::<Vec<_>>());
}

/// Removes an article from the saved ones.
pub(super) fn forget_here(id: &str) {
    let others = device::list(KEY).into_iter().filter(|record| record.text(ID) != id);
    device::set_list(KEY, &others.collect::<Vec<_>>());
}

/// The part of the page of saved articles that only this browser can fill.
#[derive(Serialize, Deserialize)]
pub struct SavedHere {
    #[serde(skip)]
    pub heading: &'static str,
    /// Label of the button that removes an article.
    pub forget: String,
}

impl Island for SavedHere {
    const NAME: &'static str = "SavedHere";

    fn view(self, _: Slot) -> impl IntoView {
        view! { <List saved=self/> }
    }
}

#[derive(Clone, PartialEq)]
struct Saved {
    id: String,
    title: String,
    path: String,
}

impl Saved {
    /// Saved articles whose path leads to an article of this site.
    fn all() -> Vec<Self> {
        let saved = |record: &Record| Self {
            id: record.text(ID),
            title: record.text(TITLE),
            path: record.text(PATH),
        };
        let is_article = |saved: &Self| saved.path.starts_with("/read/");
        device::list(KEY).iter().map(saved).filter(is_article).collect()
    }
}

/// Renders nothing while the list is empty.
///
/// Browser because: what it keeps is not known to the server.
#[component]
fn List(saved: SavedHere) -> impl IntoView {
    let list = RwSignal::new(Vec::<Saved>::new());
    mounted(move || list.set(Saved::all()));
    let forget: Arc<str> = saved.forget.into();
    let row = move |Saved { id, title, path }: Saved| {
        let take_back = move |_| {
            forget_here(&id);
            list.set(Saved::all());
        };
        view! {
            <li>
                <a href=format!("{}{path}", prefix())>{title}</a>
                <button r#type="button" class="button button--quiet" on:click=on(take_back)>{forget.to_string()}</button>
            </li>
        }
    };
    view! {
        <section class="saved__device" hidden=flag(move || list.with(Vec::is_empty)) aria-labelledby="perangkat">
            <h2 class="saved__heading" id="perangkat">{saved.heading}</h2>
            <ul class="saved__list">
                {live(move || list.get().into_iter().map(&row).collect::<Vec<_>>())}
            </ul>
        </section>
    }
}
