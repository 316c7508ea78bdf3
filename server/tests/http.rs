//! The whole site over HTTP: pages, headers, caching, limits, failures.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "http/abuse.rs"]
mod abuse;
#[path = "http/accounts.rs"]
mod accounts;
#[path = "http/ads.rs"]
mod ads;
#[path = "http/announce.rs"]
mod announce;
#[path = "http/caching.rs"]
mod caching;
#[path = "http/canary.rs"]
mod canary;
#[path = "http/connections.rs"]
mod connections;
#[path = "http/corrections.rs"]
mod corrections;
#[path = "http/crawlers.rs"]
mod crawlers;
#[path = "http/every_route.rs"]
mod every_route;
#[path = "http/failures.rs"]
mod failures;
#[path = "http/feeds.rs"]
mod feeds;
#[path = "http/fixtures.rs"]
mod fixtures;
#[path = "http/follow.rs"]
mod follow;
#[path = "http/gifts.rs"]
mod gifts;
#[path = "http/gorse.rs"]
mod gorse;
#[path = "http/guards.rs"]
mod guards;
#[path = "http/hooks.rs"]
mod hooks;
#[path = "http/hostile.rs"]
mod hostile;
#[path = "http/installed.rs"]
mod installed;
#[path = "http/language.rs"]
mod language;
#[path = "http/language_ways.rs"]
mod language_ways;
#[path = "http/lists.rs"]
mod lists;
#[path = "http/lite.rs"]
mod lite;
#[path = "http/log.rs"]
mod log;
#[path = "http/mail.rs"]
mod mail;
#[path = "http/openid.rs"]
mod openid;
#[path = "http/opening.rs"]
mod opening;
#[path = "http/own_account.rs"]
mod own_account;
#[path = "http/pages.rs"]
mod pages;
#[path = "http/people.rs"]
mod people;
#[path = "http/quota.rs"]
mod quota;
#[path = "http/reader.rs"]
mod reader;
#[path = "http/reads.rs"]
mod reads;
#[path = "http/recommendation.rs"]
mod recommendation;
#[path = "http/redirects.rs"]
mod redirects;
#[path = "http/saved.rs"]
mod saved;
#[path = "http/search.rs"]
mod search;
#[path = "http/sign_in.rs"]
mod sign_in;
#[path = "http/site.rs"]
mod site;
#[path = "http/sitemaps.rs"]
mod sitemaps;
#[path = "http/structured_data.rs"]
mod structured_data;
#[path = "http/thieves.rs"]
mod thieves;
#[path = "http/videos.rs"]
mod videos;
#[path = "http/xml.rs"]
mod xml;
