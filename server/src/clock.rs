//! Access to the system's clocks.

use std::time::Instant;

use chrono::{DateTime, Utc};

/// Current date and time, which may jump if the clock is set.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// Monotonic time, for measuring durations.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub fn steady() -> Instant {
    Instant::now()
}
