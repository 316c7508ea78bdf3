//! Counts of tries. One statement each, so that tries at the same moment are counted one after the other.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{Limit, LimitStore, Pace};
use domain::newsroom::StoreError;

use super::execute;
use crate::database::{Database, unavailable};
use crate::row::get;

/// The generic cell rate algorithm: `free_at` is when nothing of the burst is used any more.
const STEADY: &str = "INSERT INTO limits (key, tries, free_at) VALUES ($1, 1, $2 + $3) \
    ON CONFLICT (key) DO UPDATE SET tries = limits.tries + 1, \
    free_at = (CASE WHEN limits.free_at > $2 THEN limits.free_at ELSE $2 END) + $3 \
    WHERE limits.free_at <= $2 + $4 RETURNING free_at";

/// `free_at` is when the next try may be made. $3 is the first pause, $4 the tries without one.
const DOUBLING: &str = "INSERT INTO limits (key, tries, free_at) VALUES ($1, 1, $2) \
    ON CONFLICT (key) DO UPDATE SET \
    tries = CASE WHEN limits.free_at < $2 - 3600000 THEN 1 ELSE limits.tries + 1 END, \
    free_at = $2 + CASE WHEN limits.free_at < $2 - 3600000 OR limits.tries + 1 < $4 THEN 0 \
    WHEN limits.tries + 1 = $4 THEN $3 WHEN limits.tries = $4 THEN 2 * $3 WHEN limits.tries - 1 = $4 THEN 4 * $3 \
    WHEN limits.tries - 2 = $4 THEN 8 * $3 WHEN limits.tries - 3 = $4 THEN 16 * $3 WHEN limits.tries - 4 = $4 THEN 32 * $3 \
    WHEN limits.tries - 5 = $4 THEN 64 * $3 ELSE 240000 END \
    WHERE limits.free_at <= $2 RETURNING free_at";

const GIVE_BACK: &str = "UPDATE limits SET tries = tries - 1, free_at = free_at - $2 WHERE key = $1";
const FREE_AT: &str = "SELECT free_at FROM limits WHERE key = $1";

#[async_trait]
impl LimitStore for Database {
    async fn take(
        &self,
        limit: &Limit,
        value: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<TimeDelta>, StoreError> {
        let (key, at, every) = (limit.key(value), now.timestamp_millis(), limit.every().num_milliseconds());
        let burst = i64::from(limit.burst);
        let (sql, last, ahead) = match limit.pace {
            Pace::Steady => (STEADY, every * (burst - 1), every * (burst - 1)),
            Pace::Doubling => (DOUBLING, burst, 0),
        };
        let query = sqlx::query(sql).bind(key.clone()).bind(at).bind(every).bind(last);
        if query.fetch_optional(&self.write).await.map_err(unavailable)?.is_some() {
            return Ok(None);
        }
        let free_at = self.rows(sqlx::query(FREE_AT).bind(key), |row| get::<i64>(row, "free_at")).await?;
        let wait = free_at.first().map_or(0, |free_at| free_at - ahead - at);
        Ok(Some(TimeDelta::milliseconds(wait.max(1))))
    }

    async fn give_back(&self, limit: &Limit, value: &str) -> Result<(), StoreError> {
        let query = sqlx::query(GIVE_BACK).bind(limit.key(value)).bind(limit.every().num_milliseconds());
        execute(&self.write, query).await.map(drop)
    }

    async fn forget(&self, limit: &Limit, value: &str) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM limits WHERE key = $1").bind(limit.key(value));
        execute(&self.write, query).await.map(drop)
    }
}
