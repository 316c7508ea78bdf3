//! Texts about reading without a network.

/// Label of a button in a narrow row: shown, only heard, shown, only heard.
pub type KeepLabel = [&'static str; 4];

/// Texts about reading without a network in one language.
pub struct OfflineText {
    /// Button that keeps an article.
    pub keep: KeepLabel,
    /// Heading of the page of what can be read, and name of the links to it.
    pub heading: &'static str,
    /// Explanation on that page.
    pub help: &'static str,
    /// Link that asks for the page again that could not be loaded.
    pub try_again: &'static str,
    /// Heading of the articles that the reader keeps.
    pub kept: &'static str,
    /// Message while there are none.
    pub nothing_kept: &'static str,
    /// Heading of the articles that were read last.
    pub last_read: &'static str,
    /// Message while there are none.
    pub nothing_read: &'static str,
    /// Message that an article was kept.
    pub done: &'static str,
    /// Message that an article cannot be kept, because this reader may not read all of it.
    pub locked: &'static str,
    /// Message that an article could not be kept for another reason.
    pub failed: &'static str,
}
