//! Pending email confirmations. Deleting the row consumes it, so each works once.

mod rows;

use super::accounts::set_password;
use super::credentials::{all_of, enter, hold, raise, sign_out_everywhere, tell};
use super::outbox::post;
use super::sign_in_methods::keep_only;
use super::{accounts, confirmation, confirmation_columns, execute};
use crate::database::Database;
use crate::error::unavailable;
use crate::subscriptions;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{
    Account, Confirmation, ConfirmationStore, Email, EmailAddress, Entry, Link, LinkState, Notice,
    PasswordHash, Purpose, Redemption, SignInMethod, TokenHash, Written,
};
use domain::newsroom::StoreError;
use rows::{VOID, answer, answer_of_owner, link_query, state};

pub(super) use rows::insert;

const RENEW: &str = "UPDATE confirmations SET email = $2 WHERE id = $1";
const FIND: &str = concat!("SELECT ", confirmation_columns!(), " FROM confirmations WHERE id = $1");
const JOINING: &str = concat!(
    "SELECT ",
    confirmation_columns!(),
    " FROM confirmations WHERE email = $1 AND purpose = 'register' ORDER BY asked_at DESC LIMIT 1"
);
macro_rules! links {
    ($which:literal) => {
        concat!(
            "SELECT mail_links.expires_at, mail_links.used_at, mail_links.refused_at, ",
            confirmation_columns!(),
            " FROM mail_links LEFT JOIN confirmations ON confirmations.id = mail_links.confirmation_id WHERE ",
            $which
        )
    };
}
const BY_TOKEN: &str = links!("mail_links.token = $1");
const BY_CODE: &str = links!(
    "mail_links.confirmation_id = $1 AND mail_links.code = $2 ORDER BY mail_links.expires_at DESC LIMIT 1"
);
const EXPIRE: &str = "UPDATE mail_links SET expires_at = $2 WHERE confirmation_id = $1 AND expires_at > $2";
const REFUSE: &str = "UPDATE mail_links SET refused_at = $2 WHERE confirmation_id = $1 AND expires_at <= $2 AND refused_at IS NULL";
pub(super) const OTHERS: &str = "DELETE FROM confirmations WHERE email = $1 AND purpose = 'register'";
const MOVE: &str = "UPDATE accounts SET email = $2 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM accounts AS other WHERE other.email = $2)";

#[async_trait]
impl ConfirmationStore for Database {
    async fn create_confirmation(
        &self,
        confirmation: &Confirmation,
        email: &Email,
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        insert(&mut transaction, confirmation).await?;
        post(&mut transaction, email, confirmation.asked_at).await?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn create_account_confirmation(
        &self,
        account: &Account,
        confirmation: &Confirmation,
        email: &Email,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !hold(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        insert(&mut transaction, confirmation).await?;
        post(&mut transaction, email, confirmation.asked_at).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }

    async fn confirmation(&self, id: &TokenHash) -> Result<Option<Confirmation>, StoreError> {
        let query = sqlx::query(FIND).bind(id.as_str().to_owned());
        Ok(self.rows(query, confirmation).await?.into_iter().next())
    }

    async fn pending_registration(&self, email: &EmailAddress) -> Result<Option<Confirmation>, StoreError> {
        let query = sqlx::query(JOINING).bind(email.as_str().to_owned());
        Ok(self.rows(query, confirmation).await?.into_iter().next())
    }

    async fn renew_confirmation(
        &self,
        confirmation: &Confirmation,
        email: &Email,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError> {
        let mut transaction = self.begin().await?;
        let renew = sqlx::query(RENEW)
            .bind(confirmation.id.as_str().to_owned())
            .bind(confirmation.email.as_str().to_owned());
        if execute(&mut *transaction, renew).await? == 0 {
            return Ok(Redemption::Gone);
        }
        let expire =
            sqlx::query(EXPIRE).bind(confirmation.id.as_str().to_owned()).bind(now.timestamp_millis());
        execute(&mut *transaction, expire).await?;
        post(&mut transaction, email, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Redemption::Done)
    }

    async fn add_link(&self, link: &Link) -> Result<(), StoreError> {
        execute(self.writer()?, link_query(link)).await.map(drop)
    }

    async fn link(&self, token: &TokenHash, now: DateTime<Utc>) -> Result<LinkState, StoreError> {
        state(self, sqlx::query(BY_TOKEN).bind(token.as_str().to_owned()), now).await
    }

    async fn code(
        &self,
        confirmation: &TokenHash,
        code: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<LinkState, StoreError> {
        let query =
            sqlx::query(BY_CODE).bind(confirmation.as_str().to_owned()).bind(code.as_str().to_owned());
        state(self, query, now).await
    }

    async fn refuse_links(&self, confirmation: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError> {
        let query = sqlx::query(REFUSE).bind(confirmation.as_str().to_owned()).bind(now.timestamp_millis());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn open_account(
        &self,
        confirmation: &TokenHash,
        account: &Account,
        entry: Option<&Entry>,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError> {
        let mut transaction = self.begin().await?;
        if !answer(&mut transaction, confirmation, now).await? {
            return Ok(Redemption::Gone);
        }
        let is_new = accounts::insert(&mut transaction, account, now).await?;
        if is_new {
            // Who else asked with this address did not read its mail.
            let others = sqlx::query(OTHERS).bind(account.email.as_str().to_owned());
            execute(&mut *transaction, others).await?;
            if let Some(entry) = entry {
                enter(&mut transaction, entry, now).await?;
            }
        }
        transaction.commit().await.map_err(unavailable)?;
        Ok(if is_new { Redemption::Done } else { Redemption::Taken })
    }

    async fn open_session(
        &self,
        confirmation: &TokenHash,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError> {
        let mut transaction = self.begin().await?;
        if !hold(&mut transaction, account).await? {
            return Ok(Redemption::Stale);
        }
        if !answer(&mut transaction, confirmation, now).await? {
            return Ok(Redemption::Gone);
        }
        enter(&mut transaction, entry, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Redemption::Done)
    }

    async fn reset_password(
        &self,
        confirmation: &Confirmation,
        password: &PasswordHash,
        keep: &[SignInMethod],
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError> {
        let mut transaction = self.begin().await?;
        let (true, Some(account)) =
            (answer_of_owner(&mut transaction, confirmation, now).await?, &confirmation.account)
        else {
            return Ok(Redemption::Gone);
        };
        set_password(&mut transaction, account, password).await?;
        keep_only(&mut transaction, account, keep).await?;
        tell(&mut transaction, notice, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Redemption::Done)
    }

    async fn secure_account(
        &self,
        confirmation: &Confirmation,
        reset: &Confirmation,
        link: &Link,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError> {
        let mut transaction = self.begin().await?;
        if !answer_of_owner(&mut transaction, confirmation, now).await? {
            return Ok(Redemption::Gone);
        }
        insert(&mut transaction, reset).await?;
        execute(&mut *transaction, link_query(link)).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Redemption::Done)
    }

    async fn confirm_old_email(
        &self,
        account: &Account,
        confirmation: &Confirmation,
        email: &Email,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError> {
        let mut transaction = self.begin().await?;
        if !hold(&mut transaction, account).await? {
            return Ok(Redemption::Stale);
        }
        if !answer(&mut transaction, &confirmation.id, now).await? {
            return Ok(Redemption::Gone);
        }
        insert(&mut transaction, &Confirmation { purpose: Purpose::ConfirmNewEmail, ..confirmation.clone() })
            .await?;
        post(&mut transaction, email, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Redemption::Done)
    }

    async fn confirm_new_email(
        &self,
        account: &Account,
        confirmation: &Confirmation,
        entry: &Entry,
        email: &Email,
        now: DateTime<Utc>,
    ) -> Result<Redemption, StoreError> {
        let mut transaction = self.begin().await?;
        if !raise(&mut transaction, account).await? {
            return Ok(Redemption::Stale);
        }
        if !answer(&mut transaction, &confirmation.id, now).await? {
            return Ok(Redemption::Gone);
        }
        let (id, new_address) = (account.id.as_str().to_owned(), confirmation.email.as_str().to_owned());
        let moved = sqlx::query(MOVE).bind(id).bind(new_address.clone());
        if execute(&mut *transaction, moved).await? == 0 {
            // The confirmation has been answered all the same: the address will not be free again.
            transaction.commit().await.map_err(unavailable)?;
            return Ok(Redemption::Taken);
        }
        // The email is for the old address.
        let follow = sqlx::query(subscriptions::MOVE).bind(email.to.as_str().to_owned());
        execute(&mut *transaction, follow.bind(new_address.clone())).await?;
        sign_out_everywhere(&mut transaction, &account.id).await?;
        // Links that were sent to the old address are void.
        all_of(&mut transaction, &[VOID], &account.id).await?;
        execute(&mut *transaction, sqlx::query(OTHERS).bind(new_address)).await?;
        enter(&mut transaction, entry, now).await?;
        post(&mut transaction, email, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Redemption::Done)
    }
}
