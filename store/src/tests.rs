//! Tests of databases that fail or are interrupted, on both of them; they access the database directly, not through the traits.

#[path = "../tests/contract/place.rs"]
#[macro_use]
mod place;
#[path = "../tests/contract/sample.rs"]
mod sample;

mod damage;
mod health;
mod schema;
mod transaction;

use crate::Database;

/// Runs statements that no trait has.
async fn run(database: &Database, sql: impl Into<String>) {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql.into())).execute(&database.write).await.unwrap();
}
