//! Programs of several ages on one database.

use super::place;
use super::run;
use crate::{Database, Health, OpenError, Schema};

contract! {
    a_newer_schema_is_usable_for_as_long_as_it_says
    a_schema_without_one_of_our_migrations_is_outdated
}

/// A migration that this program does not know.
async fn migrate_further(database: &Database) {
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ($1, $2, TRUE, $3, 0)",
    )
    .bind(9_999_i64)
    .bind("later")
    .bind(vec![1_u8])
    .execute(&database.write)
    .await
    .unwrap();
}

async fn a_newer_schema_is_usable_for_as_long_as_it_says(database: Database) {
    migrate_further(&database).await;
    assert_eq!(database.schema().await.unwrap(), Schema::Usable);
    database.migrate().await.unwrap();

    run(&database, "UPDATE schema_compatibility SET compatible_from = 9999").await;
    assert_eq!(database.schema().await.unwrap(), Schema::TooNew);
    let refused = database.migrate().await.unwrap_err();
    assert!(
        matches!(refused, OpenError::TooNew) && refused.to_string().contains("run the newer one"),
        "{refused}"
    );
    // One that runs finds out by itself.
    tokio::select! {
        () = database.watch() => unreachable!(),
        () = database.until(Health::SchemaTooNew) => {}
    }
}

async fn a_schema_without_one_of_our_migrations_is_outdated(database: Database) {
    assert_eq!(database.schema().await.unwrap(), Schema::Usable);
    migrate_further(&database).await;
    run(&database, "DELETE FROM _sqlx_migrations WHERE version = 3").await;
    assert_eq!(database.schema().await.unwrap(), Schema::Outdated);
    run(&database, "DROP TABLE schema_compatibility").await;
    run(&database, "DROP TABLE _sqlx_migrations").await;
    assert_eq!(database.schema().await.unwrap(), Schema::Outdated);
}
