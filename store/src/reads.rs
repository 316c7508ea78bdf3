//! Counts of reads, by article and by the article before it.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::article::ArticleId;
use domain::newsroom::StoreError;
use domain::read_counter::ReadKey;
use domain::recommendation::{Counted, Read, ReadStore};
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::error::unavailable;
use crate::readers::execute;
use crate::row::{article_id, damaged, get, instant};
use crate::secrets::secret;
use crate::sponsored::add_views;
use crate::sql::with_rows;

const ADD: &str = "INSERT INTO reads (bucket_at, previous, article, count) VALUES";
const ADDED: &str =
    "ON CONFLICT (bucket_at, previous, article) DO UPDATE SET count = reads.count + excluded.count";
const SINCE: &str = "SELECT bucket_at, previous, article, count FROM reads WHERE bucket_at >= $1 \
                     ORDER BY bucket_at, previous, article";
/// Name of the secret that signs tokens.
const READ_KEY: &str = "reads";
/// Rows of one statement.
const AT_ONCE: usize = 150;

#[async_trait]
impl ReadStore for Database {
    async fn add(&self, counted: &Counted) -> Result<(), StoreError> {
        // Always in one order, so that two servers at once wait for each other instead of locking each other out.
        let mut reads: Vec<&Read> = counted.reads.iter().collect();
        reads.sort_by_key(|read| (read.bucket_at, &read.previous, &read.article));
        let mut transaction = self.begin().await?;
        for reads in reads.chunks(AT_ONCE) {
            let mut query = sqlx::query(with_rows(ADD, reads.len(), 4, ADDED));
            for read in reads {
                let previous = read.previous.as_ref().map_or("", ArticleId::as_str);
                query = query
                    .bind(read.bucket_at.timestamp_millis())
                    .bind(previous.to_owned())
                    .bind(read.article.as_str().to_owned())
                    .bind(i64::from(read.count));
            }
            execute(&mut *transaction, query).await?;
        }
        add_views(&mut transaction, &counted.views).await?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn since(&self, at: DateTime<Utc>) -> Result<Vec<Read>, StoreError> {
        self.rows(sqlx::query(SINCE).bind(at.timestamp_millis()), read).await
    }

    async fn read_key(&self) -> Result<ReadKey, StoreError> {
        let kept = secret(&self.read, READ_KEY).await?;
        ReadKey::from_store(&kept).ok_or_else(|| damaged("secret", READ_KEY))
    }

    async fn forget(&self, before: DateTime<Utc>) -> Result<u64, StoreError> {
        let query = sqlx::query("DELETE FROM reads WHERE bucket_at < $1").bind(before.timestamp_millis());
        execute(self.writer()?, query).await
    }
}

fn read(row: &AnyRow) -> Result<Read, StoreError> {
    let (previous, count): (String, i64) = (get(row, "previous")?, get(row, "count")?);
    let previous = if previous.is_empty() { None } else { Some(article_id(row, "previous")?) };
    Ok(Read {
        bucket_at: instant(get(row, "bucket_at")?)?,
        previous,
        article: article_id(row, "article")?,
        count: u32::try_from(count).map_err(|_| damaged("count", &count.to_string()))?,
    })
}
