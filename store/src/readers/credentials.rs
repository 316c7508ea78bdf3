//! Writes that rely on an account as it was read, and what every change of an account does to sessions, devices and confirmations.
//!
//! Both statements below take the account's row until the end of the transaction, on PostgreSQL too: who waits for it finds
//! another version and writes nothing. They come first in every transaction, so that none waits for another in a ring.

use chrono::{DateTime, Utc};
use domain::account::{Account, AccountId, Entry, Notice, Written};
use domain::newsroom::StoreError;

use super::outbox::post;
use super::{confirmations, execute, sessions};
use crate::database::Database;
use crate::error::unavailable;
use crate::sql::Query;
use crate::transaction::Transaction;

const HOLD: &str = "UPDATE accounts SET credentials_version = credentials_version \
                    WHERE id = $1 AND credentials_version = $2";
const RAISE: &str = "UPDATE accounts SET credentials_version = credentials_version + 1 \
                     WHERE id = $1 AND credentials_version = $2";
const KNOW: &str = "INSERT INTO known_devices (account_id, token, known_at) VALUES ($1, $2, $3) \
                    ON CONFLICT (account_id, token) DO NOTHING";
const KNOW_AGAIN: &str = "UPDATE known_devices SET known_at = $3 WHERE account_id = $1 AND token = $2";
/// Begun before the change: challenges of passkeys, logins at providers.
const BEGUN: [&str; 2] =
    ["DELETE FROM challenges WHERE account_id = $1", "DELETE FROM oidc_logins WHERE account_id = $1"];
const SIGNED_IN: [&str; 2] =
    ["DELETE FROM sessions WHERE account_id = $1", "DELETE FROM known_devices WHERE account_id = $1"];

/// Locks the account as it was read; false where it has changed since.
pub(super) async fn hold(transaction: &mut Transaction, account: &Account) -> Result<bool, StoreError> {
    at_version(transaction, HOLD, account).await
}

/// Locks the account as it was read, and makes all else that relies on this reading stale; false where it has changed since.
pub(super) async fn raise(transaction: &mut Transaction, account: &Account) -> Result<bool, StoreError> {
    if !at_version(transaction, RAISE, account).await? {
        return Ok(false);
    }
    all_of(transaction, &BEGUN, &account.id).await?;
    Ok(true)
}

impl Database {
    /// Runs one statement, which rests on the account as it was read where there is one.
    pub(super) async fn write_on(
        &self,
        account: Option<&Account>,
        query: Query<'_>,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if let Some(account) = account
            && !hold(&mut transaction, account).await?
        {
            return Ok(Written::Stale);
        }
        execute(&mut *transaction, query).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }
}

async fn at_version(
    transaction: &mut Transaction,
    sql: &'static str,
    account: &Account,
) -> Result<bool, StoreError> {
    let query = sqlx::query(sql).bind(account.id.as_str().to_owned()).bind(account.credentials_version);
    Ok(execute(&mut **transaction, query).await? == 1)
}

/// Ends every session, makes known browsers strangers, and stops what was begun.
pub(super) async fn sign_out_everywhere(
    transaction: &mut Transaction,
    account: &AccountId,
) -> Result<(), StoreError> {
    all_of(transaction, &SIGNED_IN, account).await?;
    all_of(transaction, &BEGUN, account).await
}

/// Runs statements whose only value is the account.
pub(super) async fn all_of(
    transaction: &mut Transaction,
    statements: &[&'static str],
    account: &AccountId,
) -> Result<(), StoreError> {
    for sql in statements {
        execute(&mut **transaction, sqlx::query(*sql).bind(account.as_str().to_owned())).await?;
    }
    Ok(())
}

/// Writes the entry of a reader whose account is locked.
pub(super) async fn enter(
    transaction: &mut Transaction,
    entry: &Entry,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if let Some(before) = &entry.replaces {
        let query = sqlx::query("DELETE FROM sessions WHERE token = $1").bind(before.as_str().to_owned());
        execute(&mut **transaction, query).await?;
    }
    sessions::insert(transaction, &entry.session).await?;
    let know = |sql| {
        sqlx::query(sql)
            .bind(entry.session.account.as_str().to_owned())
            .bind(entry.device.as_str().to_owned())
            .bind(now.timestamp_millis())
    };
    if execute(&mut **transaction, know(KNOW)).await? == 0 {
        execute(&mut **transaction, know(KNOW_AGAIN)).await?;
    } else if let Some(notice) = &entry.notice {
        tell(transaction, notice, now).await?;
    }
    Ok(())
}

/// Queues the notice to the owner in the transaction of the change.
pub(super) async fn tell(
    transaction: &mut Transaction,
    notice: &Notice,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    confirmations::insert(transaction, &notice.secure).await?;
    post(transaction, &notice.email, now).await
}
