//! Top of the account page: what the reader may read, by subscription and by free articles.

use chrono::{DateTime, Utc};
use domain::access::Units;
use domain::account::Account;
use domain::subscription::Subscription;
use leptos::prelude::*;

use crate::components::{PublishedView, unit_marks};
use crate::context::Services;
use crate::language::under;
use crate::pages::PageError;

/// Subscriptions and units of a reader.
#[derive(Clone, Debug)]
pub(super) struct StandingView {
    units: Units,
    /// Subscriptions that have not ended.
    subscriptions: Vec<Subscription>,
}

impl StandingView {
    pub(super) async fn of(
        services: &Services,
        account: &Account,
        now: DateTime<Utc>,
    ) -> Result<Self, PageError> {
        let quota = &services.quota;
        let units = quota.status(account, None, now).await?.units;
        let mut subscriptions = quota.store.subscriptions(&account.email).await?;
        subscriptions.retain(|subscription| now < subscription.ends_at);
        Ok(Self { units, subscriptions })
    }
}

#[component]
pub(super) fn StandingPart(standing: StandingView, services: Services) -> impl IntoView {
    let text = services.access_text();
    let StandingView { units, subscriptions } = standing;
    let refills = units.refills_at.map(|at| (text.refills)(&PublishedView::of(&services, at).day));
    let is_free = subscriptions.is_empty();
    let subscriptions = subscriptions.into_iter().map(|subscription| {
        let until = match subscription.last_of_day(services.site.time_zone) {
            Some(last) => PublishedView::of(&services, last).day,
            None => PublishedView::of(&services, subscription.ends_at).full,
        };
        view! { <p class="account__value">{(text.runs_until)((text.plan)(subscription.plan), &until)}</p> }
    });
    let subscriptions = subscriptions.collect::<Vec<_>>();
    let subscribe = services.site.subscribe_at.as_deref().filter(|_| is_free);
    let subscribe = subscribe.map(|address| under(services.site.prefix(), address));
    view! {
        <section class="account__standing" aria-label=text.standing>
            <div>
                <h2 class="account__label">{text.subscription}</h2>
                {subscriptions}
                {is_free.then(|| view! { <p class="account__value">{text.no_subscription}</p> })}
                {subscribe.map(|address| view! { <p><a class="button" href=address>{text.subscribe}</a></p> })}
            </div>
            <div>
                <h2 class="account__label">{text.free_articles}</h2>
                <p class="account__value">
                    <span class="unit-marks" aria-hidden="true">{unit_marks(units)}</span>
                    {(text.units_left)(units.left, units.granted)}
                </p>
                {refills.map(|words| view! { <p class="panel__help">{words}</p> })}
            </div>
        </section>
    }
}
