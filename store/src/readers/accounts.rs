//! Accounts.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{
    Account, AccountId, AccountStore, Departure, Email, EmailAddress, Entry, Notice, PasswordHash, Written,
};
use domain::newsroom::StoreError;

use super::credentials::{all_of, enter, raise, sign_out_everywhere, tell};
use super::outbox::post;
use super::{account, account_columns, departures, execute};
use crate::database::Database;
use crate::error::unavailable;
use crate::quota::forget_reader;
use crate::sql::Query;
use crate::transaction::Transaction;

const BY_ID: &str = concat!("SELECT ", account_columns!(), " FROM accounts WHERE id = $1");
const BY_EMAIL: &str = concat!("SELECT ", account_columns!(), " FROM accounts WHERE email = $1");
const BEHIND: &str =
    concat!("SELECT ", account_columns!(), " FROM accounts WHERE email > $1 ORDER BY email LIMIT $2");
const INSERT: &str = "INSERT INTO accounts (id, email, password, language, created_at, uses_history) \
                      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (email) DO NOTHING";
const PASSWORD: &str = "UPDATE accounts SET password = $2 WHERE id = $1";
/// Confirmations of an account, but for the word of an owner that a change was somebody else's.
const PENDING: &str = "DELETE FROM confirmations WHERE account_id = $1 AND purpose <> 'secure_account'";
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

    async fn rehash(&self, account: &Account, password: &PasswordHash) -> Result<Written, StoreError> {
        self.write_on(Some(account), password_query(&account.id, password)).await
    }

    async fn change_password(
        &self,
        account: &Account,
        password: &PasswordHash,
        entry: &Entry,
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !raise(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        set_password(&mut transaction, &account.id, password).await?;
        sign_out_everywhere(&mut transaction, &account.id).await?;
        all_of(&mut transaction, &[PENDING], &account.id).await?;
        enter(&mut transaction, entry, now).await?;
        tell(&mut transaction, notice, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }

    async fn use_history(&self, id: &AccountId, uses: bool) -> Result<(), StoreError> {
        let query = sqlx::query(HISTORY).bind(id.as_str().to_owned()).bind(i64::from(uses));
        execute(self.writer()?, query).await.map(drop)
    }

    async fn close_account(
        &self,
        account: &Account,
        nobody: &AccountId,
        email: &Email,
        departure: &Departure,
        now: DateTime<Utc>,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !raise(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        departures::remember(&mut transaction, account, departure).await?;
        all_of(&mut transaction, &["DELETE FROM accounts WHERE id = $1"], &account.id).await?;
        // What hangs on the account went with it; what hangs on the address does so now.
        for sql in [
            "DELETE FROM confirmations WHERE email = $1",
            "DELETE FROM outbox_emails WHERE recipient = $1",
            "DELETE FROM subscriptions WHERE email = $1",
        ] {
            execute(&mut *transaction, sqlx::query(sql).bind(account.email.as_str().to_owned())).await?;
        }
        forget_reader(&mut transaction, &account.id, nobody).await?;
        post(&mut transaction, email, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }
}

/// Makes an account; false where the address has one.
pub(super) async fn insert(
    transaction: &mut Transaction,
    account: &Account,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let query = sqlx::query(INSERT)
        .bind(account.id.as_str().to_owned())
        .bind(account.email.as_str().to_owned())
        .bind(account.password.as_ref().map(|password| password.as_str().to_owned()))
        .bind(account.language.as_str())
        .bind(account.created_at.timestamp_millis())
        .bind(i64::from(account.uses_history));
    let is_new = execute(&mut **transaction, query).await? == 1;
    if is_new {
        departures::restore(transaction, &account.email, &account.id, now).await?;
    }
    Ok(is_new)
}

pub(super) async fn set_password(
    transaction: &mut Transaction,
    id: &AccountId,
    password: &PasswordHash,
) -> Result<(), StoreError> {
    execute(&mut **transaction, password_query(id, password)).await.map(drop)
}

fn password_query(id: &AccountId, password: &PasswordHash) -> Query<'static> {
    sqlx::query(PASSWORD).bind(id.as_str().to_owned()).bind(password.as_str().to_owned())
}
