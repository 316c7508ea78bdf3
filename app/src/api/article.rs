//! Reading on where an article is closed: the rest of it, or what one can do about it.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::ApiError;
use super::protocol::Call;
use crate::islands::GateView;
#[cfg(feature = "ssr")]
use {
    crate::{
        components::article_path,
        context::{self, AsReader, Finish, ResponseHead, Services},
        pages::piece,
        reading::{OwnReading, is_guess, own_reading},
    },
    domain::{article::ArticleId, reading::Text},
    http::request::Parts,
};

/// An article as far as the asking reader may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedArticle {
    /// HTML of the text with all that belongs into it and under it, to stand in the place of the teaser; `None` where it is closed.
    pub body: Option<String>,
    /// Gate of a closed article: the reasons and the ways on; `None` where nothing can be done about it.
    pub gate: Option<GateView>,
    /// Units that this reader has left; `None` where no units are granted.
    pub left: Option<UnitsLeft>,
}

/// Free articles of one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitsLeft {
    /// Units that are not spent.
    pub left: u32,
    /// All units of the period, spent or not.
    pub granted: u32,
}

/// Opens an article with a unit, where it takes one and one is left. A prefetch by the browser spends none.
#[server(endpoint = "open_article", protocol = Call)]
pub async fn open_article(#[server(default)] article: String) -> Result<OpenedArticle, ApiError> {
    let is_guess = use_context::<Parts>().is_some_and(|parts| is_guess(&parts));
    let (services, own) = asked(&article, AsReader { opens: !is_guess }).await?;
    opened(services, own).await
}

/// Reads an article as far as this reader may read it now. Spends nothing.
#[server(endpoint = "read_article", protocol = Call)]
pub async fn read_article(#[server(default)] article: String) -> Result<OpenedArticle, ApiError> {
    let (services, own) = asked(&article, AsReader { opens: false }).await?;
    opened(services, own).await
}

/// Gate of a closed article for this reader; `None` where the article is open, or where nothing can be done. Spends nothing.
#[server(endpoint = "gate", protocol = Call)]
pub async fn gate(#[server(default)] article: String) -> Result<Option<GateView>, ApiError> {
    let (services, own) = asked(&article, AsReader { opens: false }).await?;
    Ok(gate_of(&services, &own))
}

#[cfg(feature = "ssr")]
async fn asked(article: &str, how: AsReader) -> Result<(Services, OwnReading), ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let id = ArticleId::parse(article).map_err(|_| ApiError::NoArticle)?;
    let own = own_reading(&services, &answer, &browser, &id, how).await?.ok_or(ApiError::NoArticle)?;
    Ok((services, own))
}

#[cfg(feature = "ssr")]
fn gate_of(services: &Services, own: &OwnReading) -> Option<GateView> {
    let article = &own.reading.article;
    let Text::Teaser(reason, offer) = own.reading.text else { return None };
    let path = article_path(&article.id, &article.slug());
    GateView::of(services, article, &path, (reason, offer), own.asker)
}

#[cfg(feature = "ssr")]
async fn opened(services: Services, own: OwnReading) -> Result<OpenedArticle, ApiError> {
    let finish = expect_context::<Finish>();
    let gate = gate_of(&services, &own);
    let OwnReading { reading, asker, units } = own;
    let left = units.map(|units| UnitsLeft { left: units.left, granted: units.granted });
    let body = if matches!(reading.text, Text::Whole(_)) {
        let path = article_path(&reading.article.id, &reading.article.slug());
        let text = piece(services, reading, path, asker).await?;
        Some(finish.of(&text.to_html()).ok_or(ApiError::Unexpected)?)
    } else {
        None
    };
    Ok(OpenedArticle { body, gate, left })
}
