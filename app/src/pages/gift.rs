//! `/hadiah`: page of an article that a subscriber has given.

use domain::access::Visitor;
use domain::account::Token;
use domain::reading;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::article::whole;
use super::{PageError, page};
use crate::components::{GiftLink, HeadView, PageHead, PublishedView, article_path};
use crate::context::{self, Services};
use crate::islands::Asker;
use crate::metrics;
use crate::routes::GIFT;

/// Shows on GET the title and a button, and on POST the article. So link previews neither get the text nor count as readings.
#[component]
pub fn GiftPage() -> impl IntoView {
    let token = use_query_map().read_untracked().get("token").unwrap_or_default();
    let (is_own, browser) = (context::as_reader().is_some(), context::browser());
    page(move |services| async move {
        let (now, token) = ((services.clock)(), Token::parse(&token).ok_or(PageError::GiftGone)?);
        let gift = services.gifts.live_gift(&token, now).await?.ok_or(PageError::GiftGone)?;
        let policy = &services.quota.policy;
        let visitor = if is_own { Visitor::Gifted } else { Visitor::Anyone };
        let read = reading::read(&*services.articles, policy, &visitor, &gift.article, now).await?;
        let reading = read.ok_or(PageError::GiftGone)?;
        let path = article_path(&reading.article.id, &reading.article.slug());
        let reader = context::signed_in(&services, &browser).await?.map(|(account, _)| account.id);
        if is_own {
            metrics::decided(&reading);
            services.gifts.store.count_gift(&gift.token).await?;
            let asker = if reader.is_some() { Asker::SignedIn } else { Asker::SignedOut };
            return Ok(whole(services, reading, path, asker).await?.into_any());
        }
        let until = PublishedView::of(&services, gift.expires_at).full;
        let (title, token) = (reading.article.title, token.reveal().to_owned());
        let head = HeadView { title: format!("{title} – {}", services.site.name), ..HeadView::default() };
        let panel = if reader.as_ref() == Some(&gift.giver) {
            view! { <ToGiver title token until path services/> }.into_any()
        } else {
            view! { <ToReceiver title token until services/> }.into_any()
        };
        Ok(view! { <PageHead head/> {panel} }.into_any())
    })
}

/// Panel for the giver, with the link to copy and send.
#[component]
fn ToGiver(title: String, token: String, until: String, path: String, services: Services) -> impl IntoView {
    let text = services.access_text();
    let address = format!("{}{GIFT}?token={token}", services.site.url);
    view! {
        <section class="panel" aria-labelledby="hadiah-heading">
            <h1 class="panel__heading" id="hadiah-heading">{text.gift_ready}</h1>
            <p class="panel__lead">{title}</p>
            <p class="panel__help">{text.gift_ready_help} " " {(text.gift_until)(&until)}</p>
            <GiftLink address services=services.clone()/>
            <p class="panel__other"><a href=path>{text.gift_article}</a></p>
        </section>
    }
}

/// Panel for the receiver, with title, expiry time and the button that opens the article.
#[component]
fn ToReceiver(title: String, token: String, until: String, services: Services) -> impl IntoView {
    let text = services.access_text();
    view! {
        <section class="panel">
            <p class="panel__help">{text.gift}</p>
            <h1 class="panel__heading">{title}</h1>
            <p class="panel__help">{(text.gift_until)(&until)}</p>
            <form class="panel__form" method="post" action=GIFT>
                <input r#type="hidden" name="token" value=token/>
                <button class="button" r#type="submit">{text.open}</button>
            </form>
        </section>
    }
}
