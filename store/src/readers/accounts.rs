//! Accounts.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{Account, AccountId, AccountStore, EmailAddress, Letter, PasswordHash, TokenHash};
use domain::newsroom::StoreError;
use sqlx::{Any, Transaction};

use super::confirmations::VOID;
use super::letters::post;
use super::{account, account_columns, execute};
use crate::database::{Database, unavailable};
use crate::quota::forget_reader;

const BY_ID: &str = concat!("SELECT ", account_columns!(), " FROM accounts WHERE id = $1");
const BY_EMAIL: &str = concat!("SELECT ", account_columns!(), " FROM accounts WHERE email = $1");
const BEHIND: &str =
    concat!("SELECT ", account_columns!(), " FROM accounts WHERE email > $1 ORDER BY email LIMIT $2");
const INSERT: &str = "INSERT INTO accounts (id, email, password, language, created_at, uses_history) \
                      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (email) DO NOTHING";
const PASSWORD: &str = "UPDATE accounts SET password = $2 WHERE id = $1";
const HISTORY: &str = "UPDATE accounts SET uses_history = $2 WHERE id = $1";

#[async_trait]
impl AccountStore for Database {
    async fn account(&self, id: &AccountId) -> Result<Option<Account>, StoreError> {
        let query = sqlx::query(BY_ID).bind(id.as_str().to_owned());
        Ok(self.rows(query, account).await?.into_iter().next())
    }

    async fn account_of(&self, email: &EmailAddress) -> Result<Option<Account>, StoreError> {
        let query = sqlx::query(BY_EMAIL).bind(email.as_str().to_owned());
        Ok(self.rows(query, account).await?.into_iter().next())
    }

    async fn accounts(&self, after: Option<&EmailAddress>, limit: u32) -> Result<Vec<Account>, StoreError> {
        let after = after.map_or(String::new(), |email| email.as_str().to_owned());
        self.rows(sqlx::query(BEHIND).bind(after).bind(i64::from(limit)), account).await
    }

    async fn rehash(&self, id: &AccountId, password: &PasswordHash) -> Result<(), StoreError> {
        let query = sqlx::query(PASSWORD).bind(id.as_str().to_owned()).bind(password.as_str().to_owned());
        execute(&self.write, query).await.map(drop)
    }

    async fn change_password(
        &self,
        id: &AccountId,
        password: &PasswordHash,
        keep: &TokenHash,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        set_password(&mut transaction, id, password, Some(keep)).await?;
        post(&mut transaction, letter, now).await?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn use_history(&self, id: &AccountId, uses: bool) -> Result<(), StoreError> {
        let query = sqlx::query(HISTORY).bind(id.as_str().to_owned()).bind(i64::from(uses));
        execute(&self.write, query).await.map(drop)
    }

    async fn close_account(
        &self,
        id: &AccountId,
        nobody: &AccountId,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        let email = letter.to.as_str().to_owned();
        let query = sqlx::query("DELETE FROM accounts WHERE id = $1").bind(id.as_str().to_owned());
        if execute(&mut *transaction, query).await? == 1 {
            // What hangs on the account went with it; what hangs on the address does so now.
            for sql in [
                "DELETE FROM confirmations WHERE email = $1",
                "DELETE FROM letters WHERE recipient = $1",
                "DELETE FROM subscriptions WHERE email = $1",
            ] {
                execute(&mut *transaction, sqlx::query(sql).bind(email.clone())).await?;
            }
            forget_reader(&mut transaction, id, nobody).await?;
            post(&mut transaction, letter, now).await?;
        }
        transaction.commit().await.map_err(unavailable)
    }
}

/// Makes an account; false where the address has one.
pub(super) async fn insert(
    transaction: &mut Transaction<'static, Any>,
    account: &Account,
) -> Result<bool, StoreError> {
    let query = sqlx::query(INSERT)
        .bind(account.id.as_str().to_owned())
        .bind(account.email.as_str().to_owned())
        .bind(account.password.as_ref().map(|password| password.as_str().to_owned()))
        .bind(account.language.as_str())
        .bind(account.created_at.timestamp_millis())
        .bind(i64::from(account.uses_history));
    Ok(execute(&mut **transaction, query).await? == 1)
}

/// A new password ends every session but `keep`, makes known browsers strangers and wishes for another password void.
pub(super) async fn set_password(
    transaction: &mut Transaction<'static, Any>,
    id: &AccountId,
    password: &PasswordHash,
    keep: Option<&TokenHash>,
) -> Result<(), StoreError> {
    let id = id.as_str().to_owned();
    let query = sqlx::query(PASSWORD).bind(id.clone()).bind(password.as_str().to_owned());
    execute(&mut **transaction, query).await?;
    let keep = keep.map_or(String::new(), |token| token.as_str().to_owned());
    let sessions =
        sqlx::query("DELETE FROM sessions WHERE account_id = $1 AND token <> $2").bind(id.clone()).bind(keep);
    execute(&mut **transaction, sessions).await?;
    for sql in ["DELETE FROM known_devices WHERE account_id = $1", VOID] {
        execute(&mut **transaction, sqlx::query(sql).bind(id.clone())).await?;
    }
    Ok(())
}
