//! What was read: counted for everyone together, without anyone; and noted for a reader alone, who wants it so.

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

/// Gives a page that was opened what it has to bring back once it has been read; nothing where the reader wants not to be counted. A
/// page is the same for everyone and may be kept for long: it cannot have it in itself.
#[server(endpoint = "read_begin", protocol = Beacon)]
pub async fn begin_read(#[server(default)] article: String) -> Result<String, ApiError> {
    let (services, browser) = (context::services(), context::browser());
    let Some(article) = ArticleId::parse(&article).ok().filter(|_| !context::wants_privacy()) else {
        return Ok(String::new());
    };
    let at = (services.clock)();
    Ok(services.reads.open(&article, browser.network.as_deref(), at, &*services.accounts.rng))
}

/// Counts a page view of an article, and from which one its reader came. Whether it was counted is not told: it would tell how to be
/// counted.
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

/// Notes that the reader has read an article, if one is named and the reader keeps a history, and says which other ones are in it. A
/// POST, like everything that is one reader's own.
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

/// Forgets all of it.
#[server(endpoint = "forget_history", protocol = Call)]
pub async fn forget_history() -> Result<Next, ApiError> {
    let (services, reader) = required_reader().await?;
    services.history.forget_history(&reader.id).await.map_err(AccountError::from)?;
    Ok(Next::to("/akun"))
}
