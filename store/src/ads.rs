//! Advertisements.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::ad::{Ad, AdStore, Placed};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::scheduled::{Scheduled, Statements, save, statements};

const RUNNING: &str =
    "SELECT id, starts_at, ends_at, content FROM ads WHERE starts_at <= $1 AND ends_at > $1 ORDER BY id";
const ADS: Statements = statements!("ads");

#[async_trait]
impl AdStore for Database {
    async fn ads(&self, now: DateTime<Utc>) -> Result<Vec<Ad>, StoreError> {
        self.rows(sqlx::query(RUNNING).bind(now.timestamp_millis()), ad).await
    }

    async fn save_ads(&self, ads: &[Ad]) -> Result<Placed, StoreError> {
        let rows = ads.iter().map(|ad| Scheduled::new(&ad.id, (ad.starts_at, ad.ends_at), &ad.content));
        save(self, &ADS, &rows.collect::<Vec<_>>()).await
    }
}

fn ad(row: &AnyRow) -> Result<Ad, StoreError> {
    let row = Scheduled::read(row)?;
    let content = row.content()?;
    let Scheduled { id, starts_at, ends_at, .. } = row;
    Ok(Ad { id, starts_at, ends_at, content })
}
