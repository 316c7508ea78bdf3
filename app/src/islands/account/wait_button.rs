//! Button that shows how long it is still disabled.

use std::time::Duration;

use leptos::prelude::*;

use super::view::Waiting;
use crate::browser::{every, flag, live, mounted};

/// Counts the seconds down; the server enforces the wait.
#[component]
pub(super) fn WaitButton(waiting: Option<Waiting>, label: String, class: &'static str) -> impl IntoView {
    let waiting = waiting.unwrap_or_default();
    let left = RwSignal::new(0_u32);
    let seconds = waiting.seconds;
    mounted(move || {
        left.set(seconds);
        if seconds > 0 {
            every(Duration::from_secs(1), move || left.update(|left| *left = left.saturating_sub(1)));
        }
    });
    let words = move || {
        let left = left.get();
        if left > 0 { waiting.words.replace("{}", &left.to_string()) } else { String::new() }
    };
    view! {
        <button class=class r#type="submit" disabled=flag(move || { left.get() > 0 })>{label}</button>
        " "
        <span class="panel__wait">{live(words)}</span>
    }
}
