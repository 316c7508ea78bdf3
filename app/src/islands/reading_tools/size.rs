//! Text size.

use std::time::Duration;

use leptos::prelude::*;

use super::ToolWords;
use crate::browser::{device, flag, mounted, on, root};

/// Storage key of the size, and name of the `data-` attribute on the root element; absent for 0.
const KEY: &str = "size";
const SMALLEST: i32 = -1;
const LARGEST: i32 = 3;

/// Two buttons, each as long as there is a size in its direction.
#[component]
pub(super) fn SizeButtons(words: ToolWords) -> impl IntoView {
    let size = RwSignal::new(0_i32);
    mounted(move || {
        let chosen = root().and_then(|root| root.dataset().get(KEY)).and_then(|size| size.parse().ok());
        size.set(chosen.unwrap_or(0));
    });
    let step = move |by: i32| {
        let next = (size.get_untracked() + by).clamp(SMALLEST, LARGEST);
        size.set(next);
        let chosen = (next != 0).then(|| next.to_string());
        device::set(KEY, chosen.as_deref());
        // All of the page is laid out anew for it: first the press is seen to be answered.
        request_animation_frame(move || set_timeout(move || apply(chosen), Duration::ZERO));
    };
    view! {
        <span class="reading-tools__size scripted">
            <span aria-hidden="true">{words.text_size}</span>
            <button r#type="button" aria-label=words.smaller disabled=flag(move || size.get() <= SMALLEST) on:click=on(move |_| step(-1))>"−"</button>
            <button r#type="button" aria-label=words.larger disabled=flag(move || size.get() >= LARGEST) on:click=on(move |_| step(1))>"+"</button>
        </span>
    }
}

/// Sets the size of the page.
fn apply(size: Option<String>) {
    if let Some(data) = root().map(|root| root.dataset()) {
        match size {
            // Cannot fail: the name is a valid one.
            Some(size) => drop(data.set(KEY, &size)),
            None => data.delete(KEY),
        }
    }
}
