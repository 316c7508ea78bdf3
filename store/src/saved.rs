//! Articles put aside.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::AccountId;
use domain::article::ArticleId;
use domain::newsroom::StoreError;
use domain::saved::{MOST, Saved, SavedStore};
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::readers::execute;
use crate::row::{article_id, get, instant};

const SAVE: &str = "INSERT INTO saved_articles (account_id, article_id, saved_at) SELECT id, $2, $3 FROM accounts \
                    WHERE id = $1 AND (SELECT count(*) FROM saved_articles WHERE account_id = $1) < $4 \
                    ON CONFLICT (account_id, article_id) DO NOTHING";
const SAVED: &str = "SELECT article_id, saved_at FROM saved_articles WHERE account_id = $1 \
                     ORDER BY saved_at DESC, article_id";

#[async_trait]
impl SavedStore for Database {
    async fn save_article(
        &self,
        account: &AccountId,
        article: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let query = sqlx::query(SAVE)
            .bind(account.as_str().to_owned())
            .bind(article.as_str().to_owned())
            .bind(now.timestamp_millis())
            .bind(i64::from(MOST));
        execute(self.writer()?, query).await.map(drop)
    }

    async fn forget_article(&self, account: &AccountId, article: &ArticleId) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM saved_articles WHERE account_id = $1 AND article_id = $2");
        let query = query.bind(account.as_str().to_owned()).bind(article.as_str().to_owned());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn saved_articles(&self, account: &AccountId) -> Result<Vec<Saved>, StoreError> {
        self.rows(sqlx::query(SAVED).bind(account.as_str().to_owned()), saved).await
    }
}

fn saved(row: &AnyRow) -> Result<Saved, StoreError> {
    Ok(Saved { article: article_id(row, "article_id")?, saved_at: instant(get(row, "saved_at")?)? })
}
