//! Business rules: types, rules and storage traits.
//!
//! No I/O, no clock, no HTML: time comes in as an argument, storage through the traits in [`newsroom`].

pub mod access;
pub mod account;
pub mod ad;
pub mod article;
pub mod body;
pub mod calendar;
pub mod follow;
pub mod front;
pub mod gift;
pub mod history;
pub mod issue;
pub mod label;
pub mod list;
pub mod markup;
pub mod newsroom;
pub mod profile;
pub mod quota;
pub mod read_counter;
pub mod reading;
pub mod recommendation;
pub mod recommendations;
pub mod redirect;
pub mod sampling;
pub mod saved;
pub mod search;
mod shown;
pub mod sitemap;
pub mod slug;
pub mod sponsored;
pub mod subscription;
