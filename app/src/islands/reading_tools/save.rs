//! Puts an article aside: in the account of a reader who is signed in, else on this device.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlFormElement;

use super::ToolWords;
use crate::address;
use crate::api::{forget_article, is_saved, save_article};
use crate::browser::{ElementRef, attribute, live, on, session, whenever};
use crate::islands::saved_here::{forget_here, is_saved_here, save_here};

/// A form that works without the browser's help, for who is signed in.
#[component]
pub(super) fn SaveButton(id: String, title: String, words: ToolWords) -> impl IntoView {
    let saved = RwSignal::new(None::<bool>);
    let session = session();
    let form = ElementRef::empty();
    let article = Arc::new((id.clone(), title));
    let looked_at = article.clone();
    whenever(move || {
        session.version();
        let id = looked_at.0.clone();
        if session.is_signed_in() {
            spawn_local(async move {
                if let Ok(is_saved) = is_saved(id).await {
                    saved.try_set(Some(is_saved));
                }
            });
        } else {
            saved.set(Some(is_saved_here(&id)));
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let was_saved = saved.get_untracked() == Some(true);
        let (id, title) = (*article).clone();
        if !session.is_signed_in_now() {
            if was_saved {
                forget_here(&id);
            } else {
                let path = location().pathname().unwrap_or_default();
                save_here(&id, &title, address::plain(&path));
            }
            saved.set(Some(!was_saved));
            return;
        }
        spawn_local(async move {
            let done = if was_saved { forget_article(id).await } else { save_article(id).await };
            if done.is_ok() {
                saved.try_set(Some(!was_saved));
            } else if let Some(form) = form.get_as::<HtmlFormElement>() {
                // Signed out meanwhile: the browser's own way leads to the page for that.
                let _ = form.submit();
            }
        });
    };
    let label = move || if saved.get() == Some(true) { words.saved.clone() } else { words.save.clone() };
    view! {
        <form method="post" action="/api/save_article" node_ref=form on:submit=on(submit)>
            <input r#type="hidden" name="article" value=id/>
            <button r#type="submit" aria-pressed=attribute(move || saved.get().map(|saved| saved.to_string()))><span>{live(label)}</span></button>
        </form>
    }
}
