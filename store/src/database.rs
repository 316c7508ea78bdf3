//! Opening a database.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::newsroom::StoreError;
use sqlx::any::{AnyPoolOptions, install_default_drivers};
use sqlx::migrate::MigrateError;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AnyConnection, AnyPool, ConnectOptions, Connection};
use tokio::time::timeout;

use crate::health::Watched;
use crate::transaction::Transaction;

/// A server that has not answered by then is not there.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Workload of the connections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Workload {
    /// Answering readers: what takes too long is given up.
    Serve,
    /// A command of the newsroom: it may take its time.
    Command,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

/// An open database. Cloning shares its connections.
#[derive(Clone, Debug)]
pub struct Database {
    pub(crate) kind: Kind,
    pub(crate) read: AnyPool,
    /// On SQLite one connection, on PostgreSQL the same pool as `read`.
    pub(crate) write: AnyPool,
    pub(crate) watched: Watched,
}

/// The database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Neither `sqlite://PATH` nor `postgres://…`.
    #[error("`{0}` is neither sqlite://PATH nor postgres://USER@HOST/NAME")]
    UnknownScheme(String),
    /// The file or its folder cannot be made.
    #[error("cannot create {path}: {source}", path = .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The database cannot be opened.
    #[error("cannot open the database: {0}")]
    Connect(#[source] sqlx::Error),
    /// No server responds at this address.
    #[error("cannot open the database: {reason} at {at}; is PostgreSQL running there?")]
    Unreachable {
        /// Host and port, or a socket.
        at: String,
        /// Error of the connection.
        reason: String,
    },
    /// The schema cannot be brought up to date.
    #[error("cannot bring the schema up to date: {0}")]
    Migrate(#[from] MigrateError),
    /// The schema cannot be looked at.
    #[error("cannot look at the schema: {0}")]
    Schema(#[from] StoreError),
    /// The schema is of a newer program.
    #[error(
        "a newer warta changed the schema of this database, and this one cannot work with it: run the newer one"
    )]
    TooNew,
}

impl Database {
    /// Opens the database of an address: `sqlite:///absolute/path`, `sqlite://relative/path` or `postgres://…`.
    /// A missing SQLite file is created, readable by its owner only.
    pub async fn open(url: &str, workload: Workload) -> Result<Self, OpenError> {
        install_default_drivers();
        if let Some(path) = url.strip_prefix("sqlite://") {
            open_sqlite(Path::new(path)).await
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            open_postgres(url, workload).await
        } else {
            // Only the scheme is repeated: the rest may hold a password.
            Err(OpenError::UnknownScheme(url.split(':').next().unwrap_or_default().to_owned()))
        }
    }

    /// Closes all connections when their work is done.
    pub async fn close(&self) {
        self.read.close().await;
        self.write.close().await;
    }

    /// A transaction that will write.
    pub(crate) async fn begin(&self) -> Result<Transaction, StoreError> {
        let statement = match self.kind {
            // A deferred one that reads first cannot wait for its turn to write; it fails at once.
            Kind::Sqlite => "BEGIN IMMEDIATE",
            Kind::Postgres => "BEGIN",
        };
        let begun = Transaction::begin(self.writer()?, statement, self.watched.clone()).await;
        begun.map_err(|error| self.watched.failed(error))
    }

    /// For single statements that write.
    pub(crate) fn writer(&self) -> Result<&AnyPool, StoreError> {
        self.watched.check()?;
        Ok(&self.write)
    }
}

async fn open_sqlite(path: &Path) -> Result<Database, OpenError> {
    create_private(path).map_err(|source| OpenError::File { path: path.to_owned(), source })?;
    let url = format!("sqlite://{}", path.display());
    let readers =
        std::thread::available_parallelism().map_or(2, |cores| u32::try_from(cores.get()).unwrap_or(2));
    probe(&url).await.map_err(OpenError::Connect)?;
    // The writer goes first: it turns the file to WAL.
    let write = sqlite_pool(&url, 1, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;").await?;
    let read = sqlite_pool(&url, readers.max(2), "PRAGMA query_only = ON;").await?;
    Ok(Database { kind: Kind::Sqlite, read, write, watched: Watched::default() })
}

/// A pool tries again and again for half a minute before it says that a file is no database; this says so at once.
async fn probe(url: &str) -> Result<(), sqlx::Error> {
    let mut connection = AnyConnection::connect(url).await?;
    sqlx::raw_sql("PRAGMA schema_version").execute(&mut connection).await?;
    connection.close().await
}

async fn sqlite_pool(url: &str, connections: u32, pragmas: &'static str) -> Result<AnyPool, OpenError> {
    let pool = AnyPoolOptions::new()
        .max_connections(connections)
        .min_connections(1)
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                const EVERY: &str =
                    "PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;";
                sqlx::raw_sql(EVERY).execute(&mut *connection).await?;
                sqlx::raw_sql(pragmas).execute(&mut *connection).await?;
                Ok(())
            })
        });
    pool.connect(url).await.map_err(OpenError::Connect)
}

/// A pool tries again and again, and then says only that it waited; this says what happened, and where.
async fn reach(url: &str) -> Result<(), OpenError> {
    let options: PgConnectOptions = url.parse().map_err(OpenError::Connect)?;
    let at = options.get_socket().map_or_else(
        || format!("{}:{}", options.get_host(), options.get_port()),
        |socket| socket.display().to_string(),
    );
    let reason = match timeout(CONNECT_TIMEOUT, options.connect()).await {
        Ok(Ok(connection)) => return connection.close().await.map_err(OpenError::Connect),
        Ok(Err(sqlx::Error::Io(error))) if error.kind() == ErrorKind::ConnectionRefused => "refused".into(),
        Ok(Err(sqlx::Error::Io(error))) => error.to_string(),
        Ok(Err(error)) => return Err(OpenError::Connect(error)),
        Err(_) => format!("no answer within {} s", CONNECT_TIMEOUT.as_secs()),
    };
    Err(OpenError::Unreachable { at, reason })
}

async fn open_postgres(url: &str, workload: Workload) -> Result<Database, OpenError> {
    reach(url).await?;
    let pool = AnyPoolOptions::new()
        .max_connections(8)
        .acquire_timeout(Duration::from_secs(2))
        .after_connect(move |connection, _| {
            Box::pin(async move {
                const SERVE: &str = "SET statement_timeout = '3s'; SET lock_timeout = '1s'; \
                                     SET idle_in_transaction_session_timeout = '5s'";
                if workload == Workload::Serve {
                    sqlx::raw_sql(SERVE).execute(&mut *connection).await?;
                }
                Ok(())
            })
        });
    let pool = pool.connect(url).await.map_err(OpenError::Connect)?;
    Ok(Database { kind: Kind::Postgres, read: pool.clone(), write: pool, watched: Watched::default() })
}

/// SQLite gives its side files the mode of the main one, so that is set before it exists.
fn create_private(path: &Path) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}
