//! Import of tables (CSV): readers and redirects, in batches of one transaction each.

use std::collections::HashMap;
use std::io::{BufRead, Read};

use csv::{ByteRecord, ReaderBuilder, StringRecord};
use domain::account::{EmailAddress, ImportedAs, ImportedReader, ReaderImportStore};
use domain::redirect::{Destination, OldAddress, Redirect, RedirectStore};

use super::lines::{OpenFault, unpacked};
use super::reader_list::{Columns, ReaderList, bad_row, row_json};
use super::rejected::{Rejected, path_of};
use super::{ImportCounts, ImportError, SmallImport};
use crate::record::{Reject, excerpt};

const BATCH: usize = 500;

/// Rows of a file behind its first one, which names the columns.
struct Rows<'a> {
    reader: csv::Reader<Box<dyn BufRead + Send + 'a>>,
    names: StringRecord,
    rejected: Rejected,
    counts: ImportCounts,
}

impl SmallImport<'_> {
    /// Keeps the readers of a list and their subscriptions. No email is sent.
    pub async fn import_readers(
        &self,
        source: impl Read + Send,
        list: &ReaderList<'_>,
        store: &dyn ReaderImportStore,
        is_dry_run: bool,
    ) -> Result<ImportCounts, ImportError> {
        let mut rows = self.rows(source)?;
        let columns = Columns::new(rows.names.iter())
            .map_err(|reject| ImportError::Open(self.name.to_owned(), OpenFault::Format(reject.0)))?;
        for other in columns.others() {
            list.left.count(&format!("columns `{}`", excerpt(other)), 1);
        }
        let mut known: HashMap<EmailAddress, u64> = HashMap::new();
        let mut batch: Vec<ImportedReader> = Vec::with_capacity(BATCH);
        while let Some((line, row)) = rows.next_row()? {
            match list.reader(&columns, &row) {
                Ok(Some(reader)) => match known.get(&reader.account.email) {
                    // One reader may have several subscriptions, each with a name of its own.
                    Some(first) if reader.subscription.is_none() => {
                        let reason = format!("{} stands on line {first} already", reader.account.email);
                        rows.reject(line, &reason, &row)?;
                    }
                    _ => {
                        known.entry(reader.account.email.clone()).or_insert(line);
                        batch.push(reader);
                    }
                },
                Ok(None) => {}
                Err(Reject(reason)) => rows.reject(line, &reason, &row)?,
            }
            if batch.len() >= BATCH {
                save_readers(&mut batch, list, store, is_dry_run, &mut rows.counts).await?;
            }
        }
        save_readers(&mut batch, list, store, is_dry_run, &mut rows.counts).await?;
        rows.finish()
    }

    /// Keeps redirects: old address and path on this site. Without a path, the content was withdrawn.
    pub async fn import_redirects(
        &self,
        source: impl Read + Send,
        store: &dyn RedirectStore,
        is_dry_run: bool,
    ) -> Result<ImportCounts, ImportError> {
        let mut rows = self.rows(source)?;
        let mut batch = Vec::with_capacity(BATCH);
        loop {
            let next = rows.next_row()?;
            let is_end = next.is_none();
            if let Some((line, row)) = next {
                match redirect(&row) {
                    Ok(redirect) => batch.push(redirect),
                    Err(Reject(reason)) => rows.reject(line, &reason, &row)?,
                }
            }
            if batch.len() >= BATCH || is_end {
                if is_dry_run {
                    rows.counts.created += batch.len() as u64;
                } else {
                    let placed = store.save_redirects(&batch).await?;
                    rows.counts.created += placed.created;
                    rows.counts.updated += placed.updated;
                    rows.counts.unchanged += placed.unchanged;
                }
                batch.clear();
            }
            if is_end {
                return rows.finish();
            }
        }
    }

    fn rows<'s>(&self, source: impl Read + Send + 's) -> Result<Rows<'s>, ImportError> {
        let broken = |fault: OpenFault| ImportError::Open(self.name.to_owned(), fault);
        let mut source = unpacked(source).map_err(broken)?;
        let head = source.fill_buf().map_err(|error| broken(error.into()))?;
        let first = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
        // Spreadsheets of many countries part values by semicolons.
        let often = |delimiter: &u8| first.split(|byte| byte == delimiter).count();
        let delimiter = [b',', b';', b'\t'].into_iter().rev().max_by_key(often).unwrap_or(b',');
        let mut reader = ReaderBuilder::new().delimiter(delimiter).flexible(true).from_reader(source);
        let names = reader.headers().map_err(|error| broken(OpenFault::Format(bad_row(&error).0)))?.clone();
        if names.iter().all(str::is_empty) {
            return Err(broken(OpenFault::Format(
                "it is empty; its first line has to name the columns".into(),
            )));
        }
        let rejected = Rejected::new(self.name, path_of(self.path))?;
        Ok(Rows { reader, names, rejected, counts: ImportCounts::default() })
    }
}

impl Rows<'_> {
    /// The next row that has as many values as there are columns.
    fn next_row(&mut self) -> Result<Option<(u64, StringRecord)>, ImportError> {
        let mut bytes = ByteRecord::new();
        loop {
            match self.reader.read_byte_record(&mut bytes) {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(error) => {
                    let line = self.reader.position().line();
                    self.counts.rejected += 1;
                    let reason = format!("from here on the file cannot be read: {error}");
                    self.rejected.note(line, &reason, None)?;
                    return Ok(None);
                }
            }
            let line = bytes.position().map_or(0, csv::Position::line);
            let lossy: StringRecord = bytes.iter().map(String::from_utf8_lossy).collect();
            match StringRecord::from_byte_record(bytes.clone()) {
                Err(_) => self.reject(line, "not UTF-8", &lossy)?,
                Ok(row) if row.len() > self.names.len() => {
                    let reason = format!("it has {} values in {} columns", row.len(), self.names.len());
                    self.reject(line, &reason, &row)?;
                }
                Ok(row) => return Ok(Some((line, row))),
            }
        }
    }

    fn reject(&mut self, line: u64, reason: &str, row: &StringRecord) -> Result<(), ImportError> {
        self.counts.rejected += 1;
        self.rejected.note(line, reason, Some(&row_json(&self.names, row)))
    }

    fn finish(self) -> Result<ImportCounts, ImportError> {
        self.rejected.finish()?;
        Ok(self.counts)
    }
}

async fn save_readers(
    batch: &mut Vec<ImportedReader>,
    list: &ReaderList<'_>,
    store: &dyn ReaderImportStore,
    is_dry_run: bool,
    counts: &mut ImportCounts,
) -> Result<(), ImportError> {
    for done in store.import_readers(batch, list.now, is_dry_run).await? {
        let count = match done {
            ImportedAs::Created => &mut counts.created,
            ImportedAs::Updated => &mut counts.updated,
            ImportedAs::Unchanged => &mut counts.unchanged,
        };
        *count += 1;
    }
    batch.clear();
    Ok(())
}

fn redirect(row: &StringRecord) -> Result<Redirect, Reject> {
    let (from, to) = (row.get(0).unwrap_or_default().trim(), row.get(1).unwrap_or_default().trim());
    let address = OldAddress::parse(from).ok_or_else(|| {
        Reject(format!("`{}` is neither a path nor an address of a page on the former site", excerpt(from)))
    })?;
    let destination = match to {
        "" => Destination::Gone,
        to => Destination::moved(to).ok_or_else(|| {
            Reject(format!("`{}` is no path of this site such as /read/7/title", excerpt(to)))
        })?,
    };
    if OldAddress::parse(to).as_ref() == Some(&address) {
        return Err(Reject(format!("`{}` leads to itself", excerpt(from))));
    }
    Ok(Redirect { from: address, to: destination })
}
