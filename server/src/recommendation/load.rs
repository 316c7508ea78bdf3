//! The index of all articles, from the store.

use domain::access::{Access, of_newsroom};
use domain::newsroom::{ArticleRepository, Revision, StoreError, StoredArticle, Unreadable};
use domain::recommendation::{ArticleFeatures, Index, Loader, Settings};

use crate::content::paragraphs;

/// Articles that are read at a time.
pub(super) const BATCH: u32 = 500;

/// All articles of the newsroom, and how far in the order of their writing that is.
///
/// # Panics
/// Where counting words does: a fault of the program.
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
        // Counting words takes its time, and pages are answered meanwhile.
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

/// The article, if it can be read; one that cannot is named in the log, and nothing else waits for it.
pub(super) fn readable(stored: &Result<StoredArticle, Unreadable>) -> Option<&StoredArticle> {
    stored
        .as_ref()
        .inspect_err(|error| tracing::warn!(%error, "it is not recommended; `warta check` tells more"))
        .ok()
}

/// What recommending wants to know of an article; `None` where it was withdrawn.
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
