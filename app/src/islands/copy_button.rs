//! A button that copies an address.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{Kept, Rest, on};

/// Time that a message is shown.
const LONG_ENOUGH: Duration = Duration::from_secs(4);

/// Shows a message for a moment, and announces it to screen readers.
#[derive(Clone, Copy)]
pub struct Said {
    words: RwSignal<String>,
    forget: Kept<Rest>,
}

impl Said {
    /// New message area, and the message that it shows now.
    pub fn new() -> (Self, RwSignal<String>) {
        let words = RwSignal::new(String::new());
        (
            Self { words, forget: Kept::new(|| Rest::new(LONG_ENOUGH, move || words.set(String::new()))) },
            words,
        )
    }

    pub fn say(self, words: String) {
        // What was asked before the page was left is said to nobody.
        if self.words.try_set(words).is_none() {
            self.forget.with(|forget| forget.begin());
        }
    }
}

/// Copies the address, and says so; where the browser forbids it, shows the address.
#[component]
pub fn CopyButton(
    address: String,
    label: &'static str,
    copied: String,
    said: Said,
    class: &'static str,
) -> impl IntoView {
    let copy = move |_| {
        let (address, copied) = (address.clone(), copied.clone());
        spawn_local(async move {
            let done = write(&address).await;
            said.say(if done { copied } else { address });
        });
    };
    view! { <button r#type="button" class=format!("{class} scripted") on:click=on(copy)>{label}</button> }
}

async fn write(text: &str) -> bool {
    let clipboard = window().navigator().clipboard();
    // Absent where the page did not come over TLS.
    let is_there = !clipboard.is_undefined();
    is_there && wasm_bindgen_futures::JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
