//! The first half of an import, on a thread of its own: from bytes to batches of candidates.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use tokio::sync::mpsc::Sender;

use super::lines::{LONGEST, Line, Lines, OpenFault};
use crate::article_record::{Candidate, ImportContext, candidate};
use crate::record::Reject;

/// A batch is full at so many records, or at so many bytes of lines.
const MOST_RECORDS: usize = 500;
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Or at so many pictures and videos, which take a second each: whoever stops an import waits for the batch in hand.
const MOST_FILES: usize = 16;

/// A line and what it is.
pub(super) struct ReadLine {
    pub(super) line: u64,
    pub(super) bytes: Option<Vec<u8>>,
    pub(super) candidate: Result<Candidate, Reject>,
}

/// How far the reading is, for the progress display, and whether it shall stop.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes of the file, packed as they are.
    pub bytes: AtomicU64,
    /// Lead pictures that were looked at, and made where they were new.
    pub pictures: AtomicU64,
    /// Set from outside to end the import after the batch in hand.
    pub stop: AtomicBool,
}

/// Reads to the end, or until nobody listens or someone says stop.
pub(super) fn read(
    source: impl Read + Send,
    context: &ImportContext,
    progress: &Arc<Progress>,
    batches: &Sender<Vec<ReadLine>>,
) -> Result<(), OpenFault> {
    let mut lines = Lines::new(Counted { source, progress: progress.clone() })?;
    let mut batch = Vec::new();
    let (mut size, mut files) = (0, 0);
    let mut number = 0;
    while !progress.stop.load(Ordering::Relaxed) {
        number += 1;
        let read = match lines.next_line() {
            Ok(None) => break,
            Ok(Some(Line::Whole(bytes))) if bytes.iter().all(u8::is_ascii_whitespace) => continue,
            Ok(Some(line)) => look_at(number, line, context),
            Err(error) => {
                // What came before is good; nothing behind it can be trusted.
                let reason = format!("from here on the file cannot be read: {error}");
                batch.push(ReadLine { line: number, bytes: None, candidate: Err(Reject(reason)) });
                break;
            }
        };
        size += read.bytes.as_ref().map_or(0, Vec::len);
        files += read.candidate.as_ref().map_or(0, Candidate::local_files);
        batch.push(read);
        if batch.len() >= MOST_RECORDS || size >= MOST_BYTES || files >= MOST_FILES {
            (size, files) = (0, 0);
            if batches.blocking_send(std::mem::take(&mut batch)).is_err() {
                return Ok(());
            }
        }
    }
    if !batch.is_empty() {
        // Nobody listens any more: then nothing is lost by not telling.
        let _ = batches.blocking_send(batch);
    }
    Ok(())
}

fn look_at(line: u64, text: Line, context: &ImportContext) -> ReadLine {
    match text {
        Line::Whole(bytes) => {
            let candidate = candidate(&bytes, context);
            ReadLine { line, bytes: Some(bytes), candidate }
        }
        Line::TooLong { length } => {
            let reason = format!(
                "the line has {length} bytes, more than {LONGEST}; it stays in the file it came from"
            );
            ReadLine { line, bytes: None, candidate: Err(Reject(reason)) }
        }
    }
}

struct Counted<R> {
    source: R,
    progress: Arc<Progress>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        self.progress.bytes.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
