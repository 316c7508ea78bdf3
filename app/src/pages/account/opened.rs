//! Part of the account page that shows which articles the reader has opened.

use chrono::{DateTime, Utc};
use domain::account::Account;
use leptos::prelude::*;

use crate::components::{PublishedView, article_path};
use crate::context::Services;
use crate::pages::PageError;

/// Maximum number of articles in the list.
const NAMED: usize = 50;

/// Path, title and time of opening; the title is `None` if the article is no longer published.
pub(super) type OpenedRow = (String, Option<String>, PublishedView);

pub(super) async fn rows(
    services: &Services,
    account: &Account,
    now: DateTime<Utc>,
) -> Result<Vec<OpenedRow>, PageError> {
    let mut rows = Vec::new();
    for receipt in services.quota.store.receipts(&account.id).await?.into_iter().take(NAMED) {
        let card = services.articles.card(&receipt.article, now).await?;
        let path = card.as_ref().map_or(String::new(), |card| article_path(&card.id, &card.slug()));
        rows.push((path, card.map(|card| card.title), PublishedView::of(services, receipt.opened_at)));
    }
    Ok(rows)
}

#[component]
pub(super) fn OpenedPart(opened: Vec<OpenedRow>, services: Services) -> impl IntoView {
    let text = services.access_text();
    let articles = opened.into_iter().map(|(path, title, opened)| {
        let title = title.map(|title| view! { <a href=path>{title}</a> });
        view! { <li>{title} " " <time class="account__when" datetime=opened.machine>{opened.full}</time></li> }
    });
    let articles = articles.collect::<Vec<_>>();
    view! {
        <section class="account__part" aria-labelledby="dibuka">
            <h3 id="dibuka">{text.opened}</h3>
            {if articles.is_empty() {
                view! { <p class="panel__help">{text.nothing_opened}</p> }.into_any()
            } else {
                view! { <ul class="account__list">{articles}</ul> }.into_any()
            }}
        </section>
    }
}
