//! Storage: SQL that implements the traits of `domain`, on SQLite and on PostgreSQL.

mod ads;
mod articles;
mod authors;
mod corrections;
mod database;
mod error;
mod follow;
mod gifts;
mod health;
mod history;
mod newsroom;
mod profiles;
mod quota;
mod readers;
mod reads;
mod redirects;
mod row;
mod saved;
mod scheduled;
mod schema;
mod secrets;
mod seen_ids;
mod sitemap;
mod sponsored;
mod sql;
mod subscriptions;
mod transaction;

#[cfg(test)]
extern crate self as store;
#[cfg(test)]
mod tests;

pub use database::{Database, OpenError, Workload};
pub use health::Health;
pub use schema::Schema;
pub use seen_ids::SeenIds;
