//! Sentences about the lists as a whole.

mod fresh;
mod lists;
mod page;
mod paper;
mod quiet;
mod signals;
mod variety;
