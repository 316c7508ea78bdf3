//! Puts an article aside: in the account of a reader who is signed in, else on this device.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlFormElement;

use super::ToolWords;
use crate::address;
use crate::api::{self, forget_article, save_article};
use crate::browser::{ElementRef, attribute, live, on, session, whenever};
use crate::islands::saved_here::{forget_here, is_saved_here, save_here};

/// A form that works without the browser's help, for who is signed in.
#[component]
pub(super) fn SaveButton(id: String, title: String, words: ToolWords) -> impl IntoView {
    let (is_known, is_saved) = (RwSignal::new(false), RwSignal::new(false));
    let know = move |saved: bool| {
        is_saved.try_set(saved);
        is_known.try_set(true);
    };
    let session = session();
    let form = ElementRef::empty();
    let article = Arc::new((id.clone(), title));
    let looked_at = article.clone();
    whenever(move || {
        session.version();
        let id = looked_at.0.clone();
        if session.is_signed_in() {
            spawn_local(async move {
                if let Ok(saved) = api::is_saved(id).await {
                    know(saved);
                }
            });
        } else {
            know(is_saved_here(&id));
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let was_saved = is_saved.get_untracked();
        let (id, title) = (*article).clone();
        if !session.is_signed_in_now() {
            if was_saved {
                forget_here(&id);
            } else {
                let path = location().pathname().unwrap_or_default();
                save_here(&id, &title, address::plain(&path));
            }
            know(!was_saved);
            return;
        }
        spawn_local(async move {
            let done = if was_saved { forget_article(id).await } else { save_article(id).await };
            if done.is_ok() {
                know(!was_saved);
            } else if let Some(form) = form.get_as::<HtmlFormElement>() {
                // Signed out meanwhile: the browser's own way leads to the page for that.
                let _ = form.submit();
            }
        });
    };
    let label = move || if is_saved.get() { words.saved.clone() } else { words.save.clone() };
    view! {
        <form method="post" action="/api/save_article" node_ref=form on:submit=on(submit)>
            <input r#type="hidden" name="article" value=id/>
            <button r#type="submit" aria-pressed=attribute(move || is_known.get().then(|| is_saved.get().to_string()))><span>{live(label)}</span></button>
        </form>
    }
}
