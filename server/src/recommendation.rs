//! Recommending: the index that is kept current, who else may be asked, and what the settings say.

pub mod data;
mod gorse;
mod index_updater;
mod load;

pub use gorse::Gorse;
pub use index_updater::IndexUpdater;
pub use load::{features, load};
