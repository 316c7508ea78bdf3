//! The corrections of a record.

use chrono::{DateTime, Utc};
use domain::article::{ArticleId, Correction, CorrectionKind};

use super::CorrectionRecord;
use crate::record::{Reject, excerpt, optional, required};

/// The newest first, as the store gives them.
pub(super) fn corrections(
    record: Vec<CorrectionRecord>,
    time: impl Fn(&str, String) -> Result<DateTime<Utc>, Reject>,
) -> Result<Vec<Correction>, Reject> {
    let mut corrections = Vec::with_capacity(record.len());
    for (position, record) in (1..).zip(record) {
        let correction = correction(record, &time);
        corrections.push(correction.map_err(|Reject(why)| Reject(format!("correction {position}: {why}")))?);
    }
    corrections.sort_by_key(|correction: &Correction| std::cmp::Reverse(correction.noted_at));
    if corrections.windows(2).any(|pair| pair[0].noted_at == pair[1].noted_at) {
        return Err(Reject("two corrections have the same noted_at".into()));
    }
    Ok(corrections)
}

fn correction(
    record: CorrectionRecord,
    time: impl Fn(&str, String) -> Result<DateTime<Utc>, Reject>,
) -> Result<Correction, Reject> {
    let kind = required("kind", record.kind)?;
    Ok(Correction {
        kind: CorrectionKind::parse(&kind).ok_or_else(|| {
            let known = CorrectionKind::ALL.map(CorrectionKind::as_str).join(", ");
            Reject(format!("kind is `{}`, not one of {known}", excerpt(&kind)))
        })?,
        noted_at: time("noted_at", required("noted_at", record.noted_at)?)?,
        text: required("text", record.text)?,
        told_in: optional("article", record.article)?.map(|id| article_id("article", &id)).transpose()?,
    })
}

/// The id of a key.
pub(super) fn article_id(key: &str, id: &str) -> Result<ArticleId, Reject> {
    ArticleId::parse(id).map_err(|error| Reject(format!("{key} `{}`: {error}", excerpt(id))))
}
