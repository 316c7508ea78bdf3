//! Ids that have occurred in a file, stored in a scratch file, so that memory use does not grow with the import.

use std::collections::HashMap;

use domain::newsroom::StoreError;
use sqlx::AnyPool;
use sqlx::any::{AnyPoolOptions, install_default_drivers};

use crate::error::unavailable;
use crate::row::get;
use crate::sql::{with_rows, with_values};

// It need not survive anything.
const SCRATCH: &str = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; \
     CREATE TABLE seen (id TEXT PRIMARY KEY, line INTEGER NOT NULL) STRICT, WITHOUT ROWID";

/// The ids of one file with the lines they stand on. Gone when dropped.
#[derive(Debug)]
pub struct SeenIds {
    pool: AnyPool,
    _folder: tempfile::TempDir,
}

impl SeenIds {
    /// An empty scratch file in the system's temporary folder.
    pub async fn new() -> Result<Self, StoreError> {
        install_default_drivers();
        let folder = tempfile::tempdir().map_err(|error| StoreError::Unavailable(Box::new(error)))?;
        let url = format!("sqlite://{}?mode=rwc", folder.path().join("sightings.db").display());
        let pool = AnyPoolOptions::new().max_connections(1).connect(&url).await.map_err(unavailable)?;
        sqlx::raw_sql(SCRATCH).execute(&pool).await.map_err(unavailable)?;
        Ok(Self { pool, _folder: folder })
    }

    /// Notes ids with their lines. For each, the line on which it stood before; `None` where it is new.
    pub async fn record(&self, ids: &[(String, u64)]) -> Result<Vec<Option<u64>>, StoreError> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut first = self.seen(ids).await?;
        let mut fresh = Vec::new();
        let mut earlier = Vec::with_capacity(ids.len());
        for (id, line) in ids {
            let before = first.get(id).copied();
            if before.is_none() {
                first.insert(id.clone(), *line);
                fresh.push((id.clone(), i64::try_from(*line).unwrap_or(i64::MAX)));
            }
            earlier.push(before);
        }
        if !fresh.is_empty() {
            let mut query = sqlx::query(with_rows("INSERT INTO seen (id, line) VALUES", fresh.len(), 2, ""));
            for (id, line) in fresh {
                query = query.bind(id).bind(line);
            }
            query.execute(&self.pool).await.map_err(unavailable)?;
        }
        Ok(earlier)
    }

    async fn seen(&self, ids: &[(String, u64)]) -> Result<HashMap<String, u64>, StoreError> {
        let mut query = sqlx::query(with_values("SELECT id, line FROM seen WHERE id IN", ids.len(), ""));
        for (id, _) in ids {
            query = query.bind(id.clone());
        }
        let rows = query.fetch_all(&self.pool).await.map_err(unavailable)?;
        rows.iter()
            .map(|row| Ok((get(row, "id")?, u64::try_from(get::<i64>(row, "line")?).unwrap_or_default())))
            .collect()
    }
}
