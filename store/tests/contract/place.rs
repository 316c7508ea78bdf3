//! An empty database for each test.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};

use sqlx::{Connection, PgConnection};
use store::{Database, Workload};

/// Each case runs on an empty SQLite file and on an empty PostgreSQL database.
macro_rules! contract {
    ($($case:ident)*) => {
        mod sqlite { $(#[tokio::test] async fn $case() { super::place::on_sqlite(|database| async move { super::$case(database).await }).await; })* }
        mod postgres { $(#[tokio::test] async fn $case() { super::place::on_postgres(|database| async move { super::$case(database).await }).await; })* }
    };
}

pub async fn on_sqlite<F: Future<Output = ()>>(case: impl FnOnce(Database) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("warta.db").display());
    run(&url, case).await;
}

pub async fn on_postgres<F: Future<Output = ()>>(case: impl FnOnce(Database) -> F) {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    #[expect(
        clippy::disallowed_methods,
        reason = "scripts/test says here where its throw-away server listens"
    )]
    let server = std::env::var("WARTA_TEST_POSTGRES")
        .expect("WARTA_TEST_POSTGRES names no server: run scripts/test, which starts one");
    let name = format!("contract_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::raw_sql(create).execute(&mut connection).await.unwrap();
    run(&format!("{server}/{name}"), case).await;
    let drop = sqlx::AssertSqlSafe(format!("DROP DATABASE {name} WITH (FORCE)"));
    sqlx::raw_sql(drop).execute(&mut connection).await.unwrap();
}

async fn run<F: Future<Output = ()>>(url: &str, case: impl FnOnce(Database) -> F) {
    let database = Database::open(url, Workload::Serve).await.unwrap();
    database.migrate().await.unwrap();
    case(database).await;
}
