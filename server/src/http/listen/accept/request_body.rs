//! The body of a request, of which nothing stays on the line: what its reader has left is read and thrown away.
//!
//! A server that closes instead cuts off whoever is still sending, and the answer may be lost with the connection.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::time::timeout;

/// More than that is not read for nothing.
const LARGEST_REST: u64 = 1024 * 1024;

/// Body that its reader and the connection share.
#[derive(Clone)]
pub(super) struct SharedBody(Arc<Mutex<Incoming>>);

impl SharedBody {
    pub(super) fn new(body: Incoming) -> Self {
        Self(Arc::new(Mutex::new(body)))
    }

    /// Whether nothing is left of it, as far as can be told without looking.
    pub(super) fn is_read(&self) -> bool {
        self.lock().is_end_stream()
    }

    /// Reads what is left; `false` where that is too much, takes too long, or breaks off.
    pub(super) async fn read_on(self, within: Duration) -> bool {
        self.size_hint().lower() <= LARGEST_REST && matches!(timeout(within, self.drain()).await, Ok(true))
    }

    async fn drain(mut self) -> bool {
        let mut read = 0;
        while let Some(frame) = self.frame().await {
            let Ok(frame) = frame else { return false };
            read += frame.data_ref().map_or(0, |data| data.len() as u64);
            if read > LARGEST_REST {
                return false;
            }
        }
        true
    }

    fn lock(&self) -> MutexGuard<'_, Incoming> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Body for SharedBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        Pin::new(&mut *self.lock()).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.is_read()
    }

    fn size_hint(&self) -> SizeHint {
        self.lock().size_hint()
    }
}
