//! Putting an article aside, and taking it back.

use leptos::prelude::*;

use super::protocol::Call;
use super::{ApiError, Next};
#[cfg(feature = "ssr")]
use {
    super::required_reader,
    crate::routes::SAVED,
    domain::{account::AccountError, article::ArticleId},
};

/// Keeps an article in the account; one that is not there is not kept.
#[server(endpoint = "save_article", protocol = Call)]
pub async fn save_article(#[server(default)] article: String) -> Result<Next, ApiError> {
    let (services, reader) = required_reader().await?;
    let now = (services.clock)();
    if let Ok(id) = ArticleId::parse(&article)
        && services.articles.card(&id, now).await.map_err(AccountError::from)?.is_some()
    {
        services.saved.save_article(&reader.id, &id, now).await.map_err(AccountError::from)?;
    }
    Ok(Next::to(SAVED))
}

/// Keeps it no longer.
#[server(endpoint = "forget_article", protocol = Call)]
pub async fn forget_article(#[server(default)] article: String) -> Result<Next, ApiError> {
    let (services, reader) = required_reader().await?;
    if let Ok(id) = ArticleId::parse(&article) {
        services.saved.forget_article(&reader.id, &id).await.map_err(AccountError::from)?;
    }
    Ok(Next::to(SAVED))
}

/// Whether the reader has put this article aside. A POST, like everything that is one reader's own.
#[server(endpoint = "is_saved", protocol = Call)]
pub async fn is_saved(#[server(default)] article: String) -> Result<bool, ApiError> {
    let (services, reader) = required_reader().await?;
    let saved = services.saved.saved_articles(&reader.id).await.map_err(AccountError::from)?;
    Ok(saved.iter().any(|saved| saved.article.as_str() == article))
}
