//! Gift links.

use async_trait::async_trait;
use domain::account::{AccountId, TokenHash};
use domain::gift::{Gift, GiftStore};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::error::unavailable;
use crate::quota::LOCK;
use crate::readers::execute;
use crate::row::{article_id, get, instant};

const GIVE: &str = "INSERT INTO gifts (token, id, account_id, article_id, period, number, made_at, expires_at) \
                    SELECT $1, $2, $3, $4, $5, count(*) + 1, $6, $7 FROM gifts WHERE account_id = $3 AND period = $5 \
                    HAVING count(*) < $8";
macro_rules! gifts {
    ($which:literal) => {
        concat!(
            "SELECT token, id, account_id, article_id, made_at, expires_at, revoked, readings FROM gifts WHERE ",
            $which
        )
    };
}

#[async_trait]
impl GiftStore for Database {
    async fn give(&self, gift: &Gift, period: &str, most: u32) -> Result<bool, StoreError> {
        let mut transaction = self.begin().await?;
        let lock = sqlx::query(LOCK).bind(gift.giver.as_str().to_owned());
        if execute(&mut *transaction, lock).await? == 0 {
            return Ok(false);
        }
        let query = sqlx::query(GIVE)
            .bind(gift.token.as_str().to_owned())
            .bind(gift.id.clone())
            .bind(gift.giver.as_str().to_owned())
            .bind(gift.article.as_str().to_owned())
            .bind(period.to_owned())
            .bind(gift.made_at.timestamp_millis())
            .bind(gift.expires_at.timestamp_millis())
            .bind(i64::from(most));
        let is_given = execute(&mut *transaction, query).await? == 1;
        transaction.commit().await.map_err(unavailable)?;
        Ok(is_given)
    }

    async fn gift(&self, token: &TokenHash) -> Result<Option<Gift>, StoreError> {
        let query = sqlx::query(gifts!("token = $1")).bind(token.as_str().to_owned());
        Ok(self.rows(query, gift).await?.into_iter().next())
    }

    async fn gifts(&self, giver: &AccountId) -> Result<Vec<Gift>, StoreError> {
        let query = sqlx::query(gifts!("account_id = $1 ORDER BY made_at DESC, id"));
        self.rows(query.bind(giver.as_str().to_owned()), gift).await
    }

    async fn revoke_gift(&self, giver: &AccountId, id: &str) -> Result<(), StoreError> {
        let query = sqlx::query("UPDATE gifts SET revoked = 1 WHERE account_id = $1 AND id = $2");
        execute(self.writer()?, query.bind(giver.as_str().to_owned()).bind(id.to_owned())).await.map(drop)
    }

    async fn count_gift(&self, token: &TokenHash) -> Result<(), StoreError> {
        let query = sqlx::query("UPDATE gifts SET readings = readings + 1 WHERE token = $1");
        execute(self.writer()?, query.bind(token.as_str().to_owned())).await.map(drop)
    }
}

fn gift(row: &AnyRow) -> Result<Gift, StoreError> {
    Ok(Gift {
        id: get(row, "id")?,
        token: TokenHash::from_store(get(row, "token")?),
        giver: AccountId::from_store(get(row, "account_id")?),
        article: article_id(row, "article_id")?,
        made_at: instant(get(row, "made_at")?)?,
        expires_at: instant(get(row, "expires_at")?)?,
        is_revoked: get::<i64>(row, "revoked")? == 1,
        readings: u32::try_from(get::<i64>(row, "readings")?).unwrap_or(u32::MAX),
    })
}
