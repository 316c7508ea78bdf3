//! Random values that migrations have made: all servers of a site share them, and nobody else knows them.

use domain::newsroom::StoreError;
use sqlx::any::AnyRow;
use sqlx::{Any, Executor, Row};

use crate::error::unavailable;
use crate::row::damaged;

const SECRET: &str = "SELECT value FROM secrets WHERE name = $1";

/// The secret of this name.
pub(crate) async fn secret<'e>(
    on: impl Executor<'e, Database = Any>,
    name: &'static str,
) -> Result<Vec<u8>, StoreError> {
    let row: Option<AnyRow> = sqlx::query(SECRET).bind(name).fetch_optional(on).await.map_err(unavailable)?;
    let row = row.ok_or_else(|| damaged("secret", name))?;
    row.try_get("value").map_err(unavailable)
}
