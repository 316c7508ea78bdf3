//! On `/akun`: the articles that a reader has given.

use chrono::{DateTime, Utc};
use domain::account::Account;
use domain::gift::Gift;
use leptos::prelude::*;

use crate::components::{FormError, FormView, PublishedView};
use crate::context::Services;
use crate::pages::PageError;

/// A gift, the title of its article, and whether it opens it still.
pub(super) type GiftRow = (Gift, String, bool);

/// All gifts of a reader.
pub(super) async fn rows(
    services: &Services,
    account: &Account,
    now: DateTime<Utc>,
) -> Result<Vec<GiftRow>, PageError> {
    let mut rows = Vec::new();
    for gift in services.gifts.store.gifts(&account.id).await? {
        let card = services.articles.card(&gift.article, now).await?;
        let title = card.map_or_else(|| gift.article.to_string(), |card| card.title);
        let is_live = gift.is_live(now);
        rows.push((gift, title, is_live));
    }
    Ok(rows)
}

/// Each with how often it was read, and a way to take it back; nothing where none was given and nothing went wrong.
#[component]
pub(super) fn GiftPart(gifts: Vec<GiftRow>, view: FormView, services: Services) -> impl IntoView {
    let text = services.access_text();
    let is_shown = !gifts.is_empty() || view.form.error("give_article").is_some();
    is_shown.then(|| {
        let rows = gifts.into_iter().map(|(gift, title, is_live)| {
            let until = PublishedView::of(&services, gift.expires_at).full;
            let until = if is_live { (text.gift_until)(&until) } else { text.gift_gone.to_owned() };
            view! {
                <li class="account__session">
                    <span>{title}<br/><small>{(text.gift_readings)(gift.readings)} ". " {until}</small></span>
                    {is_live.then(|| view! {
                        <form method="post" action="/api/revoke_gift">
                            <input r#type="hidden" name="gift" value=gift.id/>
                            <button class="button button--quiet" r#type="submit">{text.revoke_gift}</button>
                        </form>
                    })}
                </li>
            }
        });
        let rows = rows.collect::<Vec<_>>();
        view! {
            <section class="account__part" aria-labelledby="hadiah">
                <h3 id="hadiah">{text.gifts}</h3>
                <FormError view endpoint="give_article" services=services.clone()/>
                <ul class="account__sessions">{rows}</ul>
            </section>
        }
    })
}
