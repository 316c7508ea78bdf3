//! The web server: listens for connections, wraps requests and responses in middleware, and answers at its routes.

mod listen;
mod middleware;
mod router;
mod routes;

pub use listen::{Limits, Signal, Stop, Times, serve, signal};
pub use middleware::client_context::Peer;
pub use middleware::crawlers::{Crawlers, Resolver, SystemResolver};
pub use middleware::guard::{Hosts, RequestIds};
pub use middleware::headers::inline_scripts;
pub use middleware::hydration_markers::check as check_hydration_markers;
pub use middleware::metrics::{Counts, admin};
pub use router::{Parts, router};
pub use routes::dev_mail::shows_mails;
