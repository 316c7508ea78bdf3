//! Connections that were refused: counted, told once a minute, and answered.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy, sink};
use tokio::net::TcpStream;
use tokio::sync::{Notify, Semaphore};
use tokio::time::{sleep, timeout};

/// At least this lies between two lines in the log.
const BETWEEN_LINES: Duration = Duration::from_mins(1);
/// Answers at a time; who comes beyond that is closed without one.
const ANSWERS: usize = 256;
/// For an answer, and for what was sent before it came.
const PATIENCE: Duration = Duration::from_secs(1);
const LARGEST_REST: u64 = 64 * 1024;
const ANSWER: &[u8] =
    b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 2\r\ncontent-length: 0\r\ncache-control: no-store\r\nconnection: close\r\n\r\n";

/// Why a connection was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Its network holds as many as it may, all of them busy.
    Network,
    /// All places are taken, and nobody rested in time.
    Total,
    /// The system gave none, most likely for want of descriptors.
    System,
}

/// Counts of refusals since the last line in the log.
pub(super) struct Refusals {
    counts: [AtomicU64; 3],
    noted: Notify,
    answers: Semaphore,
}

impl Default for Refusals {
    fn default() -> Self {
        Self { counts: Default::default(), noted: Notify::new(), answers: Semaphore::new(ANSWERS) }
    }
}

impl Refusals {
    /// Counts one.
    pub(super) fn note(&self, reason: Reason) {
        self.counts[reason as usize].fetch_add(1, Ordering::Relaxed);
        let name = match reason {
            Reason::Network => "network",
            Reason::Total => "total",
            Reason::System => "system",
        };
        metrics::counter!("warta_connections_refused_total", "reason" => name).increment(1);
        self.noted.notify_one();
    }

    /// Writes them into the log for ever: the first at once, what follows together.
    pub(super) async fn log(&self) {
        loop {
            let [network, total, system] = self.next().await;
            tracing::warn!(network, total, system, "connections were refused");
            sleep(BETWEEN_LINES).await;
        }
    }

    /// The counts, once there are any.
    async fn next(&self) -> [u64; 3] {
        loop {
            self.noted.notified().await;
            let counts = self.counts.each_ref().map(|count| count.swap(0, Ordering::Relaxed));
            if counts.iter().any(|count| *count > 0) {
                return counts;
            }
        }
    }

    /// Answers a connection that is refused, and ends it.
    pub(super) async fn answer(&self, stream: TcpStream) {
        if let Ok(_turn) = self.answers.try_acquire() {
            // Whoever is too slow has no answer.
            let _ = timeout(PATIENCE, say_no(stream)).await;
        }
    }
}

async fn say_no(mut stream: TcpStream) -> std::io::Result<()> {
    stream.write_all(ANSWER).await?;
    stream.shutdown().await?;
    // To hang up on what is not read resets the connection, and the answer is lost on the way.
    copy(&mut stream.take(LARGEST_REST), &mut sink()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn refusals_between_two_lines_are_told_together() {
        let refusals = Refusals::default();
        refusals.note(Reason::Network);
        assert_eq!(refusals.next().await, [1, 0, 0]);
        for reason in [Reason::Total, Reason::Network, Reason::Total, Reason::System] {
            refusals.note(reason);
        }
        assert_eq!(refusals.next().await, [1, 2, 1]);
        let none = tokio::select! {
            biased;
            _ = refusals.next() => false,
            () = std::future::ready(()) => true,
        };
        assert!(none, "nothing happened, nothing is told");
    }
}
