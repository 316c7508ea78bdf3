//! Sponsored items, and how often they were seen.

use async_trait::async_trait;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::ad::Placed;
use domain::newsroom::StoreError;
use domain::sponsored::{Running, Sponsored, SponsoredStore, Views};
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::readers::execute;
use crate::row::{damaged, get};
use crate::scheduled::{Scheduled, Statements, save, statements};
use crate::transaction::Transaction;

const RUNNING: &str = "SELECT id, starts_at, ends_at, content, COALESCE(count, 0) AS views FROM sponsored \
                       LEFT JOIN sponsored_views ON sponsored_id = id AND day = $2 \
                       WHERE starts_at <= $1 AND ends_at > $1 ORDER BY id";
const SPONSORED: Statements = statements!("sponsored");
const ADD: &str = "INSERT INTO sponsored_views (day, sponsored_id, count) SELECT $1, id, $3 FROM sponsored WHERE id = $2 \
                   ON CONFLICT (day, sponsored_id) DO UPDATE SET count = sponsored_views.count + excluded.count";

#[async_trait]
impl SponsoredStore for Database {
    async fn sponsored(&self, now: DateTime<Utc>, day: NaiveDate) -> Result<Vec<Running>, StoreError> {
        let query = sqlx::query(RUNNING).bind(now.timestamp_millis()).bind(number(day));
        self.rows(query, running).await
    }

    async fn save_sponsored(&self, items: &[Sponsored]) -> Result<Placed, StoreError> {
        let rows =
            items.iter().map(|item| Scheduled::new(&item.id, (item.starts_at, item.ends_at), &item.content));
        save(self, &SPONSORED, &rows.collect::<Vec<_>>()).await
    }

    async fn forget_views(&self, before: NaiveDate) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM sponsored_views WHERE day < $1").bind(number(before));
        execute(self.writer()?, query).await.map(drop)
    }
}

/// Always in one order, so that two servers at once wait for each other instead of locking each other out.
pub(crate) async fn add_views(transaction: &mut Transaction, views: &[Views]) -> Result<(), StoreError> {
    let mut views: Vec<&Views> = views.iter().collect();
    views.sort();
    for Views { day, item, count } in views {
        let query = sqlx::query(ADD).bind(number(*day)).bind(item.as_str().to_owned());
        execute(&mut **transaction, query.bind(i64::from(*count))).await?;
    }
    Ok(())
}

/// Days since 1970.
fn number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce() - NaiveDate::default().num_days_from_ce())
}

fn running(row: &AnyRow) -> Result<Running, StoreError> {
    let views: i64 = get(row, "views")?;
    let row = Scheduled::read(row)?;
    let content = row.content()?;
    let Scheduled { id, starts_at, ends_at, .. } = row;
    let views_today = u32::try_from(views).map_err(|_| damaged("count", &views.to_string()))?;
    Ok(Running { item: Sponsored { id, starts_at, ends_at, content }, views_today })
}
