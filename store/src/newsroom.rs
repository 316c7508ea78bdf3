//! Queries of the newsroom's own commands.

mod save;

use std::collections::HashMap;

use async_trait::async_trait;
use domain::article::ArticleId;
use domain::newsroom::{
    ArticleRepository, Draft, Fingerprint, Revision, Rewrite, StoreError, StoredArticle, Unreadable, id_of,
};

use crate::articles::wholes;
use crate::database::{Database, Kind};
use crate::error::unavailable;
use crate::quota;
use crate::row::{article_id, get};
use crate::sql::with_values;

const BEHIND: &str = "SELECT id FROM articles WHERE id > $1 ORDER BY id LIMIT $2";
const CHANGED: &str =
    "SELECT id, revision FROM articles WHERE (revision, id) > ($1, $2) ORDER BY revision, id LIMIT $3";
/// In the order of the index: the version stands behind the text, which need not be read for it, and may be lost.
const OUTDATED: &str = "SELECT article_id AS id FROM article_bodies WHERE sanitiser < $1 \
                        ORDER BY sanitiser, article_id LIMIT $2 OFFSET $3";
const REWRITE_BODY: &str = "UPDATE article_bodies SET html = $2, sanitiser = $3 WHERE article_id = $1";
const REWRITE_TEASER: &str = "UPDATE articles SET teaser = $2 WHERE id = $1";

/// Each selects the ids of articles with one fault.
const FAULTS: &[(&str, &str)] = &[
    (
        "has no body",
        "SELECT id FROM articles WHERE NOT EXISTS \
         (SELECT 1 FROM article_bodies WHERE article_bodies.article_id = articles.id)",
    ),
    (
        "has another time in its topics",
        "SELECT DISTINCT articles.id FROM articles JOIN article_topics ON article_topics.article_id = articles.id \
         WHERE article_topics.published_at <> articles.published_at",
    ),
    (
        "has another time in its byline",
        "SELECT DISTINCT articles.id FROM articles JOIN article_people ON article_people.article_id = articles.id \
         WHERE article_people.published_at <> articles.published_at",
    ),
];

#[async_trait]
impl ArticleRepository for Database {
    async fn fingerprints(&self, ids: &[ArticleId]) -> Result<Vec<(ArticleId, Fingerprint)>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let select = "SELECT id, fingerprint FROM articles WHERE id IN";
        let mut query = sqlx::query(with_values(select, ids.len(), ""));
        for id in ids {
            query = query.bind(id.as_str().to_owned());
        }
        self.rows(query, |row| Ok((article_id(row, "id")?, Fingerprint(get(row, "fingerprint")?)))).await
    }

    async fn save(&self, drafts: &[Draft]) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        save::save(&mut transaction, drafts).await.map_err(unavailable)?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn page_after(
        &self,
        after: Option<&ArticleId>,
        limit: u32,
    ) -> Result<Vec<Result<StoredArticle, Unreadable>>, StoreError> {
        let query = sqlx::query(BEHIND).bind(text_of(after)).bind(i64::from(limit));
        let ids = self.rows(query, |row| article_id(row, "id")).await?;
        readable(self, &ids).await
    }

    async fn stored(&self, id: &ArticleId) -> Result<Option<Result<StoredArticle, Unreadable>>, StoreError> {
        Ok(readable(self, std::slice::from_ref(id)).await?.pop())
    }

    async fn changed(
        &self,
        after: Option<&Revision>,
        limit: u32,
    ) -> Result<Vec<(Revision, Result<StoredArticle, Unreadable>)>, StoreError> {
        let (number, id) = after.map_or((-1, ""), |place| (place.number, place.id.as_str()));
        let query = sqlx::query(CHANGED).bind(number).bind(id.to_owned()).bind(i64::from(limit));
        let place = |row: &_| Ok(Revision { number: get(row, "revision")?, id: article_id(row, "id")? });
        let places = self.rows(query, place).await?;
        let ids: Vec<_> = places.iter().map(|place| place.id.clone()).collect();
        let met = readable(self, &ids).await?;
        let mut stored: HashMap<_, _> =
            met.into_iter().map(|stored| (id_of(&stored).clone(), stored)).collect();
        Ok(places
            .into_iter()
            .filter_map(|place| Some((stored.remove(&place.id)?, place)))
            .map(|(stored, place)| (place, stored))
            .collect())
    }

    async fn rewrite(&self, texts: &[Rewrite], sanitiser: u32) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        for text in texts {
            let body =
                sqlx::query(REWRITE_BODY).bind(text.id.as_str().to_owned()).bind(text.body_html.clone());
            body.bind(i64::from(sanitiser)).execute(&mut *transaction).await.map_err(unavailable)?;
            let teaser =
                sqlx::query(REWRITE_TEASER).bind(text.id.as_str().to_owned()).bind(text.teaser.to_text());
            teaser.execute(&mut *transaction).await.map_err(unavailable)?;
        }
        transaction.commit().await.map_err(unavailable)
    }

    async fn outdated(
        &self,
        sanitiser: u32,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<Result<StoredArticle, Unreadable>>, StoreError> {
        let query = sqlx::query(OUTDATED).bind(i64::from(sanitiser)).bind(i64::from(limit));
        let ids = self.rows(query.bind(i64::from(skip)), |row| article_id(row, "id")).await?;
        readable(self, &ids).await
    }

    async fn count(&self) -> Result<u64, StoreError> {
        let query = sqlx::query("SELECT COUNT(*) AS articles FROM articles");
        let counts = self.rows(query, |row| get::<i64>(row, "articles")).await?;
        Ok(counts.first().and_then(|count| u64::try_from(*count).ok()).unwrap_or_default())
    }

    async fn integrity_errors(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Faults::default();
        if self.kind == Kind::Sqlite {
            faults.add(self.integrity().await)?;
            let check = sqlx::query("SELECT \"table\" AS name, parent FROM pragma_foreign_key_check()");
            let orphan = |row: &_| {
                Ok(format!(
                    "a row of {} has no {}",
                    get::<String>(row, "name")?,
                    get::<String>(row, "parent")?
                ))
            };
            faults.add(self.rows(check, orphan).await)?;
        }
        for (fault, sql) in FAULTS {
            let named = |row: &_| Ok(format!("article {} {fault}", article_id(row, "id")?));
            faults.add(self.rows(sqlx::query(*sql), named).await)?;
        }
        faults.add(quota::integrity_errors(self).await)?;
        Ok(faults.0)
    }
}

impl Database {
    /// Errors that SQLite's own check finds. If the check itself fails on damage, the first error that it found before.
    async fn integrity(&self) -> Result<Vec<String>, StoreError> {
        const CHECK: &str = "PRAGMA integrity_check";
        let line = |row: &_| get::<String>(row, "integrity_check");
        let lines = match self.rows(sqlx::query(CHECK), line).await {
            Err(StoreError::Damaged(reason)) => {
                let first = sqlx::query(CHECK).fetch_optional(&self.read).await.map_err(unavailable)?;
                let first = first.as_ref().map(line).transpose()?;
                vec![first.unwrap_or_default(), format!("the database is damaged: {reason}")]
            }
            lines => lines?,
        };
        let lines = lines.iter().flat_map(|line| line.lines());
        Ok(lines.filter(|line| !line.is_empty() && *line != "ok").map(str::to_owned).collect())
    }
}

/// Errors found so far. A check that fails on damage is an error itself, and the next check runs.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, found: Result<Vec<String>, StoreError>) -> Result<(), StoreError> {
        match found {
            Ok(lines) => self.0.extend(lines),
            Err(StoreError::Damaged(reason)) => self.0.push(format!("the database is damaged: {reason}")),
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

fn text_of(id: Option<&ArticleId>) -> String {
    id.map_or(String::new(), |id| id.as_str().to_owned())
}

/// The stored articles among these ids. They are read together; if that fails, one by one, to find out which cannot be read.
async fn readable(
    database: &Database,
    ids: &[ArticleId],
) -> Result<Vec<Result<StoredArticle, Unreadable>>, StoreError> {
    match wholes(database, ids).await {
        Ok(stored) => return Ok(stored.into_iter().map(Ok).collect()),
        Err(StoreError::Damaged(_)) => {}
        Err(error) => return Err(error),
    }
    let mut met = Vec::new();
    for id in ids {
        match wholes(database, std::slice::from_ref(id)).await {
            Ok(stored) => met.extend(stored.into_iter().map(Ok)),
            Err(StoreError::Damaged(reason)) => met.push(Err(Unreadable { id: id.clone(), reason })),
            Err(error) => return Err(error),
        }
    }
    Ok(met)
}
