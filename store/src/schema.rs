//! The schema: bringing it up to date, and whether this program can work with the one that is there.

use std::borrow::Cow;
use std::collections::HashSet;

use domain::newsroom::StoreError;
use sqlx::migrate::Migrator;

use crate::database::{Database, Kind, OpenError};
use crate::row::get;

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

const TABLES_SQLITE: &str = "SELECT count(*) AS tables FROM sqlite_master WHERE type = 'table' AND name = $1";
const TABLES_POSTGRES: &str =
    "SELECT count(*) AS tables FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1";
const APPLIED: &str = "SELECT version FROM _sqlx_migrations WHERE success";
/// The oldest migration whose program can still work with the schema.
pub(crate) const COMPATIBLE_FROM: &str =
    "SELECT coalesce(max(compatible_from), 0) AS compatible_from FROM schema_compatibility";

/// Compatibility of this program with the schema of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    /// Work: it is this program's, or a newer one that older programs can work with.
    Usable,
    /// Work, once it has been brought up to date.
    Outdated,
    /// Nothing: a newer program changed it for good.
    TooNew,
}

impl Database {
    /// Compatibility of this program with the schema of the database.
    pub async fn schema(&self) -> Result<Schema, StoreError> {
        if !self.has_table("_sqlx_migrations").await? {
            return Ok(Schema::Outdated);
        }
        if self.has_table("schema_compatibility").await? {
            let compatible_from =
                self.rows(sqlx::query(COMPATIBLE_FROM), |row| get::<i64>(row, "compatible_from")).await?;
            if compatible_from.iter().any(|version| *version > self.version()) {
                return Ok(Schema::TooNew);
            }
        }
        let applied = self.rows(sqlx::query(APPLIED), |row| get::<i64>(row, "version")).await?;
        let applied: HashSet<i64> = applied.into_iter().collect();
        let is_done = self.migrator().iter().all(|migration| applied.contains(&migration.version));
        Ok(if is_done { Schema::Usable } else { Schema::Outdated })
    }

    /// Brings the schema up to date; does nothing where it is, and nothing to what a newer program added.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        if self.schema().await? == Schema::TooNew {
            return Err(OpenError::TooNew);
        }
        // A newer program's migrations are no fault: which of them matter has just been asked.
        let known = self.migrator();
        let migrator = Migrator {
            migrations: Cow::Borrowed(&known.migrations),
            ignore_missing: true,
            ..Migrator::DEFAULT
        };
        Ok(migrator.run(&self.write).await?)
    }

    /// The newest migration that this program knows.
    pub(crate) fn version(&self) -> i64 {
        self.migrator().iter().map(|migration| migration.version).max().unwrap_or_default()
    }

    pub(crate) fn migrator(&self) -> &'static Migrator {
        match self.kind {
            Kind::Sqlite => &SQLITE,
            Kind::Postgres => &POSTGRES,
        }
    }

    async fn has_table(&self, name: &str) -> Result<bool, StoreError> {
        let sql = match self.kind {
            Kind::Sqlite => TABLES_SQLITE,
            Kind::Postgres => TABLES_POSTGRES,
        };
        let tables = self.rows(sqlx::query(sql).bind(name.to_owned()), |row| get::<i64>(row, "tables"));
        Ok(tables.await?.iter().any(|tables| *tables > 0))
    }
}
