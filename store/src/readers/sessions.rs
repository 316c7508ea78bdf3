//! Sessions and known devices.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{Account, AccountId, Entry, Session, SessionId, SessionStore, TokenHash, Written};
use domain::newsroom::StoreError;

use super::credentials::{enter, hold};
use super::{account, account_columns, execute, session};
use crate::database::Database;
use crate::error::unavailable;
use crate::transaction::Transaction;

const INSERT: &str = "INSERT INTO sessions (token, id, account_id, started_at, seen_at, authenticated_at, device) \
                      VALUES ($1, $2, $3, $4, $5, $6, $7)";
const FIND: &str = concat!(
    "SELECT sessions.token, sessions.id AS session, sessions.started_at, sessions.seen_at, sessions.authenticated_at, \
     sessions.device, ",
    account_columns!(),
    " FROM sessions JOIN accounts ON accounts.id = sessions.account_id WHERE sessions.token = $1"
);
const OF_ACCOUNT: &str = "SELECT token, id AS session, account_id, started_at, seen_at, authenticated_at, device \
                          FROM sessions WHERE account_id = $1 ORDER BY seen_at DESC, id";

#[async_trait]
impl SessionStore for Database {
    async fn begin_session(
        &self,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !hold(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        enter(&mut transaction, entry, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }

    async fn session(&self, token: &TokenHash) -> Result<Option<(Session, Account)>, StoreError> {
        let query = sqlx::query(FIND).bind(token.as_str().to_owned());
        Ok(self.rows(query, |row| Ok((session(row)?, account(row)?))).await?.into_iter().next())
    }

    async fn touch(&self, token: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError> {
        let query = sqlx::query("UPDATE sessions SET seen_at = $2 WHERE token = $1 AND seen_at < $2");
        let query = query.bind(token.as_str().to_owned()).bind(now.timestamp_millis());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn sessions(&self, account: &AccountId) -> Result<Vec<Session>, StoreError> {
        self.rows(sqlx::query(OF_ACCOUNT).bind(account.as_str().to_owned()), session).await
    }

    async fn end_session(&self, token: &TokenHash) -> Result<(), StoreError> {
        let query = sqlx::query("DELETE FROM sessions WHERE token = $1").bind(token.as_str().to_owned());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn end_sessions(
        &self,
        account: &AccountId,
        one: Option<&SessionId>,
        keep: &TokenHash,
    ) -> Result<(), StoreError> {
        let (sql, which) = match one {
            Some(id) => ("DELETE FROM sessions WHERE account_id = $1 AND id = $2", id.as_str()),
            None => ("DELETE FROM sessions WHERE account_id = $1 AND token <> $2", keep.as_str()),
        };
        let query = sqlx::query(sql).bind(account.as_str().to_owned()).bind(which.to_owned());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn is_known_device(&self, account: &AccountId, device: &TokenHash) -> Result<bool, StoreError> {
        let query = sqlx::query("SELECT 1 AS known FROM known_devices WHERE account_id = $1 AND token = $2");
        let query = query.bind(account.as_str().to_owned()).bind(device.as_str().to_owned());
        Ok(!self.rows(query, |_| Ok(())).await?.is_empty())
    }
}

pub(super) async fn insert(transaction: &mut Transaction, session: &Session) -> Result<(), StoreError> {
    let query = sqlx::query(INSERT)
        .bind(session.token.as_str().to_owned())
        .bind(session.id.as_str().to_owned())
        .bind(session.account.as_str().to_owned())
        .bind(session.started_at.timestamp_millis())
        .bind(session.seen_at.timestamp_millis())
        .bind(session.authenticated_at.timestamp_millis())
        .bind(session.device.clone());
    execute(&mut **transaction, query).await.map(drop)
}
