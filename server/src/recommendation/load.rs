//! Loader of the index of all articles from the store.

use domain::access::{Access, of_newsroom};
use domain::newsroom::{ArticleRepository, Revision, StoreError, StoredArticle, Unreadable};
use domain::recommendation::{ArticleFeatures, Index, Loader, Settings};

use crate::content::paragraphs;

/// Number of articles that are read at a time.
pub(super) const BATCH: u32 = 500;

/// Loads the index of all articles, and the last revision that it contains.
///
/// # Panics
/// Panics if counting words does, which is a bug of the program.
pub async fn load(
    newsroom: &dyn ArticleRepository,
    settings: Settings,
) -> Result<(Index, Option<Revision>), StoreError> {
    let mut loader = Loader::new(settings);
    let mut written = None;
    loop {
        let changed = newsroom.changed(written.as_ref(), BATCH).await?;
        let Some((last, _)) = changed.last() else { break };
        written = Some(last.clone());
        // Counting words takes long, so it runs on another thread while pages are served.
        let counted = tokio::task::spawn_blocking(move || {
            let all = changed.iter().filter_map(|(_, stored)| readable(stored).and_then(features));
            all.for_each(|features| loader.add(&features));
            loader
        });
        loader = counted.await.expect("counting words does not panic");
    }
    let weighed = tokio::task::spawn_blocking(|| loader.finish());
    Ok((weighed.await.expect("weighing words does not panic"), written))
}

/// Returns the article if it is readable; otherwise, logs a warning and leaves it out.
pub(super) fn readable(stored: &Result<StoredArticle, Unreadable>) -> Option<&StoredArticle> {
    stored
        .as_ref()
        .inspect_err(|error| tracing::warn!(%error, "it is not recommended; `warta check` tells more"))
        .ok()
}

/// Features of an article for the recommender; `None` if the article was withdrawn.
pub fn features(stored: &StoredArticle) -> Option<ArticleFeatures> {
    let article = &stored.article;
    let Access::Whole(grant) = of_newsroom(article) else { return None };
    let body = stored.body.clone().unlock(&grant).filter(|_| !article.is_withdrawn())?;
    let picture = article.picture.as_ref().and_then(|picture| picture.file()).map(|file| file.name.clone());
    Some(ArticleFeatures {
        id: article.id.clone(),
        title: article.title.clone(),
        summary: article.summary.clone(),
        body: paragraphs(body.html()).join("\n"),
        section: article.section.as_ref().map(|section| section.slug.clone()),
        topics: article.topics.iter().map(|topic| topic.slug.clone()).collect(),
        published_at: article.published_at,
        picture,
        editor_pick: article.editor_pick.clone(),
    })
}
