//! Whether the database can be used, as it was seen last.
//!
//! A probe looks on a connection of its own, so that a busy pool does not pass for an absent database. While the database is known
//! to be absent, nothing waits for a connection: each request would wait as long as the first.

use std::sync::Arc;
use std::time::Duration;

use sqlx::{AnyConnection, ConnectOptions, Row};
use tokio::sync::{Notify, watch};
use tokio::time::{sleep, timeout};

use domain::newsroom::StoreError;

use crate::database::{Database, Kind};
use crate::error::unavailable;
use crate::schema::COMPATIBLE_FROM;

/// Interval of the probe.
const EVERY: Duration = Duration::from_secs(1);
/// Number of probes from one write to the next while all is well.
const WRITES_EVERY: u32 = 10;
/// Time limit of a probe.
const PATIENCE: Duration = Duration::from_secs(2);
const WRITE: &str = "UPDATE write_probes SET written = written + 1";

/// Operations that the database can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Health {
    /// It answers and takes writes.
    Good,
    /// It answers, but takes no writes: its disk is full, or it is there for reading only.
    WritesFail,
    /// It does not answer.
    Absent,
    /// A newer program changed its schema, and this one cannot work with it.
    SchemaTooNew,
}

/// Shared state of the database's health.
#[derive(Clone, Debug)]
pub(crate) struct Watched {
    health: watch::Sender<Health>,
    suspected: Arc<Notify>,
}

impl Default for Watched {
    fn default() -> Self {
        Self { health: watch::Sender::new(Health::Good), suspected: Arc::default() }
    }
}

impl Watched {
    pub(crate) fn health(&self) -> Health {
        *self.health.borrow()
    }

    /// Has the probe look at once: something failed that should not.
    pub(crate) fn suspect(&self) {
        self.suspected.notify_one();
    }

    /// An error at once where the database is known to be absent.
    pub(crate) fn check(&self) -> Result<(), StoreError> {
        if self.health() == Health::Absent {
            return Err(StoreError::Unavailable("the database has not answered since".into()));
        }
        Ok(())
    }

    /// The same error; where it says that the database cannot be used, the probe looks.
    pub(crate) fn failed(&self, error: sqlx::Error) -> StoreError {
        let error = unavailable(error);
        if matches!(error, StoreError::Unavailable(_)) {
            self.suspect();
        }
        error
    }
}

impl Database {
    /// Health of the database at the last probe. Before [`Self::watch`] runs, the database counts as healthy.
    pub fn health(&self) -> Health {
        self.watched.health()
    }

    /// Returns once the database is seen like this.
    pub async fn until(&self, wanted: Health) {
        // The sender lives in `self`, so this ends only with the state.
        let _ = self.watched.health.subscribe().wait_for(|health| *health == wanted).await;
    }

    /// Looks after the database for as long as the future is polled.
    pub async fn watch(&self) {
        let mut probe = Probe { database: self, connection: None };
        let mut looks = 0;
        loop {
            let before = self.health();
            let is_writing = before != Health::Good || looks % WRITES_EVERY == 0;
            let (health, reason) = probe.look(is_writing).await;
            if health != before {
                tell(health, &reason);
                self.watched.health.send_replace(health);
            }
            looks += 1;
            tokio::select! {
                () = sleep(EVERY) => {}
                () = self.watched.suspected.notified(), if health == Health::Good => looks = 0,
            }
        }
    }
}

fn tell(health: Health, reason: &str) {
    match health {
        Health::Good => tracing::info!("the database can be used again"),
        Health::WritesFail => tracing::error!(reason, "the database takes no writes; is its disk full?"),
        Health::Absent => tracing::error!(reason, "the database does not answer"),
        Health::SchemaTooNew => tracing::error!("{}", crate::OpenError::TooNew),
    }
}

struct Probe<'a> {
    database: &'a Database,
    connection: Option<AnyConnection>,
}

impl Probe<'_> {
    /// Health of the database, with its error if it is not healthy.
    async fn look(&mut self, is_writing: bool) -> (Health, String) {
        // Taken out: one that fails, or falls silent, is not used again.
        let Ok(read) = timeout(PATIENCE, self.read()).await else {
            return (Health::Absent, format!("no answer within {} s", PATIENCE.as_secs()));
        };
        let (mut connection, compatible_from) = match read {
            Ok(read) => read,
            Err(error) => return (Health::Absent, error.to_string()),
        };
        if compatible_from > self.database.version() {
            return (Health::SchemaTooNew, String::new());
        }
        if is_writing {
            match timeout(PATIENCE, sqlx::query(WRITE).execute(&mut connection)).await {
                Ok(Ok(_)) => {}
                Ok(Err(error)) if is_taken(&error) => {}
                Ok(Err(error)) => return (Health::WritesFail, error.to_string()),
                Err(_) => return (Health::WritesFail, format!("no answer within {} s", PATIENCE.as_secs())),
            }
        }
        self.connection = Some(connection);
        (Health::Good, String::new())
    }

    async fn read(&mut self) -> Result<(AnyConnection, i64), sqlx::Error> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => connect(self.database).await?,
        };
        let row = sqlx::query(COMPATIBLE_FROM).fetch_one(&mut connection).await?;
        let compatible_from = row.try_get("compatible_from")?;
        Ok((connection, compatible_from))
    }
}

async fn connect(database: &Database) -> Result<AnyConnection, sqlx::Error> {
    let mut connection = database.write.connect_options().connect().await?;
    // Whoever writes meanwhile shows that writing works.
    let at_once = match database.kind {
        Kind::Sqlite => "PRAGMA busy_timeout = 0",
        Kind::Postgres => "SET lock_timeout = '500ms'",
    };
    sqlx::raw_sql(at_once).execute(&mut connection).await?;
    Ok(connection)
}

/// Whether somebody else is writing right now.
fn is_taken(error: &sqlx::Error) -> bool {
    let sqlx::Error::Database(said) = error else { return false };
    // SQLITE_BUSY with its kinds, and PostgreSQL's lock_not_available.
    matches!(said.code().as_deref(), Some("5" | "261" | "517" | "773" | "55P03"))
}
