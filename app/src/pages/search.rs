//! `/cari`: search of all articles.

mod asked;
mod parts;

use domain::account::ClientContext;
use domain::article::Card;
use domain::list::List;
use domain::search::{Asker, Completions, FindError, Finding, SearchError, find};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{PageError, page};
use crate::components::{HeadView, PageHead};
use crate::context::{self, Services};
use asked::Asked;
use parts::{Found, Offers, OwnForm, SearchForm};

/// Topics and people of the name that was looked for.
const NAMES: usize = 4;
/// Newest articles where nothing was found.
const NEWEST: u32 = 6;

/// The page is the same for everyone; the answer to a POST also has what its reader may read.
#[component]
pub fn SearchPage() -> impl IntoView {
    let map = use_query_map().read_untracked().clone();
    let own = context::as_reader().map(|_| context::browser());
    page(move |services| async move {
        let asked = Asked::of(|name| map.get(name), services.site.time_zone).ok_or(PageError::BadAddress)?;
        make(services, asked, own).await
    })
}

/// Outcome of the request for the page.
enum Outcome {
    /// The request names nothing to look for.
    Nothing,
    TooDeep,
    NotReady,
    Found(Finding, Completions),
}

async fn make(
    services: Services,
    asked: Asked,
    own: Option<ClientContext>,
) -> Result<impl IntoView + use<>, PageError> {
    let on_behalf = match &own {
        Some(browser) => asker(&services, browser).await?,
        None => Asker::Anyone,
    };
    let outcome = look(&services, &asked, &on_behalf).await?;
    let newest = match &outcome {
        Outcome::Found(finding, _) if !finding.hits.is_empty() => Vec::new(),
        _ => newest(&services).await?,
    };
    let sections = services.articles.sections(services.now(), 200).await?;
    let text = services.search_text();
    let title = match asked.query.text.trim() {
        "" => text.search.to_owned(),
        sought => format!("{}: {sought}", text.search),
    };
    let head = HeadView { title: format!("{title} – {}", services.site.name), ..HeadView::default() };
    let is_signed_out = own.is_some() && on_behalf == Asker::Anyone;
    let note = match (&own, is_signed_out) {
        (Some(_), true) => Some(
            view! {
                <p class="search__note"><a href="/masuk?return_to=/cari">{text.sign_in_for_own}</a></p>
            }
            .into_any(),
        ),
        (Some(_), false) => Some(view! { <p class="search__note">{text.own_results}</p> }.into_any()),
        (None, _) => None,
    };
    let told = match outcome {
        Outcome::Nothing => ().into_any(),
        Outcome::TooDeep => view! { <p class="list__empty">{text.too_deep}</p> }.into_any(),
        Outcome::NotReady => view! { <p class="list__empty">{text.not_ready}</p> }.into_any(),
        Outcome::Found(finding, names) => {
            let is_own = own.is_some();
            view! { <Found finding names asked=asked.clone() is_own services=services.clone()/> }.into_any()
        }
    };
    let own_form =
        (own.is_none() && !asked.is_empty()).then(|| view! { <OwnForm asked=asked.clone() text/> });
    Ok(view! {
        <PageHead head/>
        <div class="list search">
            <header class="list__head">
                <h1 class="list__name">{text.search}</h1>
                <SearchForm asked sections services=services.clone()/>
            </header>
            {note}
            {told}
            {own_form}
            {(!newest.is_empty()).then(|| view! { <Offers newest services/> })}
        </div>
    })
}

async fn look(services: &Services, asked: &Asked, on_behalf: &Asker) -> Result<Outcome, PageError> {
    if asked.is_empty() {
        return Ok(Outcome::Nothing);
    }
    if asked.is_too_deep() {
        return Ok(Outcome::TooDeep);
    }
    let (engine, articles, now) = (&*services.search, &*services.articles, services.now());
    let found = find(engine, articles, &services.quota.policy, &asked.query, on_behalf, now).await;
    let names = match found {
        Ok(_) => engine.complete(&asked.query.text, NAMES).await,
        Err(_) => Ok(Completions::default()),
    };
    match (found, names) {
        (Ok(finding), Ok(names)) => Ok(Outcome::Found(finding, names)),
        (Err(FindError::Search(SearchError::NotReady)), _) => Ok(Outcome::NotReady),
        (Err(FindError::Store(error)), _) => Err(error.into()),
        (Err(FindError::Search(error)), _) | (Ok(_), Err(error)) => {
            tracing::error!(%error, "the search failed");
            Err(PageError::Unavailable)
        }
    }
}

/// The reader who is signed in, with what the reader may read.
async fn asker(services: &Services, browser: &ClientContext) -> Result<Asker, PageError> {
    let Some((reader, _)) = context::signed_in(services, browser).await? else { return Ok(Asker::Anyone) };
    let now = (services.clock)();
    let status = services.quota.status(&reader, None, now).await?;
    let receipts = services.quota.store.receipts(&reader.id).await?;
    Ok(Asker::Reader { status, opened: receipts.into_iter().map(|receipt| receipt.article).collect() })
}

async fn newest(services: &Services) -> Result<Vec<Card>, PageError> {
    Ok(services.articles.cards(&List::Everything, None, services.now(), NEWEST).await?)
}
