//! Graceful shutdown of the server.

use std::time::Duration;

use tokio::sync::watch;

/// Stage of the shutdown, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Serving,
    /// Requests are still served, but `/readyz` reports not ready, so that load balancers choose another server.
    Noticed,
    /// No new connections are accepted.
    Closing,
}

/// Shared state of the shutdown, which every part of the server can read.
#[derive(Clone, Debug)]
pub struct Stop(watch::Sender<Stage>);

impl Default for Stop {
    fn default() -> Self {
        Self(watch::Sender::new(Stage::Serving))
    }
}

impl Stop {
    /// Whether load balancers may send new requests to this server.
    pub fn is_serving(&self) -> bool {
        *self.0.borrow() == Stage::Serving
    }

    /// Makes `/readyz` report not ready, waits for `notice`, then stops accepting connections.
    pub async fn begin(&self, notice: Duration) {
        self.0.send_replace(Stage::Noticed);
        tokio::time::sleep(notice).await;
        self.0.send_replace(Stage::Closing);
    }

    /// Waits until no new connections may be accepted.
    pub async fn closing(&self) {
        // The sender lives in `self`, so this wait ends only at that stage.
        let _ = self.0.subscribe().wait_for(|stage| *stage == Stage::Closing).await;
    }
}

/// Signal that asked the program to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Ctrl-C, sent by a person at the terminal, who is waiting.
    Interrupt,
    /// SIGTERM, sent by a supervisor.
    Terminate,
}

/// Waits for the next Ctrl-C or SIGTERM.
pub async fn signal() -> std::io::Result<Signal> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupt = tokio::signal::ctrl_c() => interrupt.map(|()| Signal::Interrupt),
        _ = terminate.recv() => Ok(Signal::Terminate),
    }
}
