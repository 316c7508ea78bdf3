//! Plans of subscriptions.

use crate::article::{Article, Edition};

/// Plan of a subscription: what it pays for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// Everything.
    All,
    /// The newspaper.
    Koran,
    /// The magazine.
    Majalah,
    /// Everything, for a day.
    Day,
}

impl Plan {
    /// All plans.
    pub const ALL: [Self; 4] = [Self::All, Self::Koran, Self::Majalah, Self::Day];

    /// As kept in the store and named by payment providers.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Koran => "koran",
            Self::Majalah => "majalah",
            Self::Day => "day",
        }
    }

    /// The plan of a name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plan| plan.as_str() == name)
    }

    /// Whether it opens this article; a cover story of the web news is open to every subscriber.
    pub fn covers(self, article: &Article) -> bool {
        match self {
            Self::All | Self::Day => true,
            Self::Koran => article.edition != Edition::Majalah,
            Self::Majalah => article.edition != Edition::Koran,
        }
    }
}
