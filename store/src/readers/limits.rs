//! Counts of tries. One statement each, so that tries at the same moment are counted one after the other.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{Backoff, Limit, LimitStore};
use domain::newsroom::StoreError;

use super::{execute, written};
use crate::database::Database;
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
/// The longest pause of [`DOUBLING`], in milliseconds.
const LONGEST_PAUSE: i64 = 240_000;
const FREE_AT: &str = "SELECT free_at FROM limits WHERE key = $1";
/// No try leads further ahead than $2: what is later was counted before the clock was set back.
const BRING_BACK: &str = "UPDATE limits SET free_at = $2 WHERE key = $1 AND free_at > $2";

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
        let (sql, last, ahead, longest) = match limit.backoff {
            Backoff::Steady => (STEADY, every * (burst - 1), every * (burst - 1), every * burst),
            Backoff::Doubling => (DOUBLING, burst, 0, LONGEST_PAUSE),
        };
        let query = sqlx::query(sql).bind(key.clone()).bind(at).bind(every).bind(last);
        if written(self.writer()?, query).await?.is_some() {
            return Ok(None);
        }
        let read = sqlx::query(FREE_AT).bind(key.clone());
        let free_at = self.rows(read, |row| get::<i64>(row, "free_at")).await?;
        let (free_at, latest) = (free_at.first().copied().unwrap_or(at), at + longest);
        if free_at > latest {
            execute(self.writer()?, sqlx::query(BRING_BACK).bind(key).bind(latest)).await?;
        }
        Ok(Some(TimeDelta::milliseconds((free_at.min(latest) - ahead - at).max(1))))
    }

    async fn give_back(&self, limit: &Limit, value: &str) -> Result<(), StoreError> {
        let query = sqlx::query(GIVE_BACK).bind(limit.key(value)).bind(limit.every().num_milliseconds());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn forget(&self, limit: &Limit, value: &str) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM limits WHERE key = $1").bind(limit.key(value));
        execute(self.writer()?, query).await.map(drop)
    }
}
