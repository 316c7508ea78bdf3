//! Sentences about the lists as a whole.

mod fixtures;
mod fresh;
mod lists;
mod page;
mod quiet;
mod signals;
mod variety;
