//! Programs of several ages on one database.

use std::borrow::Cow;

use domain::account::{
    ConfirmationStore, EmailAddress, EmailKind, Outbox, ProviderStore, Purpose, SessionStore, TokenHash,
};
use sqlx::migrate::Migrator;

use super::place;
use super::run;
use crate::database::Kind;
use crate::{Database, Health, OpenError, Schema, Workload};

contract! {
    rows_of_an_older_schema_are_found_under_the_names_of_today
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

/// Rows as the schema before the names of the field holds them, for both databases.
const ROWS: &str = "
    INSERT INTO accounts (id, email, language, created_at, uses_history) VALUES ('sari', 'sari@example.com', 'id', 1, 1);
    INSERT INTO confirmations (id, purpose, email, account_id, language, return_to, asked_at) VALUES
        ('new', 'join', 'budi@example.com', NULL, 'id', '/', 1), ('reset', 'reset_password', 'sari@example.com', 'sari', 'id', '/', 1),
        ('old', 'leave_email', 'baru@example.com', 'sari', 'id', '/', 1), ('next', 'take_email', 'baru@example.com', 'sari', 'id', '/', 1);
    INSERT INTO letters (kind, recipient, language, written_at, tries, due_at) VALUES
        ('join', 'sari@example.com', 'id', 5, 0, 1), ('already_joined', 'sari@example.com', 'id', 4, 0, 1),
        ('leave_email', 'sari@example.com', 'id', 3, 0, 1), ('take_email', 'sari@example.com', 'id', 2, 0, 1),
        ('new_device', 'sari@example.com', 'id', 1, 0, NULL);
    INSERT INTO detours (id, provider, state, nonce, verifier, return_to, account_id, started_at)
        VALUES ('login', 'kampus', 's', 'n', 'v', '/', 'sari', 1);
    INSERT INTO sessions (token, id, account_id, started_at, seen_at, proven_at, device) VALUES ('token', 's', 'sari', 1, 2, 3, 'Firefox')";

async fn rows_of_an_older_schema_are_found_under_the_names_of_today(database: Database) {
    let folder = tempfile::tempdir().unwrap();
    let database = match database.kind {
        Kind::Sqlite => {
            let url = format!("sqlite://{}", folder.path().join("older.db").display());
            Database::open(&url, Workload::Serve).await.unwrap()
        }
        Kind::Postgres => {
            run(&database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public").await;
            database
        }
    };
    let older = database.migrator().iter().filter(|migration| migration.version < 18).cloned().collect();
    let older = Migrator { migrations: Cow::Owned(older), ..Migrator::DEFAULT };
    older.run(&database.write).await.unwrap();
    run(&database, ROWS).await;
    database.migrate().await.unwrap();
    assert_eq!(database.schema().await.unwrap(), Schema::Usable);

    let hash = |text: &str| TokenHash::from_store(text.to_owned());
    for (id, purpose) in [
        ("new", Purpose::Register),
        ("reset", Purpose::ResetPassword),
        ("old", Purpose::ConfirmOldEmail),
        ("next", Purpose::ConfirmNewEmail),
    ] {
        assert_eq!(database.confirmation(&hash(id)).await.unwrap().unwrap().purpose, purpose);
    }
    let emails = database.emails(&EmailAddress::parse("sari@example.com").unwrap(), 9).await.unwrap();
    let kinds: Vec<_> = emails.iter().map(|delivery| delivery.email.email.kind).collect();
    let expected = [
        EmailKind::Confirmation(Purpose::Register),
        EmailKind::AlreadyRegistered,
        EmailKind::Confirmation(Purpose::ConfirmOldEmail),
        EmailKind::Confirmation(Purpose::ConfirmNewEmail),
        EmailKind::NewDevice,
    ];
    assert_eq!(kinds, expected);
    assert_eq!(database.take_login(&hash("login")).await.unwrap().unwrap().provider, "kampus");
    let (session, _) = database.session(&hash("token")).await.unwrap().unwrap();
    assert_eq!(session.authenticated_at.timestamp_millis(), 3);
    // Programs that know the old names only are told to stay away.
    let compatible = database.rows(sqlx::query(crate::schema::COMPATIBLE_FROM), |row| {
        crate::row::get::<i64>(row, "compatible_from")
    });
    assert_eq!(compatible.await.unwrap(), [18]);
}
