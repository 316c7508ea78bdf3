//! Puts the rooms together: settings, the web server, the newsroom's commands.

pub mod about;
pub mod account;
pub mod ad_record;
pub mod announce;
pub mod article_record;
pub mod clock;
pub mod commands;
pub mod composition;
pub mod content;
pub mod export;
pub mod feeds;
pub mod http;
pub mod import;
pub mod local_file;
pub mod mail;
mod output;
pub mod pictures;
pub mod profile_record;
pub mod proxies;
pub mod recommendation;
pub mod record;
pub mod search;
pub mod settings;
pub mod sponsored_record;
pub mod videos;
mod xml;
