//! Recommending: the index that is kept current, who else may be asked, and what the settings say.

pub mod data;
mod gorse;
mod keeper;
mod load;

pub use gorse::Gorse;
pub use keeper::Keeper;
pub use load::{facts, load};
