//! Passkeys and their challenges.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{Account, AccountId, Challenge, Notice, Passkey, PasskeyStore, TokenHash, Written};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use super::credentials::{raise, tell};
use super::sign_in_methods::has_sign_in_method;
use super::{account, account_columns, execute, written};
use crate::database::Database;
use crate::error::unavailable;
use crate::row::{get, instant};
use crate::transaction::Transaction;

const ADD: &str = "INSERT INTO passkeys (id, account_id, device, data, made_at) VALUES ($1, $2, $3, $4, $5) \
                   ON CONFLICT (id) DO NOTHING";
const FIND: &str = concat!(
    "SELECT passkeys.id, passkeys.device, passkeys.data, passkeys.made_at, passkeys.used_at, ",
    account_columns!(),
    " FROM passkeys JOIN accounts ON accounts.id = passkeys.account_id WHERE passkeys.id = $1"
);
const REMOVE: &str = "DELETE FROM passkeys WHERE account_id = $1 AND id = $2";
const OF_ACCOUNT: &str = "SELECT id, account_id, device, data, made_at, used_at FROM passkeys \
                          WHERE account_id = $1 ORDER BY made_at, id";
const USED: &str = "UPDATE passkeys SET data = $2, used_at = $3 WHERE id = $1";
const CHALLENGE: &str = "INSERT INTO challenges (id, account_id, state, asked_at) VALUES ($1, $2, $3, $4)";
const ANSWER: &str = "DELETE FROM challenges WHERE id = $1 RETURNING id, account_id, state, asked_at";

#[async_trait]
impl PasskeyStore for Database {
    async fn add_passkey(
        &self,
        account: &Account,
        passkey: &Passkey,
        notice: &Notice,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !raise(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        let query = sqlx::query(ADD)
            .bind(passkey.id.clone())
            .bind(account.id.as_str().to_owned())
            .bind(passkey.device.clone())
            .bind(passkey.data.clone())
            .bind(passkey.made_at.timestamp_millis());
        if execute(&mut *transaction, query).await? == 0 {
            return Ok(Written::Taken);
        }
        tell(&mut transaction, notice, passkey.made_at).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }

    async fn passkey(&self, id: &str) -> Result<Option<(Passkey, Account)>, StoreError> {
        let query = sqlx::query(FIND).bind(id.to_owned());
        Ok(self.rows(query, |row| Ok((passkey(row)?, account(row)?))).await?.into_iter().next())
    }

    async fn passkeys(&self, account: &AccountId) -> Result<Vec<Passkey>, StoreError> {
        self.rows(sqlx::query(OF_ACCOUNT).bind(account.as_str().to_owned()), passkey).await
    }

    async fn used_passkey(&self, id: &str, data: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let query = sqlx::query(USED).bind(id.to_owned()).bind(data.to_owned()).bind(now.timestamp_millis());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn remove_passkey(
        &self,
        account: &Account,
        id: &str,
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !raise(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        if remove(&mut transaction, &account.id, id).await? == 0 {
            return Ok(Written::Done);
        }
        if !has_sign_in_method(&mut transaction, &account.id).await? {
            return Ok(Written::OnlyWay);
        }
        tell(&mut transaction, notice, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }

    async fn challenge(
        &self,
        challenge: &Challenge,
        account: Option<&Account>,
    ) -> Result<Written, StoreError> {
        let query = sqlx::query(CHALLENGE)
            .bind(challenge.id.as_str().to_owned())
            .bind(challenge.account.as_ref().map(|account| account.as_str().to_owned()))
            .bind(challenge.state.clone())
            .bind(challenge.asked_at.timestamp_millis());
        self.write_on(account, query).await
    }

    async fn answer_challenge(&self, id: &TokenHash) -> Result<Option<Challenge>, StoreError> {
        let query = sqlx::query(ANSWER).bind(id.as_str().to_owned());
        let row = written(self.writer()?, query).await?;
        let challenge = |row: &AnyRow| {
            Ok(Challenge {
                id: TokenHash::from_store(get(row, "id")?),
                account: get::<Option<String>>(row, "account_id")?.map(AccountId::from_store),
                state: get(row, "state")?,
                asked_at: instant(get(row, "asked_at")?)?,
            })
        };
        row.as_ref().map(challenge).transpose()
    }
}

pub(super) async fn remove(
    transaction: &mut Transaction,
    account: &AccountId,
    id: &str,
) -> Result<u64, StoreError> {
    let query = sqlx::query(REMOVE).bind(account.as_str().to_owned()).bind(id.to_owned());
    execute(&mut **transaction, query).await
}

fn passkey(row: &AnyRow) -> Result<Passkey, StoreError> {
    Ok(Passkey {
        id: get(row, "id")?,
        account: AccountId::from_store(get(row, "account_id")?),
        device: get(row, "device")?,
        data: get(row, "data")?,
        made_at: instant(get(row, "made_at")?)?,
        used_at: get::<Option<i64>>(row, "used_at")?.map(instant).transpose()?,
    })
}
