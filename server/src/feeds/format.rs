//! Formats of feeds.

use app::components::FEED_PATHS;

/// Format of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl Format {
    /// All formats, in the order of [`FEED_PATHS`].
    pub const ALL: [Self; 3] = [Self::Rss, Self::Atom, Self::Json];

    /// Path behind that of the list.
    pub fn path(self) -> &'static str {
        FEED_PATHS[self as usize].path
    }

    /// Media type of the response.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml; charset=utf-8",
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Json => "application/feed+json; charset=utf-8",
        }
    }
}
