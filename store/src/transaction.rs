//! A transaction whose connection serves others again only once the database has said that the transaction is over.
//!
//! The driver's own keeps count of what it believes to be open. That goes wrong where the database ends a transaction by itself
//! (a full disk), and where a request is given up between two messages: the connection then stays in it for ever.

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use sqlx::pool::PoolConnection;
use sqlx::{Any, AnyConnection, AnyPool};
use tokio::time::timeout;

use crate::health::Watched;

/// A connection that cannot say within this time that its transaction is over is closed.
const ROLLBACK_TIMEOUT: Duration = Duration::from_secs(5);

/// Dropped without [`Self::commit`], it is rolled back.
pub(crate) struct Transaction {
    /// `None` once it is over.
    connection: Option<PoolConnection<Any>>,
    watched: Watched,
}

impl Transaction {
    /// Begins one with this statement.
    pub(crate) async fn begin(
        pool: &AnyPool,
        statement: &'static str,
        watched: Watched,
    ) -> Result<Self, sqlx::Error> {
        // From here on, whatever happens to this future, the connection is looked after.
        let mut transaction = Self { connection: Some(pool.acquire().await?), watched };
        sqlx::raw_sql(statement).execute(&mut *transaction).await?;
        Ok(transaction)
    }

    /// Keeps what was written. Where this fails, or its future is dropped, nobody knows whether it was.
    pub(crate) async fn commit(mut self) -> Result<(), sqlx::Error> {
        sqlx::raw_sql("COMMIT").execute(&mut *self).await?;
        self.connection = None;
        Ok(())
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take() {
            tokio::spawn(end(connection, self.watched.clone()));
        }
    }
}

/// Rolls back; closes the connection where that does not work, and the pool opens another.
async fn end(mut connection: PoolConnection<Any>, watched: Watched) {
    let ended = timeout(ROLLBACK_TIMEOUT, sqlx::raw_sql("ROLLBACK").execute(&mut *connection)).await;
    if !matches!(ended, Ok(Ok(_))) {
        watched.suspect();
        connection.close_on_drop();
    }
}

const OVER: &str = "only its end takes a transaction's connection";

impl Deref for Transaction {
    type Target = AnyConnection;

    fn deref(&self) -> &AnyConnection {
        self.connection.as_ref().expect(OVER)
    }
}

impl DerefMut for Transaction {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        self.connection.as_mut().expect(OVER)
    }
}
