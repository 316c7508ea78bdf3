//! Stopping without cutting anyone off.

use std::time::Duration;

use tokio::sync::watch;

/// How far the stopping is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Serving,
    /// Still serving, but `/readyz` says no, so that balancers look elsewhere.
    Noticed,
    /// No new connections.
    Closing,
}

/// Tells every part of the server how far the stopping is.
#[derive(Clone, Debug)]
pub struct Stop(watch::Sender<Stage>);

impl Default for Stop {
    fn default() -> Self {
        Self(watch::Sender::new(Stage::Serving))
    }
}

impl Stop {
    /// Whether new readers are welcome.
    pub fn is_serving(&self) -> bool {
        *self.0.borrow() == Stage::Serving
    }

    /// Says no on `/readyz`, waits for `notice`, then closes.
    pub async fn begin(&self, notice: Duration) {
        self.0.send_replace(Stage::Noticed);
        tokio::time::sleep(notice).await;
        self.0.send_replace(Stage::Closing);
    }

    /// Returns when no new connections shall be accepted.
    pub async fn closing(&self) {
        // The sender lives in `self`, so this ends only with the stage.
        let _ = self.0.subscribe().wait_for(|stage| *stage == Stage::Closing).await;
    }
}

/// Which signal asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signal {
    /// Ctrl-C: somebody sits there and waits.
    Interrupt,
    /// SIGTERM: a supervisor.
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
