//! File of rejected records: for each line the reason and the record itself, so that it can be corrected.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::value::RawValue;

use super::ImportError;
use crate::output::note;

/// Number of rejections that are printed to the terminal; the file has all of them.
const TOLD: u64 = 20;

/// Writer of `FILE.rejected.jsonl`. The file is created with the first rejection.
pub(super) struct Rejected {
    name: String,
    path: PathBuf,
    file: Option<BufWriter<File>>,
    count: u64,
}

#[derive(Serialize)]
struct Rejection<'a> {
    line: u64,
    reason: &'a str,
    /// Record as received, if it is JSON.
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a RawValue>,
    /// Line as received, if it is not JSON. Bytes that are not UTF-8 are replaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

impl Rejected {
    /// Removes the file of an earlier run; this run rejects the records again if they are still invalid.
    pub(super) fn new(name: &str, path: PathBuf) -> Result<Self, ImportError> {
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(cannot(path, error)),
            _ => {}
        }
        Ok(Self { name: name.to_owned(), path, file: None, count: 0 })
    }

    /// Writes one rejection; `bytes` is `None` if the line was too long to keep.
    pub(super) fn note(&mut self, line: u64, reason: &str, bytes: Option<&[u8]>) -> Result<(), ImportError> {
        self.count += 1;
        if self.count <= TOLD {
            note!("{}:{line}: {reason}", self.name);
        } else if self.count == TOLD + 1 {
            note!("{}: more rejected lines follow; all are in {}", self.name, self.path.display());
        }
        let text = bytes.map(String::from_utf8_lossy);
        let record = text.as_deref().and_then(|text| serde_json::from_str::<&RawValue>(text).ok());
        let text = if record.is_some() { None } else { text.as_deref().map(str::to_owned) };
        let rejection = Rejection { line, reason, record, text };
        self.write(&rejection).map_err(|error| cannot(self.path.clone(), error))
    }

    fn write(&mut self, rejection: &Rejection) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            file => file.insert(BufWriter::new(File::create(&self.path)?)),
        };
        serde_json::to_writer(&mut *file, rejection)?;
        file.write_all(b"\n")
    }

    /// Finishes the file and returns its path, or `None` if nothing was rejected.
    pub(super) fn finish(mut self) -> Result<Option<PathBuf>, ImportError> {
        if let Some(file) = &mut self.file {
            file.flush().map_err(|error| cannot(self.path.clone(), error))?;
        }
        Ok(self.file.is_some().then_some(self.path))
    }
}

fn cannot(path: PathBuf, error: io::Error) -> ImportError {
    ImportError::Rejected { path, error }
}

/// Path of the file of rejected records for an imported file.
pub(super) fn path_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".rejected.jsonl");
    PathBuf::from(name)
}
