//! Routes that are not pages: each answers at a path of its own. Pages are listed in `app/src/routes.rs`.

pub(super) mod crawler_files;
pub(super) mod dev_mail;
pub(super) mod feeds;
pub(super) mod hooks;
pub(super) mod installed;
pub(super) mod pictures;
pub(super) mod private_routes;
pub(super) mod ready;
pub(super) mod sitemaps;
pub(super) mod videos;
