//! The reading page, whole and light.

mod lite;
mod parts;
mod visitor;
mod whole;

use domain::access::Visitor;
use domain::article::ArticleId;
use domain::reading::{self, Text as Readable};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{PageError, page};
use crate::components::{Asker, VideoRail, article_path};
use crate::context::{self, ResponseHead};
use crate::metrics;
use crate::routes::LITE;
use lite::lite;
use parts::{Ads, TextAndGate, videos};
use visitor::visitor;
pub(super) use whole::whole;

/// How an article is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ArticleVariant {
    /// With everything around it.
    Whole,
    /// For poor connections.
    Lite,
}

impl ArticleVariant {
    /// The address of an article in this shape.
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
            // Before a unit is spent: who is only led on has not been given the text.
            moved(shape, &article_path(&card.id, &card.slug()), slug.as_deref())?;
        }
        let visitor = match own {
            Some((how, browser)) => visitor(&services, &answer, &browser, &id, how).await?,
            None if is_crawler => Visitor::Crawler,
            None => Visitor::Anyone,
        };
        let asker = match &visitor {
            _ if !is_own => Asker::Everyone,
            Visitor::Reader(_) => Asker::SignedIn,
            Visitor::Unconfirmed => Asker::Pending,
            _ => Asker::SignedOut,
        };
        let policy = &services.quota.policy;
        let read = reading::read(&*services.articles, policy, &visitor, &id, services.now()).await?;
        let reading = read.ok_or(PageError::NotFound)?;
        let path = article_path(&reading.article.id, &reading.article.slug());
        moved(shape, &path, slug.as_deref())?;
        if is_own {
            metrics::decided(&reading);
        }
        if let (Readable::Teaser(..), Some(rule)) = (&reading.text, reading.decided_by()) {
            answer.gate(rule);
        }
        let here = shape.path(&path);
        if is_fragment {
            let ads = Ads::of(&services, &reading, asker).await?.body;
            // The light page has no script that would find a place for them.
            let videos =
                if shape == ArticleVariant::Whole { videos(&services, &reading) } else { Vec::new() };
            let (language, text) = (reading.article.language, services.reading_text());
            return Ok(view! {
                <TextAndGate services reading path=here asker ads/>
                <VideoRail videos language text/>
            }
            .into_any());
        }
        Ok(match shape {
            ArticleVariant::Whole => whole(services, reading, path, asker).await?.into_any(),
            ArticleVariant::Lite => lite(services, reading, path, asker).await?.into_any(),
        })
    })
}

/// Leads to the article's one address from every other.
fn moved(shape: ArticleVariant, path: &str, slug: Option<&str>) -> Result<(), PageError> {
    let own = path.rsplit('/').next();
    if own == slug { Ok(()) } else { Err(PageError::Moved(shape.path(path))) }
}
