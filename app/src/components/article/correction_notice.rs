//! Corrections of an article, shown on the article itself.

use domain::article::{Article, Correction};
use domain::newsroom::StoreError;
use leptos::prelude::*;

use crate::components::{CardView, PublishedView};
use crate::context::Services;
use crate::text::reading::ReadingText;

/// Data of a correction as it is shown.
#[derive(Clone)]
pub struct CorrectionNotice {
    kind: &'static str,
    noted: PublishedView,
    text: String,
    told_in: Option<CardView>,
}

impl CorrectionNotice {
    /// Corrections of an article, newest first.
    pub async fn of(services: &Services, article: &Article) -> Result<Vec<Self>, StoreError> {
        let mut notices = Vec::new();
        for correction in &article.corrections {
            notices.push(Self::one(services, correction).await?);
        }
        Ok(notices)
    }

    /// Notice for one correction, with the article that tells more, if it is published.
    pub async fn one(services: &Services, correction: &Correction) -> Result<Self, StoreError> {
        let told_in = match &correction.told_in {
            Some(id) => services.articles.card(id, services.now()).await?,
            None => None,
        };
        Ok(Self {
            kind: (services.reading_text().kind)(correction.kind),
            noted: PublishedView::of(services, correction.noted_at),
            text: correction.text.clone(),
            told_in: told_in.map(|card| CardView::of(services, &card)),
        })
    }
}

/// List of corrections. It is above the text, so that readers see it first.
#[component]
pub fn CorrectionNotices(notices: Vec<CorrectionNotice>, reading: &'static ReadingText) -> impl IntoView {
    let notices = notices.into_iter().map(|notice| {
        view! { <li class="correction-notice"><CorrectionWords notice reading/></li> }
    });
    let notices = notices.collect::<Vec<_>>();
    (!notices.is_empty()).then(|| {
        view! {
            <ul class="correction-notices" aria-label=reading.corrections>{notices}</ul>
        }
    })
}

/// Kind, date and text of a correction, with a link to the article that tells more.
#[component]
pub fn CorrectionWords(notice: CorrectionNotice, reading: &'static ReadingText) -> impl IntoView {
    view! {
        <p class="correction-notice__kind">
            {notice.kind} " " <time datetime=notice.noted.machine>{notice.noted.full}</time>
        </p>
        <p class="correction-notice__text">{notice.text}</p>
        {notice.told_in.map(|card| view! {
            <p class="correction-notice__more">{reading.told_in} " " <a href=card.href lang=card.lang>{card.title}</a></p>
        })}
    }
}

/// Links to the corrected articles, shown on the article that tells about their corrections.
#[component]
pub fn Tells(cards: Vec<CardView>, reading: &'static ReadingText) -> impl IntoView {
    let links =
        cards.into_iter().map(|card| view! { <li><a href=card.href lang=card.lang>{card.title}</a></li> });
    let links = links.collect::<Vec<_>>();
    (!links.is_empty()).then(|| {
        view! {
            <div class="correction-notice">
                <p class="correction-notice__kind">{reading.tells}</p>
                <ul class="correction-notice__articles">{links}</ul>
            </div>
        }
    })
}
