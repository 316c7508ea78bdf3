//! List of all corrections.

use domain::list::Cursor;
use domain::reading;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::{PageError, page};
use crate::components::{
    Breadcrumbs, CardView, CorrectionNotice, CorrectionWords, Crumb, HeadView, PageHead, Pager,
};
use crate::context::Services;
use crate::routes::CORRECTIONS;

/// Maximum number of corrections on a page.
const SIZE: u32 = 20;

/// `/koreksi`
#[component]
pub fn CorrectionsPage() -> impl IntoView {
    let before = use_query_map().read_untracked().get("sebelum");
    page(move |services| make(services, before))
}

async fn make(services: Services, before: Option<String>) -> Result<impl IntoView + use<>, PageError> {
    let before = before.map(|text| Cursor::parse(&text).ok_or(PageError::BadAddress)).transpose()?;
    let (found, next) =
        reading::corrections(&*services.articles, before.as_ref(), services.now(), SIZE).await?;
    let (text, reading) = (services.text(), services.reading_text());
    let mut items = Vec::new();
    for (card, correction) in &found {
        let notice = CorrectionNotice::one(&services, correction).await?;
        let card = CardView::of(&services, card);
        items.push(view! {
            <li class="corrections__item">
                <h2 class="corrections__title"><a href=card.href lang=card.lang>{card.title}</a></h2>
                <CorrectionWords notice reading/>
            </li>
        });
    }
    let head = HeadView {
        title: format!("{} – {}", reading.corrections, services.site.name),
        description: Some(reading.corrections_help.to_owned()),
        canonical: Some(format!("{}{CORRECTIONS}", services.site.url)),
        kind: "website",
        ..HeadView::default()
    };
    let empty = items.is_empty().then(|| view! { <p class="list__empty">{reading.no_corrections}</p> });
    Ok(view! {
        <PageHead head/>
        <div class="list corrections">
            <header class="list__head">
                <Breadcrumbs here=Some(Crumb { name: reading.corrections.to_owned(), href: None }) text/>
                <h1 class="list__name">{reading.corrections}</h1>
                <p class="corrections__help">{reading.corrections_help}</p>
            </header>
            {empty}
            <ul class="corrections__items">{items}</ul>
            <Pager path=CORRECTIONS.to_owned() is_first=before.is_none() next text/>
        </div>
    })
}
