//! Queries of readers for articles and lists.

mod whole;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::article::{Article, ArticleId, Card, Correction, Edition};
use domain::body::LockedBody;
use domain::label::{Section, Topic};
use domain::list::{Cursor, List};
use domain::newsroom::{ArticleStore, StoreError};
use sqlx::any::AnyRow;

use crate::corrections::withdrawn;
use crate::database::Database;
use crate::row::{card_columns, get, instant, slug};
use crate::sql::{Query, with_values};

use whole::topics_of;
pub(crate) use whole::wholes;

/// Position at which a page begins. The first one begins after the last instant of `now`, so that it has no articles of the future.
pub(crate) fn behind(before: Option<&Cursor>, now: DateTime<Utc>) -> (i64, String) {
    let newest = (now.timestamp_millis() + 1, String::new());
    before.map_or(newest.clone(), |cursor| newest.min((cursor.at.timestamp_millis(), cursor.id.to_string())))
}

/// The cards of the ids that a subquery `chosen (id, published_at)` yields, newest first.
macro_rules! cards_of {
    ($($chosen:tt)*) => {
        concat!(
            "SELECT ",
            card_columns!(),
            " FROM (",
            concat!($($chosen)*),
            ") AS chosen JOIN articles ON articles.id = chosen.id \
             LEFT JOIN sections ON sections.slug = articles.section_slug \
             ORDER BY chosen.published_at DESC, chosen.id DESC"
        )
    };
}

pub(crate) use cards_of;

/// One page of a list, without what was withdrawn. $1 and $2: it begins behind this time and id; $3: how many; $4: of what.
macro_rules! page_of {
    ($select:literal, $id:literal, $which:literal) => {
        cards_of!(
            $select,
            " WHERE ",
            $which,
            "(published_at, ",
            $id,
            ") < ($1, $2) AND ",
            $id,
            " NOT IN (",
            withdrawn!(),
            ") ORDER BY published_at DESC, ",
            $id,
            " DESC LIMIT $3"
        )
    };
}

const EVERYTHING: &str = page_of!("SELECT id, published_at FROM articles", "id", "");
const OF_SECTION: &str = page_of!("SELECT id, published_at FROM articles", "id", "section_slug = $4 AND ");
const OF_EDITION: &str = page_of!("SELECT id, published_at FROM articles", "id", "edition = $4 AND ");
const SINCE_OF_EDITION: &str =
    page_of!("SELECT id, published_at FROM articles", "id", "edition = $4 AND published_at >= $5 AND ");
const SINCE: &str = page_of!("SELECT id, published_at FROM articles", "id", "published_at >= $4 AND ");
// Distinct: one may report and edit the same article, or carry a topic under two spellings.
const OF_TOPIC: &str = page_of!(
    "SELECT DISTINCT article_id AS id, published_at FROM article_topics",
    "article_id",
    "topic_slug = $4 AND "
);
const OF_PERSON: &str = page_of!(
    "SELECT DISTINCT article_id AS id, published_at FROM article_people",
    "article_id",
    "person_slug = $4 AND "
);

const CARD: &str = cards_of!("SELECT id, published_at FROM articles WHERE id = $1 AND published_at <= $2");

const CARDS_OF: &str = concat!(
    "SELECT ",
    card_columns!(),
    " FROM articles LEFT JOIN sections ON sections.slug = articles.section_slug \
     WHERE articles.id NOT IN (",
    withdrawn!(),
    ") AND articles.id IN"
);

const SHARING_TOPICS: &str = concat!(
    "SELECT ",
    card_columns!(),
    " FROM (SELECT other.article_id AS id, COUNT(DISTINCT other.topic_slug) AS shared, \
     MAX(other.published_at) AS published_at FROM article_topics AS mine \
     JOIN article_topics AS other ON other.topic_slug = mine.topic_slug AND other.article_id <> mine.article_id \
     WHERE mine.article_id = $1 AND other.published_at <= $2 \
     AND other.article_id NOT IN (",
    withdrawn!(),
    ") GROUP BY other.article_id \
     ORDER BY shared DESC, published_at DESC, id DESC LIMIT $3) AS chosen JOIN articles ON articles.id = chosen.id \
     LEFT JOIN sections ON sections.slug = articles.section_slug \
     ORDER BY chosen.shared DESC, chosen.published_at DESC, chosen.id DESC"
);

const PICKS: &str = concat!(
    "SELECT ",
    card_columns!(),
    " FROM (SELECT editor_pick AS id, MAX(published_at) AS picked_at FROM (SELECT editor_pick, published_at \
     FROM articles WHERE editor_pick IS NOT NULL AND published_at <= $1 ORDER BY published_at DESC LIMIT 60) AS newest \
     GROUP BY editor_pick) AS picked JOIN articles ON articles.id = picked.id \
     LEFT JOIN sections ON sections.slug = articles.section_slug \
     WHERE articles.published_at <= $1 AND articles.id NOT IN (",
    withdrawn!(),
    ") ORDER BY picked.picked_at DESC, picked.id DESC LIMIT $2"
);

const MOST_READ: &str = concat!(
    "SELECT ",
    card_columns!(),
    " FROM (SELECT article AS id, SUM(count) AS read_times FROM reads WHERE bucket_at >= $1 GROUP BY article \
     HAVING SUM(count) >= $2 ORDER BY read_times DESC, article DESC LIMIT $3) AS chosen JOIN articles ON articles.id = chosen.id \
     LEFT JOIN sections ON sections.slug = articles.section_slug \
     WHERE articles.published_at <= $4 AND articles.id NOT IN (",
    withdrawn!(),
    ") ORDER BY chosen.read_times DESC, chosen.id DESC"
);

const FIRST_OF: &str = concat!(
    "SELECT published_at FROM articles WHERE edition = $1 AND published_at >= $2 AND published_at <= $3 AND id NOT IN (",
    withdrawn!(),
    ") ORDER BY published_at LIMIT 1"
);

const SECTIONS: &str = "SELECT slug, name FROM sections WHERE EXISTS (SELECT 1 FROM articles \
                        WHERE articles.section_slug = sections.slug AND articles.published_at <= $1) \
                        ORDER BY position LIMIT $2";

#[async_trait]
impl ArticleStore for Database {
    async fn find(&self, id: &ArticleId) -> Result<Option<(Article, LockedBody)>, StoreError> {
        let found = wholes(self, std::slice::from_ref(id)).await?;
        Ok(found.into_iter().next().map(|kept| (kept.article, kept.body)))
    }

    async fn find_all(&self, ids: &[ArticleId]) -> Result<Vec<(Article, LockedBody)>, StoreError> {
        let mut found = wholes(self, ids).await?;
        found.sort_by_key(|kept| ids.iter().position(|id| *id == kept.article.id));
        Ok(found.into_iter().map(|kept| (kept.article, kept.body)).collect())
    }

    async fn card(&self, id: &ArticleId, now: DateTime<Utc>) -> Result<Option<Card>, StoreError> {
        let query = sqlx::query(CARD).bind(id.as_str().to_owned()).bind(now.timestamp_millis());
        Ok(self.cards_with_authors(query).await?.into_iter().next())
    }

    async fn cards(
        &self,
        list: &List,
        before: Option<&Cursor>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<Card>, StoreError> {
        let (sql, of) = match list {
            List::Everything => (EVERYTHING, None),
            List::Section(slug) => (OF_SECTION, Some(slug.as_str())),
            List::Topic(slug) => (OF_TOPIC, Some(slug.as_str())),
            List::Person(slug) => (OF_PERSON, Some(slug.as_str())),
            List::Edition(edition) => (OF_EDITION, Some(edition.as_str())),
            List::EditionSince(edition, _) => (SINCE_OF_EDITION, Some(edition.as_str())),
            List::Since(_) => (SINCE, None),
        };
        let (at, id) = behind(before, now);
        let mut query = sqlx::query(sql).bind(at).bind(id).bind(i64::from(limit));
        if let Some(of) = of {
            query = query.bind(of.to_owned());
        }
        if let List::Since(at) | List::EditionSince(_, at) = list {
            query = query.bind(at.timestamp_millis());
        }
        self.cards_with_authors(query).await
    }

    async fn cards_of(&self, ids: &[ArticleId], now: DateTime<Utc>) -> Result<Vec<Card>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = sqlx::query(with_values(CARDS_OF, ids.len(), ""));
        for id in ids {
            query = query.bind(id.as_str().to_owned());
        }
        let mut cards = self.cards_with_authors(query).await?;
        cards.retain(|card| card.published_at <= now);
        cards.sort_by_key(|card| ids.iter().position(|id| *id == card.id));
        Ok(cards)
    }

    async fn sharing_topics(
        &self,
        id: &ArticleId,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<Card>, StoreError> {
        let query = sqlx::query(SHARING_TOPICS).bind(id.as_str().to_owned());
        self.cards_with_authors(query.bind(now.timestamp_millis()).bind(i64::from(limit))).await
    }

    async fn picks(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Card>, StoreError> {
        let query = sqlx::query(PICKS).bind(now.timestamp_millis()).bind(i64::from(limit));
        self.cards_with_authors(query).await
    }

    async fn topics_of(&self, ids: &[ArticleId]) -> Result<Vec<(ArticleId, Topic)>, StoreError> {
        let mut topics = topics_of(self, ids).await?;
        topics.sort_by_key(|(article, _)| ids.iter().position(|id| id == article));
        Ok(topics)
    }

    async fn most_read(
        &self,
        since: DateTime<Utc>,
        now: DateTime<Utc>,
        fewest: u32,
        limit: u32,
    ) -> Result<Vec<Card>, StoreError> {
        let query = sqlx::query(MOST_READ).bind(since.timestamp_millis()).bind(i64::from(fewest));
        self.cards_with_authors(query.bind(i64::from(limit)).bind(now.timestamp_millis())).await
    }

    async fn corrections(
        &self,
        before: Option<&Cursor>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<(Card, Correction)>, StoreError> {
        self.newest_corrections(before, now, limit).await
    }

    async fn told_in(&self, id: &ArticleId, now: DateTime<Utc>) -> Result<Vec<Card>, StoreError> {
        self.corrections_told_in(id, now).await
    }

    async fn first_of(
        &self,
        edition: Edition,
        from: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, StoreError> {
        let query = sqlx::query(FIRST_OF).bind(edition.as_str()).bind(from.timestamp_millis());
        let found = self.rows(query.bind(now.timestamp_millis()), |row| instant(get(row, "published_at")?));
        Ok(found.await?.into_iter().next())
    }

    async fn list_name(&self, list: &List) -> Result<Option<String>, StoreError> {
        let (sql, of) = match list {
            List::Section(slug) => ("SELECT name FROM sections WHERE slug = $1", slug),
            List::Topic(slug) => ("SELECT name FROM topics WHERE slug = $1", slug),
            List::Person(slug) => ("SELECT name FROM people WHERE slug = $1", slug),
            List::Everything | List::Edition(_) | List::EditionSince(..) | List::Since(_) => return Ok(None),
        };
        let names = self.rows(sqlx::query(sql).bind(of.as_str().to_owned()), |row| get(row, "name")).await?;
        Ok(names.into_iter().next())
    }

    async fn sections(&self, now: DateTime<Utc>, limit: u32) -> Result<Vec<Section>, StoreError> {
        let query = sqlx::query(SECTIONS).bind(now.timestamp_millis()).bind(i64::from(limit));
        self.rows(query, |row| Ok(Section { slug: slug(get(row, "slug")?)?, name: get(row, "name")? })).await
    }
}

impl Database {
    /// The rows of a query that only reads.
    pub(crate) async fn rows<T>(
        &self,
        query: Query<'_>,
        read: impl Fn(&AnyRow) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.watched.check()?;
        let rows = query.fetch_all(&self.read).await.map_err(|error| self.watched.failed(error))?;
        rows.iter().map(read).collect()
    }
}
