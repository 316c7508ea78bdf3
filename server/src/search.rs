//! Keeping the search index of this server current.

pub mod data;
mod updater;

use domain::access::{Access, Policy, of_newsroom};
use domain::newsroom::StoredArticle;
use domain::search::{SearchableArticle, is_free};

pub use updater::{SearchUpdater, Ticked};

use crate::content::paragraphs;

/// The article as the index takes it in; `None` if it was withdrawn.
fn searchable(stored: &StoredArticle, policy: &Policy) -> Option<SearchableArticle> {
    let article = &stored.article;
    let Access::Whole(grant) = of_newsroom(article) else { return None };
    let body = stored.body.clone().unlock(&grant).filter(|_| !article.is_withdrawn())?;
    let paragraphs = paragraphs(body.html());
    Some(SearchableArticle { article: article.clone(), paragraphs, is_free: is_free(article, policy) })
}
