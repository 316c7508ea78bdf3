//! Plans that open an article, below its gate.

use domain::article::Article;
use leptos::prelude::*;

use crate::context::{PlanOffer, Services};

/// Plans with names, prices and places to buy them.
#[derive(Clone)]
pub struct PlansView {
    heading: &'static str,
    offers: Vec<PlanOffer>,
}

impl PlansView {
    /// The plans that open this article; `None` if there are none.
    pub fn of(services: &Services, article: &Article) -> Option<Self> {
        let offers = services.site.plans.iter().filter(|offer| offer.opens.covers(article));
        let offers = offers.cloned().collect::<Vec<_>>();
        (!offers.is_empty()).then(|| Self { heading: services.access_text().plans, offers })
    }
}

/// A list of prices, each with its way on.
#[component]
pub fn Plans(plans: PlansView) -> impl IntoView {
    let offers = plans.offers.into_iter().map(|offer| {
        view! {
            <li>
                <a class="plans__offer" href=offer.leads_to rel="noopener">
                    <span class="plans__name">{offer.name}</span>
                    <span class="plans__price">{offer.price}</span>
                    <span class="plans__period">{offer.period}</span>
                </a>
            </li>
        }
    });
    view! {
        <section class="plans" aria-labelledby="paket">
            <h2 class="plans__heading" id="paket">{plans.heading}</h2>
            <ul class="plans__offers">{offers.collect::<Vec<_>>()}</ul>
        </section>
    }
}
