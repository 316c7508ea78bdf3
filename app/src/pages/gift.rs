//! `/hadiah`: an article that somebody gave.

use domain::access::Visitor;
use domain::account::Token;
use domain::reading;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::article::whole;
use super::{PageError, page};
use crate::components::{Asker, HeadView, PageHead, PublishedView, article_path};
use crate::context::{self, Services};
use crate::counts;
use crate::routes::GIFT;

/// By GET, what is given, and a button; by POST, the article. So nobody who only looks, as previews of links do, reads or is counted.
#[component]
pub fn GiftPage() -> impl IntoView {
    let token = use_query_map().read_untracked().get("token").unwrap_or_default();
    let (is_own, browser) = (context::as_reader().is_some(), context::browser());
    page(move |services| async move {
        let (now, token) = ((services.clock)(), Token::parse(&token).ok_or(PageError::GiftGone)?);
        let gift = services.quota.live_gift(&token, now).await?.ok_or(PageError::GiftGone)?;
        let policy = &services.quota.policy;
        let visitor = if is_own { Visitor::Gifted } else { Visitor::Anyone };
        let read = reading::read(&*services.articles, policy, &visitor, &gift.article, now).await?;
        let reading = read.ok_or(PageError::GiftGone)?;
        if is_own {
            counts::decided(&reading);
            services.quota.store.count_gift(&gift.token).await?;
            let path = article_path(&reading.article.id, &reading.article.slug());
            return Ok(whole(services, reading, path, Asker::SignedOut).await?.into_any());
        }
        let reader = context::signed_in(&services, &browser).await?;
        let is_giver = reader.is_some_and(|(account, _)| account.id == gift.giver);
        let until = PublishedView::of(&services, gift.expires_at).full;
        let (title, link) = (reading.article.title, token.reveal().to_owned());
        Ok(view! { <Offer title link until is_giver services/> }.into_any())
    })
}

/// What is given, until when; to the giver, the link itself.
#[component]
fn Offer(title: String, link: String, until: String, is_giver: bool, services: Services) -> impl IntoView {
    let text = services.access_text();
    let head = HeadView { title: format!("{title} – {}", services.site.name), ..HeadView::default() };
    let address = format!("{}{GIFT}?token={link}", services.site.url);
    view! {
        <PageHead head/>
        <section class="panel">
            <p class="panel__help">{text.gift}</p>
            <h1 class="panel__heading">{title}</h1>
            {is_giver.then(|| view! {
                <p class="panel__lead">{text.gift_made}</p>
                <p><input class="field__input" readonly value=address aria-label=text.gift_link/></p>
            })}
            <p class="panel__help">{(text.gift_until)(&until)}</p>
            <form class="panel__form" method="post" action=GIFT>
                <input r#type="hidden" name="token" value=link/>
                <button class="button" r#type="submit">{text.open}</button>
            </form>
        </section>
    }
}
