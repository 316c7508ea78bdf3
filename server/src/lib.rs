//! Puts the rooms together: settings, the web server, the newsroom's commands.

pub mod article_record;
pub mod clock;
pub mod commands;
pub mod content;
pub mod export;
pub mod http;
pub mod import;
pub mod pictures;
pub mod settings;
