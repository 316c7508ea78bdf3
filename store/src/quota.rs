//! The books of the meter.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::access::Plan;
use domain::account::{Account, AccountId, TokenHash};
use domain::article::ArticleId;
use domain::newsroom::StoreError;
use domain::quota::{MeterUsage, OpenOutcome, OpenReceipt, QuotaStore, Receipt, Totals};
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::error::unavailable;
use crate::readers::execute;
use crate::row::{article_id, damaged, get, instant};
use crate::transaction::Transaction;

const COUNTS: &str = "SELECT (SELECT count(*) FROM receipts WHERE account_id = $1 AND period = $2) \
                      + coalesce((SELECT units FROM carried_units WHERE account_id = $1 AND period = $2), 0) AS spent, \
                      (SELECT count(*) FROM receipts WHERE account_id = $1 AND article_id = $3) AS opened";
/// Units that the address of this account spent in the period before it was deleted and registered again.
const CARRIED: &str = "SELECT units FROM carried_units WHERE account_id = $1 AND period = $2";
const RUNNING: &str =
    "SELECT DISTINCT plan FROM subscriptions WHERE email = $1 AND starts_at <= $2 AND ends_at > $2";
/// Whoever opens for a reader, or removes the reader, waits here for the others.
pub(crate) const LOCK: &str = "UPDATE accounts SET uses_history = uses_history WHERE id = $1";
const LOCK_GUEST: &str = "INSERT INTO guests (id, made_at) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET made_at = guests.made_at";
const OPEN: &str = "INSERT INTO receipts (account_id, article_id, period, unit, opened_at) \
                    SELECT $1, $2, $3, count(*) + 1, $4 FROM receipts WHERE account_id = $1 AND period = $3 \
                    HAVING count(*) < $5 ON CONFLICT (account_id, article_id) DO NOTHING";
/// Granted units follow the setting, but never fall below the spent ones.
const GRANT: &str = "INSERT INTO allowances (account_id, period, units, granted_at) VALUES ($1, $2, $3, $4) \
                     ON CONFLICT (account_id, period) DO UPDATE SET units = CASE WHEN excluded.units > \
                     (SELECT count(*) FROM receipts WHERE account_id = $1 AND period = $2) THEN excluded.units \
                     ELSE (SELECT count(*) FROM receipts WHERE account_id = $1 AND period = $2) END";
const RECEIPTS: &str = "SELECT article_id, opened_at, period FROM receipts WHERE account_id = $1 \
                        ORDER BY opened_at DESC, article_id";
const OPENINGS: &str = "SELECT account_id, article_id, opened_at, period FROM receipts WHERE account_id IN \
                        (SELECT DISTINCT account_id FROM receipts WHERE account_id > $1 AND account_id NOT LIKE 'guest:%' ORDER BY account_id LIMIT $2) \
                        ORDER BY account_id, opened_at, unit";
const TOTALS: &str = "SELECT CAST((SELECT coalesce(sum(units), 0) FROM allowances) AS BIGINT) AS granted, \
                      (SELECT count(*) FROM receipts) AS spent";
/// Accounts whose receipts do not add up: more spent than granted, or a unit that was never granted.
const FAULTS: &str = "SELECT receipts.account_id, receipts.period, count(*) AS spent, max(receipts.unit) AS last, \
                      coalesce(max(allowances.units), 0) AS units FROM receipts LEFT JOIN allowances \
                      ON allowances.account_id = receipts.account_id AND allowances.period = receipts.period \
                      GROUP BY receipts.account_id, receipts.period HAVING max(receipts.unit) <> count(*) \
                      OR count(*) > coalesce(max(allowances.units), 0) ORDER BY 1, 2";
/// The exact time of reading goes with the name: what is left tells only that somebody read it that day.
const FORGET: [&str; 2] = [
    "UPDATE receipts SET account_id = $2, opened_at = opened_at - opened_at % 86400000 WHERE account_id = $1",
    "UPDATE allowances SET account_id = $2, granted_at = granted_at - granted_at % 86400000 WHERE account_id = $1",
];

#[async_trait]
impl QuotaStore for Database {
    async fn usage(
        &self,
        account: &Account,
        article: Option<&ArticleId>,
        period: &str,
        now: DateTime<Utc>,
    ) -> Result<MeterUsage, StoreError> {
        let article = article.map_or("", ArticleId::as_str);
        let counted = counted(self, account.id.as_str(), article, period).await?;
        let plans = sqlx::query(RUNNING).bind(account.email.as_str().to_owned()).bind(now.timestamp_millis());
        let plans = self.rows(plans, |row| {
            let name: String = get(row, "plan")?;
            Plan::parse(&name).ok_or_else(|| damaged("plan", &name))
        });
        Ok(MeterUsage { plans: plans.await?, ..counted })
    }

    async fn open(
        &self,
        account: &AccountId,
        article: &ArticleId,
        period: &str,
        units: u32,
        now: DateTime<Utc>,
    ) -> Result<OpenOutcome, StoreError> {
        let mut transaction = self.begin().await?;
        let lock = sqlx::query(LOCK).bind(account.as_str().to_owned());
        if execute(&mut *transaction, lock).await? == 0 {
            return Ok(OpenOutcome::Closed);
        }
        let carried = sqlx::query(CARRIED).bind(account.as_str().to_owned()).bind(period.to_owned());
        let carried = carried.fetch_optional(&mut *transaction).await.map_err(unavailable)?;
        let carried = carried.map_or(Ok(0), |row| get::<i64>(&row, "units"))?;
        let units = units.saturating_sub(u32::try_from(carried).unwrap_or(u32::MAX));
        write_receipt(transaction, account.as_str(), article, (period, units), now).await
    }

    async fn guest_usage(
        &self,
        guest: &TokenHash,
        article: &ArticleId,
        period: &str,
    ) -> Result<MeterUsage, StoreError> {
        counted(self, &name_of(guest), article.as_str(), period).await
    }

    async fn open_as_guest(
        &self,
        guest: &TokenHash,
        article: &ArticleId,
        period: &str,
        units: u32,
        now: DateTime<Utc>,
    ) -> Result<OpenOutcome, StoreError> {
        let mut transaction = self.begin().await?;
        let lock = sqlx::query(LOCK_GUEST).bind(guest.as_str().to_owned()).bind(now.timestamp_millis());
        execute(&mut *transaction, lock).await?;
        write_receipt(transaction, &name_of(guest), article, (period, units), now).await
    }

    async fn totals(&self) -> Result<Totals, StoreError> {
        let totals = self.rows(sqlx::query(TOTALS), |row| {
            let number = |column| Ok(u64::try_from(get::<i64>(row, column)?).unwrap_or_default());
            Ok(Totals { granted: number("granted")?, spent: number("spent")? })
        });
        Ok(totals.await?.into_iter().next().unwrap_or(Totals { granted: 0, spent: 0 }))
    }

    async fn openings(&self, after: Option<&AccountId>, limit: u32) -> Result<Vec<OpenReceipt>, StoreError> {
        let after = after.map_or(String::new(), |account| account.as_str().to_owned());
        let query = sqlx::query(OPENINGS).bind(after).bind(i64::from(limit));
        let opened = |row: &AnyRow| {
            let account = AccountId::from_store(get(row, "account_id")?);
            Ok(OpenReceipt { account, receipt: receipt(row)? })
        };
        self.rows(query, opened).await
    }

    async fn receipts(&self, account: &AccountId) -> Result<Vec<Receipt>, StoreError> {
        self.rows(sqlx::query(RECEIPTS).bind(account.as_str().to_owned()), receipt).await
    }
}

/// Name of a browser without an account in receipts; no account has such a name.
fn name_of(guest: &TokenHash) -> String {
    format!("guest:{}", guest.as_str())
}

/// Units and receipt; the plans are another matter.
async fn counted(
    database: &Database,
    reader: &str,
    article: &str,
    period: &str,
) -> Result<MeterUsage, StoreError> {
    let query = sqlx::query(COUNTS).bind(reader.to_owned()).bind(period.to_owned()).bind(article.to_owned());
    let counts = database.rows(query, |row| Ok((get::<i64>(row, "spent")?, get::<i64>(row, "opened")?)));
    let (spent, opened) = counts.await?.into_iter().next().unwrap_or_default();
    Ok(MeterUsage { spent: u32::try_from(spent).unwrap_or(u32::MAX), has_opened: opened > 0, plans: vec![] })
}

/// Ends the transaction, in which the reader's own row is taken, with one receipt more if there is a unit for it.
async fn write_receipt(
    mut transaction: Transaction,
    reader: &str,
    article: &ArticleId,
    (period, units): (&str, u32),
    now: DateTime<Utc>,
) -> Result<OpenOutcome, StoreError> {
    let open = sqlx::query(OPEN)
        .bind(reader.to_owned())
        .bind(article.as_str().to_owned())
        .bind(period.to_owned())
        .bind(now.timestamp_millis())
        .bind(i64::from(units));
    if execute(&mut *transaction, open).await? == 0 {
        let had = sqlx::query("SELECT 1 FROM receipts WHERE account_id = $1 AND article_id = $2")
            .bind(reader.to_owned())
            .bind(article.as_str().to_owned());
        let had = had.fetch_optional(&mut *transaction).await.map_err(unavailable)?;
        return Ok(if had.is_some() { OpenOutcome::Free } else { OpenOutcome::Closed });
    }
    let grant = sqlx::query(GRANT).bind(reader.to_owned()).bind(period.to_owned());
    execute(&mut *transaction, grant.bind(i64::from(units)).bind(now.timestamp_millis())).await?;
    transaction.commit().await.map_err(unavailable)?;
    Ok(OpenOutcome::Spent)
}

fn receipt(row: &AnyRow) -> Result<Receipt, StoreError> {
    Ok(Receipt {
        article: article_id(row, "article_id")?,
        opened_at: instant(get(row, "opened_at")?)?,
        period: get(row, "period")?,
    })
}

/// Receipts that do not add up, one line for each reader and period.
pub(crate) async fn integrity_errors(database: &Database) -> Result<Vec<String>, StoreError> {
    let fault = |row: &AnyRow| {
        let (account, period): (String, String) = (get(row, "account_id")?, get(row, "period")?);
        let (spent, units): (i64, i64) = (get(row, "spent")?, get(row, "units")?);
        let last: i64 = get(row, "last")?;
        Ok(format!(
            "the receipts of reader {account} in {period}: {units} units granted, {spent} spent, the last is number {last}"
        ))
    };
    database.rows(sqlx::query(FAULTS), fault).await
}

/// Gives the receipts of an account that is going to a name that nobody has.
pub(crate) async fn forget_reader(
    transaction: &mut Transaction,
    account: &AccountId,
    nobody: &AccountId,
) -> Result<(), StoreError> {
    for sql in FORGET {
        let query = sqlx::query(sql).bind(account.as_str().to_owned()).bind(nobody.as_str().to_owned());
        execute(&mut **transaction, query).await?;
    }
    Ok(())
}
