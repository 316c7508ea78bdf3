//! The whole site over HTTP: pages, headers, caching, limits, failures.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "http/caching.rs"]
mod caching;
#[path = "http/connections.rs"]
mod connections;
#[path = "http/failures.rs"]
mod failures;
#[path = "http/guards.rs"]
mod guards;
#[path = "http/hostile.rs"]
mod hostile;
#[path = "http/pages.rs"]
mod pages;
#[path = "http/paper.rs"]
mod paper;
#[path = "http/site.rs"]
mod site;
