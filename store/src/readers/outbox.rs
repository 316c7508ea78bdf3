//! The outbox, and the log of emails that were sent.

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::account::{Email, EmailAddress, EmailDelivery, EmailKind, Lifetimes, Outbox, QueuedEmail};
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use super::{email, execute, written};
use crate::database::Database;
use crate::error::unavailable;
use crate::row::{get, instant};
use crate::transaction::Transaction;

const POST: &str = "INSERT INTO outbox_emails (kind, recipient, confirmation_id, language, written_at, tries, due_at, detail) \
                    VALUES ($1, $2, $3, $4, $5, 0, $5, $6)";
/// No pause is as long as two hours: what is due later than that was put off before the clock was set back.
const NEXT: &str = "UPDATE outbox_emails SET due_at = $2, tries = tries + 1 WHERE id = (SELECT id FROM outbox_emails \
    WHERE due_at <= $1 OR due_at > $1 + 7200000 ORDER BY due_at, id LIMIT 1) AND (due_at <= $1 OR due_at > $1 + 7200000) \
    RETURNING id, kind, recipient, confirmation_id, detail, language, written_at, tries";
const DONE: &str = "UPDATE outbox_emails SET due_at = NULL, sent_at = $2, remark = $3 WHERE id = $1";
/// Nothing is kept of a reader who has left.
const LAST: &str = "DELETE FROM outbox_emails WHERE id = $1 AND kind = $2";
const FAILED: &str = "UPDATE outbox_emails SET due_at = $2, remark = $3 WHERE id = $1";
const OLDEST: &str = "SELECT min(written_at) AS written_at FROM outbox_emails WHERE due_at IS NOT NULL";
const TO: &str = "SELECT id, kind, recipient, confirmation_id, detail, language, written_at, tries, due_at, sent_at, remark \
                  FROM outbox_emails WHERE recipient = $1 ORDER BY written_at DESC, id DESC LIMIT $2";

/// Time for which links and emails are kept after their end: for links to say that they were used, and for support.
const MEMORY: TimeDelta = TimeDelta::days(30);

#[async_trait]
impl Outbox for Database {
    async fn post(&self, email: &Email, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        post(&mut transaction, email, now).await?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn next_email(
        &self,
        now: DateTime<Utc>,
        held_until: DateTime<Utc>,
    ) -> Result<Option<QueuedEmail>, StoreError> {
        let query = sqlx::query(NEXT).bind(now.timestamp_millis()).bind(held_until.timestamp_millis());
        let row = written(self.writer()?, query).await?;
        row.as_ref().map(posted).transpose()
    }

    async fn email_done(&self, id: i64, remark: Option<&str>, now: DateTime<Utc>) -> Result<(), StoreError> {
        let sent_at = remark.is_none().then(|| now.timestamp_millis());
        let done = sqlx::query(DONE).bind(id).bind(sent_at).bind(remark.map(str::to_owned));
        let mut transaction = self.begin().await?;
        execute(&mut *transaction, done).await?;
        execute(&mut *transaction, sqlx::query(LAST).bind(id).bind(EmailKind::AccountClosed.as_str()))
            .await?;
        transaction.commit().await.map_err(unavailable)
    }

    async fn email_failed(
        &self,
        id: i64,
        remark: &str,
        due_at: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        let due_at = due_at.map(|at| at.timestamp_millis());
        execute(self.writer()?, sqlx::query(FAILED).bind(id).bind(due_at).bind(remark.to_owned()))
            .await
            .map(drop)
    }

    async fn oldest_unsent(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let oldest = self.rows(sqlx::query(OLDEST), |row| get::<Option<i64>>(row, "written_at")).await?;
        oldest.into_iter().flatten().next().map(instant).transpose()
    }

    async fn emails(&self, to: &EmailAddress, limit: u32) -> Result<Vec<EmailDelivery>, StoreError> {
        let query = sqlx::query(TO).bind(to.as_str().to_owned()).bind(i64::from(limit));
        let log = |row: &AnyRow| {
            let at = |column| get::<Option<i64>>(row, column)?.map(instant).transpose();
            Ok(EmailDelivery {
                email: posted(row)?,
                sent_at: at("sent_at")?,
                due_at: at("due_at")?,
                remark: get(row, "remark")?,
            })
        };
        self.rows(query, log).await
    }

    async fn purge_expired(&self, lifetimes: Lifetimes, now: DateTime<Utc>) -> Result<(), StoreError> {
        let before = |age: TimeDelta| (now - age).timestamp_millis();
        let mut transaction = self.begin().await?;
        for (sql, before) in [
            ("DELETE FROM sessions WHERE seen_at < $1", before(lifetimes.idle)),
            ("DELETE FROM sessions WHERE started_at < $1", before(lifetimes.absolute)),
            ("DELETE FROM confirmations WHERE asked_at < $1", before(TimeDelta::days(7))),
            ("DELETE FROM mail_links WHERE expires_at < $1", before(MEMORY)),
            ("DELETE FROM known_devices WHERE known_at < $1", before(TimeDelta::days(400))),
            ("DELETE FROM challenges WHERE asked_at < $1", before(TimeDelta::days(1))),
            ("DELETE FROM oidc_logins WHERE started_at < $1", before(TimeDelta::days(1))),
            ("DELETE FROM limits WHERE free_at < $1", before(TimeDelta::hours(2))),
            ("DELETE FROM subscription_events WHERE noted_at < $1", before(MEMORY)),
            ("DELETE FROM departures WHERE expires_at <= $1", before(TimeDelta::zero())),
            ("DELETE FROM outbox_emails WHERE due_at IS NULL AND written_at < $1", before(MEMORY)),
        ] {
            execute(&mut *transaction, sqlx::query(sql).bind(before)).await?;
        }
        transaction.commit().await.map_err(unavailable)
    }
}

/// Queues an email in the transaction of the change that it reports.
pub(super) async fn post(
    transaction: &mut Transaction,
    email: &Email,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let query = sqlx::query(POST)
        .bind(email.kind.as_str())
        .bind(email.to.as_str().to_owned())
        .bind(email.confirmation.as_ref().map(|id| id.as_str().to_owned()))
        .bind(email.language.as_str())
        .bind(now.timestamp_millis())
        .bind(email.detail.clone());
    execute(&mut **transaction, query).await.map(drop)
}

fn posted(row: &AnyRow) -> Result<QueuedEmail, StoreError> {
    Ok(QueuedEmail {
        id: get(row, "id")?,
        email: email(row)?,
        written_at: instant(get(row, "written_at")?)?,
        tries: u32::try_from(get::<i64>(row, "tries")?).unwrap_or(u32::MAX),
    })
}
