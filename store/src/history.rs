//! Reading histories of accounts, for their readers alone.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::AccountId;
use domain::article::ArticleId;
use domain::history::{HistoryStore, MOST, ReadArticle};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::error::unavailable;
use crate::readers::execute;
use crate::row::{article_id, get, instant};

const NOTE: &str = "INSERT INTO histories (account_id, article_id, read_at) SELECT id, $2, $3 FROM accounts \
                    WHERE id = $1 AND uses_history = 1 \
                    ON CONFLICT (account_id, article_id) DO UPDATE SET read_at = excluded.read_at";
const FORGET_OLDEST: &str = "DELETE FROM histories WHERE account_id = $1 AND article_id IN (SELECT article_id FROM histories \
                             WHERE account_id = $1 ORDER BY read_at DESC, article_id LIMIT 1000000 OFFSET $2)";
const HISTORY: &str =
    "SELECT article_id, read_at FROM histories WHERE account_id = $1 ORDER BY read_at DESC, article_id";

#[async_trait]
impl HistoryStore for Database {
    async fn note_reading(
        &self,
        account: &AccountId,
        article: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        let note = sqlx::query(NOTE)
            .bind(account.as_str().to_owned())
            .bind(article.as_str().to_owned())
            .bind(now.timestamp_millis());
        execute(&mut *transaction, note).await?;
        let forget = sqlx::query(FORGET_OLDEST).bind(account.as_str().to_owned()).bind(i64::from(MOST));
        execute(&mut *transaction, forget).await?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn history(&self, account: &AccountId) -> Result<Vec<ReadArticle>, StoreError> {
        self.rows(sqlx::query(HISTORY).bind(account.as_str().to_owned()), read_article).await
    }

    async fn forget_history(&self, account: &AccountId) -> Result<(), StoreError> {
        let query =
            sqlx::query("DELETE FROM histories WHERE account_id = $1").bind(account.as_str().to_owned());
        execute(self.writer()?, query).await.map(drop)
    }
}

fn read_article(row: &AnyRow) -> Result<ReadArticle, StoreError> {
    Ok(ReadArticle { article: article_id(row, "article_id")?, read_at: instant(get(row, "read_at")?)? })
}
