//! The data that the search is measured with, as files hold them.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use search::evaluation::{Judged, Record};
use serde::Deserialize;

use crate::recommendation::data::lines;

const CHECKS: &str = "id_retrieval_docs.jsonl.gz";
const CLAIMS: &str = "id_retrieval_hoax.jsonl";
const NEWS: &str = "id_news.jsonl.gz";

#[derive(Deserialize)]
struct Line {
    id: String,
    title: String,
    #[serde(alias = "body")]
    text: String,
}

#[derive(Deserialize)]
struct ClaimLine {
    query: String,
    relevant: BTreeMap<String, u32>,
}

/// Checks of claims in a data folder.
pub fn checks(folder: &Path) -> Result<Vec<Record>> {
    records(&folder.join(CHECKS))
}

/// News of a data folder.
pub fn news(folder: &Path) -> Result<Vec<Record>> {
    records(&folder.join(NEWS))
}

/// Claims of a data folder, each with the checks that answer it.
pub fn claims(folder: &Path) -> Result<Vec<Judged>> {
    lines(&folder.join(CLAIMS), |line| {
        let line: ClaimLine = serde_json::from_str(line)?;
        Ok(Judged { query: line.query, relevant: line.relevant.into_keys().collect() })
    })
}

fn records(path: &Path) -> Result<Vec<Record>> {
    lines(path, |line| {
        let Line { id, title, text } = serde_json::from_str(line)?;
        Ok(Record { id, title, text })
    })
}
