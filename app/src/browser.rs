//! Browser APIs that islands use.

mod callbacks;
pub mod device;
mod element_ref;
mod elements;
mod events;
mod fetch;
mod kept;
mod page;
pub mod readings;
mod session;

pub use callbacks::{attribute, flag, live, on, state};
pub use element_ref::ElementRef;
pub use elements::{
    closest, each, find, find_all, focus_on, html, is_calm, page_language, prefix, root, root_flag,
};
pub use events::{Rest, every, is_plain, listen, mounted, whenever};
pub use fetch::{Credentials, get, post};
pub use kept::Kept;
pub use page::{Page, localized};
pub use session::{Session, marker, session};
