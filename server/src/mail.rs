//! Mails: how they leave, and the worker that sends what is in the outbox.

mod smtp;
mod transport;
mod worker;

pub use smtp::Smtp;
pub use transport::{SendError, Transport};
pub use worker::{DELIVERY_TIMEOUT, MailWorker};
