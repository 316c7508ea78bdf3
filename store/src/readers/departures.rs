//! Records that remain of deleted accounts: the number of units that an address has spent, under an HMAC of the address.

use chrono::{DateTime, Utc};
use domain::account::{Account, AccountId, Departure, EmailAddress, departed_name};
use domain::newsroom::StoreError;
use sqlx::Row;

use super::execute;
use crate::error::unavailable;
use crate::secrets::secret;
use crate::transaction::Transaction;

/// Name of the secret by which addresses become names.
const SECRET: &str = "departures";
const SPENT: &str = "SELECT (SELECT count(*) FROM receipts WHERE account_id = $1 AND period = $2) \
                     + coalesce((SELECT units FROM carried_units WHERE account_id = $1 AND period = $2), 0) AS spent";
const REMEMBER: &str = "INSERT INTO departures (name, period, units, expires_at) VALUES ($1, $2, $3, $4) \
                     ON CONFLICT (name) DO UPDATE SET period = excluded.period, units = excluded.units, \
                     expires_at = excluded.expires_at";
const RESTORE: &str = "INSERT INTO carried_units (account_id, period, units) \
                      SELECT $2, period, units FROM departures WHERE name = $1 AND expires_at > $3";
const FORGET: &str = "DELETE FROM departures WHERE name = $1";

async fn name(transaction: &mut Transaction, email: &EmailAddress) -> Result<String, StoreError> {
    Ok(departed_name(&secret(&mut **transaction, SECRET).await?, email))
}

/// Remembers the units that an account has spent, before it is deleted.
pub(super) async fn remember(
    transaction: &mut Transaction,
    account: &Account,
    departure: &Departure,
) -> Result<(), StoreError> {
    let spent = sqlx::query(SPENT).bind(account.id.as_str().to_owned()).bind(departure.period.clone());
    let spent = spent.fetch_one(&mut **transaction).await.map_err(unavailable)?;
    let spent: i64 = spent.try_get("spent").map_err(unavailable)?;
    if spent == 0 {
        return Ok(());
    }
    let name = name(transaction, &account.email).await?;
    let query = sqlx::query(REMEMBER).bind(name).bind(departure.period.clone()).bind(spent);
    execute(&mut **transaction, query.bind(departure.expires_at.timestamp_millis())).await.map(drop)
}

/// Carries the spent units of an address over to its new account.
pub(super) async fn restore(
    transaction: &mut Transaction,
    email: &EmailAddress,
    account: &AccountId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let name = name(transaction, email).await?;
    let query = sqlx::query(RESTORE).bind(name.clone()).bind(account.as_str().to_owned());
    execute(&mut **transaction, query.bind(now.timestamp_millis())).await?;
    execute(&mut **transaction, sqlx::query(FORGET).bind(name)).await.map(drop)
}
