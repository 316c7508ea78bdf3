//! Articles that a device keeps to be read without a network.

use leptos::prelude::*;

use super::ApiError;
use super::protocol::Call;
#[cfg(feature = "ssr")]
use {
    crate::context::{self, ResponseHead},
    crate::reading,
    domain::article::ArticleId,
};

/// Most articles of one question; the service worker keeps no more.
#[cfg(feature = "ssr")]
const MOST: usize = 60;

/// Whether whoever asks may still read each of these articles, whose ids are separated by commas, in their order. The service worker asks
/// (`app/src/worker.js`), and removes what is open no longer. Spends nothing.
#[server(endpoint = "still_open", protocol = Call)]
pub async fn still_open(#[server(default)] articles: String) -> Result<Vec<bool>, ApiError> {
    let (services, browser, answer) = (context::services(), context::browser(), ResponseHead::here());
    let ids = articles.split(',').take(MOST).map(ArticleId::parse);
    let ids = ids.collect::<Result<Vec<_>, _>>().map_err(|_| ApiError::NoArticle)?;
    Ok(reading::still_open(&services, &answer, &browser, &ids).await?)
}
