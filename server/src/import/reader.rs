//! First half of an import, on its own thread: it reads bytes and produces batches of candidates.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use tokio::sync::mpsc::Sender;

use super::lines::{LONGEST, Line, Lines, OpenFault};
use crate::article_record::{Candidate, ImportContext, candidate};
use crate::record::Reject;

/// Number of records that fills a batch; the number of bytes is limited as well.
const MOST_RECORDS: usize = 500;
const MOST_BYTES: usize = 4 * 1024 * 1024;
/// Number of pictures and videos that fills a batch. Each takes about a second, and stopping an import waits for the current batch.
const MOST_FILES: usize = 16;

/// Line of the file with its number and result.
pub(super) struct ReadLine {
    pub(super) line: u64,
    pub(super) bytes: Option<Vec<u8>>,
    pub(super) candidate: Result<Candidate, Reject>,
}

/// Progress of the reading, for the display, and the flag that stops it.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes that were read of the file, compressed as it is.
    pub bytes: AtomicU64,
    /// Lead pictures that were processed; a picture that is already stored is not rendered again.
    pub pictures: AtomicU64,
    /// Flag set from outside to end the import after the current batch.
    pub stop: AtomicBool,
}

/// Reads until the end of the file, until the receiver is closed, or until the stop flag is set.
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
                // Records before the error are valid; nothing after it can be trusted.
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
        // If the receiver is closed, the batch is not needed.
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
