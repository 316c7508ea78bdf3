//! Where things are kept: SQL behind the traits of `domain`, on SQLite and on PostgreSQL.

mod articles;
mod database;
mod gifts;
mod newsroom;
mod quota;
mod readers;
mod row;
mod sightings;
mod sql;
mod subscriptions;

pub use database::{Database, OpenError, Work};
pub use sightings::Sightings;
