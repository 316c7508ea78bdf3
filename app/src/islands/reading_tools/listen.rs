//! Reads an article aloud.

mod sentences;
mod speech;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::speech::Speech;
use super::super::copy_button::Said;
use super::ToolWords;
use crate::browser::{Kept, flag, listen, live, mounted, on, state};
use crate::island::lazy;

lazy! {
    fn begin(ended: Box<dyn Fn(bool)>) -> Option<Speech>, in other {
        Speech::begin(ended)
    }
}

/// A switch: listens, or stops. It is not there where the browser cannot speak at all.
#[component]
pub(super) fn ListenButton(words: ToolWords, said: Said) -> impl IntoView {
    let is_speaking = RwSignal::new(false);
    let is_able = RwSignal::new(true);
    let speech = Kept::new(|| None::<Speech>);
    let no_voice: Arc<str> = words.no_voice.into();
    let stop = move || {
        speech.with(|speech| drop(speech.take()));
        is_speaking.try_set(false);
    };
    mounted(move || {
        // Some browsers look for voices only once they are asked, and have them a moment later.
        is_able.set(speech::has_synthesis() && speech::has_voices().is_some());
        listen(leptos::ev::pagehide, move |_| stop());
    });
    on_cleanup(stop);
    let press = move |_| {
        if is_speaking.get_untracked() {
            return stop();
        }
        if speech::has_voices() != Some(true) {
            return said.say(no_voice.to_string());
        }
        let no_voice = no_voice.clone();
        let ended = move |is_failed: bool| {
            stop();
            if is_failed {
                said.say(no_voice.to_string());
            }
        };
        is_speaking.set(true);
        spawn_local(async move {
            let begun = begin(Box::new(ended)).await.ok().flatten();
            if begun.is_none() {
                is_speaking.try_set(false);
            }
            speech.with(|speech| *speech = begun);
        });
    };
    let label = move || if is_speaking.get() { words.stop_listening.clone() } else { words.listen.clone() };
    view! {
        <button r#type="button" class="scripted" hidden=flag(move || !is_able.get()) aria-pressed=state(move || is_speaking.get()) on:click=on(press)>
            <span>{live(label)}</span>
        </button>
    }
}
