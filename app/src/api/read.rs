//! Page views, counted for all readers together and anonymously; and the reading history of readers who have switched it on.

#![cfg_attr(feature = "ssr", expect(clippy::unused_async, reason = "server functions are asynchronous"))]

use leptos::prelude::*;

use super::protocol::{Beacon, Call};
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::required_reader,
    crate::context,
    domain::{account::AccountError, article::ArticleId, read_counter::Report},
};

/// Issues the token that a page sends back once it has been read; empty if the browser asks for privacy. The page itself cannot contain
/// the token, because it is the same for everyone and may be cached for a long time.
#[server(endpoint = "read_begin", protocol = Beacon)]
pub async fn begin_read(#[server(default)] article: String) -> Result<String, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let Some(article) = ArticleId::parse(&article).ok().filter(|_| !context::wants_privacy()) else {
        return Ok(String::new());
    };
    let at = (services.clock)();
    Ok(services.reads.open(&article, browser.network.as_deref(), at, &*services.accounts.rng))
}

/// Counts a page view of an article, and the article from which its reader came. The response does not tell whether it was counted:
/// that would show how to forge a count.
#[server(endpoint = "read", protocol = Beacon)]
pub async fn note_read(
    #[server(default)] article: String,
    #[server(default)] previous: String,
    #[server(default)] token: String,
) -> Result<(), ApiError> {
    let (services, browser) = (context::services(), context::browser());
    if context::wants_privacy() {
        return Ok(());
    }
    if let Ok(article) = ArticleId::parse(&article) {
        let (previous, network) = (ArticleId::parse(&previous).ok(), browser.network.as_deref());
        let at = (services.clock)();
        let report = Report { token: &token, network, article: &article, previous: previous.as_ref(), at };
        services.reads.report(report);
    }
    Ok(())
}

/// Records that the reader has read an article, if one is named, and returns the other articles of the history. Does nothing for readers
/// without a history. It is a POST, like every call that concerns one reader.
#[server(endpoint = "history", protocol = Call)]
pub async fn history(#[server(default)] article: String) -> Result<Vec<String>, ApiError> {
    let (services, reader) = required_reader().await?;
    if !reader.uses_history {
        return Ok(Vec::new());
    }
    let now = (services.clock)();
    if let Ok(id) = ArticleId::parse(&article)
        && services.articles.card(&id, now).await.map_err(AccountError::from)?.is_some()
    {
        services.history.note_reading(&reader.id, &id, now).await.map_err(AccountError::from)?;
    }
    let read = services.history.history(&reader.id).await.map_err(AccountError::from)?;
    Ok(read.into_iter().map(|read| read.article.to_string()).filter(|id| *id != article).collect())
}

/// Deletes the reader's whole history.
#[server(endpoint = "forget_history", protocol = Call)]
pub async fn forget_history() -> Result<Next, ApiError> {
    let (services, reader) = required_reader().await?;
    services.history.forget_history(&reader.id).await.map_err(AccountError::from)?;
    Ok(Next::to("/akun"))
}
