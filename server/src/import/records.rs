//! Records of a file, in whatever format the file is.

use std::io;

use domain::redirect::Redirect;

use super::lines::{LONGEST, Line, Lines};
use crate::article_record::Record;
use crate::record::Reject;

/// One record of a file.
pub struct Found {
    /// Line on which it begins.
    pub line: u64,
    /// Record as JSON, or the reason why there is none.
    pub record: Result<Vec<u8>, Reject>,
    /// Addresses that the article had on the former site.
    pub redirects: Vec<Redirect>,
}

impl Found {
    /// Writes a record as JSON, which has to be as short as a line of a file of records.
    pub(super) fn of(line: u64, record: &Record, redirects: Vec<Redirect>) -> Self {
        let json = serde_json::to_vec(record).expect("a record makes JSON");
        let record = if json.len() > LONGEST {
            Err(Reject(format!("the record has {} bytes, more than {LONGEST}", json.len())))
        } else {
            Ok(json)
        };
        Self { line, record, redirects }
    }

    pub(super) fn rejected(line: u64, reason: String) -> Self {
        Self { line, record: Err(Reject(reason)), redirects: Vec::new() }
    }
}

/// Source of records.
pub trait Records: Send {
    /// The next record; `None` at the end. After an error, nothing of the file can be trusted.
    fn next_record(&mut self) -> io::Result<Option<Found>>;

    /// Line that is being read, for the message about such an error.
    fn line(&self) -> u64;
}

/// Records of a file that has one JSON object per line.
pub(super) struct JsonLines<'a> {
    lines: Lines<'a>,
    number: u64,
}

impl<'a> JsonLines<'a> {
    pub(super) fn new(lines: Lines<'a>) -> Self {
        Self { lines, number: 0 }
    }
}

impl Records for JsonLines<'_> {
    fn next_record(&mut self) -> io::Result<Option<Found>> {
        loop {
            self.number += 1;
            let record = match self.lines.next_line()? {
                None => return Ok(None),
                Some(Line::Whole(bytes)) if bytes.iter().all(u8::is_ascii_whitespace) => continue,
                Some(Line::Whole(bytes)) => Ok(bytes),
                Some(Line::TooLong { length }) => Err(Reject(format!(
                    "the line has {length} bytes, more than {LONGEST}; it stays in the file it came from"
                ))),
            };
            return Ok(Some(Found { line: self.number, record, redirects: Vec::new() }));
        }
    }

    fn line(&self) -> u64 {
        self.number
    }
}
