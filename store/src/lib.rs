//! Where things are kept: SQL behind the traits of `domain`, on SQLite and on PostgreSQL.

mod ads;
mod articles;
mod corrections;
mod database;
mod gifts;
mod history;
mod newsroom;
mod quota;
mod readers;
mod reads;
mod row;
mod saved;
mod scheduled;
mod sightings;
mod sponsored;
mod sql;
mod subscriptions;

pub use database::{Database, OpenError, Work};
pub use sightings::Sightings;
