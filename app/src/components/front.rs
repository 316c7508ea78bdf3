//! Pieces of the front page.

mod cover_band;
mod front_top;
mod story_block;
mod story_list;

pub use cover_band::{CoverBand, CoverView};
pub use front_top::{FrontTop, FrontTopView};
pub use story_block::{StoryBlock, StoryBlockView};
pub use story_list::{StoryList, StoryListKind};
