//! Pages that readers see: their table is in [`routes`], the document around each page in [`document`].

pub mod address;
pub mod api;
pub mod browser;
pub mod components;
pub mod island;
pub mod islands;
pub mod routes;
pub mod text;

#[cfg(feature = "ssr")]
pub mod context;
#[cfg(feature = "ssr")]
pub mod cookies;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(feature = "ssr")]
pub mod head;
#[cfg(feature = "ssr")]
pub mod headline;
#[cfg(feature = "ssr")]
pub mod installed;
#[cfg(feature = "ssr")]
pub mod language;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod metrics;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod reading;
