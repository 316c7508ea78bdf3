//! Page of the articles that can be read without a network. The service worker shows it in place of a page that cannot be loaded.

use leptos::prelude::*;

use super::{PageError, page};
use crate::components::{HeadView, PageHead};
use crate::context::Services;

/// `/luring`
#[component]
pub fn OfflinePage() -> impl IntoView {
    page(make)
}

/// The lists are empty: what is on a device is known to its service worker only, which fills them in (`app/src/worker.js`). So are the
/// messages hidden until the worker leads to one of them by the fragment of the address.
async fn make(services: Services) -> Result<impl IntoView + use<>, PageError> {
    let (text, forget) = (services.offline_text(), services.reading_text().forget);
    let head =
        HeadView { title: format!("{} – {}", text.heading, services.site.name), ..HeadView::default() };
    let messages = [("disimpan", text.done), ("terkunci", text.locked), ("gagal", text.failed)];
    let messages = messages.map(|(id, words)| view! { <p class="offline__message" id=id>{words}</p> });
    let lists = [
        ("kept", text.kept, text.nothing_kept, Some(forget)),
        ("read", text.last_read, text.nothing_read, None),
    ];
    let lists = lists.map(|(kind, heading, nothing, forget)| {
        view! {
            <section aria-labelledby=format!("luring-{kind}")>
                <h2 class="saved__heading" id=format!("luring-{kind}")>{heading}</h2>
                <ul class="saved__list" data-offline-list=kind data-forget=forget></ul>
                <p class="list__empty">{nothing}</p>
            </section>
        }
    });
    Ok(view! {
        <PageHead head/>
        <div class="list offline">
            <header class="list__head"><h1 class="list__name">{text.heading}</h1></header>
            {messages}
            <p class="saved__help offline__help">{text.help} " " <a href="">{text.try_again}</a></p>
            {lists}
        </div>
    })
}
