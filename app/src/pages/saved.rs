//! Articles that a reader has saved, in the account and on this device.

use domain::account::ClientContext;
use leptos::prelude::*;

use super::{PageError, page};
use crate::components::{ArticleCard, CardForm, CardView, HeadView, PageHead, Rank};
use crate::context::{self, Services};
use crate::island::island;
use crate::islands::SavedHere;
use crate::routes::{OFFLINE, SAVED};

/// `/tersimpan`
#[component]
pub fn SavedPage() -> impl IntoView {
    let browser = context::browser();
    page(move |services| make(services, browser))
}

async fn make(services: Services, browser: ClientContext) -> Result<impl IntoView + use<>, PageError> {
    let text = services.reading_text();
    let reader = context::signed_in(&services, &browser).await?;
    let mut cards = Vec::new();
    if let Some((reader, _)) = &reader {
        for saved in services.saved.saved_articles(&reader.id).await? {
            // An article that is no longer published is not shown, but stays saved in case it returns.
            if let Some(card) = services.articles.card(&saved.article, services.now()).await? {
                cards.push((saved.article.to_string(), CardView::of(&services, &card)));
            }
        }
    }
    let head =
        HeadView { title: format!("{} – {}", text.saved, services.site.name), ..HeadView::default() };
    let is_empty = cards.is_empty();
    let items = cards.into_iter().map(|(id, card)| {
        view! {
            <li>
                <ArticleCard card form=CardForm::Row rank=Rank::Second/>
                <form class="saved__forget" method="post" action="/api/forget_article">
                    <input r#type="hidden" name="article" value=id/>
                    <button class="button button--quiet" r#type="submit">{text.forget}</button>
                </form>
            </li>
        }
    });
    let items = items.collect::<Vec<_>>();
    let here = SavedHere { heading: text.saved_here, forget: text.forget.to_owned() };
    Ok(view! {
        <PageHead head/>
        <div class="list saved">
            <header class="list__head"><h1 class="list__name">{text.saved}</h1></header>
            {reader.is_none().then(|| view! {
                <p class="saved__help">{text.saved_help} " " <a href=format!("/masuk?return_to={SAVED}")>{services.account_text().sign_in}</a></p>
            })}
            {(reader.is_some() && is_empty).then(|| view! { <p class="list__empty">{text.nothing_saved}</p> })}
            <ul class="list__cards">{items}</ul>
            {island(here)}
            {services.site.has_worker.then(|| view! { <p class="saved__device"><a href=OFFLINE>{services.offline_text().heading}</a></p> })}
        </div>
    })
}
