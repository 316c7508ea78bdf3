//! Part of the account page that shows which articles the reader has opened, and how many units are left.

use chrono::{DateTime, Utc};
use domain::access::Units;
use domain::account::Account;
use domain::subscription::Subscription;
use leptos::prelude::*;

use crate::components::{PublishedView, article_path};
use crate::context::Services;
use crate::pages::PageError;

/// Maximum number of articles in the list.
const NAMED: usize = 50;

/// Units, subscriptions and opened articles of a reader.
#[derive(Clone, Debug)]
pub(super) struct OpenedView {
    units: Units,
    /// Subscriptions that have not ended.
    subscriptions: Vec<Subscription>,
    /// Path, title and time of opening; the title is `None` if the article is no longer published.
    articles: Vec<(String, Option<String>, PublishedView)>,
}

impl OpenedView {
    pub(super) async fn of(
        services: &Services,
        account: &Account,
        now: DateTime<Utc>,
    ) -> Result<Self, PageError> {
        let quota = &services.quota;
        let standing = quota.status(account, None, now).await?;
        let mut articles = Vec::new();
        for receipt in quota.store.receipts(&account.id).await?.into_iter().take(NAMED) {
            let card = services.articles.card(&receipt.article, now).await?;
            let path = card.as_ref().map_or(String::new(), |card| article_path(&card.id, &card.slug()));
            articles.push((
                path,
                card.map(|card| card.title),
                PublishedView::of(services, receipt.opened_at),
            ));
        }
        let mut subscriptions = quota.store.subscriptions(&account.email).await?;
        subscriptions.retain(|subscription| now < subscription.ends_at);
        Ok(Self { units: standing.units, subscriptions, articles })
    }
}

#[component]
pub(super) fn OpenedPart(opened: OpenedView, services: Services) -> impl IntoView {
    let text = services.access_text();
    let units = opened.units;
    let refills = units.refills_at.map(|at| (text.refills)(&PublishedView::of(&services, at).day));
    let subscriptions = opened.subscriptions.into_iter().map(|subscription| {
        let until = match subscription.last_of_day(services.site.time_zone) {
            Some(last) => PublishedView::of(&services, last).day,
            None => PublishedView::of(&services, subscription.ends_at).full,
        };
        view! { <p class="account__value">{(text.runs_until)((text.plan)(subscription.plan), &until)}</p> }
    });
    let subscriptions = subscriptions.collect::<Vec<_>>();
    let articles = opened.articles.into_iter().map(|(path, title, opened)| {
        let title = title.map(|title| view! { <a href=path>{title}</a> });
        view! { <li>{title} " " <time class="account__when" datetime=opened.machine>{opened.full}</time></li> }
    });
    let articles = articles.collect::<Vec<_>>();
    view! {
        <section class="account__part" aria-labelledby="dibuka">
            <h2 id="dibuka">{text.opened}</h2>
            {subscriptions}
            <p class="account__value">{(text.units_left)(units.left, units.granted)}</p>
            {refills.map(|words| view! { <p class="panel__help">{words}</p> })}
            {if articles.is_empty() {
                view! { <p class="panel__help">{text.nothing_opened}</p> }.into_any()
            } else {
                view! { <ul class="account__list">{articles}</ul> }.into_any()
            }}
        </section>
    }
}
