//! Page of an article, in a full and a light version.

mod lite;
mod parts;
mod whole;

use domain::access::{RuleName, Visitor};
use domain::article::ArticleId;
use domain::reading::{self, Reading};
use http::StatusCode;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{PageError, page};
use crate::components::{VideoRail, article_path};
use crate::context::{self, ResponseHead, Services};
use crate::islands::Asker;
use crate::reading::{OwnReading, note_gate, own_reading};
use crate::routes::{LITE, is_lite};
use lite::lite;
use parts::{Ads, TextAndGate, videos};
pub(super) use whole::whole;

/// Version of an article's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ArticleVariant {
    /// The full page, with everything around the article.
    Whole,
    /// A light page for poor connections.
    Lite,
}

impl ArticleVariant {
    /// Path of an article in this version.
    fn path(self, article: &str) -> String {
        match self {
            Self::Whole => article.to_owned(),
            Self::Lite => format!("{article}{LITE}"),
        }
    }
}

/// `/read/{id}/{slug}`
#[component]
pub fn ArticlePage() -> impl IntoView {
    article(ArticleVariant::Whole)
}

/// `/read/{id}/{slug}/lite`
#[component]
pub fn LitePage() -> impl IntoView {
    article(ArticleVariant::Lite)
}

fn article(shape: ArticleVariant) -> impl IntoView {
    let params = use_params_map();
    let id = params.read_untracked().get("id").unwrap_or_default();
    let slug = params.read_untracked().get("slug");
    let own = context::as_reader().map(|how| (how, context::browser()));
    let is_crawler = context::as_crawler();
    let (is_fragment, answer) = (context::is_fragment(), ResponseHead::here());
    page(move |services| async move {
        let is_own = own.is_some();
        let id = ArticleId::parse(&id).map_err(|_| PageError::NotFound)?;
        if is_own && let Some(card) = services.articles.card(&id, services.now()).await? {
            // Checked before a unit is spent, because a redirect does not deliver the text.
            moved(shape, &article_path(&card.id, &card.slug()), slug.as_deref())?;
        }
        let (reading, asker) = if let Some((how, browser)) = own {
            let own = own_reading(&services, &answer, &browser, &id, how).await?;
            let OwnReading { reading, asker, .. } = own.ok_or(PageError::NotFound)?;
            (reading, asker)
        } else {
            let visitor = if is_crawler { Visitor::Crawler } else { Visitor::Anyone };
            let (articles, policy) = (&*services.articles, &services.quota.policy);
            let read = reading::read(articles, policy, &visitor, &id, services.now()).await?;
            let reading = read.ok_or(PageError::NotFound)?;
            note_gate(&answer, &reading);
            (reading, Asker::Everyone)
        };
        let path = article_path(&reading.article.id, &reading.article.slug());
        moved(shape, &path, slug.as_deref())?;
        if !is_own && reading.decided_by() == Some(RuleName::Withdrawn) {
            // Search engines forget it; the page says why there is no text.
            answer.status(StatusCode::GONE);
        }
        if is_fragment {
            return piece(services, reading, shape.path(&path), asker).await;
        }
        Ok(match shape {
            ArticleVariant::Whole => whole(services, reading, path, asker).await?.into_any(),
            ArticleVariant::Lite => lite(services, reading, path, asker).await?.into_any(),
        })
    })
}

/// Fragment that replaces the teaser on an open page: the text with its advertisements and videos, or the gate. `path` is the path of
/// that page.
pub(crate) async fn piece(
    services: Services,
    reading: Reading,
    path: String,
    asker: Asker,
) -> Result<AnyView, PageError> {
    let ads = Ads::of(&services, &reading, asker).await?.body;
    // The light page has no script that could insert them.
    let videos = if is_lite(&path) { Vec::new() } else { videos(&services, &reading) };
    let (language, text) = (reading.article.language, services.reading_text());
    Ok(view! {
        <TextAndGate services reading path asker ads/>
        <VideoRail videos language text/>
    }
    .into_any())
}

/// Redirects from any other address of the article to its canonical one.
fn moved(shape: ArticleVariant, path: &str, slug: Option<&str>) -> Result<(), PageError> {
    let own = path.rsplit('/').next();
    if own == slug { Ok(()) } else { Err(PageError::Moved(shape.path(path))) }
}
