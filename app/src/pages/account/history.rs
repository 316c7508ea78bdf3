//! Part of the account page that shows the reading history and lets the reader delete it.

use domain::account::Account;
use leptos::prelude::*;

use crate::components::{PublishedView, article_path};
use crate::context::Services;
use crate::pages::PageError;

/// Maximum number of articles in the list.
const NAMED: usize = 50;

/// Path, title and time of reading.
pub(super) type Row = (String, String, PublishedView);

pub(super) async fn rows(services: &Services, account: &Account) -> Result<Vec<Row>, PageError> {
    let read = services.history.history(&account.id).await?;
    let ids: Vec<_> = read.iter().take(NAMED).map(|read| read.article.clone()).collect();
    let cards = services.articles.cards_of(&ids, services.now()).await?;
    let row = |card: domain::article::Card| {
        let read = read.iter().find(|read| read.article == card.id)?;
        let path = article_path(&card.id, &card.slug());
        Some((path, card.title, PublishedView::of(services, read.read_at)))
    };
    Ok(cards.into_iter().filter_map(row).collect())
}

#[component]
pub(super) fn HistoryPart(account: Account, rows: Vec<Row>, services: Services) -> impl IntoView {
    let (text, words) = (services.account_text(), services.reading_text());
    let is_empty = rows.is_empty();
    let rows = rows.into_iter().map(|(path, title, read)| {
        view! { <li><a href=path>{title}</a> " " <time class="account__when" datetime=read.machine>{read.full}</time></li> }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <section class="account__part" aria-labelledby="bacaan">
            <h3 id="bacaan">{text.reading}</h3>
            <form class="account__switch" method="post" action="/api/use_history">
                <label class="panel__choice">
                    <input r#type="checkbox" name="uses" value="1" checked=account.uses_history/>
                    <span>{text.use_history}</span>
                </label>
                <p class="panel__help">{text.use_history_help}</p>
                <button class="button button--quiet" r#type="submit">{text.save}</button>
            </form>
            <details class="panel__more">
                <summary>{words.history}</summary>
                {if is_empty {
                    view! { <p class="panel__help">{words.nothing_read}</p> }.into_any()
                } else {
                    view! {
                        <ul class="account__list">{rows}</ul>
                        <form method="post" action="/api/forget_history">
                            <button class="button button--quiet" r#type="submit">{words.forget_history}</button>
                        </form>
                    }
                    .into_any()
                }}
            </details>
        </section>
    }
}
