//! Mails: how they leave, and the worker that sends what is in the outbox.

mod transport;
mod worker;

pub use transport::{SendError, Transport};
pub use worker::work;
