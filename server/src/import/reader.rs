//! First half of an import, on its own thread: it reads bytes and produces batches of candidates.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use domain::redirect::Redirect;
use tokio::sync::mpsc::Sender;

use super::records::{Found, Records};
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
    pub(super) redirects: Vec<Redirect>,
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
    records: &mut dyn Records,
    context: &ImportContext,
    progress: &Progress,
    batches: &Sender<Vec<ReadLine>>,
) {
    let mut batch = Vec::new();
    let (mut size, mut files) = (0, 0);
    while !progress.stop.load(Ordering::Relaxed) {
        let read = match records.next_record() {
            Ok(None) => break,
            Ok(Some(found)) => look_at(found, context),
            Err(error) => {
                // Records before the error are valid; nothing after it can be trusted.
                let reason = format!("from here on the file cannot be read: {error}");
                batch.push(ReadLine {
                    line: records.line(),
                    bytes: None,
                    candidate: Err(Reject(reason)),
                    redirects: Vec::new(),
                });
                break;
            }
        };
        size += read.bytes.as_ref().map_or(0, Vec::len);
        files += read.candidate.as_ref().map_or(0, Candidate::local_files);
        batch.push(read);
        if batch.len() >= MOST_RECORDS || size >= MOST_BYTES || files >= MOST_FILES {
            (size, files) = (0, 0);
            if batches.blocking_send(std::mem::take(&mut batch)).is_err() {
                return;
            }
        }
    }
    if !batch.is_empty() {
        // If the receiver is closed, the batch is not needed.
        let _ = batches.blocking_send(batch);
    }
}

fn look_at(found: Found, context: &ImportContext) -> ReadLine {
    let Found { line, record, redirects } = found;
    let (bytes, candidate) = match record {
        Ok(bytes) => {
            let candidate = candidate(&bytes, context);
            (Some(bytes), candidate)
        }
        Err(reject) => (None, Err(reject)),
    };
    ReadLine { line, bytes, candidate, redirects }
}

/// Source that counts the bytes that were read of it.
pub(super) struct Counted<R> {
    pub(super) source: R,
    pub(super) progress: Arc<Progress>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(buffer)?;
        self.progress.bytes.fetch_add(count as u64, Ordering::Relaxed);
        Ok(count)
    }
}
