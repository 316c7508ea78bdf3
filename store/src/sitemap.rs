//! Queries of sitemaps. All of them walk along the index of times, which holds what they count, so that an archive of a million articles
//! is read a page at a time.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::newsroom::{Revision, StoreError};
use domain::sitemap::{SitemapEntry, SitemapStore, Summary};

use crate::corrections::withdrawn;
use crate::database::Database;
use crate::row::{article_id, get, instant};

const FIRST: &str = concat!(
    "SELECT published_at FROM articles WHERE published_at >= $1 AND published_at < $2 AND id NOT IN (",
    withdrawn!(),
    ") ORDER BY published_at LIMIT 1"
);

const SUMMARY: &str = concat!(
    "SELECT COUNT(*) AS articles, MAX(published_at) AS newest_at, MAX(updated_at) AS updated_at FROM articles \
     WHERE published_at >= $1 AND published_at < $2 AND id NOT IN (",
    withdrawn!(),
    ")"
);

const NEWEST_CORRECTION: &str = concat!(
    "SELECT MAX(corrections.noted_at) AS noted_at FROM corrections JOIN articles ON articles.id = corrections.article_id \
     WHERE articles.published_at >= $1 AND articles.published_at < $2 AND corrections.noted_at <= $3 AND articles.id NOT IN (",
    withdrawn!(),
    ")"
);

/// The inner query skips within the index; only the rows of the page are read.
const ENTRIES: &str = concat!(
    "SELECT articles.id, articles.title, articles.published_at, articles.updated_at, (SELECT MAX(noted_at) FROM corrections \
     WHERE corrections.article_id = articles.id AND noted_at <= $3) AS noted_at FROM (SELECT id, published_at FROM articles \
     WHERE published_at >= $1 AND published_at < $2 AND id NOT IN (",
    withdrawn!(),
    ") ORDER BY published_at, id LIMIT $4 OFFSET $5) AS chosen JOIN articles ON articles.id = chosen.id \
     ORDER BY chosen.published_at, chosen.id"
);

const LAST: &str = "SELECT id, revision FROM articles ORDER BY revision DESC, id DESC LIMIT 1";

#[async_trait]
impl SitemapStore for Database {
    async fn first_within(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let query = sqlx::query(FIRST).bind(from.timestamp_millis()).bind(until.timestamp_millis());
        let found = self.rows(query, |row| instant(get(row, "published_at")?)).await?;
        Ok(found.into_iter().next())
    }

    async fn summary(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Option<Summary>, StoreError> {
        let (from, until) = (from.timestamp_millis(), until.timestamp_millis());
        let query = sqlx::query(SUMMARY).bind(from).bind(until);
        let found = self.rows(query, |row| {
            let times: [Option<i64>; 2] = [get(row, "newest_at")?, get(row, "updated_at")?];
            Ok((get::<i64>(row, "articles")?, times))
        });
        let Some((articles, times)) = found.await?.into_iter().next() else { return Ok(None) };
        let query = sqlx::query(NEWEST_CORRECTION).bind(from).bind(until).bind(now.timestamp_millis());
        let corrected = self.rows(query, |row| get::<Option<i64>>(row, "noted_at")).await?;
        let newest = times.into_iter().chain(corrected).flatten().max();
        let articles = u32::try_from(articles).unwrap_or(u32::MAX);
        let newest = newest.map(instant).transpose()?;
        Ok(newest.map(|newest| Summary { articles, changed_at: newest.min(now) }))
    }

    async fn entries(
        &self,
        (from, until): (DateTime<Utc>, DateTime<Utc>),
        now: DateTime<Utc>,
        skip: u32,
        limit: u32,
    ) -> Result<Vec<SitemapEntry>, StoreError> {
        let query = sqlx::query(ENTRIES).bind(from.timestamp_millis()).bind(until.timestamp_millis());
        let query = query.bind(now.timestamp_millis()).bind(i64::from(limit)).bind(i64::from(skip));
        self.rows(query, |row| {
            let published: i64 = get(row, "published_at")?;
            let later: [Option<i64>; 2] = [get(row, "updated_at")?, get(row, "noted_at")?];
            let newest = later.into_iter().flatten().fold(published, i64::max);
            Ok(SitemapEntry {
                id: article_id(row, "id")?,
                title: get(row, "title")?,
                changed_at: instant(newest)?.min(now),
            })
        })
        .await
    }

    async fn last_revision(&self) -> Result<Option<Revision>, StoreError> {
        let place = |row: &_| Ok(Revision { number: get(row, "revision")?, id: article_id(row, "id")? });
        Ok(self.rows(sqlx::query(LAST), place).await?.into_iter().next())
    }
}
