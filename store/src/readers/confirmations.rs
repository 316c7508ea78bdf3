//! Wishes that wait for the answer to a mail. Whoever removes the wish has answered it: so each is answered once.

mod rows;

use super::accounts::set_password;
use super::credentials::{all_of, enter, hold, raise, sign_out_everywhere, tell};
use super::letters::post;
use super::{accounts, confirmation, confirmation_columns, execute, passkeys, providers};
use crate::database::Database;
use crate::error::unavailable;
use crate::subscriptions;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{
    Account, Confirmation, ConfirmationStore, EmailAddress, Entry, Letter, Link, LinkState, Notice, Opened,
    PasswordHash, Purpose, SignInMethod, TokenHash, Written,
};
use domain::newsroom::StoreError;
use rows::{VOID, answer, answer_of_owner, link_query, state};

pub(super) use rows::insert;

const RENEW: &str = "UPDATE confirmations SET email = $2 WHERE id = $1";
const FIND: &str = concat!("SELECT ", confirmation_columns!(), " FROM confirmations WHERE id = $1");
const JOINING: &str = concat!(
    "SELECT ",
    confirmation_columns!(),
    " FROM confirmations WHERE email = $1 AND purpose = 'join' ORDER BY asked_at DESC LIMIT 1"
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
pub(super) const OTHERS: &str = "DELETE FROM confirmations WHERE email = $1 AND purpose = 'join'";
const MOVE: &str = "UPDATE accounts SET email = $2 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM accounts AS other WHERE other.email = $2)";

#[async_trait]
impl ConfirmationStore for Database {
    async fn ask(&self, wish: &Confirmation, letter: &Letter) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        insert(&mut transaction, wish).await?;
        post(&mut transaction, letter, wish.asked_at).await?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn ask_as(
        &self,
        account: &Account,
        wish: &Confirmation,
        letter: &Letter,
    ) -> Result<Written, StoreError> {
        let mut transaction = self.begin().await?;
        if !hold(&mut transaction, account).await? {
            return Ok(Written::Stale);
        }
        insert(&mut transaction, wish).await?;
        post(&mut transaction, letter, wish.asked_at).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Written::Done)
    }

    async fn confirmation(&self, id: &TokenHash) -> Result<Option<Confirmation>, StoreError> {
        let query = sqlx::query(FIND).bind(id.as_str().to_owned());
        Ok(self.rows(query, confirmation).await?.into_iter().next())
    }

    async fn joining(&self, email: &EmailAddress) -> Result<Option<Confirmation>, StoreError> {
        let query = sqlx::query(JOINING).bind(email.as_str().to_owned());
        Ok(self.rows(query, confirmation).await?.into_iter().next())
    }

    async fn ask_again(
        &self,
        wish: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        let renew = sqlx::query(RENEW).bind(wish.id.as_str().to_owned()).bind(wish.email.as_str().to_owned());
        if execute(&mut *transaction, renew).await? == 0 {
            return Ok(Opened::Gone);
        }
        let expire = sqlx::query(EXPIRE).bind(wish.id.as_str().to_owned()).bind(now.timestamp_millis());
        execute(&mut *transaction, expire).await?;
        post(&mut transaction, letter, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Opened::Done)
    }

    async fn add_link(&self, link: &Link) -> Result<(), StoreError> {
        execute(self.writer()?, link_query(link)).await.map(drop)
    }

    async fn link(&self, token: &TokenHash, now: DateTime<Utc>) -> Result<LinkState, StoreError> {
        state(self, sqlx::query(BY_TOKEN).bind(token.as_str().to_owned()), now).await
    }

    async fn code(
        &self,
        wish: &TokenHash,
        code: &TokenHash,
        now: DateTime<Utc>,
    ) -> Result<LinkState, StoreError> {
        let query = sqlx::query(BY_CODE).bind(wish.as_str().to_owned()).bind(code.as_str().to_owned());
        state(self, query, now).await
    }

    async fn refuse_links(&self, wish: &TokenHash, now: DateTime<Utc>) -> Result<(), StoreError> {
        let query = sqlx::query(REFUSE).bind(wish.as_str().to_owned()).bind(now.timestamp_millis());
        execute(self.writer()?, query).await.map(drop)
    }

    async fn open_account(
        &self,
        wish: &TokenHash,
        account: &Account,
        entry: Option<&Entry>,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        if !answer(&mut transaction, wish, now).await? {
            return Ok(Opened::Gone);
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
        Ok(if is_new { Opened::Done } else { Opened::Taken })
    }

    async fn open_session(
        &self,
        wish: &TokenHash,
        account: &Account,
        entry: &Entry,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        if !hold(&mut transaction, account).await? {
            return Ok(Opened::Stale);
        }
        if !answer(&mut transaction, wish, now).await? {
            return Ok(Opened::Gone);
        }
        enter(&mut transaction, entry, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Opened::Done)
    }

    async fn reset_password(
        &self,
        wish: &Confirmation,
        password: &PasswordHash,
        keep: &[SignInMethod],
        notice: &Notice,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        let (true, Some(account)) = (answer_of_owner(&mut transaction, wish, now).await?, &wish.account)
        else {
            return Ok(Opened::Gone);
        };
        set_password(&mut transaction, account, password).await?;
        passkeys::keep_only(&mut transaction, account, keep).await?;
        providers::keep_only(&mut transaction, account, keep).await?;
        tell(&mut transaction, notice, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Opened::Done)
    }

    async fn secure_account(
        &self,
        wish: &Confirmation,
        reset: &Confirmation,
        link: &Link,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        if !answer_of_owner(&mut transaction, wish, now).await? {
            return Ok(Opened::Gone);
        }
        insert(&mut transaction, reset).await?;
        execute(&mut *transaction, link_query(link)).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Opened::Done)
    }

    async fn leave_email(
        &self,
        account: &Account,
        wish: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        if !hold(&mut transaction, account).await? {
            return Ok(Opened::Stale);
        }
        if !answer(&mut transaction, &wish.id, now).await? {
            return Ok(Opened::Gone);
        }
        insert(&mut transaction, &Confirmation { purpose: Purpose::TakeEmail, ..wish.clone() }).await?;
        post(&mut transaction, letter, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Opened::Done)
    }

    async fn take_email(
        &self,
        account: &Account,
        wish: &Confirmation,
        entry: &Entry,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        if !raise(&mut transaction, account).await? {
            return Ok(Opened::Stale);
        }
        if !answer(&mut transaction, &wish.id, now).await? {
            return Ok(Opened::Gone);
        }
        let (id, email) = (account.id.as_str().to_owned(), wish.email.as_str().to_owned());
        let moved = sqlx::query(MOVE).bind(id).bind(email.clone());
        if execute(&mut *transaction, moved).await? == 0 {
            // The wish has been answered all the same: the address will not be free again.
            transaction.commit().await.map_err(unavailable)?;
            return Ok(Opened::Taken);
        }
        // The letter is for the old address.
        let follow = sqlx::query(subscriptions::MOVE).bind(letter.to.as_str().to_owned());
        execute(&mut *transaction, follow.bind(email.clone())).await?;
        sign_out_everywhere(&mut transaction, &account.id).await?;
        // What lies in the old mailbox opens nothing any more.
        all_of(&mut transaction, &[VOID], &account.id).await?;
        execute(&mut *transaction, sqlx::query(OTHERS).bind(email)).await?;
        enter(&mut transaction, entry, now).await?;
        post(&mut transaction, letter, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Opened::Done)
    }
}
