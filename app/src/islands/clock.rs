//! One timer for the whole page.

use std::time::Duration;

use leptos::prelude::*;

/// How often what depends on time is looked at again.
const TICK: Duration = Duration::from_secs(15);

thread_local! {
    static SECONDS_OPEN: ArcRwSignal<i64> = ArcRwSignal::new(0);
}

/// For how many seconds the page has been open, by the browser's steady clock; always 0 on the server.
///
/// The wall clock of a browser may be wrong by years, so it is not asked.
pub(super) fn seconds_open() -> ArcRwSignal<i64> {
    SECONDS_OPEN.with(Clone::clone)
}

/// Starts the timer unless it runs already. In the browser only.
pub(super) fn start() {
    thread_local! {
        static STARTED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    if !STARTED.replace(true) {
        set_interval(|| seconds_open().set(since_opening()), TICK);
    }
}

fn since_opening() -> i64 {
    let milliseconds = window().performance().map_or(0.0, |performance| performance.now());
    #[expect(clippy::cast_possible_truncation, reason = "a page is not open for 292 million years")]
    let seconds = (milliseconds / 1000.0) as i64;
    seconds
}
