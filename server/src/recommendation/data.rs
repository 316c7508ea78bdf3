//! The data that recommendations are measured with, as files hold them: JSON Lines and CSV, packed or not.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use chrono::{DateTime, TimeDelta, Utc};
use domain::article::ArticleId;
use domain::recommendation::evaluation::{Click, Pair, Record};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;

/// The files of a data folder.
const RECORDS: &str = "id_news.jsonl.gz";
const PAIRS: &str = "id_related_pairs.jsonl";
const CLICKS: &str = "globo_clicks.csv.gz";
/// The first midnight of the click stream, 2017-10-02, in seconds.
const FIRST_MIDNIGHT: i64 = 1_506_902_400;

#[derive(Deserialize)]
struct RecordLine {
    id: String,
    title: String,
    body: String,
    section: Option<String>,
    source: String,
    published_at: Option<String>,
}

#[derive(Deserialize)]
struct PairLine {
    query: String,
    relevant: Vec<String>,
}

/// The articles of a data folder.
pub fn records(folder: &Path) -> Result<Vec<Record>> {
    lines(&folder.join(RECORDS), |line| {
        let line: RecordLine = serde_json::from_str(line)?;
        Ok(Record {
            id: ArticleId::parse(&line.id)?,
            title: line.title,
            body: line.body,
            section: line.section,
            publication: line.source,
            published_at: line.published_at.as_deref().map(instant).transpose()?,
        })
    })
}

fn instant(text: &str) -> Result<DateTime<Utc>> {
    Ok(DateTime::parse_from_rfc3339(text).with_context(|| text.to_owned())?.to_utc())
}

/// The editors' links of a data folder.
pub fn pairs(folder: &Path) -> Result<Vec<Pair>> {
    lines(&folder.join(PAIRS), |line| {
        let line: PairLine = serde_json::from_str(line)?;
        let relevant: Result<Vec<_>, _> = line.relevant.iter().map(|id| ArticleId::parse(id)).collect();
        Ok(Pair { query: ArticleId::parse(&line.query)?, relevant: relevant? })
    })
}

/// The clicks of a data folder, in time order.
pub fn clicks(folder: &Path) -> Result<Vec<Click>> {
    let mut at = DateTime::from_timestamp(FIRST_MIDNIGHT, 0).unwrap_or_default();
    let mut is_head = true;
    let clicks = lines(&folder.join(CLICKS), |line| {
        if std::mem::take(&mut is_head) {
            return Ok(None);
        }
        let click = click(line, at)?;
        at = click.at;
        Ok(Some(click))
    })?;
    Ok(clicks.into_iter().flatten().collect())
}

/// A line `seconds since the previous one,session,user,article,…`.
fn click(line: &str, previous_at: DateTime<Utc>) -> Result<Click> {
    let fields: Vec<&str> = line.split(',').collect();
    let field = |place: usize| fields.get(place).copied().with_context(|| anyhow!("no field {place}"));
    Ok(Click {
        at: previous_at + TimeDelta::seconds(field(0)?.parse()?),
        session: field(1)?.parse()?,
        article: ArticleId::parse(field(3)?)?,
    })
}

/// Reads every line that is not empty.
pub(crate) fn lines<T>(path: &Path, mut parse: impl FnMut(&str) -> Result<T>) -> Result<Vec<T>> {
    let lines = BufReader::new(open(path)?).lines().enumerate();
    let mut parsed = Vec::new();
    for (number, line) in lines {
        let line = line.with_context(|| path.display().to_string())?;
        if !line.trim().is_empty() {
            let place = || format!("{}, line {}", path.display(), number + 1);
            parsed.push(parse(&line).with_context(place)?);
        }
    }
    Ok(parsed)
}

fn open(path: &Path) -> Result<Box<dyn Read>> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    let is_packed = path.extension().is_some_and(|extension| extension == "gz");
    Ok(if is_packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) })
}
