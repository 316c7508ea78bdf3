//! Advertisements.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::ad::{Ad, AdStore, Placed};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use crate::database::{Database, unavailable};
use crate::readers::execute;
use crate::row::{article_id, damaged, get, instant};

const RUNNING: &str =
    "SELECT id, starts_at, ends_at, content FROM ads WHERE starts_at <= $1 AND ends_at > $1 ORDER BY id";
const KNOWN: &str = "SELECT id, starts_at, ends_at, content FROM ads WHERE id = $1";
const SAVE: &str = "INSERT INTO ads (id, starts_at, ends_at, content) VALUES ($1, $2, $3, $4) ON CONFLICT (id) \
                    DO UPDATE SET starts_at = excluded.starts_at, ends_at = excluded.ends_at, content = excluded.content";

#[async_trait]
impl AdStore for Database {
    async fn ads(&self, now: DateTime<Utc>) -> Result<Vec<Ad>, StoreError> {
        self.rows(sqlx::query(RUNNING).bind(now.timestamp_millis()), ad).await
    }

    async fn save_ads(&self, ads: &[Ad]) -> Result<Placed, StoreError> {
        let mut placed = Placed::default();
        let mut transaction = self.begin().await?;
        for new in ads {
            let known = sqlx::query(KNOWN).bind(new.id.as_str().to_owned());
            let known = known.fetch_optional(&mut *transaction).await.map_err(unavailable)?;
            let known = known.as_ref().map(ad).transpose()?;
            match known {
                Some(known) if known == *new => {
                    placed.unchanged += 1;
                    continue;
                }
                Some(_) => placed.updated += 1,
                None => placed.created += 1,
            }
            let content = serde_json::to_string(&new.content).expect("plain values make JSON");
            let query = sqlx::query(SAVE)
                .bind(new.id.as_str().to_owned())
                .bind(new.starts_at.timestamp_millis())
                .bind(new.ends_at.timestamp_millis())
                .bind(content);
            execute(&mut *transaction, query).await?;
        }
        transaction.commit().await.map_err(unavailable)?;
        Ok(placed)
    }
}

fn ad(row: &AnyRow) -> Result<Ad, StoreError> {
    let content: String = get(row, "content")?;
    Ok(Ad {
        id: article_id(row, "id")?,
        starts_at: instant(get(row, "starts_at")?)?,
        ends_at: instant(get(row, "ends_at")?)?,
        content: serde_json::from_str(&content).map_err(|_| damaged("content", &content))?,
    })
}
