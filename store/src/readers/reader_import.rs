//! Readers of a newsroom's former site.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::account::{ImportedAs, ImportedReader, ReaderImportStore};
use domain::newsroom::StoreError;
use domain::subscription::{State, Subscription};

use super::confirmations::OTHERS;
use super::{accounts, execute};
use crate::database::Database;
use crate::error::unavailable;
use crate::subscriptions;
use crate::transaction::Transaction;

const SAME: &str = "SELECT reference FROM subscriptions WHERE reference = $1 AND plan = $2 AND ends_at = $3";

#[async_trait]
impl ReaderImportStore for Database {
    async fn import_readers(
        &self,
        readers: &[ImportedReader],
        now: DateTime<Utc>,
        is_dry_run: bool,
    ) -> Result<Vec<ImportedAs>, StoreError> {
        let mut done = Vec::with_capacity(readers.len());
        let mut transaction = self.begin().await?;
        for ImportedReader { account, subscription } in readers {
            let is_new = accounts::insert(&mut transaction, account, now).await?;
            if is_new {
                // Whoever has asked for this account meanwhile signs in by a link, too.
                let address = account.email.as_str().to_owned();
                execute(&mut *transaction, sqlx::query(OTHERS).bind(address)).await?;
            }
            let has_changed = match subscription {
                Some(subscription) => keep(&mut transaction, subscription).await?,
                None => false,
            };
            done.push(match (is_new, has_changed) {
                (true, _) => ImportedAs::Created,
                (false, true) => ImportedAs::Updated,
                (false, false) => ImportedAs::Unchanged,
            });
        }
        // Without a commit, nothing of it stays.
        if !is_dry_run {
            transaction.commit().await.map_err(unavailable)?;
        }
        Ok(done)
    }
}

async fn keep(transaction: &mut Transaction, subscription: &Subscription) -> Result<bool, StoreError> {
    let same = sqlx::query(SAME)
        .bind(subscription.reference.clone())
        .bind(subscription.plan.as_str())
        .bind(subscription.ends_at.timestamp_millis());
    if same.fetch_optional(&mut **transaction).await.map_err(unavailable)?.is_some() {
        return Ok(false);
    }
    subscriptions::keep(transaction, subscription, State::Open).await
}
