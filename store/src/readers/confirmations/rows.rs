//! The rows of confirmations and links.

use chrono::{DateTime, Utc};
use domain::account::{Confirmation, Link, LinkState, TokenHash};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::readers::credentials::{all_of, sign_out_everywhere};
use crate::readers::{confirmation, execute};
use crate::row::{get, instant};
use crate::sql::Query;
use crate::transaction::Transaction;

const INSERT: &str = "INSERT INTO confirmations (id, purpose, email, account_id, password, language, return_to, asked_at) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET purpose = excluded.purpose, email = excluded.email";
const ADD_LINK: &str =
    "INSERT INTO mail_links (token, code, confirmation_id, expires_at) VALUES ($1, $2, $3, $4)";
const USED: &str = "UPDATE mail_links SET used_at = $2 WHERE confirmation_id = $1";
/// Rests on nothing but the mail that was read: whoever reads it at this address is the owner.
const RAISE: &str =
    "UPDATE accounts SET credentials_version = credentials_version + 1 WHERE id = $1 AND email = $2";
pub(super) const VOID: &str = "DELETE FROM confirmations WHERE account_id = $1";

/// Answers a confirmation whose mail is proof enough of who owns the account: nobody stays signed in, and nothing else that waits is
/// of use any more.
pub(in crate::readers) async fn answer_of_owner(
    transaction: &mut Transaction,
    confirmation: &Confirmation,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let Some(account) = &confirmation.account else { return Ok(false) };
    let raise =
        sqlx::query(RAISE).bind(account.as_str().to_owned()).bind(confirmation.email.as_str().to_owned());
    if execute(&mut **transaction, raise).await? == 0 || !answer(transaction, &confirmation.id, now).await? {
        return Ok(false);
    }
    sign_out_everywhere(transaction, account).await?;
    all_of(transaction, &[VOID], account).await?;
    Ok(true)
}

/// Removes the confirmation and marks its links; false where somebody was first.
pub(in crate::readers) async fn answer(
    transaction: &mut Transaction,
    confirmation: &TokenHash,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let remove =
        sqlx::query("DELETE FROM confirmations WHERE id = $1").bind(confirmation.as_str().to_owned());
    if execute(&mut **transaction, remove).await? == 0 {
        return Ok(false);
    }
    let used = sqlx::query(USED).bind(confirmation.as_str().to_owned()).bind(now.timestamp_millis());
    execute(&mut **transaction, used).await?;
    Ok(true)
}

pub(in crate::readers) async fn insert(
    transaction: &mut Transaction,
    confirmation: &Confirmation,
) -> Result<(), StoreError> {
    let query = sqlx::query(INSERT)
        .bind(confirmation.id.as_str().to_owned())
        .bind(confirmation.purpose.as_str())
        .bind(confirmation.email.as_str().to_owned())
        .bind(confirmation.account.as_ref().map(|account| account.as_str().to_owned()))
        .bind(confirmation.password.as_ref().map(|password| password.as_str().to_owned()))
        .bind(confirmation.language.as_str())
        .bind(confirmation.return_to.as_str().to_owned())
        .bind(confirmation.asked_at.timestamp_millis());
    execute(&mut **transaction, query).await.map(drop)
}

pub(in crate::readers) fn link_query(link: &Link) -> Query<'static> {
    sqlx::query(ADD_LINK)
        .bind(link.token.as_str().to_owned())
        .bind(link.code.as_str().to_owned())
        .bind(link.confirmation.as_str().to_owned())
        .bind(link.expires_at.timestamp_millis())
}

pub(in crate::readers) async fn state(
    database: &Database,
    query: Query<'_>,
    now: DateTime<Utc>,
) -> Result<LinkState, StoreError> {
    let read = |row: &AnyRow| {
        let is_used = get::<Option<i64>>(row, "used_at")?.is_some();
        // Without its confirmation, it was answered by another link of the same.
        if is_used || get::<Option<String>>(row, "confirmation")?.is_none() {
            return Ok(LinkState::Used);
        }
        let (confirmation, expires_at) = (confirmation(row)?, instant(get(row, "expires_at")?)?);
        let was_refused = get::<Option<i64>>(row, "refused_at")?.is_some();
        Ok(if now < expires_at && !was_refused {
            LinkState::Open(confirmation)
        } else if confirmation.is_open(now) {
            LinkState::Expired(confirmation)
        } else {
            LinkState::Unknown
        })
    };
    Ok(database.rows(query, read).await?.into_iter().next().unwrap_or(LinkState::Unknown))
}
