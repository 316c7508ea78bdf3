//! Redirects from the addresses of a newsroom's former site.

use std::collections::HashMap;

use async_trait::async_trait;
use domain::ad::Placed;
use domain::newsroom::StoreError;
use domain::redirect::{Destination, OldAddress, Redirect, RedirectStore};
use sqlx::any::AnyRow;

use crate::database::Database;
use crate::error::unavailable;
use crate::readers::execute;
use crate::row::{damaged, get};
use crate::sql::{with_rows, with_values};

const ONE: &str = "SELECT address, destination FROM redirects WHERE address = $1";
const BEHIND: &str =
    "SELECT address, destination FROM redirects WHERE address > $1 ORDER BY address LIMIT $2";
/// Rows of one statement: SQLite takes 32,766 values.
const ROWS: usize = 1000;

#[async_trait]
impl RedirectStore for Database {
    async fn redirect(&self, from: &OldAddress) -> Result<Option<Destination>, StoreError> {
        let found = self.rows(sqlx::query(ONE).bind(from.as_str().to_owned()), redirect).await?;
        Ok(found.into_iter().next().map(|redirect| redirect.to))
    }

    async fn save_redirects(&self, redirects: &[Redirect]) -> Result<Placed, StoreError> {
        // One statement cannot change a row twice; the last one counts.
        let wanted: HashMap<_, _> = redirects.iter().map(|redirect| (&redirect.from, &redirect.to)).collect();
        let wanted: Vec<_> = wanted.into_iter().collect();
        let mut placed = Placed::default();
        let mut transaction = self.begin().await?;
        for part in wanted.chunks(ROWS) {
            let select = "SELECT address, destination FROM redirects WHERE address IN";
            let mut query = sqlx::query(with_values(select, part.len(), ""));
            for (from, _) in part {
                query = query.bind(from.as_str().to_owned());
            }
            let rows = query.fetch_all(&mut *transaction).await.map_err(unavailable)?;
            let known = rows.iter().map(redirect).collect::<Result<Vec<_>, _>>()?;
            let known: HashMap<_, _> = known.iter().map(|redirect| (&redirect.from, &redirect.to)).collect();
            let changed: Vec<_> =
                part.iter().filter(|(from, to)| known.get(from).is_none_or(|known| known != to)).collect();
            placed.unchanged += (part.len() - changed.len()) as u64;
            placed.updated += changed.iter().filter(|(from, _)| known.contains_key(from)).count() as u64;
            placed.created += changed.iter().filter(|(from, _)| !known.contains_key(from)).count() as u64;
            if changed.is_empty() {
                continue;
            }
            let insert = "INSERT INTO redirects (address, destination) VALUES";
            let replace = "ON CONFLICT (address) DO UPDATE SET destination = excluded.destination";
            let mut query = sqlx::query(with_rows(insert, changed.len(), 2, replace));
            for (from, to) in changed {
                query = query.bind(from.as_str().to_owned()).bind(to.path().map(str::to_owned));
            }
            execute(&mut *transaction, query).await?;
        }
        transaction.commit().await.map_err(unavailable)?;
        Ok(placed)
    }

    async fn redirects(&self, after: Option<&OldAddress>, limit: u32) -> Result<Vec<Redirect>, StoreError> {
        let after = after.map_or(String::new(), |address| address.as_str().to_owned());
        self.rows(sqlx::query(BEHIND).bind(after).bind(i64::from(limit)), redirect).await
    }
}

fn redirect(row: &AnyRow) -> Result<Redirect, StoreError> {
    let to = match get::<Option<String>>(row, "destination")? {
        Some(path) => Destination::moved(&path).ok_or_else(|| damaged("destination", &path))?,
        None => Destination::Gone,
    };
    Ok(Redirect { from: OldAddress::from_store(get(row, "address")?), to })
}
