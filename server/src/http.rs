//! The web server: connections, limits, headers, the response cache, and the routes.

mod accept;
mod client_context;
mod crawlers;
mod dev_mail;
mod encoding;
mod error_page;
mod guard;
mod headers;
mod hooks;
mod hydration_markers;
mod language;
mod metrics;
mod pictures;
mod private_routes;
mod range;
mod ready;
mod response_cache;
mod router;
mod stop;
mod videos;

pub use accept::{Limits, Times, serve};
pub use client_context::Peer;
pub use crawlers::{Crawlers, Resolver, SystemResolver};
pub use dev_mail::shows_mails;
pub use guard::{Hosts, RequestIds};
pub use headers::inline_scripts;
pub use metrics::{Counts, admin};
pub use router::{Parts, router};
pub use stop::{Signal, Stop, signal};
