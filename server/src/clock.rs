//! Where the time comes from.

use std::time::Instant;

use chrono::{DateTime, Utc};

/// The time of day.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub fn now() -> DateTime<Utc> {
    Utc::now()
}

/// A clock that never goes back, for measuring.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
pub fn steady() -> Instant {
    Instant::now()
}
