//! Connections: accepts them, answers on them, and ends them when the server stops.

mod accept;
mod stop;

pub use accept::{Limits, Times, serve};
pub use stop::{Signal, Stop, signal};
