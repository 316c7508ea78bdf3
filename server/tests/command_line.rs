//! The program `warta` from outside: what it says, how it ends, what is left when it is killed.

#![expect(clippy::unwrap_used, reason = "a step that fails is a test that fails")]

#[path = "command_line/ads.rs"]
mod ads;
#[path = "command_line/check.rs"]
mod check;
#[path = "command_line/export.rs"]
mod export;
#[path = "command_line/faults.rs"]
mod faults;
#[path = "command_line/feed.rs"]
mod feed;
#[path = "command_line/fetch.rs"]
mod fetch;
#[path = "command_line/ghost.rs"]
mod ghost;
#[path = "command_line/import.rs"]
mod import;
#[path = "command_line/import_samples.rs"]
mod import_samples;
#[path = "command_line/kill.rs"]
mod kill;
#[path = "command_line/newsroom.rs"]
mod newsroom;
#[path = "command_line/output.rs"]
mod output;
#[path = "command_line/pictures.rs"]
mod pictures;
#[path = "command_line/profiles.rs"]
mod profiles;
#[path = "command_line/proxy.rs"]
mod proxy;
#[path = "command_line/quota.rs"]
mod quota;
#[path = "command_line/reader.rs"]
mod reader;
#[path = "command_line/reader_list.rs"]
mod reader_list;
#[path = "command_line/reads.rs"]
mod reads;
#[path = "command_line/recommend.rs"]
mod recommend;
#[path = "command_line/serve.rs"]
mod serve;
#[path = "command_line/settings.rs"]
mod settings;
#[path = "command_line/videos.rs"]
mod videos;
#[path = "command_line/wordpress.rs"]
mod wordpress;
#[path = "command_line/wxr.rs"]
mod wxr;
