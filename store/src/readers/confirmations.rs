//! Wishes that wait for the answer to a mail. Whoever removes the wish has answered it: so each is answered once.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{
    Account, Confirmation, ConfirmationStore, EmailAddress, Letter, Link, LinkState, Opened, PasswordHash,
    Purpose, Session, TokenHash,
};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;
use sqlx::{Any, Transaction};

use super::accounts::set_password;
use super::letters::post;
use super::{accounts, confirmation, confirmation_columns, execute, sessions};
use crate::database::{Database, unavailable};
use crate::row::{get, instant};
use crate::sql::Query;
use crate::subscriptions;

const INSERT: &str = "INSERT INTO confirmations (id, purpose, email, account_id, password, language, return_to, asked_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET purpose = excluded.purpose, email = excluded.email";
const FIND: &str = concat!("SELECT ", confirmation_columns!(), " FROM confirmations WHERE id = $1");
const JOINING: &str = concat!(
    "SELECT ",
    confirmation_columns!(),
    " FROM confirmations WHERE email = $1 AND purpose = 'join' ORDER BY asked_at DESC LIMIT 1"
);
const ADD_LINK: &str =
    "INSERT INTO mail_links (token, code, confirmation_id, expires_at) VALUES ($1, $2, $3, $4)";
macro_rules! links {
    ($which:literal) => {
        concat!(
            "SELECT mail_links.expires_at, mail_links.used_at, ",
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
const USED: &str = "UPDATE mail_links SET used_at = $2 WHERE confirmation_id = $1";
pub(super) const OTHERS: &str = "DELETE FROM confirmations WHERE email = $1 AND purpose = 'join'";
pub(super) const VOID: &str = "DELETE FROM confirmations WHERE account_id = $1";
const MOVE: &str = "UPDATE accounts SET email = $2 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM accounts AS other WHERE other.email = $2)";

#[async_trait]
impl ConfirmationStore for Database {
    async fn ask(&self, wish: &Confirmation, letter: &Letter) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        insert(&mut transaction, wish).await?;
        post(&mut transaction, letter, wish.asked_at).await?;
        transaction.commit().await.map_err(unavailable)
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
    ) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        let expire = sqlx::query(EXPIRE).bind(wish.id.as_str().to_owned()).bind(now.timestamp_millis());
        execute(&mut *transaction, expire).await?;
        insert(&mut transaction, wish).await?;
        post(&mut transaction, letter, now).await?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn add_link(&self, link: &Link) -> Result<(), StoreError> {
        let query = sqlx::query(ADD_LINK)
            .bind(link.token.as_str().to_owned())
            .bind(link.code.as_str().to_owned())
            .bind(link.confirmation.as_str().to_owned())
            .bind(link.expires_at.timestamp_millis());
        execute(&self.write, query).await.map(drop)
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

    async fn open_account(
        &self,
        wish: &TokenHash,
        account: &Account,
        session: Option<&Session>,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        if !answer(&mut transaction, wish, now).await? {
            return Ok(Opened::Gone);
        }
        let is_new = accounts::insert(&mut transaction, account).await?;
        if is_new {
            // Who else asked with this address did not read its mail.
            let others = sqlx::query(OTHERS).bind(account.email.as_str().to_owned());
            execute(&mut *transaction, others).await?;
            if let Some(session) = session {
                sessions::insert(&mut transaction, session).await?;
            }
        }
        transaction.commit().await.map_err(unavailable)?;
        Ok(if is_new { Opened::Done } else { Opened::Taken })
    }

    async fn open_session(
        &self,
        wish: &TokenHash,
        session: &Session,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        if !answer(&mut transaction, wish, now).await? {
            return Ok(Opened::Gone);
        }
        sessions::insert(&mut transaction, session).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Opened::Done)
    }

    async fn reset_password(
        &self,
        wish: &Confirmation,
        password: &PasswordHash,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        let (true, Some(account)) = (answer(&mut transaction, &wish.id, now).await?, &wish.account) else {
            return Ok(Opened::Gone);
        };
        set_password(&mut transaction, account, password, None).await?;
        post(&mut transaction, letter, now).await?;
        transaction.commit().await.map_err(unavailable)?;
        Ok(Opened::Done)
    }

    async fn leave_email(
        &self,
        wish: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
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
        wish: &Confirmation,
        letter: &Letter,
        now: DateTime<Utc>,
    ) -> Result<Opened, StoreError> {
        let mut transaction = self.begin().await?;
        let (true, Some(account)) = (answer(&mut transaction, &wish.id, now).await?, &wish.account) else {
            return Ok(Opened::Gone);
        };
        let (account, email) = (account.as_str().to_owned(), wish.email.as_str().to_owned());
        let moved = execute(&mut *transaction, sqlx::query(MOVE).bind(account.clone()).bind(email.clone()))
            .await?
            == 1;
        if moved {
            // The letter is for the old address.
            let follow = sqlx::query(subscriptions::MOVE).bind(letter.to.as_str().to_owned());
            execute(&mut *transaction, follow.bind(email.clone())).await?;
            // What lies in the old mailbox opens nothing any more.
            execute(&mut *transaction, sqlx::query(VOID).bind(account)).await?;
            execute(&mut *transaction, sqlx::query(OTHERS).bind(email)).await?;
            post(&mut transaction, letter, now).await?;
        }
        transaction.commit().await.map_err(unavailable)?;
        Ok(if moved { Opened::Done } else { Opened::Taken })
    }
}

/// Removes the wish and marks its links; false where somebody was first.
async fn answer(
    transaction: &mut Transaction<'static, Any>,
    wish: &TokenHash,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let remove = sqlx::query("DELETE FROM confirmations WHERE id = $1").bind(wish.as_str().to_owned());
    if execute(&mut **transaction, remove).await? == 0 {
        return Ok(false);
    }
    let used = sqlx::query(USED).bind(wish.as_str().to_owned()).bind(now.timestamp_millis());
    execute(&mut **transaction, used).await?;
    Ok(true)
}

async fn insert(transaction: &mut Transaction<'static, Any>, wish: &Confirmation) -> Result<(), StoreError> {
    let query = sqlx::query(INSERT)
        .bind(wish.id.as_str().to_owned())
        .bind(wish.purpose.as_str())
        .bind(wish.email.as_str().to_owned())
        .bind(wish.account.as_ref().map(|account| account.as_str().to_owned()))
        .bind(wish.password.as_ref().map(|password| password.as_str().to_owned()))
        .bind(wish.language.as_str())
        .bind(wish.return_to.as_str().to_owned())
        .bind(wish.asked_at.timestamp_millis());
    execute(&mut **transaction, query).await.map(drop)
}

async fn state(database: &Database, query: Query<'_>, now: DateTime<Utc>) -> Result<LinkState, StoreError> {
    let read = |row: &AnyRow| {
        let is_used = get::<Option<i64>>(row, "used_at")?.is_some();
        // Without its wish, it was answered by another link of the same.
        if is_used || get::<Option<String>>(row, "confirmation")?.is_none() {
            return Ok(LinkState::Used);
        }
        let (wish, expires_at) = (confirmation(row)?, instant(get(row, "expires_at")?)?);
        Ok(if now < expires_at {
            LinkState::Open(wish)
        } else if wish.is_open(now) {
            LinkState::Expired(wish)
        } else {
            LinkState::Unknown
        })
    };
    Ok(database.rows(query, read).await?.into_iter().next().unwrap_or(LinkState::Unknown))
}
