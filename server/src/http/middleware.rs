//! Middleware: checks and changes requests on their way in, and responses on their way out.

pub(super) mod client_context;
pub(super) mod crawlers;
mod encoding;
pub(super) mod error_page;
pub(super) mod guard;
pub(super) mod headers;
pub(super) mod hydration_markers;
pub(super) mod language;
pub(super) mod metrics;
pub(super) mod range;
pub(super) mod redirects;
pub(super) mod response_cache;
