//! Pieces of pages that the server makes alone. Each takes one view value, holds no state and has a stylesheet of its name. What the
//! browser shows or changes is in [`crate::islands`].

#[cfg(feature = "ssr")]
mod account;
#[cfg(feature = "ssr")]
mod article;
#[cfg(feature = "ssr")]
mod front;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod promotion;
#[cfg(feature = "ssr")]
mod site;

#[cfg(feature = "ssr")]
pub use {account::*, article::*, front::*, list::*, promotion::*, site::*};
