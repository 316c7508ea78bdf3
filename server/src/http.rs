//! The web server: connections, limits, headers, the cache of answers, and the routes.

mod accept;
mod answer_cache;
mod browser;
mod crawlers;
mod dev_mail;
mod encoding;
mod error_page;
mod guard;
mod headers;
mod hooks;
mod language;
mod metrics;
mod personal;
mod pictures;
mod range;
mod ready;
mod router;
mod stop;
mod tidy;
mod videos;

pub use accept::{Limits, Times, serve};
pub use browser::Peer;
pub use crawlers::{Crawlers, Resolver, SystemResolver};
pub use dev_mail::shows_mails;
pub use guard::{Hosts, RequestIds};
pub use headers::inline_scripts;
pub use metrics::{Counts, admin};
pub use router::{Parts, router};
pub use stop::{Signal, Stop, signal};
