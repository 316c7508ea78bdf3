//! Newest articles of the topics and people that a reader follows.

use domain::account::ClientContext;
use domain::list::{Cursor, Page};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::list::{SIZE, cursor};
use super::{PageError, page};
use crate::components::{ArticleCard, CardForm, CardView, FollowedSubjects, HeadView, PageHead, Pager, Rank};
use crate::context::{self, Services};
use crate::routes::FOR_YOU;

/// `/untuk-anda`
#[component]
pub fn ForYouPage() -> impl IntoView {
    let browser = context::browser();
    let before = use_query_map().read_untracked().get("sebelum");
    page(move |services| async move {
        let before = cursor(before)?;
        make(services, browser, before).await
    })
}

async fn make(
    services: Services,
    browser: ClientContext,
    before: Option<Cursor>,
) -> Result<impl IntoView + use<>, PageError> {
    let (text, words) = (services.reading_text(), services.text());
    let reader = context::signed_in(&services, &browser).await?;
    let (mut followed, mut found) = (Vec::new(), Page { cards: Vec::new(), next: None });
    if let Some((reader, _)) = &reader {
        followed = services.follows.followed(&reader.id).await?;
        let cards = services.follows.followed_cards(&reader.id, before.as_ref(), services.now(), SIZE + 1);
        found = Page::of(cards.await?, SIZE as usize);
    }
    let head =
        HeadView { title: format!("{} – {}", text.for_you, services.site.name), ..HeadView::default() };
    let has_lead = before.is_none();
    let cards = found.cards.iter().enumerate().map(|(position, card)| {
        let card = CardView::of(&services, card);
        let form = if has_lead && position == 0 { CardForm::Feature } else { CardForm::Row };
        view! { <li><ArticleCard card form rank=Rank::Second/></li> }
    });
    let cards = cards.collect::<Vec<_>>();
    let is_empty = followed.is_empty();
    Ok(view! {
        <PageHead head/>
        <div class="list list--split">
            <header class="list__head">
                <h1 class="list__name">{text.for_you}</h1>
                {reader.is_none().then(|| view! {
                    <p class="list__about">{text.follow_help} " " <a href=format!("/masuk?return_to={FOR_YOU}")>{services.account_text().sign_in}</a></p>
                })}
                {(!is_empty).then(|| view! { <FollowedSubjects followed text/> })}
            </header>
            <div class="list__body">
                {(reader.is_some() && is_empty).then(|| view! { <p class="list__empty">{text.nothing_followed}</p> })}
                <ul class="list__cards">{cards}</ul>
                <Pager path=FOR_YOU.to_owned() is_first=before.is_none() next=found.next text=words/>
            </div>
        </div>
    })
}
