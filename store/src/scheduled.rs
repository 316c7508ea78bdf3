//! Tables of what is shown between two moments: an id, the moments, and what is shown as JSON.

use domain::ad::Placed;
use domain::article::ArticleId;
use domain::newsroom::StoreError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::any::AnyRow;

use chrono::{DateTime, Utc};

use crate::database::Database;
use crate::error::unavailable;
use crate::readers::execute;
use crate::row::{article_id, damaged, get, instant};

/// The statements of one such table.
pub(crate) struct Statements {
    /// One by its id.
    pub(crate) known: &'static str,
    /// Makes or replaces one.
    pub(crate) save: &'static str,
}

/// The statements of the table of this name.
macro_rules! statements {
    ($table:literal) => {
        $crate::scheduled::Statements {
            known: concat!("SELECT id, starts_at, ends_at, content FROM ", $table, " WHERE id = $1"),
            save: concat!(
                "INSERT INTO ",
                $table,
                " (id, starts_at, ends_at, content) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET \
                 starts_at = excluded.starts_at, ends_at = excluded.ends_at, content = excluded.content"
            ),
        }
    };
}
pub(crate) use statements;

/// A row of such a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scheduled {
    pub(crate) id: ArticleId,
    pub(crate) starts_at: DateTime<Utc>,
    pub(crate) ends_at: DateTime<Utc>,
    content: String,
}

impl Scheduled {
    pub(crate) fn new(
        id: &ArticleId,
        (starts_at, ends_at): (DateTime<Utc>, DateTime<Utc>),
        content: &impl Serialize,
    ) -> Self {
        let content = serde_json::to_string(content).expect("plain values make JSON");
        Self { id: id.clone(), starts_at, ends_at, content }
    }

    pub(crate) fn read(row: &AnyRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: article_id(row, "id")?,
            starts_at: instant(get(row, "starts_at")?)?,
            ends_at: instant(get(row, "ends_at")?)?,
            content: get(row, "content")?,
        })
    }

    pub(crate) fn content<T: DeserializeOwned>(&self) -> Result<T, StoreError> {
        serde_json::from_str(&self.content).map_err(|_| damaged("content", &self.content))
    }
}

/// Writes all of them in one transaction.
pub(crate) async fn save(
    database: &Database,
    statements: &Statements,
    rows: &[Scheduled],
) -> Result<Placed, StoreError> {
    let mut placed = Placed::default();
    let mut transaction = database.begin().await?;
    for new in rows {
        let known = sqlx::query(statements.known).bind(new.id.as_str().to_owned());
        let known = known.fetch_optional(&mut *transaction).await.map_err(unavailable)?;
        match known.as_ref().map(Scheduled::read).transpose()? {
            Some(known) if known == *new => {
                placed.unchanged += 1;
                continue;
            }
            Some(_) => placed.updated += 1,
            None => placed.created += 1,
        }
        let query = sqlx::query(statements.save)
            .bind(new.id.as_str().to_owned())
            .bind(new.starts_at.timestamp_millis())
            .bind(new.ends_at.timestamp_millis())
            .bind(new.content.clone());
        execute(&mut *transaction, query).await?;
    }
    transaction.commit().await.map_err(unavailable)?;
    Ok(placed)
}
