//! Corrections of articles.

use chrono::{DateTime, Utc};
use domain::article::{ArticleId, Card, Correction, CorrectionKind};
use domain::list::Cursor;
use domain::newsroom::StoreError;
use sqlx::any::AnyRow;

use crate::articles::behind;
use crate::database::Database;
use crate::row::{article_id, card, card_columns, damaged, get, instant};

/// The ids of articles that were withdrawn.
macro_rules! withdrawn {
    () => {
        "SELECT article_id FROM corrections WHERE kind = 'pencabutan'"
    };
}
pub(crate) use withdrawn;

const NEWEST: &str = concat!(
    "SELECT ",
    card_columns!(),
    ", corrections.kind, corrections.noted_at, corrections.text, corrections.told_in FROM corrections \
     JOIN articles ON articles.id = corrections.article_id \
     LEFT JOIN sections ON sections.slug = articles.section_slug \
     WHERE (corrections.noted_at, corrections.article_id) < ($1, $2) AND articles.published_at <= $3 \
     ORDER BY corrections.noted_at DESC, corrections.article_id DESC LIMIT $4"
);

const TOLD_IN: &str = concat!(
    "SELECT ",
    card_columns!(),
    " FROM (SELECT DISTINCT article_id AS id FROM corrections WHERE told_in = $1 AND noted_at <= $2) AS corrected \
     JOIN articles ON articles.id = corrected.id LEFT JOIN sections ON sections.slug = articles.section_slug \
     WHERE articles.published_at <= $2 ORDER BY articles.published_at DESC, articles.id DESC"
);

impl Database {
    /// See [`domain::newsroom::ArticleStore::corrections`].
    pub(crate) async fn newest_corrections(
        &self,
        before: Option<&Cursor>,
        now: DateTime<Utc>,
        limit: u32,
    ) -> Result<Vec<(Card, Correction)>, StoreError> {
        let (at, id) = behind(before, now);
        let query = sqlx::query(NEWEST).bind(at).bind(id).bind(now.timestamp_millis());
        self.rows(query.bind(i64::from(limit)), |row| Ok((card(row)?, correction(row)?))).await
    }

    /// See [`domain::newsroom::ArticleStore::told_in`].
    pub(crate) async fn corrections_told_in(
        &self,
        id: &ArticleId,
        now: DateTime<Utc>,
    ) -> Result<Vec<Card>, StoreError> {
        self.rows(sqlx::query(TOLD_IN).bind(id.as_str().to_owned()).bind(now.timestamp_millis()), card).await
    }
}

/// Reads a correction from the columns of `corrections`.
pub(crate) fn correction(row: &AnyRow) -> Result<Correction, StoreError> {
    let kind: String = get(row, "kind")?;
    Ok(Correction {
        kind: CorrectionKind::parse(&kind).ok_or_else(|| damaged("kind", &kind))?,
        noted_at: instant(get(row, "noted_at")?)?,
        text: get(row, "text")?,
        told_in: get::<Option<String>>(row, "told_in")?.map(|_| article_id(row, "told_in")).transpose()?,
    })
}
