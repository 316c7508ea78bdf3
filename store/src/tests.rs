//! What happens when a database fails, or is cut off in the middle, tested against both: these tests reach behind the traits.

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
