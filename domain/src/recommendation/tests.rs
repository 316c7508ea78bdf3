//! Sentences about the lists as a whole.

mod lists;
mod paper;
mod signals;
mod variety;
